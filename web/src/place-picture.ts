// The map of a commune as a picture (SVG) in which a press is a place: its outline, its neighbours, the scale, what was pointed at. Pure.
import { dotOf, frameOf, nameSpot, picture, scaleOf, type Frame, type View } from '@dong-thuan/core/cases/spot/frame.ts'
import type { Boundary, Box, Point } from '@dong-thuan/core/places/boundary.ts'
import { escaped } from '@dong-thuan/core/open311/xml.ts'

export interface PlaceMap {
  name: string
  geometry: unknown
  box: Box
  neighbours: readonly { name: string; geometry: unknown }[]
}

export function pictureOf(map: PlaceMap, view: View | null, pin: Point | null): string {
  const { width, height } = picture
  const frame = frameOf(map.box, view)
  const paths = map.neighbours.map(({ geometry }) => `<path class="n" d="${pathOf(geometry as Boundary, frame)}"/>`)
  const names = map.neighbours.map(({ name, geometry }) => nameAt(name, geometry as Boundary, frame))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<style>${look}</style><rect width="${width}" height="${height}" fill="#e3e6ea"/>`,
    ...paths,
    `<path class="p" d="${pathOf(map.geometry as Boundary, frame)}"/>`,
    ...names,
    nameAt(map.name, map.geometry as Boundary, frame, 'own'),
    scaleBar(frame),
    pin ? pinAt(dotOf(frame, pin)) : '',
    '</svg>',
  ].join('')
}

const look =
  '.n{fill:#f6f5f2;stroke:#8a8a94;stroke-dasharray:4 3}.p{fill:#fff;stroke:#1b1b1f;stroke-width:2;stroke-linejoin:round}' +
  'text{font:12px sans-serif;fill:#55555e;text-anchor:middle}.own{fill:#1b1b1f;font-weight:600}'

/** What lies on the same dot is drawn once. */
export function pathOf(boundary: Boundary, frame: Frame): string {
  const rings = boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()
  return rings
    .map((ring) => {
      const dots = ring.map(([lon, lat]) => dotOf(frame, { lat, lon }).map(Math.round).join(' '))
      return `M${dots.filter((dot, at) => dot !== dots[at - 1]).join('L')}Z`
    })
    .join('')
}

function nameAt(name: string, boundary: Boundary, frame: Frame, kind = ''): string {
  const at = nameSpot(boundary, frame)
  if (!at) return ''
  const half = Math.min(picture.width / 2, name.length * 3.8)
  const x = Math.round(Math.min(picture.width - half, Math.max(half, at[0])))
  return `<text class="${kind}" x="${x}" y="${at[1]}">${escaped(name)}</text>`
}

function scaleBar(frame: Frame): string {
  const { metres, dots } = scaleOf(frame)
  const [x, y] = [12, picture.height - 14]
  const said = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
  return `<path d="M${x} ${y - 6}v6h${dots}v-6" fill="none" stroke="#1b1b1f" stroke-width="2"/><text x="${x + dots / 2}" y="${y - 8}">${said}</text>`
}

const pinAt = ([x, y]: [number, number]) =>
  `<g fill="none" stroke="#fff" stroke-width="6"><circle cx="${x}" cy="${y}" r="11"/></g>` +
  `<circle cx="${x}" cy="${y}" r="11" fill="none" stroke="#a61b1b" stroke-width="3"/><circle cx="${x}" cy="${y}" r="3" fill="#a61b1b"/>`
