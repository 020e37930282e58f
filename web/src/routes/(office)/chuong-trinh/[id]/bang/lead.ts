// The state of a board in two sentences: who has sent, what is missed, what is provisional.
import type { Board } from '@dong-thuan/core/programmes/boards/board.schema.ts'
import { day } from '#web/words/format.ts'
import type { Words } from '#words'

export function leadOf(board: Board, words: Words): string {
  const children = board.targets.flatMap((target) => target.children)
  const what = children.some((child) => child.organisation === null) ? words.board.places : words.board.bodies
  const missed = board.targets.filter((target) => target.overall === 'notReached').length
  const asked = board.targets.filter((target) => target.expected > 0)
  const complete = asked.length > 0 && asked.every((target) => target.complete)
  const nothing = board.targets.every((target) => target.overall === 'noData')
  return [
    words.board.sent(board.reported, board.expected, what),
    missingSentence(board, words),
    nothing ? words.board.nothingYet : words.board.missedTargets(missed, board.targets.length),
    board.estimated > 0 && words.board.estimates(board.estimated),
    nothing ? '' : complete ? words.board.complete : words.board.provisional,
  ]
    .filter(Boolean)
    .join(' ')
}

function missingSentence(board: Board, words: Words): string {
  if (board.missing.length === 0) return ''
  const late = board.missing[0]!.daysLate
  const since =
    late > 60
      ? words.board.overdue(day(board.period.dueOn))
      : late > 0
        ? words.board.lateDays(late)
        : words.board.dueOn(day(board.period.dueOn))
  const names = board.missing.map(
    (child) =>
      child.body?.name ??
      (child.organisation ? (words.board.organisation[child.organisation] ?? child.organisation) : child.place.name),
  )
  const who = names.length <= 3 ? words.board.notSent(names.join(', ')) : words.board.notSentMany(names.length)
  return `${who}, ${since}.`
}
