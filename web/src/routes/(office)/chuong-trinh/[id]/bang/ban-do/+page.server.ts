// One target of a board as a map of the places below, with the same figures as a table.
import { carriedBoard } from '@dong-thuan/core/programmes/boards/carried.board.operations.ts'
import { showBoard } from '@dong-thuan/core/programmes/boards/board.operations.ts'
import { show as showProgramme } from '@dong-thuan/core/programmes/programme.operations.ts'
import { outlines } from '@dong-thuan/core/places/place.outlines.ts'
import { valueOf } from '#web/act.ts'
import { carriedMap, ownMap } from './map.ts'

export const load = async (event) => {
  const { params, url } = event
  const { boardPlace } = await valueOf(event, showProgramme, { programme: params.id })
  const board = await valueOf(event, showBoard, {
    programme: params.id,
    place: url.searchParams.get('dia-ban') ?? boardPlace ?? undefined,
    period: url.searchParams.get('ky') ?? undefined,
  })
  const on = board.period.cutOffOn
  const inside = await valueOf(event, outlines, { id: board.place.id, on })
  // Only the boundaries after July 2025 are known: the whole board of an earlier period is drawn on those.
  const whole = (board.above[0]?.id ?? board.place.id) === board.place.id
  const carried =
    whole && inside.shapes.length === 0
      ? await valueOf(event, carriedBoard, { programme: params.id, period: board.period.key })
      : null
  const drawable = carried?.targets.some((target) => target.places.length > 0) ? carried : null
  const map = drawable ? carriedMap(drawable) : ownMap(board, inside)
  const asked = Number(url.searchParams.get('muc'))
  const target =
    map.targets.find(({ no }) => no === asked) ??
    map.targets.find(({ places }) => places.length > 0) ??
    map.targets[0] ??
    null
  return { board, map, target }
}
