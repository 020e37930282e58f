// SQL over all sealed items, for the operator: which are sealed by which key, and writing one anew.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { ItemId } from './sealed.store.ts'

type KeyId = Id<'seal_key'>

export interface SealedBy {
  id: ItemId
  handle: string
  /** The public part of its key. */
  public: string
}

/** The next items that can be opened, in order of their ids. */
export async function itemsAfter(db: ReadDb, id: number, most: number): Promise<SealedBy[]> {
  const { rows } =
    await sql<SealedBy>`select i.id, i.handle, k.public from sealed_item i join seal_key k on k.id = i.key_id
    where i.id > ${id} order by i.id limit ${most}`.execute(db)
  return rows
}

/** Waits for saves that seal by it. From then on nothing is sealed by it. null: nothing ever was. */
export async function retireKey(db: Kysely<Tables>, publicKey: string, now: Date): Promise<KeyId | null> {
  const { rows } = await sql<{ id: KeyId }>`update seal_key set retired_at = coalesce(retired_at, ${now})
    where public = ${publicKey} returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** The next item of this key, held until the end of the save. */
export async function holdNextOf(tx: Transaction<Tables>, key: KeyId, after: number): Promise<SealedBy | undefined> {
  const { rows } =
    await sql<SealedBy>`select i.id, i.handle, k.public from sealed_item i join seal_key k on k.id = i.key_id
    where i.key_id = ${key} and i.id > ${after} order by i.id limit 1 for update of i`.execute(tx)
  return rows[0]
}

export async function writeAnew(
  tx: Transaction<Tables>,
  item: { id: ItemId; key: KeyId; parts: readonly Uint8Array[] },
): Promise<void> {
  for (const [no, bytes] of item.parts.entries())
    await tx
      .updateTable('sealed_part')
      .set({ bytes: Buffer.from(bytes) })
      .where('item_id', '=', item.id)
      .where('no', '=', no)
      .execute()
  await tx.updateTable('sealed_item').set({ key_id: item.key }).where('id', '=', item.id).execute()
}
