// How a reply to a collection is told, and the due time between two fields and one instant. Pure.
import { day, dayOf, time } from '#web/words/format.ts'
import type { Words } from '#words'

interface Standing {
  stage: keyof Words['collect']['replyStage']
  hoursLate: number
}

/** Late stands before everything while nothing was sent. */
export function replyState({ stage, hoursLate }: Standing, { stage: of }: { stage: string }, words: Words) {
  const text = words.collect.replyStage[stage]
  const sent = stage === 'submitted' || stage === 'accepted'
  if (sent) return { text, ...(hoursLate > 0 && { note: words.collect.sentLate(hoursLate) }) }
  if (hoursLate <= 0 || of === 'closed') return { text }
  return { text: `${text}, ${words.collect.late(hoursLate)}`, status: 'late' as const }
}

/** Those a body still has to fill in or send. */
export function workbooksOpen<One extends { collection: { stage: string }; standing: { stage: string } }>(
  asked: readonly One[],
): One[] {
  return asked.filter(
    ({ collection, standing }) =>
      collection.stage === 'issued' && standing.stage !== 'submitted' && standing.stage !== 'accepted',
  )
}

/** “2026-11-26” and “16:30” to an instant in Vietnam; what is not read so is left for the operation to refuse. */
export function dueFrom({ dueOn, dueTime }: { dueOn?: unknown; dueTime?: unknown }): string {
  const found = /^(\d{1,2})[:hg.](\d{2})?$/i.exec(String(dueTime ?? '').trim())
  const clock = found ? `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}` : String(dueTime ?? '')
  return `${dueOn ?? ''}T${clock}:00+07:00`
}

export function dueFields(dueAt: string): { dueOn: string; dueTime: string } {
  return { dueOn: day(dayOf(dueAt)), dueTime: time(dueAt) }
}
