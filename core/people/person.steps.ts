// The steps the moves of a person share: find him, ask whether it may be, claim his version.
import type { App } from '../app.ts'
import { bodiesWhere, type Actor, type Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../shared/result.ts'
import { passkeysOf } from './passkeys/passkey.store.ts'
import { isTied } from './provider/provider.store.ts'
import { hasSecondStep } from './second-step/second-step.store.ts'
import { whyNot, type Move, type Standing } from './person.moves.ts'
import { personById, type Person } from './person.store.ts'
import { advance } from './person.write.store.ts'
import { bodiesOfPerson, bodiesReached, otherAdministrators } from './reach.store.ts'

type BodyId = Id<'body'>

export const noSuchPerson = notFound(
  'no-such-person',
  'Không có người này. Hãy tìm lại trong danh sách người dùng.',
  'There is no such person. Look for them in the list of people.',
)

/** The bodies whose people the actor administers; null: all of them. */
export async function reachOf(db: ReadDb, actor: Actor, today: Day): Promise<Set<BodyId> | null> {
  if (actor.kind === 'operator') return null
  return bodiesReached(db, bodiesWhere(actor, 'administrator'), today)
}

export async function reachesBody(db: ReadDb, actor: Actor, at: { bodyId: BodyId; today: Day }): Promise<boolean> {
  return (await reachOf(db, actor, at.today))?.has(at.bodyId) ?? true
}

interface Asked {
  app: Pick<App, 'provider'>
  now: Date
  db: ReadDb
  actor: Actor
  today: Day
}

export async function standingOf(asked: Asked, person: Person, role?: Role): Promise<Standing> {
  const { app, now, db, actor, today } = asked
  const issuer = app.provider?.issuer
  const reach = await reachOf(db, actor, today)
  const bodies = await bodiesOfPerson(db, person.id, today)
  const administers = role === undefined || role === 'administrator'
  return {
    self: actor.kind === 'person' && actor.personId === person.id,
    reached: reach === null || (bodies.length > 0 && bodies.every((id) => reach.has(id))),
    disabled: person.disabledAt !== null,
    secondStep: (await hasSecondStep(db, person.id)) || (await passkeysOf(db, person.id)).length > 0,
    provider: app.provider !== null,
    identity: issuer !== undefined && (await isTied(db, { person: person.id, issuer, now })),
    ...(role && { role }),
    lastAdministrator: administers && (await otherAdministrators(db, person.id, today)) === 0,
  }
}

interface Wanted {
  id: Id<'person'>
  /** Undefined: the change overwrites nothing, so nothing is compared. */
  expectedVersion?: number | undefined
  role?: Role
}

/** A person the actor may change now; his version is claimed, so a slower colleague gets a conflict. */
export async function openForChange(context: WriteContext, move: Move, wanted: Wanted): Promise<Result<Person>> {
  const person = await personById(context.db, wanted.id)
  if (!person) return noSuchPerson
  const refusal = whyNot(context.actor, move, await standingOf(context, person, wanted.role))
  if (refusal) return refusal
  const claimed = await advance(context.db, person.id, wanted.expectedVersion)
  return claimed ? ok({ ...person, version: person.version + 1 }) : changedMeanwhile
}

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Tài khoản này vừa được người khác sửa. Hãy xem lại bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed this account. Look at the new state and try again; nothing of yours was saved.',
)
