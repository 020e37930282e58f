// Who may read what of a programme: its staff and leaders all, a receiving body its own place, everybody what is public.
import { bodiesAbove } from '../bodies/body.read.ts'
import { ancestorsOf } from '../places/place.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { forbidden, notFound } from '../shared/result.ts'
import type { Programme } from './programme.ts'
import { readProgramme, staffOf } from './programme.store.ts'
import { receivingPlaces } from './rights.store.ts'

export const noSuchProgramme = notFound(
  'no-such-programme',
  'Không có chương trình này. Hãy chọn lại từ danh sách chương trình.',
  'No such programme. Choose one from the list.',
)

/** True for the officers and leaders of the programme's body, of its staff and of the bodies above. */
export async function readsAll(db: ReadDb, actor: Actor, programme: Programme, day: Day): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
  if (mine.size === 0) return false
  return [...(await overAll(db, programme, day))].some((body) => mine.has(body))
}

/** The bodies that see the whole of a programme: its own, its staff and those above. */
export async function overAll(db: ReadDb, programme: Programme, day: Day): Promise<ReadonlySet<Id<'body'>>> {
  const staff = await staffOf(db, programme.bodyId)
  return new Set([...staff, ...(await bodiesAbove(db, programme.bodyId, day))])
}

/** The place at which the actor's board of the programme begins: all of it, his own place, or none. */
export async function boardPlace(db: ReadDb, actor: Actor, programme: Programme): Promise<Id<'place'> | null> {
  if (programme.stage === 'draft') return null
  const day = `${programme.year}-12-31` as Day
  if (await readsAll(db, actor, programme, day)) return programme.placeId
  const bodies = bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk')
  const [first = null] = await receivingPlaces(db, { programmeId: programme.id, bodies, day })
  return first
}

/** Whether a place is the programme's, or lies in it on the day: of others it says nothing, whoever asks. */
export async function isInside(
  db: ReadDb,
  programme: Pick<Programme, 'placeId'>,
  of: { placeId: Id<'place'>; day: Day },
): Promise<boolean> {
  if (of.placeId === programme.placeId) return true
  return (await ancestorsOf(db, of.placeId, of.day)).some((one) => one.placeId === programme.placeId)
}

/** Refuses unless the actor may see the figures of this place, unit by unit. */
export async function whyNotSee(
  db: ReadDb,
  actor: Actor,
  at: { programme: Programme; placeId: Id<'place'>; day: Day },
) {
  if (await readsAll(db, actor, at.programme, at.day)) return null
  const bodies = bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk')
  const places = await receivingPlaces(db, { programmeId: at.programme.id, bodies, day: at.day })
  if (places.includes(at.placeId)) return null
  return forbidden(
    'not-your-board',
    'Bảng này có số liệu của từng đơn vị, chỉ cán bộ của chương trình và của địa bàn đó được xem. Kết quả chung ở trang công khai của chương trình.',
    'This board shows figures unit by unit, for the officers of the programme and of that place. The public page shows the results.',
  )
}

export async function findProgramme(db: ReadDb, id: Id<'programme'>) {
  const programme = await readProgramme(db, id)
  return programme ? { ok: true as const, value: programme } : noSuchProgramme
}
