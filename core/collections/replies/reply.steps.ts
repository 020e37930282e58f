// The steps the operations of a reply share: the collection, the sheet, the cells asked of this body, how it stands.
import { staffOf } from '../../programmes/programme.read.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { conflict, forbidden, must, notFound, ok } from '../../shared/result.ts'
import { askedCells, type Area, type AskedCell, type Collection } from '../collection.ts'
import { addressedOf, bookOf, noSuchCollection, readsAll, sheetOf } from '../collection.steps.ts'
import { addresseesOf, areasOf, readCollection, type Addressee } from '../collection.store.ts'
import type { Sheet } from '../sheet/cells.ts'
import type { Workbook } from '../sheet/workbook.ts'
import type { ReplyStanding } from './reply.moves.ts'
import type { StoredReply } from './reply.store.ts'

export interface At {
  collection: Id<'collection'>
  body: Id<'body'>
}

/** What a body is asked: the form opened, and which cells of it. */
export interface Asked {
  collection: Collection
  addressee: Addressee
  areas: Area[]
  book: Workbook
  sheet: Sheet
  cells: AskedCell[]
}

/** The collection, when the body is asked in it. */
export async function findAsked(db: ReadDb, at: At) {
  const collection = await readCollection(db, at.collection)
  if (!collection) return noSuchCollection
  const addressee = (await addresseesOf(db, collection)).find(({ body }) => body === at.body)
  return addressee ? ok({ collection, addressee }) : notAsked
}

/** The form itself, opened once the right to see it is known. */
export async function formFor(
  db: ReadDb,
  { collection, addressee }: Pick<Asked, 'collection' | 'addressee'>,
): Promise<Asked> {
  const areas = await areasOf(db, collection.id)
  const book = await bookOf(db, collection.id)
  const sheet = must(sheetOf(book, collection.sheet!))
  const row = collection.mode === 'rows' ? addressee.row : null
  return { collection, addressee, areas, book, sheet, cells: askedCells(sheet, areas, row) }
}

const notAsked = notFound(
  'not-asked',
  'Đợt thu thập này không gửi đến đơn vị đó. Hãy mở lại từ bàn làm việc.',
  'The collection is not addressed to that body. Open it again from the desk.',
)

export async function replyStandingOf(
  db: ReadDb,
  collection: Collection,
  { bodyId, reply }: { bodyId: Id<'body'>; reply: StoredReply | null },
): Promise<ReplyStanding> {
  const staff = await staffOf(db, collection.bodyId)
  const { savedBy = null, submittedBy = null } = reply ?? {}
  return { stage: reply?.stage ?? 'none', bodyId, staff, collectionStage: collection.stage, savedBy, submittedBy }
}

/** Why this person may not read the body's part, or null. */
export async function whyNotSee(db: ReadDb, actor: Actor, at: { collection: Collection; body: Id<'body'> }) {
  if ((await addressedOf(db, actor, at.collection)).includes(at.body)) return null
  if (await readsAll(db, actor, at.collection)) return null
  return forbidden(
    'not-your-reply',
    'Phần này của đơn vị khác. Đồng chí chỉ xem được phần của đơn vị mình.',
    'This part belongs to another body. You see that of your own body.',
  )
}

/** Somebody else saved in between: nothing is overwritten, what was typed stays on the page. */
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Trong lúc đồng chí điền, người khác đã lưu hoặc xử lý phần này. Điều đồng chí gõ vẫn còn nguyên và chưa lưu; số mới đứng dưới mỗi ô, hãy so rồi lưu lại.',
  'Someone saved or handled this part while you were filling it in. What you typed is kept and not saved; the new values stand below each cell.',
)
