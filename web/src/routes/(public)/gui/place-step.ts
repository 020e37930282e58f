// One press on the map, or on a button beside it, without script: what was typed comes back with the place and the next view. Pure.
import { frameOf, middleOf, nearest, pointOf, type View } from '@dong-thuan/core/cases/spot/frame.ts'
import type { Box, Point } from '@dong-thuan/core/places/boundary.ts'
import type { Typed } from '#web/form.ts'

export function numberIn(text: string | undefined): number | null {
  const value = Number(text)
  return text === undefined || text === '' || !Number.isFinite(value) || Math.abs(value) > 180 ? null : value
}

export function viewIn(typed: Typed): View | null {
  const [zoom, lat, lon] = [numberIn(typed.mapZoom), numberIn(typed.mapLat), numberIn(typed.mapLon)]
  return zoom === null || lat === null || lon === null ? null : { zoom, lat, lon }
}

const withView = (typed: Typed, { zoom, lat, lon }: View): Typed => ({
  ...typed,
  ...{ mapOpen: '1', mapZoom: String(zoom), mapLat: String(lat), mapLon: String(lon) },
})

/** A press chooses the place and goes one step nearer, so that the next press chooses more exactly. */
export function pressed(typed: Typed, box: Box): Typed {
  const [x, y] = [numberOf(typed['map.x']), numberOf(typed['map.y'])]
  const view = viewIn(typed) ?? { zoom: 0, ...middleOf(box) }
  if (x !== null && y !== null) {
    const point = pointOf(frameOf(box, view), x, y)
    const nearer = { zoom: Math.min(nearest, view.zoom + 1), ...point }
    return withView({ ...typed, lat: String(point.lat), lon: String(point.lon) }, nearer)
  }
  if (typed.mapDo === 'out') return withView(typed, { ...view, zoom: Math.max(0, view.zoom - 1) })
  if (typed.mapDo === 'whole') return withView(typed, { zoom: 0, ...middleOf(box) })
  if (typed.mapDo === 'clear') return without(withView(typed, { zoom: 0, ...middleOf(box) }), ['lat', 'lon'])
  const desk = /^desk:(\d+)$/.exec(typed.mapDo ?? '')?.[1]
  if (desk) return without({ ...typed, desk, mapOpen: '1' }, ['mapZoom', 'mapLat', 'mapLon'])
  return withView(typed, view)
}

const numberOf = (text: string | undefined) => (text === undefined || !/^\d{1,4}$/.test(text) ? null : Number(text))

const without = (typed: Typed, names: readonly string[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name)))

export type { Point }
