// The store as other slices use it, inside their own save: seal, look while sorting, keep or release, hand on, destroy.
import { randomBytes } from 'node:crypto'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '../shared/result.ts'
import { faultsOf, openLetter, sealLetter, type Letter } from './letter.ts'
import { standingOfItem, type ItemStanding } from './seal.ts'
import {
  empty,
  holdItem,
  insertItem,
  insertLook,
  keyInUse,
  markKept,
  moveItem,
  partsOf,
  type Item,
} from './sealed.store.ts'

export type { Letter, Original } from './letter.ts'
export { onSealAsked, type SealAsked } from './asked.ts'

/** Seals to the public key; nobody on this machine need be able to read it. The handle is all the caller may keep. */
export async function seal(
  { app, db, now, record }: WriteContext,
  { what, bodyId, letter }: { what: string; bodyId: Id<'body'>; letter: Letter },
): Promise<Result<{ handle: string }>> {
  if (!app.seal) return noKey
  const faults = faultsOf(letter)
  if (faults.length > 0) return invalid(faults)
  const keyId = await keyInUse(db, app.seal.public, now)
  if (keyId === null) return keyRetired
  const handle = randomBytes(16).toString('hex')
  const parts = await sealLetter(app.seal, handle, letter)
  const id = await insertItem(db, { handle, what, bodyId, keyId, at: now, parts })
  await record({ noun: 'sealedItem', id, move: 'seal' })
  return ok({ handle })
}

/** The letter for whoever sorts it. Only until it is sorted; each look is recorded. Who may sort is the caller's to say. */
export async function lookToSort(context: WriteContext, handle: string): Promise<Result<Letter>> {
  const { db, actor, now } = context
  if (actor.kind !== 'person' || actor.scopes !== null) return onlyPersons
  const held = await holdStanding(context, handle, ['unsorted'])
  if (!held.ok) return held
  const letter = await openItem(context, held.value)
  if (!letter.ok) return letter
  const { id } = held.value
  await insertLook(db, { itemId: id, requestId: null, personId: actor.personId, at: now, part: null })
  await context.record({ noun: 'sealedItem', id, move: 'look' })
  return letter
}

/** Sorted as a denunciation: from now on only an approved request opens it, and nothing releases it. */
export async function keepSealed(context: WriteContext, handle: string): Promise<Result<null>> {
  const held = await holdStanding(context, handle, ['unsorted'])
  if (!held.ok) return held
  await markKept(context.db, held.value.id, context.now)
  await context.record({ noun: 'sealedItem', id: held.value.id, move: 'keep' })
  return ok(null)
}

/** Sorted as anything else: the letter, for the caller to write into its case in this same save. The store keeps none. */
export async function release(context: WriteContext, handle: string): Promise<Result<Letter>> {
  const held = await holdStanding(context, handle, ['unsorted'])
  if (!held.ok) return held
  const letter = await openItem(context, held.value)
  if (!letter.ok) return letter
  await empty(context.db, held.value.id, { released_at: context.now })
  await context.record({ noun: 'sealedItem', id: held.value.id, move: 'release' })
  return letter
}

/** The item goes on to the body that is competent: from now on its people ask and approve. */
export async function handOnSealed(
  context: WriteContext,
  { handle, bodyId }: { handle: string; bodyId: Id<'body'> },
): Promise<Result<null>> {
  const held = await holdStanding(context, handle, ['unsorted', 'kept'])
  if (!held.ok) return held
  const { id, bodyId: from } = held.value
  await moveItem(context.db, id, bodyId)
  await context.record({ noun: 'sealedItem', id, move: 'handOn', changes: { from, to: bodyId } })
  return ok(null)
}

/** What is left on the disk afterwards is ciphertext; it is beyond reach once the key of that time is destroyed too. */
export async function destroySealed(context: WriteContext, handle: string): Promise<Result<null>> {
  const held = await holdStanding(context, handle, ['unsorted', 'kept'])
  if (!held.ok) return held
  await empty(context.db, held.value.id, { destroyed_at: context.now })
  await context.record({ noun: 'sealedItem', id: held.value.id, move: 'destroy' })
  return ok(null)
}

async function holdStanding(
  { db }: WriteContext,
  handle: string,
  wanted: readonly ItemStanding[],
): Promise<Result<Item>> {
  const item = await holdItem(db, handle)
  if (!item) return noSuchItem
  const standing = standingOfItem(item)
  return wanted.includes(standing) ? ok(item) : notSo[standing]
}

async function openItem({ app, db }: WriteContext, item: Item): Promise<Result<Letter>> {
  if (!app.seal?.open) return keyNotHere
  const letter = await openLetter(app.seal.open, item.handle, await partsOf(db, item.id))
  if (letter) return ok(letter)
  app.log.error({ sealedItem: item.id }, 'a sealed item does not open')
  return doesNotOpen
}

export const noSuchItem = notFound(
  'no-such-sealed-item',
  'Không có mục niêm phong này.',
  'There is no such sealed item.',
)

const noKey = conflict(
  'no-seal-key',
  'Hệ thống chưa có khoá niêm phong nên chưa nhận được đơn thư. Hãy báo người vận hành đặt SEAL_PUBLIC.',
  'The platform has no key to seal with, so it cannot take letters yet. The operator sets SEAL_PUBLIC.',
)

const keyRetired = conflict(
  'seal-key-retired',
  'Khoá niêm phong đang đặt đã thôi dùng. Hãy báo người vận hành đặt SEAL_PUBLIC là khoá mới.',
  'The key to seal with has been retired. The operator sets SEAL_PUBLIC to the new one.',
)

export const keyNotHere = conflict(
  'seal-key-not-here',
  'Máy này không giữ khoá mở niêm phong. Hãy làm việc này trên máy giữ khoá, hoặc báo người vận hành.',
  'The key that opens seals is not on this machine. Do this on the machine that holds it, or tell the operator.',
)

export const doesNotOpen = conflict(
  'seal-does-not-open',
  'Mục này không mở được bằng khoá đang dùng, hoặc đã bị sửa. Hãy báo người vận hành chạy lệnh verify seal.',
  'This item does not open with the key in use, or it was changed. The operator runs verify seal.',
)

const onlyPersons = forbidden(
  'person-needed',
  'Chỉ người đăng nhập mới xem được; không xem bằng dòng lệnh hay mã truy cập.',
  'Only a person who signed in may look; not the command line, not a token.',
)

/** Why the move is too late. */
export const notSo: Record<ItemStanding, ReturnType<typeof conflict>> = {
  unsorted: conflict(
    'not-sorted',
    'Đơn thư này chưa phân loại, người tiếp nhận còn xem được; chưa cần mở niêm phong.',
    'This letter is not sorted yet: whoever took it in can still read it, there is no seal to open.',
  ),
  kept: conflict(
    'kept-sealed',
    'Đơn này là tố cáo: danh tính và bản gốc luôn niêm phong, chỉ xem được khi có người thứ hai duyệt.',
    'This is a denunciation: identity and originals stay sealed; only an approved request opens them.',
  ),
  released: conflict(
    'released',
    'Đơn thư này đã phân loại và chuyển vào hồ sơ, không còn niêm phong.',
    'This letter was sorted and given to its case; it is no longer sealed.',
  ),
  destroyed: conflict(
    'destroyed',
    'Mục niêm phong này đã bị huỷ, không còn gì để xem.',
    'This sealed item was destroyed; nothing is left.',
  ),
}
