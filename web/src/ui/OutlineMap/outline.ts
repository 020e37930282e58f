// An outline as the path of a drawing, fitted into its frame.
import { tileAddress, tilesOver } from '@dong-thuan/core/places/tile.ts'
import { geoArea, geoMercator, geoPath, type GeoPermissibleObjects, type GeoStreamWrapper } from 'd3-geo'

export type Geometry = Extract<GeoPermissibleObjects, { type: 'Polygon' | 'MultiPolygon' }>
type Ring = [number, number][]

export interface Frame {
  width: number
  height: number
  margin: number
  /** Points of an outline nearer to the last drawn one than this are left out: unseen, and the page is lighter. */
  apart?: number
}

/** Draws several outlines in one frame, fitted to the first together with all others. */
export function outlinesOf(geometries: Geometry[], frame: Frame): string[] {
  return drawnIn(geometries, frame).map(({ d }) => d)
}

/** The same with the middle of each, where its mark goes. */
export function drawnIn(
  geometries: Geometry[],
  { width, height, margin, apart = 0 }: Frame,
): { d: string; centre: [number, number] }[] {
  const wound = geometries.map(clockwise)
  const whole = { type: 'GeometryCollection' as const, geometries: wound }
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    whole,
  )
  const draw = geoPath(apart > 0 ? thinned(projection, apart) : projection).digits(1)
  const middle = geoPath(projection)
  return wound.map((geometry) => ({ d: draw(geometry) ?? '', centre: middle.centroid(geometry) }))
}

function thinned(projection: GeoStreamWrapper, apart: number): GeoStreamWrapper {
  return {
    stream(output) {
      let last: [number, number] | null = null
      return projection.stream({
        point(x, y) {
          if (last && Math.hypot(x - last[0], y - last[1]) < apart) return
          last = [x, y]
          output.point(x, y)
        },
        lineStart() {
          last = null
          output.lineStart()
        },
        lineEnd: () => output.lineEnd(),
        polygonStart: () => output.polygonStart(),
        polygonEnd: () => output.polygonEnd(),
      })
    },
  }
}

/** The outline with dots; one that lies outside stands at the edge of the frame, on the side where it lies. */
export function dotsIn(
  geometry: Geometry,
  dots: readonly { lat: number; lon: number }[],
  { width, height, margin }: Frame,
): { d: string; points: [number, number][]; tiles: Picture[] } {
  const wound = clockwise(geometry)
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    wound,
  )
  const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, margin), most - margin) * 10) / 10
  const points = dots.map(({ lat, lon }): [number, number] => {
    const [x, y] = projection([lon, lat]) ?? [0, 0]
    return [within(x, width), within(y, height)]
  })
  const corner = (x: number, y: number) => projection.invert!([x, y])!
  const [[west, north], [east, south]] = [corner(0, 0), corner(width, height)]
  const tiles = tilesOver({ west, north, east, south }).map((tile) => {
    const [x, y] = projection([tile.west, tile.north])!
    const [right, bottom] = projection([tile.east, tile.south])!
    return { href: tileAddress(tile), x, y, width: right - x, height: bottom - y }
  })
  return { d: geoPath(projection).digits(1)(wound) ?? '', points, tiles }
}

/** A picture below the drawing, where it lies in the frame. */
export interface Picture extends Omit<Frame, 'margin'> {
  href: string
  x: number
  y: number
}

/** GeoJSON winds outer rings anticlockwise; on a sphere d3 then takes the rest of the world for the inside. */
function clockwise(geometry: Geometry): Geometry {
  const turned = (rings: Ring[]): Ring[] => {
    const tooLarge = geoArea({ type: 'Polygon', coordinates: [rings[0]!] }) > 2 * Math.PI
    return tooLarge ? rings.map((ring) => ring.toReversed()) : rings
  }
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turned(geometry.coordinates as Ring[]) }
    : { ...geometry, coordinates: (geometry.coordinates as Ring[][]).map(turned) }
}
