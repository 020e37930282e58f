// The steps the moves of a key share: find the divided place, ask who stands over it, write a version.
import { functionsOf, versionsOf as versionsOfBody, type BodyVersion } from '../../bodies/body.read.ts'
import { dividedPlaces, insertKey, outside, partsOf, versionsOfKey, type Divided } from '../../places/key/key.read.ts'
import type { KeyVersion, Part } from '../../places/key/key.ts'
import type { Share } from '../../places/share.ts'
import { versionsOf } from '../../places/place.read.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadContext, ReadDb, WriteContext } from '../../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../../shared/result.ts'
import { personOf } from '../act.steps.ts'
import type { KeyStanding } from './key.moves.ts'

export interface Opened {
  place: Divided
  parts: Part[]
  versions: KeyVersion[]
  standing: KeyStanding
}

export async function openKey(context: Asking, id: Id<'place'>): Promise<Result<Opened>> {
  const last = (await versionsOf(context.db, id)).at(-1)
  const { places } = last?.code
    ? await dividedPlaces(context.db, { code: last.code, size: 5, page: 1 })
    : { places: [] }
  const place = places.find(({ placeId }) => placeId === id)
  return place ? ok(await opened(context, place)) : notDivided
}

type Asking = Pick<ReadContext, 'db' | 'actor' | 'today'>

export async function opened(context: Asking, place: Divided): Promise<Opened> {
  const parts = await partsOf(context.db, place.placeId)
  const versions = await versionsOfKey(context.db, place.placeId)
  const office = await officeOver(context, place, parts)
  return { place, parts, versions, standing: { office, inForce: place.version > 0 && !place.withdrawn } }
}

/** The name of the first of his offices that stands over the old place, or over all that it was divided among. */
async function officeOver(
  { db, actor, today }: Asking,
  place: Divided,
  parts: readonly Part[],
): Promise<string | null> {
  if (actor.kind === 'operator') return 'Người vận hành nền tảng'
  for (const id of bodiesWhere(actor, 'administrator', 'officer')) {
    const body = await lastKnown(db, id, today)
    if (!body || !(await speaksForPlace(db, body, today))) continue
    const eve = { places: [place.placeId], days: [addDays(place.onDate, -1)] }
    const now = { places: parts.map(({ placeId }) => placeId), days: [today] }
    for (const { places, days } of [eve, now]) {
      if (places.includes(body.placeId)) continue
      if ((await outside(db, { places, under: [body.placeId], days })).size === 0) return body.name
    }
  }
  return null
}

/** As it is today; of a body that ended with its district as it was last: its people know best what went where. */
async function lastKnown(db: ReadDb, id: Id<'body'>, today: Day): Promise<BodyVersion | undefined> {
  const begun = (await versionsOfBody(db, id)).filter(({ validFrom }) => (validFrom ?? today) <= today)
  return begun.toSorted((a, b) => (a.validTo ?? '9999').localeCompare(b.validTo ?? '9999')).at(-1)
}

/** A body that leads its place, or does its mass mobilisation; not a union or an agency beside them. */
async function speaksForPlace(db: ReadDb, { bodyId, parentId, validTo }: BodyVersion, today: Day): Promise<boolean> {
  const day = validTo !== null && validTo < today ? validTo : today
  if (parentId === null) return true
  const held = await functionsOf(db, bodyId)
  return held.some(
    ({ function: key, validFrom, validTo: until }) =>
      key === 'massMobilisation' && (validFrom ?? day) <= day && (until ?? day) >= day,
  )
}

export interface KeyGiven extends Pick<KeyVersion, 'method' | 'basis' | 'dated' | 'confidence' | 'note'> {
  withdrawn: boolean
  shares: readonly { to: Id<'place'>; share: Share }[]
}

/** Appends a version; the caller has judged it and asked whether he may. */
export async function append(context: WriteContext, { place, standing }: Opened, given: KeyGiven, expected: number) {
  const { db, actor, now } = context
  const key = { ...given, placeId: place.placeId, author: standing.office! }
  const id = await insertKey(db, key, { expectedVersion: expected, person: personOf(actor), at: now })
  if (id === null) return changedMeanwhile
  const version = expected + 1
  const move = given.withdrawn ? 'withdraw' : 'set'
  await context.record({ noun: 'placeKey', id, move, changes: { place: place.placeId, version, method: given.method } })
  return ok({ id: place.placeId, version })
}

const notDivided = notFound(
  'not-divided',
  'Địa bàn này không bị chia cho nhiều nơi, nên không cần khoá. Xem danh sách các địa bàn bị chia.',
  'This place was not divided and needs no key. See the list of divided places.',
)

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa ghi một bản mới của khoá này. Hãy xem bản đó rồi ghi lại nếu vẫn cần; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just written a new version of this key. Look at it first; nothing of yours was saved.',
)
