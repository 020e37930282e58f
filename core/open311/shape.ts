// Whether a boundary holds a point: rings crossed by a ray from it, holes cut out. Pure.

type Ring = readonly (readonly [number, number])[]
export type Boundary =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }

export function holds(boundary: Boundary, { lat, lon }: { lat: number; lon: number }): boolean {
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
