// “Vì sao có số này”: any shown figure, walked back to the offices that reported it.
import { z } from 'zod'
import { instantSchema as instant } from '../../shared/day.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { gatherBoard } from './board.reads.ts'
import { boardRows, type TargetRow } from './board.ts'
import { placeRef } from './board.store.ts'
import { causeSchema, placeSchema } from './board.schema.ts'
import { readInputs } from './explain.inputs.ts'
import { formulaOf } from './explain.ts'
import type { InputLine } from './explain.store.ts'
import { nameFigure, parseFigure, type FigureName } from './figure.ts'
import { causesAt } from '../causes/cause.store.ts'
import { pinnedIn, sourcesNow } from '../drawn/drawn.store.ts'
import { nature } from '../entries/entry.schema.ts'
import { readPeriod } from '../forms/form.store.ts'
import { comparators } from '../targets/fraction.ts'
import { findProgramme, isInside, whyNotSee } from '../programme.rights.ts'
import { fellAfterReview, raisedAfterReturn } from '../reviews/marks.store.ts'
import { targetsOf } from '../targets/target.store.ts'
import { programmeOfTarget } from '../rights.store.ts'

const most = 5000

export const inputSchema = z.object({
  entry: z.number().int(),
  version: z.number().int(),
  versionNo: z.number().int(),
  nature,
  form: z.string(),
  period: z.string(),
  place: placeSchema,
  body: z.object({ id: z.number().int(), name: z.string() }),
  organisation: z.string().nullable(),
  sector: z.string().nullable(),
  count: z.string(),
  countName: z.string(),
  unit: z.string(),
  definitionVersion: z.number().int(),
  role: z.enum(['numerator', 'denominator']),
  value: z.number().int(),
  note: z.string().nullable(),
  reportedBy: z.string().nullable(),
  reportedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  correction: z.string().nullable(),
  /** The figure of the version returned last, where this one is higher. */
  raisedFrom: z.number().int().nullable(),
  /** Not typed but counted from these things, as they were when the version was made; null: typed. */
  drawn: z
    .object({
      source: z.string(),
      sourceId: z.number().int(),
      units: z.array(z.object({ id: z.number().int(), name: z.string(), result: z.string() })),
    })
    .nullable(),
  /** Typed, though there is something to draw it from now: what that counts, whether it is the same or not. */
  sourceNow: z.object({ source: z.string(), value: z.number().int() }).nullable(),
  /** Fewer members than the period before, after the body reviewed its roll. */
  reviewed: z.object({ was: z.number().int(), on: z.string(), document: z.string() }).nullable(),
})

export const explainFigure = reading({
  name: 'figures.explain',
  summary: 'Vì sao có số này: công thức, phân số, từng số đầu vào, ai báo cáo, ai nhận, định nghĩa nào',
  http: { method: 'GET', path: '/figures/{figure}' },
  who: 'signedIn',
  input: z.object({ figure: z.string().max(80) }),
  output: z.object({
    figure: z.string(),
    programme: z.object({ id: z.number().int(), number: z.string().nullable(), title: z.string() }),
    target: z.object({ id: z.number().int(), no: z.number().int(), name: z.string() }),
    part: z.string(),
    place: placeSchema,
    period: z.object({ id: z.number().int(), key: z.string(), name: z.string() }),
    organisation: z.string().nullable(),
    /** One body of the organisation at the place; null: all of them. */
    body: z.object({ id: z.number().int(), name: z.string() }).nullable(),
    /** What is counted, as 'organisation', where the figure is a count of a companion and no ratio. */
    counts: z.string().nullable(),
    formula: z.string(),
    numerator: z.number().int(),
    denominator: z.number().int(),
    value: z.string().nullable(),
    comparator: z.enum(comparators),
    threshold: z.string(),
    verdict: z.enum(['reached', 'notReached', 'noData']),
    /** As on the board: false while forms are still to be accepted, and how many more of the numerator it takes. */
    complete: z.boolean(),
    missing: z.number().int().nullable(),
    /** How many forms among the inputs are estimates. */
    estimated: z.number().int(),
    counted: z.string().nullable(),
    indicator: z.object({
      key: z.string(),
      name: z.string(),
      versionNo: z.number().int(),
      unit: z.string(),
      wording: z.string(),
      basis: z.string().nullable(),
      confidence: z.string(),
    }),
    /** Why the target is not reached here, as offices say. */
    causes: z.array(causeSchema),
    reading: z.string().nullable(),
    sourceText: z.string().nullable(),
    definitions: z.array(z.object({ name: z.string(), definition: z.string(), version: z.number().int() })),
    inputs: z.array(inputSchema),
    /** True when there are more inputs than are listed. */
    truncated: z.boolean(),
  }),
  async run({ db, actor, today }, { figure: text }) {
    const figure = parseFigure(text)
    if (!figure)
      return invalid([
        problem('figure', 'not-a-figure', 'Mã số liệu không đúng. Hãy bấm vào con số trên bảng.', 'Not a figure name.'),
      ])
    const programmeId = await programmeOfTarget(db, figure.target)
    const found = programmeId && (await findProgramme(db, programmeId))
    const period = await readPeriod(db, figure.period)
    if (!found || !found.ok || !period) return noSuchFigure
    const programme = found.value
    const target = (await targetsOf(db, programme.id)).find((candidate) => candidate.id === figure.target)
    const place = await placeRef(db, figure.place, period.endsOn)
    if (!target || !place || !partExists(target, figure.part)) return noSuchFigure
    if (!(await isInside(db, programme, { placeId: place.id, day: period.endsOn }))) return noSuchFigure
    const refusal = await whyNotSee(db, actor, { programme, placeId: place.id, day: period.endsOn })
    if (refusal) return refusal
    const asked = { figure, target, programmeId: programme.id, period, today, most }
    const { ingredients, lines, judged } = await readInputs(db, asked)
    const rows = boardRows(await gatherBoard(db, { programme, place, period, today }))
    const row = rows.find((one) => one.target.id === target.id)!
    const estimates = new Set(lines.filter((line) => line.nature === 'estimate').map((line) => line.entry))
    const marks = await marksOf(db, lines)
    const said = await causesAt(db, { programmeId: programme.id, places: [place.id], periodId: period.id })
    const cellOf = new Map(ingredients.cells.map((cell) => [cell.id, cell]))
    const definitions = new Map(ingredients.cells.map((cell) => [cell.countId, cell]))
    return ok({
      ...judged,
      ...standingOf(row, figure),
      // One weak organisation is one too many, whoever has yet to report.
      ...(typeof figure.part === 'object' && judged.verdict === 'notReached' ? { complete: estimates.size === 0 } : {}),
      estimated: estimates.size,
      counted: row.counted,
      figure: nameFigure(figure),
      programme,
      target,
      part: partName(target, figure.part),
      place,
      period,
      organisation: figure.organisation,
      body: childOf(row, figure)?.bodies.find((one) => one.body.id === figure.body)?.body ?? null,
      counts: typeof figure.part === 'object' ? (ingredients.cells[0]?.unit ?? null) : null,
      formula: formulaOf(ingredients),
      indicator: target.indicator,
      causes: row.overall === 'notReached' ? said.filter((cause) => cause.targetId === target.id) : [],
      reading: target.reading,
      sourceText: target.sourceText,
      definitions: [...definitions.values()].map((cell) => ({
        name: cell.countName,
        definition: cell.definition,
        version: cell.definitionVersion,
      })),
      inputs: lines
        .slice(0, most)
        .flatMap((line) =>
          ingredients.roleOf(cellOf.get(line.cellId)!).map((role) => ({ ...line, ...marks(line), role })),
        ),
      truncated: lines.length > most,
    })
  },
})

