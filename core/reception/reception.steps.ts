// The steps every move of reception shares: find and lock, ask the table, compare the version, write the event.
import { compute } from '../law/deadline.operations.ts'
import { lettersOf } from '../cases/given.ts'
import { show } from '../cases/show.operations.ts'
import { whyKeptAway } from '../cases/submission.steps.ts'
import { lookToSort, type Letter } from '../seal/sealing.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../shared/result.ts'
import { lockBooking, type Booking } from './booking.store.ts'
import { notYours, partsAt, whyNot, type Move } from './reception.moves.ts'
import { postingRule, type Form, type Sitting, type Visit } from './reception.ts'
import * as sittings from './sitting.store.ts'
import { lockVisit } from './visit.store.ts'

export const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null)

export const noSuchSitting = notFound(
  'no-such-sitting',
  'Không có buổi tiếp này. Hãy chọn lại từ lịch.',
  'There is no such session. Choose one from the schedule.',
)
export const noSuchBooking = notFound(
  'no-such-booking',
  'Không có đăng ký này. Hãy chọn lại từ buổi tiếp.',
  'There is no such booking. Choose one from the session.',
)
export const noSuchVisit = notFound(
  'no-such-visit',
  'Không có lần tiếp này trong sổ. Hãy chọn lại từ sổ tiếp công dân.',
  'There is no such line. Choose one from the register.',
)
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa chỗ này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this. What you typed is kept and not saved; look at the newest state.',
)

interface At<Name extends string> {
  id: Id<Name>
  /** null where nothing can be overwritten. */
  expectedVersion: number | null
}

export async function beginSitting(context: WriteContext, at: At<'sitting'>, move: Move): Promise<Result<Sitting>> {
  const sitting = await sittings.lockSitting(context.db, at.id)
  if (!sitting) return noSuchSitting
  const refusal = whyNot<'sitting'>(partsAt(context.actor, sitting), move, sitting.stage)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && at.expectedVersion !== sitting.version) return changedMeanwhile
  return refusal ?? ok(sitting)
}

export async function beginBooking(
  context: WriteContext,
  at: At<'booking'>,
  move: Move,
): Promise<Result<{ booking: Booking; sitting: Sitting }>> {
  const booking = await lockBooking(context.db, at.id)
  const sitting = booking && (await sittings.readSitting(context.db, booking.sittingId))
  if (!booking || !sitting) return noSuchBooking
  const refusal = whyNot<'booking'>(partsAt(context.actor, sitting), move, booking.stage)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && at.expectedVersion !== booking.version) return changedMeanwhile
  return refusal ?? ok({ booking, sitting })
}

/** A line about the body somebody works for is not there for him; the try is recorded by the case. */
export async function beginVisit(context: WriteContext, at: At<'visit'>, move: Move | null): Promise<Result<Visit>> {
  const visit = await lockVisit(context.db, at.id)
  if (!visit) return noSuchVisit
  const away = visit.submissionId === null ? null : await whyKeptAway(context, visit.submissionId)
  if (away) return noSuchVisit
  const own = partsAt(context.actor, visit)
  const refusal = move === null ? whyNotRead(own) : whyNot<'visit'>(own, move, visit.stage)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && at.expectedVersion !== visit.version) return changedMeanwhile
  return refusal ?? ok(visit)
}

const whyNotRead = (own: ReturnType<typeof partsAt>) => (own.length === 0 ? notYours : null)

/** The last day on which a session of that day may be posted; null: no rule says one. */
export async function postBy({ app }: Pick<WriteContext, 'app'>, of: { form: Form; day: Day }): Promise<Day | null> {
  const found = await compute.ask(app, operator, { rule: postingRule(of.form), from: of.day })
  return found.ok ? found.value.due : null
}

/** What the visitor said and who he is, as far as this reader may know; null: it stays sealed. Each reading is recorded. */
export async function letterOfVisit(
  context: WriteContext,
  visit: Visit,
): Promise<Result<Pick<Letter, 'sender' | 'text'> | null>> {
  if (visit.handle !== null) return lookToSort(context, visit.handle)
  const { submissionId } = visit
  const shown = await show.ask(context.app, context.actor, { id: submissionId })
  if (!shown.ok) return ok(null)
  const { letter, open } = shown.value
  if (letter) return ok(letter.redacted ? null : { sender: letter.sender as Record<string, string>, text: letter.text })
  if (!open.includes('look')) return ok(null)
  const letters = await lettersOf(context, submissionId!)
  if (!letters.ok) return letters
  const [first] = letters.value
  return ok(first ? { sender: first.sender, text: first.text } : null)
}
