// One target of a board as a map of the places below, with the same figures as a table.
import { showBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { show as showProgramme } from '@dong-thuan/core/programmes/programme.operations.ts'
import { outlines } from '@dong-thuan/core/places/place.outlines.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { params, url } = event
  const { boardPlace } = await valueOf(event, showProgramme, { programme: params.id })
  const board = await valueOf(event, showBoard, {
    programme: params.id,
    place: url.searchParams.get('dia-ban') ?? boardPlace ?? undefined,
    period: url.searchParams.get('ky') ?? undefined,
  })
  const asked = Number(url.searchParams.get('muc'))
  const target = board.targets.find(({ no }) => no === asked) ?? board.targets[0] ?? null
  const on = board.period.cutOffOn
  return { board, target, on, outlines: await valueOf(event, outlines, { id: board.place.id, on }) }
}
