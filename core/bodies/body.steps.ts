// The steps the moves of a body share: find what is meant, ask whether it may be, claim its version.
import { ancestorsOf, versionsOf as placeVersionsOf } from '../places/place.read.ts'
import { dayInForce, inForce } from '../places/place.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { moves, reasonNot, whyNot, type Move, type Standing } from './body.moves.ts'
import {
  bodiesAbove,
  bodyRow,
  functionKinds,
  organisations,
  topBodiesOver,
  versionsOf,
  type BodyRow,
} from './body.store.ts'
import type { BodyVersion } from './body.ts'
import { advance } from './body.write.store.ts'

type BodyId = Id<'body'>

export const noSuchBody = notFound(
  'no-such-body',
  'Không có tổ chức này. Hãy tìm lại trong danh sách tổ chức.',
  'There is no such body. Look for it in the list of bodies.',
)

/** Where a body stands on a day, by its lower end (itself, or the upper body of a new one) and its place. */
export async function standingOf(
  db: ReadDb,
  at: { bodyId: BodyId | null; placeId: Id<'place'>; day: Day; ended?: boolean },
): Promise<Standing> {
  const places = [at.placeId, ...(await ancestorsOf(db, at.placeId, at.day)).map((place) => place.placeId)]
  return {
    line: at.bodyId === null ? [] : [at.bodyId, ...(await bodiesAbove(db, at.bodyId, at.day))],
    topsOverPlace: await topBodiesOver(db, places, at.day),
    ended: at.ended ?? false,
  }
}

/**
 * Where it stands today. What has ended, or stands at a place that has, is judged on the last day of both: it stays
 * with those who were above it then.
 */
export async function standingNow(
  db: ReadDb,
  { id, versions, today }: { id: BodyId; versions: readonly BodyVersion[]; today: Day },
): Promise<Standing> {
  const own = dayInForce(versions, today)
  const { placeId } = versions.find((version) => inForce(version, own)) ?? versions.at(-1)!
  const ofPlace = dayInForce(await placeVersionsOf(db, placeId), own)
  const ended = versions.every((version) => version.validTo !== null && version.validTo < today)
  return standingOf(db, { bodyId: id, placeId, day: ofPlace < own ? ofPlace : own, ended })
}

/** What an administrator may do with the body now; when nothing, why. Nobody else is told reasons he did not ask for. */
export async function openMoves(
  db: ReadDb,
  actor: Actor,
  body: { id: BodyId; versions: readonly BodyVersion[]; today: Day },
) {
  if (actor.kind === 'person' && bodiesWhere(actor, 'administrator').length === 0) return { moves: [], whyNot: null }
  if (actor.kind === 'anonymous') return { moves: [], whyNot: null }
  const standing = await standingNow(db, body)
  const changing = moves.filter((move) => move !== 'create' && move !== 'createForPlaces')
  const open = changing.filter((move) => !whyNot(actor, move, standing))
  return { moves: open, whyNot: open.length > 0 ? null : reasonNot(actor, 'rename', standing) }
}

export interface Opened {
  row: BodyRow
  /** Oldest first. */
  versions: BodyVersion[]
}

/** A body the actor may change now; its version is claimed, so a slower colleague gets a conflict. */
export async function openForChange(
  context: WriteContext,
  move: Move,
  { id, expectedVersion }: { id: BodyId; expectedVersion: number },
): Promise<Result<Opened>> {
  const { db, actor, today } = context
  const row = await bodyRow(db, id)
  if (!row) return noSuchBody
  const versions = await versionsOf(db, id)
  const refusal = whyNot(actor, move, await standingNow(db, { id, versions, today }))
  if (refusal) return refusal
  return (await advance(db, id, expectedVersion)) ? ok({ row, versions }) : changedMeanwhile
}

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Tổ chức này vừa được người khác sửa. Hãy xem lại bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed this body. Look at the new state and try again; nothing of yours was saved.',
)

/** The version in force on a day, when it is the last one: history in the middle is not rewritten. */
export function lastVersionOn(versions: readonly BodyVersion[], day: Day): BodyVersion | undefined {
  const last = versions.at(-1)
  return last && inForce(last, day) ? last : undefined
}

export async function unknownOrganisation(db: ReadDb, key: string, field = 'organisation'): Promise<Problem[]> {
  return (await organisations(db)).some((known) => known.key === key)
    ? []
    : [problem(field, 'unknown', 'Không có loại tổ chức này trong danh mục.', 'Not in the catalogue of organisations.')]
}

export async function unknownFunction(db: ReadDb, key: string): Promise<Problem[]> {
  return (await functionKinds(db)).some((known) => known.key === key)
    ? []
    : [problem('function', 'unknown', 'Không có chức năng này trong danh mục.', 'Not in the catalogue of functions.')]
}
