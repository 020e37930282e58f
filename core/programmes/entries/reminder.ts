// Reminding a body of a form it has not sent: who may note it, when, and what must not be written. Pure.
import type { Actor } from '../../shared/actor.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden, problem, type Problem } from '../../shared/result.ts'
import type { Stage } from './entry.ts'

export const channels = ['phone', 'message', 'inPerson'] as const
export type Channel = (typeof channels)[number]

/** What is known of a form when somebody wants to note that he reminded its body. */
export interface Reminded {
  stage: Stage | 'none'
  toBodyId: Id<'body'>
  /** The bodies that see every form of the programme: its own, its staff, those above. */
  overAll: ReadonlySet<number>
  periodClosed: boolean
}

/** null when the actor may note a reminder: an officer or leader of the body that waits, or of those over the whole. */
export function whyNotRemind(actor: Actor, form: Reminded) {
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const his = bodiesWhere(actor, 'officer', 'head')
  if (actor.kind === 'person' && !his.some((body) => body === form.toBodyId || form.overAll.has(body)))
    return forbidden(
      'not-awaited-by-you',
      'Biểu này không gửi cho đơn vị đồng chí, nên việc nhắc do đơn vị nhận hoặc cấp trên ghi.',
      'This form is not addressed to your body; the body that waits for it, or those above, note reminders.',
    )
  if (form.stage === 'submitted' || form.stage === 'accepted')
    return conflict(
      'already-sent',
      'Đơn vị này đã gửi biểu, không cần nhắc nữa.',
      'This body has sent the form; there is nothing to remind of.',
    )
  return form.periodClosed
    ? conflict('period-closed', 'Kỳ báo cáo đã khoá sổ, không gửi được nữa.', 'The period is closed.')
    : null
}

/** A day to come cannot have seen a reminder; and no way to reach a person is kept here. */
export function faultsOfReminder(typed: { on: Day; answer: string | null }, today: Day): Problem[] {
  const faults: Problem[] = []
  if (typed.on > today)
    faults.push(problem('on', 'in-the-future', 'Ngày nhắc phải là hôm nay hoặc trước đó.', 'A day to come.'))
  if (typed.answer && reachesSomebody.test(typed.answer))
    faults.push(
      problem(
        'answer',
        'personal-data',
        'Không ghi số điện thoại, thư điện tử của ai ở đây. Chỉ ghi ngắn đơn vị trả lời thế nào.',
        'No telephone numbers or addresses here. Write only what the body answered.',
      ),
    )
  return faults
}

/** Nine digits or more in a row, however they are spaced, or an address with @; a day as 15.12.2023 has eight. */
const reachesSomebody = /(?:\d[ .-]?){9,}|\S@\S/
