// Calls to answer as rows of a table: the same in the list and on the desk.
import type { DeskLine } from '#web/desk.ts'
import { day } from '#web/words/format.ts'
import type { Words } from '#words'

export interface ToAnswer {
  call: { id: number; title: string; dueOn: string; stage: string }
  standing: { body: number; bodyName: string; stage: DeskLine['stage']; daysLate: number }
}

export function rowsToAnswer(lines: readonly ToAnswer[], words: Words) {
  return lines.map(({ call, standing }) => ({
    title: { text: call.title, href: `/de-cuong/${call.id}/tra-loi/${standing.body}`, note: standing.bodyName },
    due: day(call.dueOn),
    state: stateOfAnswer({ ...standing, closed: call.stage === 'closed' }, words),
  }))
}

/** Late stands before everything while nothing was sent and something still can be. */
export function stateOfAnswer(
  { stage, daysLate, closed }: { stage: DeskLine['stage']; daysLate: number; closed: boolean },
  words: Words,
): { text: string; status?: keyof Words['status']; note?: string } {
  const text = words.answer.stage[stage]!
  const sent = stage === 'submitted' || stage === 'accepted'
  if (sent) return daysLate > 0 ? { text, note: words.entry.sentLate(daysLate) } : { text }
  if (closed) return { text, note: words.call.stage.closed }
  return daysLate > 0 ? { text: `${text}, ${words.work.late(daysLate)}`, status: 'late' } : { text }
}
