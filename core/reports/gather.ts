// Gathers what a report rests on: the pinned values of the period and of the one before, and who owed what.
import { organisations } from '../bodies/body.read.ts'
import { boardRows, type BoardData, type Child, type TargetRow } from '../programmes/boards/board.ts'
import type { Programme } from '../programmes/programme.ts'
import {
  causesAt,
  cellsAsked,
  cellsByForm,
  childPlaces,
  periodBefore,
  periodsOf,
  placeRef,
  spanOf,
  targetsOf,
  type Cause,
  type ChildPlace,
  type CountedCell,
  type Period,
} from '../programmes/programme.read.ts'
import type { Sums } from '../programmes/targets/scope.ts'
import { isCountedBy } from '../programmes/targets/target.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { caseTablesOf, type CaseTables } from './case-figures.ts'
import { childOfPlaces, dutiesWithPins, type DutyLine } from './figures.store.ts'
import { modelCountsOf, type ModelCounts } from './model-figures.ts'
import { readLines, type KeyedSpan } from './gather.lines.ts'
import type { Line } from './lines.store.ts'

export interface Asked {
  programme: Programme
  placeId: Id<'place'>
  period: Period
  /** null: what counts now, for a preview. */
  consolidationId: Id<'consolidation'> | null
  today: Day
}

/** One period seen through the pinned values. */
export interface Side {
  period: Period
  board: BoardData
  rows: TargetRow[]
  /** The values under a place: the whole, or a child. */
  linesAt(placeId: Id<'place'>): readonly Line[]
}

export interface Gathered {
  programme: Programme
  place: ChildPlace
  cells: CountedCell[]
  now: Side
  /** null: there is no earlier period, or nothing was reported for it. */
  before: Side | null
  duties: DutyLine[]
  /** What offices say of targets that are not reached, here and at the places below. */
  causes: Cause[]
  /** What the citizens' desks at and below the place fixed for the same days. */
  cases: CaseTables
  /** What the registry counts of models for the programme's year. */
  models: ModelCounts
  /** What an organisation is called, by its key, in the order of the catalogue. */
  organisations: ReadonlyMap<string, string>
}

export async function gather(db: ReadDb, asked: Asked): Promise<Gathered> {
  const { programme, period, today } = asked
  const place = (await placeRef(db, asked.placeId, period.endsOn))!
  const common = {
    targets: await targetsOf(db, programme.id),
    cells: await cellsAsked(db, programme.id),
    formCells: await cellsByForm(db, programme.id),
  }
  const previous = await periodBefore(db, period)
  const keyOf = new Map((await periodsOf(db, period.calendarId)).map((one) => [one.id, one.key]))
  const keyed = async (one: Period): Promise<KeyedSpan> => ({ ...(await spanOf(db, one, today)), keyOf })
  const spans = { now: await keyed(period), before: previous && (await keyed(previous)) }
  const lines = await readLines(db, { ...asked, cells: wantedOf(common), spans })
  const at = { asked, place, common }
  const now = await sideOf(db, at, { period, span: spans.now, lines: lines.now })
  const before =
    previous && lines.before.length > 0
      ? await sideOf(db, at, { period: previous, span: spans.before!, lines: lines.before })
      : null
  const known = await organisations(db)
  const places = [
    place.id,
    ...now.side.board.children.flatMap((one) => (one.organisation ? [] : [one.place.id as Id<'place'>])),
  ]
  const causes = await causesAt(db, { programmeId: programme.id, places, periodId: period.id })
  return {
    ...{ programme, place, cells: common.cells, now: now.side, before: before?.side ?? null, duties: now.duties },
    causes,
    cases: await caseTablesOf(db, { place, from: period.startsOn, to: period.endsOn }),
    models: await modelCountsOf(db, {
      ...{ place, year: programme.year, day: period.endsOn },
      organisations: known,
    }),
    organisations: new Map(known.map(({ key, name }) => [key, name])),
  }
}

