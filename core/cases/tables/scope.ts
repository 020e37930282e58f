// Who sees whose table, and how much of it: a desk its own whole, who stands above what is not too small, a Party board no list.
import { bodyAt, functionsOf } from '../../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { forbidden, ok, type Result } from '../../shared/result.ts'
import { desksUnder, type TableDesk } from './table.store.ts'

/** `own`: works there. `above`: receives or leads above it. `board`: does the mass-mobilisation work of the area. */
export type Sight = 'own' | 'above' | 'board'

/** One desk, or a body with every desk below it. */
export const reaches = ['desk', 'all'] as const
export type Reach = (typeof reaches)[number]

export interface Table {
  bodyId: Id<'body'>
  name: string
  reach: Reach
  desks: TableDesk[]
  sight: Sight
}

interface Asker {
  db: ReadDb
  actor: Actor
  today: Day
}

/** The bodies he works for as a board: those that hold the function of mass mobilisation today. */
async function boardsOf({
  db,
  actor,
  today,
}: Asker): Promise<{ id: Id<'body'>; name: string; placeId: Id<'place'> }[]> {
  const boards = []
  for (const id of new Set(bodiesWhere(actor, 'officer', 'head', 'standingBoard'))) {
    const held = (await functionsOf(db, id)).some(
      (one) =>
        one.function === 'massMobilisation' &&
        (one.validFrom === null || one.validFrom <= today) &&
        (one.validTo === null || one.validTo >= today),
    )
    const body = held && (await bodyAt(db, id, today))
    if (body) boards.push({ id, name: body.name, placeId: body.placeId })
  }
  return boards
}

/** Every table he may open, his own desks first. */
export async function tablesFor(asker: Asker): Promise<Table[]> {
  const { db, actor, today } = asker
  const mine = [...new Set(bodiesWhere(actor, 'receiver', 'head'))]
  const below = await desksUnder(db, { bodies: mine, places: [], day: today })
  const boards = await boardsOf(asker)
  const tables = new Map<string, Table>()
  const put = (table: Table) => {
    const key = `${table.bodyId}.${table.reach}`
    if (!tables.has(key)) tables.set(key, table)
  }
  for (const desk of below.filter(({ id }) => mine.includes(id)))
    put(tableOf(desk, [desk], { reach: 'desk', sight: 'own' }))
  for (const id of mine) {
    const desks = await desksUnder(db, { bodies: [id], places: [], day: today })
    const body = desks.length > 1 && (await bodyAt(db, id, today))
    if (body) put(tableOf({ id, name: body.name }, desks, { reach: 'all', sight: 'above' }))
  }
  for (const board of boards) {
    const desks = await desksUnder(db, { bodies: [], places: [board.placeId], day: today })
    if (desks.length > 0) put(tableOf(board, desks, { reach: 'all', sight: 'board' }))
  }
  for (const desk of below) put(tableOf(desk, [desk], { reach: 'desk', sight: 'above' }))
  for (const { placeId } of boards)
    for (const desk of await desksUnder(db, { bodies: [], places: [placeId], day: today }))
      put(tableOf(desk, [desk], { reach: 'desk', sight: 'board' }))
  return [...tables.values()]
}

const tableOf = (
  { id, name }: { id: Id<'body'>; name: string },
  desks: TableDesk[],
  how: { reach: Reach; sight: Sight },
): Table => ({ bodyId: id, name, desks, ...how })

export async function tableFor(asker: Asker, of: { body: Id<'body'>; reach: Reach }): Promise<Result<Table>> {
  if (asker.actor.kind === 'operator') {
    const desks = await desksUnder(asker.db, { bodies: [of.body], places: [], day: asker.today })
    const wanted = of.reach === 'all' ? desks : desks.filter(({ id }) => id === of.body)
    if (wanted[0]) return ok(tableOf({ id: of.body, name: wanted[0].name }, wanted, { reach: of.reach, sight: 'own' }))
  }
  const found = (await tablesFor(asker)).find(({ bodyId, reach }) => bodyId === of.body && reach === of.reach)
  return found ? ok(found) : notYours
}

/** Small counts are told to the desk itself alone. */
export const isExact = ({ sight, reach }: Pick<Table, 'sight' | 'reach'>) => sight === 'own' && reach === 'desk'

const notYours = forbidden(
  'not-your-table',
  'Đồng chí không xem được bảng số liệu của nơi này. Hãy chọn trong danh sách.',
  'You may not see the table of this desk. Choose one from the list.',
)
