// One programme for everybody: what it promised, what came of it, how it is counted.
import { showPublicBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { work } from '@dong-thuan/core/programmes/entries/work.operations.ts'
import { valueOf } from '#web/act.ts'
import { isDone } from '#web/desk.ts'

export const load = async (event) => {
  const input = { programme: event.params.id }
  const shown = await valueOf(event, show, input)
  const board = await event.locals.ask(showPublicBoard, input)
  const mine = event.locals.actor.kind === 'person' ? await event.locals.ask(work, {}) : null
  const toFill = mine?.ok ? mine.value.toFill.filter((line) => line.programme === shown.programme.id) : []
  return { ...shown, mine: toFill.find((line) => !isDone(line)) ?? toFill[0], board: board.ok ? board.value : null }
}
