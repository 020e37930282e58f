// The board of a programme at a place: every target judged on the accepted figures, with its children. Pure.
import type { Id } from '../../shared/id.ts'
import { missingToReach, type Comparator } from '../targets/fraction.ts'
import { nameFigure } from './figure.ts'
import { addUp, cellsOfPart, inTerm, type Part, type Sums } from '../targets/scope.ts'
import type { CountedCell } from '../targets/target.store.ts'
import {
  judgeCompanion,
  judgePart,
  overallOf,
  thresholdOf,
  type Judged,
  type Target,
  type Verdict,
} from '../targets/target.ts'

export interface PlaceRef {
  id: Id<'place'>
  code: string | null
  name: string
}

/** Duties due, sent and accepted; and of those that count, the ones that count as estimates. */
export interface Duties {
  expected: number
  submitted: number
  accepted: number
  estimated: number
}

export type Standings = ReadonlyMap<Id<'form'>, Duties>

/** One body that reports at the board's own place. */
export interface BodyChild {
  body: { id: Id<'body'>; name: string }
  sums: Sums
  standings: Standings
}

/** A place below the board's, or an organisation at the board's own place. */
export interface Child {
  place: PlaceRef
  organisation: string | null
  sums: Sums
  standings: Standings
  /** Of an organisation: its bodies here, as the bases of a labour federation. */
  bodies: readonly BodyChild[]
}

export interface BoardData {
  targets: readonly Target[]
  cells: readonly CountedCell[]
  formCells: ReadonlyMap<Id<'form'>, ReadonlySet<Id<'cell'>>>
  place: PlaceRef
  periodId: Id<'period'>
  /** Of the board's place as a whole. */
  sums: Sums
  children: readonly Child[]
}

interface Reported extends Judged {
  /** Everything due is accepted, and none of it an estimate. */
  complete: boolean
  reported: boolean
  /** Something due is not yet accepted. */
  lacking: boolean
  /** Forms that count as estimates. */
  estimated: number
  figure: string
}

export interface BodyRow extends Reported {
  body: BodyChild['body']
}

export interface ChildRow extends Reported {
  place: PlaceRef
  organisation: string | null
  /** Of an organisation with several bodies here: each of them by name. */
  bodies: BodyRow[]
}

export interface PartRow extends Judged {
  figure: string
  part: string
  name: string
  organisation: string | null
  sector: string | null
  comparator: Comparator
  threshold: string
  sourceText: string | null
  note: string | null
  /** How many more of the numerator it takes; 0 when reached, null without data or for an upper limit. */
  missing: number | null
  complete: boolean
  /** Forms behind it that count as estimates. */
  estimated: number
  reported: number
  expected: number
  children: ChildRow[]
}

export interface CompanionRow {
  figure: string
  condition: string
  comparator: Comparator
  threshold: string
  count: number | null
  verdict: Verdict
  estimated: number
}

export interface TargetRow extends PartRow {
  target: Target
  place: PlaceRef
  /** What the numerator counts: people, organisations … */
  counted: CountedCell['unit'] | null
  overall: Verdict
  everyone: { figure: string; numerator: number; denominator: number; value: string | null }
  exceptions: PartRow[]
  companions: CompanionRow[]
}

export function boardRows(data: BoardData): TargetRow[] {
  return data.targets.map((target) => targetRow(data, target))
}

function targetRow(data: BoardData, target: Target): TargetRow {
  const main = partRow(data, target, 'main')
  const exceptions = target.exceptions.map((exception) => partRow(data, target, exception.no))
  const companions = target.companions.map((companion): CompanionRow => {
    const judged = judgeCompanion(target, companion, data.cells, data.sums)
    return {
      figure: figureOf(data, target, { companion: companion.no }),
      condition: companion.name,
      comparator: companion.comparator,
      threshold: companion.threshold,
      count: judged.denominator === 0 ? null : judged.numerator,
      verdict: judged.verdict,
      estimated: estimatesIn(
        data,
        formsOf(data, (cell) => cell.countId === companion.countId),
      ),
    }
  })
  const { numerator, denominator, value } = judgePart(target, 'everyone', data.cells, data.sums)
  const verdicts = [main, ...exceptions, ...companions].map((row) => row.verdict)
  return {
    ...main,
    target,
    place: data.place,
    counted: data.cells.find((cell) => isNumerator(target, cell))?.unit ?? null,
    overall: overallOf(verdicts),
    everyone: { figure: figureOf(data, target, 'everyone'), numerator, denominator, value },
    exceptions,
    companions,
  }
}

/** Whether any part of the target counts estimates: then its verdict is not firm. */
export function restsOnEstimates({ exceptions, companions, ...main }: TargetRow): boolean {
  return [main, ...exceptions, ...companions].some((part) => part.estimated > 0)
}

function isNumerator(target: Target, cell: CountedCell): boolean {
  return target.indicator.terms.some((term) => term.role === 'numerator' && inTerm(cell, term))
}

