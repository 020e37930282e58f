// One programme for everybody: what it promised, what came of it, how it is counted.
import { showPublicBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const input = { programme: event.params.id }
  const shown = await valueOf(event, show, input)
  const board = await event.locals.ask(showPublicBoard, input)
  return { ...shown, board: board.ok ? board.value : null }
}
