// What is told to the other side of an entry, and the reason it may have to give.
import { z } from 'zod'
import type { Id } from '../../shared/id.ts'
import type { Message } from '../../shared/outbox.ts'
import type { LineMove } from '../lines/line.ts'
import type { Move } from './entry.moves.ts'
import type { Place } from './entry.steps.ts'

export const reasonSchema = z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(2000)

interface Told {
  entry: { id: Id<'entry'> }
  place: Place
  /** The body that is told. */
  to: Id<'body'>
  /** The receiver meant; without it the one of the mobilisation line. */
  toName?: string
  reason?: string | null | undefined
}

/** Told to the other side: what was sent to the receivers, what was decided to the body. */
export function messageOf(move: Move | LineMove, told: Told): Message {
  const { duty, form, period } = told.place
  const payload = { entry: told.entry.id, body: duty.bodyName, form: form.name, period: period.name }
  return {
    topic: `entry.${move}`,
    bodyId: told.to,
    payload: { ...payload, to: told.toName ?? duty.toBodyName, reason: told.reason ?? null },
  }
}

/** Everybody who receives the entry is told of what its body did. */
export function messagesToReceivers(move: Move, told: Omit<Told, 'to' | 'toName'>): Message[] {
  const { toBodyId, lineBodyId, lineBodyName } = told.place.duty
  const line = lineBodyId === null ? [] : [messageOf(move, { ...told, to: lineBodyId, toName: lineBodyName! })]
  return [messageOf(move, { ...told, to: toBodyId }), ...line]
}
