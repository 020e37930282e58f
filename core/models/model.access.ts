// Who reads a model in the office: whoever has a part in it, a body above those; what is recognised, everybody who works there.
// An exemplary person without his consent is nobody else's business, recognised or not.
import { bodiesBelow } from '../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { forbidden } from '../shared/result.ts'
import type { Scope } from './list.store.ts'
import type { Kind, Stage } from './model.ts'
import { consentOf } from './public.store.ts'

export const working = { roles: ['reporter', 'officer', 'head', 'standingBoard'] } as const

interface At {
  db: ReadDb
  actor: Actor
  today: Day
}

export async function scopeOf({ db, actor, today }: At): Promise<Scope> {
  const bodies = bodiesWhere(actor, ...working.roles)
  return { bodies, reach: await bodiesBelow(db, bodies, today) }
}

interface Guarded {
  id: Id<'model'>
  kind: Kind
  stage: Stage
  ownerId: Id<'body'>
  guideId: Id<'body'>
}

/** Decided by a signed decision, so no secret of its body: of a way of doing or a collective. */
const isKnown = (stage: Stage) => stage === 'recognised' || stage === 'ended'

export const mayRead = async (at: At, model: Guarded): Promise<boolean> => (await readerOf(at))(model)

/** Asked of many: whose bodies he reads is looked up once. */
export async function readerOf(at: At): Promise<(model: Guarded) => Promise<boolean>> {
  const { bodies, reach } = await scopeOf(at)
  const within = new Set(reach)
  return async ({ id, kind, stage, ownerId, guideId }) => {
    if (at.actor.kind === 'operator' || within.has(ownerId) || within.has(guideId)) return true
    if (bodies.length === 0 || !isKnown(stage)) return false
    return kind !== 'exemplarPerson' || (await consentOf(at.db, id)) !== null
  }
}

export const notYours = forbidden(
  'not-your-model',
  'Mô hình này của đơn vị khác và chưa công nhận, hoặc là điển hình cá nhân chưa đồng ý nêu tên; đồng chí không xem được.',
  'This model belongs to another body and is not recognised yet, or is a person who has not agreed to be named.',
)
