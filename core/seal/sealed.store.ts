// SQL of sealed items and their parts. Nothing in clear comes here.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { ItemTimes } from './seal.ts'

type Tx = Transaction<Tables>
export type ItemId = Id<'sealed_item'>

export interface Item extends ItemTimes {
  id: ItemId
  handle: string
  what: string
  bodyId: Id<'body'>
}

/** The key by its public part, held until the end of the save, so that it is not retired meanwhile. null: it is retired. */
export async function keyInUse(tx: Tx, publicKey: string, now: Date): Promise<Id<'seal_key'> | null> {
  await sql`insert into seal_key (public, since) values (${publicKey}, ${now}) on conflict (public) do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ id: Id<'seal_key'>; retired: boolean }>`
    select id, retired_at is not null as retired from seal_key where public = ${publicKey} for share`.execute(tx)
  return rows[0]!.retired ? null : rows[0]!.id
}

export async function insertItem(
  tx: Tx,
  made: { handle: string; what: string; bodyId: Id<'body'>; keyId: Id<'seal_key'>; at: Date; parts: Uint8Array[] },
): Promise<ItemId> {
  const { id } = await tx
    .insertInto('sealed_item')
    .values({
      ...{ handle: made.handle, what: made.what, body_id: made.bodyId, key_id: made.keyId, sealed_at: made.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [no, bytes] of made.parts.entries())
    await tx
      .insertInto('sealed_part')
      .values({ item_id: id, no, bytes: Buffer.from(bytes) })
      .execute()
  return id
}

const item = sql`i.id, i.handle, i.what, i.body_id as "bodyId", i.kept_at as "keptAt", i.released_at as "releasedAt",
  i.destroyed_at as "destroyedAt"`

/** Held until the end of the save: two who sort, ask or destroy come one after the other. */
export async function holdItem(tx: Tx, handle: string): Promise<Item | undefined> {
  const { rows } = await sql<Item>`select ${item} from sealed_item i where i.handle = ${handle} for update`.execute(tx)
  return rows[0]
}

/** All parts in their order. */
export async function partsOf(db: ReadDb, id: ItemId): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('sealed_part').select('bytes').where('item_id', '=', id).orderBy('no').execute()
  return rows.map(({ bytes }) => bytes)
}

export async function partOf(db: ReadDb, id: ItemId, no: number): Promise<Uint8Array | undefined> {
  const part = db.selectFrom('sealed_part').select('bytes').where('item_id', '=', id).where('no', '=', no)
  return (await part.executeTakeFirst())?.bytes
}

export async function markKept(tx: Tx, id: ItemId, now: Date): Promise<void> {
  await tx.updateTable('sealed_item').set({ kept_at: now }).where('id', '=', id).execute()
}

/** Nothing is left to open; what requests and looks say stays. */
export async function empty(tx: Tx, id: ItemId, as: { released_at: Date } | { destroyed_at: Date }): Promise<void> {
  await tx.deleteFrom('sealed_part').where('item_id', '=', id).execute()
  await tx
    .updateTable('sealed_item')
    .set({ ...as, key_id: null })
    .where('id', '=', id)
    .execute()
}

export async function moveItem(tx: Tx, id: ItemId, bodyId: Id<'body'>): Promise<void> {
  await tx.updateTable('sealed_item').set({ body_id: bodyId }).where('id', '=', id).execute()
}

export interface Look {
  itemId: ItemId
  requestId: Id<'seal_request'> | null
  personId: Id<'person'>
  at: Date
  part: number | null
}

export async function insertLook(tx: Tx, { itemId, requestId, personId, at, part }: Look): Promise<void> {
  const values = { item_id: itemId, request_id: requestId, person_id: personId, at, part }
  await tx.insertInto('seal_look').values(values).execute()
}
