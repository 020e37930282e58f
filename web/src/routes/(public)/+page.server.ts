// The front page: what was promised and what came of it, from the newest public programmes that have targets.
import { showPublicBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { listAll } from '@dong-thuan/core/programmes/programme.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { programmes } = await valueOf(event, listAll, {})
  const boards = []
  for (const one of programmes.filter((programme) => programme.public && programme.stage !== 'draft').slice(0, 12)) {
    const board = await event.locals.ask(showPublicBoard, { programme: one.id })
    if (board.ok && board.value.targets.length > 0) boards.push({ programme: one, board: board.value })
    if (boards.length === 3) break
  }
  const facts = boards.map(({ programme, board }) => ({
    programme,
    reached: board.targets.filter((target) => target.overall === 'reached').length,
    targets: board.targets.length,
    sent: board.reported,
    due: board.expected,
    complete: board.targets.every((target) => target.complete),
    period: board.period,
  }))
  return { facts, newest: programmes.slice(0, 5) }
}
