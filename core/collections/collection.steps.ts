// The steps the operations of a collection share: find it, who may read it, open its sheet, compare the version.
import { bodiesAbove } from '../bodies/body.read.ts'
import { staffOf } from '../programmes/programme.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, must, notFound, ok, problem, type Result } from '../shared/result.ts'
import type { Collection } from './collection.ts'
import { whyNotCollection, type CollectionMove, type CollectionStanding } from './collection.moves.ts'
import { addresseesOf, fileOf, lockCollection, readCollection } from './collection.store.ts'
import { readSheet, type Sheet } from './sheet/cells.ts'
import { faultOf, openWorkbook, type Workbook } from './sheet/workbook.ts'

export const noSuchCollection = notFound(
  'no-such-collection',
  'Không có đợt thu thập này. Hãy chọn lại từ danh sách.',
  'There is no such collection. Choose one from the list.',
)

const notYours = forbidden(
  'not-your-collection',
  'Đợt thu thập này của đơn vị khác. Đồng chí chỉ xem được đợt của đơn vị mình và đợt gửi đến đơn vị mình.',
  'This collection belongs to another body. You see those of your own body and those addressed to it.',
)

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa đợt thu thập này. Điều đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi lưu lại.',
  'Someone has just changed this collection. What you typed is kept and not saved; compare with the newest version.',
)

export async function standingOf(
  db: ReadDb,
  { stage, bodyId }: Pick<Collection, 'stage' | 'bodyId'>,
): Promise<CollectionStanding> {
  return { stage, staff: await staffOf(db, bodyId) }
}

/** True for the staff of the asking body and for officers and leaders of the bodies above: they read every reply. */
export async function readsAll(db: ReadDb, actor: Actor, collection: Collection): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
  const { staff } = await standingOf(db, collection)
  return [...staff, ...(await bodiesAbove(db, collection.bodyId, collection.bodiesOn))].some((body) => mine.has(body))
}

/** The addressed bodies he works in. */
export async function addressedOf(db: ReadDb, actor: Actor, collection: Collection): Promise<Id<'body'>[]> {
  if (collection.stage === 'draft') return []
  const mine = bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
  return (await addresseesOf(db, collection)).map(({ body }) => body).filter((body) => mine.includes(body))
}

/** A collection the actor may read, whether he reads all of it, and for which bodies he answers. */
export async function findFor(db: ReadDb, actor: Actor, id: Id<'collection'>) {
  const collection = await readCollection(db, id)
  if (!collection) return noSuchCollection
  const all = await readsAll(db, actor, collection)
  const mine = await addressedOf(db, actor, collection)
  return all || mine.length > 0 ? ok({ collection, all, mine }) : notYours
}

/** Locks the collection, asks the moves, compares the version; the shared beginning of every change. */
export async function beginCollection(
  context: WriteContext,
  at: { id: Id<'collection'>; expectedVersion: number },
  move: CollectionMove,
) {
  const collection = await lockCollection(context.db, at.id)
  if (!collection) return noSuchCollection
  const refusal = whyNotCollection(context.actor, move, await standingOf(context.db, collection))
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (collection.version !== at.expectedVersion) return changedMeanwhile
  return refusal ?? ok(collection)
}

/** The file as it came, opened. It was opened before it was kept. */
export async function bookOf(db: ReadDb, id: Id<'collection'>): Promise<Workbook> {
  return must(openWorkbook(await fileOf(db, id)))
}

/** A sheet of a workbook somebody sent: the sentence when it cannot be read. */
export function sheetOf(book: Workbook, name: string): Result<Sheet> {
  try {
    return ok(readSheet(book, name))
  } catch (error) {
    return faultOf(error)
  }
}

/** The bytes of a file sent as base64, opened. */
export function openSent(file: string): Result<{ bytes: Buffer; book: Workbook }> {
  if (file === '')
    return invalid([
      problem('file', 'no-file', 'Hãy chọn tệp Excel (.xlsx) để tải lên.', 'Choose an Excel file (.xlsx).'),
    ])
  const bytes = Buffer.from(file, 'base64')
  const opened = openWorkbook(bytes)
  return opened.ok ? ok({ bytes, book: opened.value }) : opened
}
