// The steps all moves of a request share: find and hold it, ask whether the move may be made, ask the slice it belongs to.
import { z } from 'zod'
import { stoodIn } from '../../people/watch.ts'
import type { Actor } from '../../shared/actor.ts'
import { dayAt, instantSchema, type Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import type { ReadDb, WriteContext } from '../../shared/operation.ts'
import { notFound, ok, type Result } from '../../shared/result.ts'
import { whyNotNear } from '../asked.ts'
import { handleSchema, requestStates, standingOfItem, stateOfRequest } from '../seal.ts'
import { moves, whyNot, type Move, type Standing } from './request.moves.ts'
import { holdRequest, type Request } from './request.store.ts'

export interface Held {
  request: Request
  personId: Id<'person'>
}

/** The request, held, when the actor may make the move now and nothing in the case keeps him away. */
export async function holdFor(context: WriteContext, move: Move, id: Request['id']): Promise<Result<Held>> {
  const { db, actor, today } = context
  const request = await holdRequest(db, id)
  if (!request) return noSuchRequest
  const refusal = whyNot(actor, move, await standingOf(context, request))
  if (refusal) return refusal
  const { personId } = actor as Extract<Actor, { kind: 'person' }>
  const as = move === 'open' ? 'asker' : 'approver'
  const near =
    move === 'end' ? null : await whyNotNear(db, request.what, { handle: request.handle, personId, as, today })
  return near ?? ok({ request, personId })
}

interface Asked {
  db: ReadDb
  actor: Actor
  now: Date
  today: Day
}

export async function standingOf({ db, actor, now, today }: Asked, request: Request): Promise<Standing> {
  const { askedBy, askedAt, decidedBy, bodyId } = request
  const pair = actor.kind === 'person' && actor.personId !== askedBy ? ([actor.personId, askedBy] as const) : null
  return {
    ...{ bodyId, askedBy, decidedBy },
    item: standingOfItem(request),
    state: stateOfRequest(request, now),
    asOne: pair !== null && (await stoodIn(db, pair, { from: dayAt(askedAt), to: today })),
  }
}

const noSuchRequest = notFound(
  'no-such-request',
  'Không có lần xin mở niêm phong này.',
  'There is no such request to open a seal.',
)

export const requestShown = z.object({
  id: z.number().int(),
  handle: handleSchema,
  bodyName: z.string(),
  state: z.enum(requestStates),
  askerName: z.string(),
  askedAt: instantSchema,
  reason: z.string(),
  waitUntil: instantSchema,
  deciderName: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  note: z.string().nullable(),
  openUntil: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
})

export function shown(request: Request, now: Date): z.input<typeof requestShown> {
  const { id, handle, bodyName, askerName, askedAt, reason, waitUntil, deciderName, decidedAt } = request
  const { note, openUntil, endedAt } = request
  return {
    ...{
      id,
      handle,
      bodyName,
      askerName,
      askedAt,
      reason,
      waitUntil,
      deciderName,
      decidedAt,
      note,
      openUntil,
      endedAt,
    },
    state: stateOfRequest(request, now),
  }
}

export const requestInput = z.object({ id: idOf('seal_request') })
export const moveSchema = z.enum(moves)
