// The two maps of a board in one shape: of its own places, or of the places of a later day its figures were carried to. Pure.
import type { Board, CarriedBoard } from '@dong-thuan/core/programmes/boards/board.schema.ts'
import type { Geometry } from '#ui/OutlineMap/outline.ts'
import type { BoardPart } from '#web/board.ts'

interface Place {
  id: number
  name: string
  geometry: Geometry | null
  source: string | null
  /** Of a later day: what went into it, and what of that is not the programme's or not known. */
  from: string[]
  outside: string[]
  inParts: boolean
  lacking: boolean
}

export interface MapTarget extends Pick<BoardPart, 'comparator' | 'threshold' | 'unit'> {
  no: number
  name: string
  counted: string | null
  /** By place; a place that is absent is asked for nothing. */
  places: (BoardPart & { id: number; reported: boolean })[]
}

export interface BoardMap {
  on: string
  /** Places of another day than the period's. */
  carried: boolean
  places: Place[]
  targets: MapTarget[]
  /** Divided places whose figures stand nowhere on the map. */
  divided: string[]
}

interface Outlines {
  on: string
  shapes: { placeId: number; fullName: string; geometry: unknown; source: string }[]
  missing: { placeId: number; fullName: string }[]
}

export function ownMap(board: Board, { on, shapes, missing }: Outlines): BoardMap {
  const plain = { from: [], outside: [], inParts: false, lacking: false }
  const places = [
    ...shapes.map((one) => ({ ...one, geometry: one.geometry as Geometry })),
    ...missing.map((one) => ({ ...one, geometry: null, source: null })),
  ].map(({ placeId, fullName, geometry, source }) => ({ id: placeId, name: fullName, geometry, source, ...plain }))
  const targets = board.targets.map(({ no, name, counted, comparator, threshold, unit, children }) => ({
    ...{ no, name, counted, comparator, threshold, unit },
    places: children
      .filter(({ organisation }) => organisation === null)
      .map((child) => ({ ...child, id: child.place.id, comparator, threshold, unit, missing: null })),
  }))
  return { on, carried: false, places, targets, divided: [] }
}

export function carriedMap({ on, places, targets, notComparable }: CarriedBoard): BoardMap {
  const named = (all: { name: string }[]) => all.map(({ name }) => name)
  return {
    on,
    carried: true,
    places: places.map(({ place, geometry, source, from, outside, inParts, lacking }) => ({
      ...{ id: place.id, name: place.name, geometry: geometry as Geometry | null, source, inParts, lacking },
      ...{ from: named(from), outside: named(outside) },
    })),
    targets: targets.map(({ places, ...target }) => ({
      ...target,
      places: places.map(({ place, ...one }) => ({ ...target, ...one, id: place.id, missing: null })),
    })),
    divided: named(notComparable.map(({ place }) => place)),
  }
}