/** What the targets count, and what tells how many organisations a person belongs to. */
function wantedOf({ targets, cells }: Common): CountedCell[] {
  const overlap = targets.some((target) => target.overlapFactor)
  return cells.filter(
    (cell) =>
      targets.some((target) => isCountedBy(target, cell)) ||
      (overlap && (cell.count === 'members' || /^personsIn\d$/.test(cell.count))),
  )
}

type Common = Pick<BoardData, 'targets' | 'formCells'> & { cells: CountedCell[] }

async function sideOf(
  db: ReadDb,
  at: { asked: Asked; place: ChildPlace; common: Common },
  of: { period: Period; span: KeyedSpan; lines: readonly Line[] },
): Promise<{ side: Side; duties: DutyLine[] }> {
  const { asked, place, common } = at
  const children = await childPlaces(db, place.id, of.span.day)
  const childOf = await childOfPlaces(
    db,
    children.map((child) => child.id),
    of.span.day,
  )
  const flow = new Set(common.cells.filter((cell) => cell.overTime === 'sum').map((cell) => cell.id))
  const last = of.span.keyOf.get(of.span.lastId)
  const lines = of.lines.filter((line) => flow.has(line.cellId) || line.period === last)
  const byPlace = Map.groupBy(lines, (line) => childOf.get(line.place.id as Id<'place'>) ?? place.id)
  const linesAt = (id: Id<'place'>) => (id === place.id ? lines : (byPlace.get(id) ?? []))
  // Of the year before only its figures are told; states at its end rest on the last reports.
  const stateOnly = of.period.id !== asked.period.id && wantedOf(common).every((cell) => !flow.has(cell.id))
  const periods = stateOnly ? [of.span.lastId] : of.span.periodIds
  const { programme, consolidationId } = asked
  const duties = await dutiesWithPins(db, { programmeId: programme.id, placeId: place.id, periods, consolidationId })
  const placeOf = (duty: DutyLine) => childOf.get(duty.placeId) ?? place.id
  const dutiesAt = Map.groupBy(duties, placeOf)
  const board: BoardData = {
    ...common,
    place,
    periodId: of.period.id,
    sums: addLines(lines),
    children: [
      ...children.map((child) => ({
        place: child,
        organisation: null,
        sums: addLines(linesAt(child.id)),
        standings: standingsOf(dutiesAt.get(child.id) ?? []),
        bodies: [],
      })),
      ...bodiesOf(place, dutiesAt.get(place.id) ?? [], byPlace.get(place.id) ?? []),
    ],
  }
  return { side: { period: of.period, board, rows: boardRows(board), linesAt }, duties }
}

/** Bodies of the place itself stand as children by organisation, each by itself within. */
function bodiesOf(place: ChildPlace, own: readonly DutyLine[], lines: readonly Line[]): Child[] {
  const linesOf = Map.groupBy(lines, (line) => line.body.id)
  return [...Map.groupBy(own, (duty) => duty.organisation)].map(([organisation, duties]) => {
    const bodies = [...Map.groupBy(duties, (duty) => duty.bodyId)].map(([id, due]) => ({
      body: { id, name: due[0]!.bodyName },
      sums: addLines(linesOf.get(id) ?? []),
      standings: standingsOf(due),
    }))
    const sums = addLines(bodies.flatMap(({ body }) => linesOf.get(body.id) ?? []))
    return { place, organisation, sums, standings: standingsOf(duties), bodies }
  })
}

function standingsOf(duties: readonly DutyLine[]): Child['standings'] {
  const byForm = Map.groupBy(duties, (duty) => duty.formId)
  return new Map(
    [...byForm].map(([form, due]) => {
      const counted = due.filter((duty) => duty.version !== null).length
      const estimated = due.filter((duty) => duty.nature === 'estimate').length
      return [form, { expected: due.length, submitted: counted, accepted: counted, estimated }]
    }),
  )
}

function addLines(lines: readonly Line[]): Sums {
  const sums = new Map<Id<'cell'>, number>()
  for (const line of lines) sums.set(line.cellId, (sums.get(line.cellId) ?? 0) + line.value)
  return sums
}
