// Pictures below a drawn map, cut as maps on the web are: which of them lie over a part of the ground. Pure.
import type { Box } from './boundary.ts'

/** The picture x, y of 2^z by 2^z, and the ground it shows. */
export interface Tile extends Box {
  z: number
  x: number
  y: number
}

export const deepest = 19

const across = (lon: number, z: number) => ((lon + 180) / 360) * 2 ** z
const down = (lat: number, z: number) => {
  const angle = (Math.min(85, Math.max(-85, lat)) * Math.PI) / 180
  return ((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z
}
const lonOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180
const latOf = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI

/** Two to four pictures across, so that their drawing is neither coarse nor too fine to read. */
export function tilesOver({ west, east, south, north }: Box): Tile[] {
  const wide = Math.max(east - west, north - south, 1e-6)
  const z = Math.min(deepest, Math.max(0, Math.floor(Math.log2((360 * 3) / wide))))
  const most = 2 ** z - 1
  const within = (value: number) => Math.min(most, Math.max(0, Math.floor(value)))
  const tiles: Tile[] = []
  for (let x = within(across(west, z)); x <= within(across(east, z)); x++)
    for (let y = within(down(north, z)); y <= within(down(south, z)); y++)
      tiles.push({ z, x, y, west: lonOf(x, z), east: lonOf(x + 1, z), north: latOf(y, z), south: latOf(y + 1, z) })
  return tiles
}

export const tileAddress = ({ z, x, y }: Pick<Tile, 'z' | 'x' | 'y'>) => `/ban-do/nen/${z}/${x}/${y}`