function partRow(data: BoardData, target: Target, part: Part): PartRow {
  const judged = judgePart(target, part, data.cells, data.sums)
  const exception = typeof part === 'number' ? target.exceptions.find((candidate) => candidate.no === part) : undefined
  const { comparator, threshold } = thresholdOf(target, part)
  const forms = feedingForms(data, target, part)
  return {
    ...judged,
    figure: figureOf(data, target, part),
    part: exception ? `e${exception.no}` : 'main',
    name: exception?.name ?? target.name,
    organisation: exception?.organisation ?? null,
    sector: exception?.sector ?? null,
    comparator,
    threshold,
    sourceText: exception ? exception.sourceText : target.sourceText,
    note: exception?.note ?? null,
    missing: target.indicator.unit === '%' ? missingToReach(judged, comparator, threshold) : null,
    ...progress(data, { target, part, forms }),
    children: data.children.flatMap((child) => childRow(data, { target, part, forms, child })),
  }
}

/** A part of a target with the forms that feed it. */
interface Fed {
  target: Target
  part: Part
  forms: ReadonlySet<Id<'form'>>
}

/** The forms in which this part's figures are asked. */
export function feedingForms(data: BoardData, target: Target, part: Part): Set<Id<'form'>> {
  const mine = new Set(cellsOfPart(data.cells, target, part))
  return formsOf(data, (cell) => mine.has(cell) && target.indicator.terms.some((term) => inTerm(cell, term)))
}

/** The forms in which any of these cells is asked. */
function formsOf(data: BoardData, wanted: (cell: CountedCell) => boolean): Set<Id<'form'>> {
  const cells = data.cells.filter(wanted)
  const forms = [...data.formCells].filter(([, asked]) => cells.some((cell) => asked.has(cell.id)))
  return new Set(forms.map(([form]) => form))
}

function estimatesIn(data: BoardData, forms: ReadonlySet<Id<'form'>>): number {
  return data.children.reduce((sum, child) => sum + dutiesIn(child.standings, forms).estimated, 0)
}

function dutiesIn(standings: Standings, forms: ReadonlySet<Id<'form'>>): Duties {
  const total = { expected: 0, submitted: 0, accepted: 0, estimated: 0 }
  for (const [form, one] of standings) {
    if (!forms.has(form)) continue
    total.expected += one.expected
    total.submitted += one.submitted
    total.accepted += one.accepted
    total.estimated += one.estimated
  }
  return total
}

/**
 * How far reporting is: counted in places below when they report; otherwise in the units the form itself says it covers
 * (agencies assessed of agencies due); otherwise in bodies. Complete only when everything due is accepted, as actual figures.
 */
function progress(data: BoardData, { target, part, forms }: Fed) {
  const feeding = data.children
    .flatMap((child): (Duties & { isPlace: boolean })[] => {
      const isPlace = child.organisation === null
      const reporting = isPlace ? [child] : child.bodies
      return reporting.map(({ standings }) => ({ ...dutiesIn(standings, forms), isPlace }))
    })
    .filter((duties) => duties.expected > 0)
  const cells = cellsOfPart(data.cells, target, part)
  const due = addUp(target.indicator.terms, 'coverageExpected', cells, data.sums)
  const covered = addUp(target.indicator.terms, 'coverageReported', cells, data.sums) ?? 0
  const estimated = feeding.reduce((sum, duties) => sum + duties.estimated, 0)
  const complete =
    feeding.length > 0 &&
    estimated === 0 &&
    feeding.every((duties) => duties.accepted === duties.expected) &&
    (due === null || covered >= due)
  const places = feeding.filter((duties) => duties.isPlace)
  if (places.length === 0 && due !== null) return { reported: covered, expected: due, complete, estimated }
  const counted = places.length > 0 ? places : feeding
  const reported = counted.filter((duties) => duties.submitted === duties.expected).length
  return { reported, expected: counted.length, complete, estimated }
}

function childRow(data: BoardData, at: Fed & { child: Child }): ChildRow[] {
  const { target, part, child } = at
  const { place, organisation } = child
  const name = { target: target.id, part, place: place.id, period: data.periodId, organisation }
  const row = reportedRow(data, at, child)
  if (!row) return []
  const bodies = child.bodies.flatMap(({ body, ...one }): BodyRow[] => {
    const own = reportedRow(data, at, one)
    return own ? [{ ...own, body, figure: nameFigure({ ...name, body: body.id }) }] : []
  })
  // An organisation with one body here is that body.
  return [{ ...row, place, organisation, bodies: bodies.length > 1 ? bodies : [], figure: nameFigure(name) }]
}

/** null: nothing of this part is asked there. */
function reportedRow(data: BoardData, { target, part, forms }: Fed, of: Pick<Child, 'sums' | 'standings'>) {
  const duties = dutiesIn(of.standings, forms)
  if (duties.expected === 0) return null
  return {
    ...judgePart(target, part, data.cells, of.sums),
    complete: duties.accepted === duties.expected && duties.estimated === 0,
    lacking: duties.accepted < duties.expected,
    estimated: duties.estimated,
    reported: duties.submitted === duties.expected,
  }
}

function figureOf(data: BoardData, target: Target, part: Part | { companion: number }): string {
  return nameFigure({ target: target.id, part, place: data.place.id, period: data.periodId, organisation: null })
}