/** Of each input: that it came back higher after a return, or fell after a review of the roll. */
async function marksOf(db: ReadDb, lines: readonly InputLine[]) {
  const versions = [...new Set(lines.map((line) => line.version))]
  const key = (version: number, cell: number) => `${version}.${cell}`
  const raised = new Map((await raisedAfterReturn(db, versions)).map((one) => [key(one.version, one.cellId), one.was]))
  const fell = new Map((await fellAfterReview(db, versions)).map((one) => [key(one.version, one.cellId), one]))
  const cells = [...new Set(lines.map((line) => line.cellId))]
  const pinned = new Map((await pinnedIn(db, versions, cells)).map((one) => [key(one.version, one.cellId), one]))
  const now = new Map((await sourcesNow(db, versions, cells)).map((one) => [key(one.version, one.cellId), one]))
  return ({ version, cellId }: InputLine) => ({
    sourceNow: now.get(key(version, cellId)) ?? null,
    drawn: pinned.get(key(version, cellId)) ?? null,
    raisedFrom: raised.get(key(version, cellId)) ?? null,
    reviewed: fell.get(key(version, cellId)) ?? null,
  })
}

/** How the same figure stands on the board. */
function standingOf(row: TargetRow, figure: FigureName): { complete: boolean; missing: number | null } {
  const { part, organisation, body } = figure
  const { complete, missing } = partOf(row, part)
  const child = childOf(row, figure)
  const own = body ? child?.bodies.find((one) => one.body.id === body) : child
  if (organisation !== null) return { complete: own?.complete ?? complete, missing: null }
  return { complete, missing: typeof part === 'object' || part === 'everyone' ? null : missing }
}

function partOf(row: TargetRow, part: FigureName['part']) {
  return (typeof part === 'number' && row.exceptions.find((one) => one.part === `e${part}`)) || row
}

function childOf(row: TargetRow, { part, organisation }: FigureName) {
  return partOf(row, part).children.find((one) => one.organisation !== null && one.organisation === organisation)
}

const noSuchFigure = notFound(
  'no-such-figure',
  'Không có số liệu này. Hãy bấm vào con số trên bảng hoặc trong báo cáo.',
  'No such figure. Click a number on a board or in a report.',
)

type Target = Awaited<ReturnType<typeof targetsOf>>[0]
type FigurePart = NonNullable<ReturnType<typeof parseFigure>>['part']

function partExists(target: Target, part: FigurePart): boolean {
  if (typeof part === 'object') return target.companions.some((companion) => companion.no === part.companion)
  return typeof part === 'string' || target.exceptions.some((exception) => exception.no === part)
}

function partName(target: Target, part: FigurePart): string {
  if (typeof part === 'object') return target.companions.find((c) => c.no === part.companion)!.name
  if (part === 'everyone') return 'tính chung, kể cả phần “riêng”'
  return typeof part === 'number' ? target.exceptions.find((x) => x.no === part)!.name : target.name
}
