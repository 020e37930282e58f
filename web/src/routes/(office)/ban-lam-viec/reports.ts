// The reports on which it is this person's turn: to submit, accept, initial, approve, sign or issue.
import { list, show } from '@dong-thuan/core/reports/report.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import type { Answer } from '#web/ask.ts'

const turns = ['issue', 'approve', 'sign', 'accept', 'initial', 'submit'] as const
const most = 20

export async function reportsWaiting(event: Pick<RequestEvent, 'locals'>) {
  const listed = await event.locals.ask(list, {})
  if (!listed.ok) return []
  const open = listed.value.reports.filter(({ stage }) => stage !== 'issued' && stage !== 'superseded').slice(0, most)
  const waiting = []
  for (const { id, title, stage, bodyName } of open) {
    const shown = await event.locals.ask(show, { id })
    const turn = shown.ok
      ? turns.find((move) => shown.value.moves.includes(move) && isDue(move, shown.value))
      : undefined
    if (turn) waiting.push({ id, title, stage, bodyName, turn })
  }
  return waiting
}

/** Initials that stand already, and an approval that is recorded, wait for nobody. */
function isDue(move: (typeof turns)[number], { signing }: Answer<typeof show>): boolean {
  if (move === 'approve') return signing.approvedBy !== null && signing.approval === null
  return move !== 'initial' || signing.initialsOpen.length > 0
}
