// Whether a boundary holds a point: rings crossed by a ray from it, holes cut out. Pure.

type Ring = readonly (readonly [number, number])[]
export type Boundary =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }

export function holds(boundary: Boundary, { lat, lon }: Point): boolean {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  return polygons.some(
    ([outer, ...holes]) => outer && inRing(outer, lon, lat) && !holes.some((hole) => inRing(hole, lon, lat)),
  )
}

function inRing(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

export interface Point {
  lat: number
  lon: number
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

const ringsOf = (boundary: Boundary): readonly Ring[] =>
  boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()

export function boxOf(boundary: Boundary): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const ring of ringsOf(boundary))
    for (const [lon, lat] of ring) {
      box.west = Math.min(box.west, lon)
      box.east = Math.max(box.east, lon)
      box.south = Math.min(box.south, lat)
      box.north = Math.max(box.north, lat)
    }
  return box
}

export const touches = (a: Box, b: Box) =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

const metresOfDegree = 111_320

/** Metres from the nearest edge, inside or out; good enough within a province. */
export function metresToEdge(boundary: Boundary, { lat, lon }: Point): number {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const flat = ([x, y]: readonly [number, number]) =>
    [(x - lon) * metresOfDegree * shrink, (y - lat) * metresOfDegree] as const
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of ringsOf(boundary))
    for (let i = 1; i < ring.length; i++) nearest = Math.min(nearest, fromOrigin(flat(ring[i - 1]!), flat(ring[i]!)))
  return nearest
}

/** Of the stretch from one corner to the next the distance to 0, 0. */
function fromOrigin([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}
