// Between a place on the ground and a dot in a picture of a commune: one frame, the same for who draws it and who reads a press. Pure.
import { holds, type Boundary, type Box, type Point } from '../../places/boundary.ts'

/** What is looked at: the whole at 0, each step four times nearer, around a middle. */
export interface View extends Point {
  zoom: number
}

/** As wide as a cheap phone: a browser says where a picture was pressed in its own dots, so it is never drawn larger or smaller. */
export const picture = { width: 320, height: 300, margin: 8 }
export const nearest = 4

export interface Frame {
  /** Degrees of longitude and latitude a dot of the picture is wide and high. */
  perX: number
  perY: number
  west: number
  north: number
}

export const middleOf = ({ west, east, south, north }: Box): Point => ({
  lat: (south + north) / 2,
  lon: (west + east) / 2,
})

/** The whole box fits at zoom 0, and a metre is as long upwards as sideways. */
export function frameOf(box: Box, view: View | null): Frame {
  const middle = middleOf(box)
  const shrink = Math.max(0.1, Math.cos((middle.lat * Math.PI) / 180))
  const { width, height, margin } = picture
  const across = ((box.east - box.west) * shrink) / (width - 2 * margin)
  const up = (box.north - box.south) / (height - 2 * margin)
  const whole = Math.max(across, up, 1e-6)
  const perY = whole / 4 ** Math.min(nearest, Math.max(0, Math.round(view?.zoom ?? 0)))
  const perX = perY / shrink
  const at = view && view.zoom > 0 ? view : middle
  return { perX, perY, west: at.lon - (perX * width) / 2, north: at.lat + (perY * height) / 2 }
}

export const dotOf = ({ perX, perY, west, north }: Frame, { lat, lon }: Point): [number, number] => [
  Math.round(((lon - west) / perX) * 10) / 10,
  Math.round(((north - lat) / perY) * 10) / 10,
]

/** Six figures are a tenth of a metre. */
export const pointOf = ({ perX, perY, west, north }: Frame, x: number, y: number): Point => ({
  lat: Number((north - y * perY).toFixed(6)),
  lon: Number((west + x * perX).toFixed(6)),
})

/** A round length for the bar of the scale, and how many dots it is long. */
export function scaleOf({ perY }: Frame): { metres: number; dots: number } {
  const metresOfDot = perY * 111_320
  const most = 120 * metresOfDot
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= most) ?? power
  return { metres, dots: Math.round(metres / metresOfDot) }
}

/** Where the name of an area stands: on it, near the middle of what is seen of it. null: too little is seen. */
export function nameSpot(boundary: Boundary, frame: Frame): [number, number] | null {
  const { width, height } = picture
  const dots: [number, number][] = []
  for (let x = 20; x < width - 10; x += 25)
    for (let y = 18; y < height - 30; y += 22) if (holds(boundary, pointOf(frame, x, y))) dots.push([x, y])
  if (dots.length < 2) return null
  const mean = [0, 1].map((axis) => dots.reduce((sum, dot) => sum + dot[axis]!, 0) / dots.length)
  const far = ([x, y]: [number, number]) => Math.hypot(x - mean[0]!, y - mean[1]!)
  return dots.reduce((best, dot) => (far(dot) < far(best) ? dot : best))
}
