// Gathers what a board needs: targets, cells, sums of the place and its children, standings.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { BoardData, Child, Duties, PlaceRef, Standings } from './board.ts'
import {
  bodyStandings,
  bodySums,
  childPlaces,
  keptStandings,
  spanOf,
  sumsOf,
  type BodyStanding,
  type ChildPlace,
  type Span,
  type StandingLine,
} from './board.store.ts'
import type { Period } from '../forms/form.store.ts'
import type { Sums } from '../targets/scope.ts'
import { readDefinition, type CountedCell } from '../targets/target.store.ts'
import { isCountedBy } from '../targets/target.ts'
import type { Programme } from '../programme.ts'

export interface Gathered extends BoardData {
  span: Span
}

/** `below`: these places in the stead of those directly below. */
export async function gatherBoard(
  db: ReadDb,
  at: { programme: Programme; place: ChildPlace; period: Period; today: Day; below?: readonly ChildPlace[] },
): Promise<Gathered> {
  const { programme, place, period } = at
  const { targets, cells, formCells } = await readDefinition(db, programme.id)
  const span = await spanOf(db, period, at.today)
  const children = at.below ?? (await childPlaces(db, place.id, span.day))
  // States at the end need the last part's reports only; what adds up over time needs them all.
  const used = cells.filter((cell) => targets.some((target) => isCountedBy(target, cell)))
  const flowCells = used.filter((cell) => cell.overTime === 'sum').map((cell) => cell.id)
  const stateCells = used.filter((cell) => cell.overTime !== 'sum').map((cell) => cell.id)
  const sums = await sumsOf(db, { places: [place, ...children], span, flowCells, stateCells })
  const due = flowCells.length > 0 ? span : { ...span, periodIds: [span.lastId] }
  const below = children.map((child) => child.id)
  const standings = groupStandings(
    below.length ? await keptStandings(db, { places: below, programmeId: programme.id, span: due }) : [],
  )
  const own = await bodyStandings(db, { placeId: place.id, forms: [...formCells.keys()], span: due })
  const placeChildren = children.map((child) => ({
    place: ref(child),
    organisation: null,
    sums: sums.get(child.id) ?? new Map(),
    standings: standings.get(child.id) ?? new Map(),
    bodies: [],
  }))
  const bodyChildren = own.length ? await childrenOfBodies(db, { place, span, flowCells, own }) : []
  return {
    targets,
    cells,
    formCells,
    place: ref(place),
    periodId: period.id,
    sums: sums.get(place.id) ?? new Map(),
    children: [...placeChildren, ...bodyChildren],
    span,
  }
}

/** The sums of one place alone, for a trend. */
export async function sumsAt(
  db: ReadDb,
  at: { place: ChildPlace; cells: readonly CountedCell[]; span: Span },
): Promise<Sums> {
  const flowCells = at.cells.filter((cell) => cell.overTime === 'sum').map((cell) => cell.id)
  const stateCells = at.cells.filter((cell) => cell.overTime === 'last').map((cell) => cell.id)
  const sums = await sumsOf(db, { places: [at.place], span: at.span, flowCells, stateCells })
  return sums.get(at.place.id) ?? new Map()
}

/** At a place itself the children are the bodies that report there, one row an organisation, its bodies within. */
async function childrenOfBodies(
  db: ReadDb,
  at: { place: ChildPlace; span: Span; flowCells: readonly Id<'cell'>[]; own: readonly BodyStanding[] },
): Promise<Child[]> {
  const lines = await bodySums(db, { placeId: at.place.id, span: at.span, flowCells: at.flowCells })
  const linesOf = Map.groupBy(lines, (line) => line.bodyId)
  return [...Map.groupBy(at.own, (line) => line.organisation)].map(([organisation, standings]) => {
    const bodies = [...Map.groupBy(standings, (line) => line.bodyId)].map(([id, due]) => ({
      body: { id, name: due[0]!.bodyName },
      sums: addUpCells(linesOf.get(id) ?? []),
      standings: standingsAt(due, at.place.id),
    }))
    const sums = addUpCells(bodies.flatMap(({ body }) => linesOf.get(body.id) ?? []))
    return { place: ref(at.place), organisation, sums, standings: standingsAt(standings, at.place.id), bodies }
  })
}

function addUpCells(lines: readonly { cellId: Id<'cell'>; value: number }[]): Sums {
  const sums = new Map<Id<'cell'>, number>()
  for (const { cellId, value } of lines) sums.set(cellId, (sums.get(cellId) ?? 0) + value)
  return sums
}

const standingsAt = (lines: readonly StandingLine[], place: Id<'place'>) =>
  groupStandings(lines).get(place) ?? new Map()

function groupStandings(lines: readonly StandingLine[]): Map<Id<'place'>, Standings> {
  const grouped = new Map<Id<'place'>, Map<Id<'form'>, Duties>>()
  for (const line of lines) {
    const forms = grouped.get(line.placeId) ?? new Map()
    const sum = forms.get(line.formId) ?? { expected: 0, submitted: 0, accepted: 0, estimated: 0 }
    sum.expected += line.expected
    sum.submitted += line.submitted
    sum.accepted += line.accepted
    sum.estimated += line.estimated
    grouped.set(line.placeId, forms.set(line.formId, sum))
  }
  return grouped
}

function ref({ id, code, name }: ChildPlace): PlaceRef {
  return { id, code, name }
}
