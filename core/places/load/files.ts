// Reads the shipped lists of core/places/data: text in, typed rows out, nothing believed yet about time.
import { readFileSync, readdirSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Day } from '../../shared/day.ts'
import type { Confidence, Level, PlaceType } from '../place.ts'

const folder = new URL('../data/', import.meta.url)

export interface UnitRow {
  code: string
  name: string
  full_name: string
  type: PlaceType
  level: Level
  parent_code: string
  name_en: string
  decision?: string
  alt_name?: string
}

export interface MergerRow {
  level: Level
  old_code: string
  new_code: string
  new_parent_code: string
  kind: 'unchanged' | 'whole' | 'part'
  decision: string
  decision_date: string
  note: string
}

export interface StatisticRow {
  code: string
  area_km2: string
  population: string
  seat: string
  lat: string
  lon: string
}

export interface ActRow {
  number: string
  issuer: string
  title: string
  issued_on?: Day
  effective_on: Day
  confidence: Confidence
  note: string | null
}

/** The country itself: in no list, so entered by hand. */
export interface CountryRow {
  act: string
  type: PlaceType
  level: Level
  code: string
  name: string
  full_name: string
  name_en: string
  /** Other words people look for it by. */
  alt_name: string
  /** The capital. */
  seat: string
  seat_source: string
}

interface NameRow {
  code: string
  type: PlaceType
  name: string
  name_en: string
  alt_name?: string
  confidence: Confidence
  note: string | null
}

export interface HandMade {
  acts: ActRow[]
  country: CountryRow
  districtsEnded: { act: string }
  earlierMergers: { act: string; on: Day; into: string; from: NameRow[] }[]
  earlierNames: (NameRow & { act: string; on: Day })[]
  laterTypes: { act: string; on: Day; code: string; type: PlaceType; confidence: Confidence }[]
  pending: { act: string; on: Day; code: string; how_many: number; what: string }[]
  marked: {
    type: PlaceType
    level: Level
    name: string
    full_name: string
    valid_to: Day
    no_code_reason: string
  }[]
}

export interface Boundary {
  code: string
  geometry: string
}

export interface Shipped {
  early: UnitRow[]
  july: UnitRow[]
  mergers: MergerRow[]
  communeStatistics: StatisticRow[]
  provinceStatistics: StatisticRow[]
  boundaries: Boundary[]
  hand: HandMade
}

export function readShipped(): Shipped {
  return {
    early: csv<UnitRow>('units-before-2025.csv.gz'),
    july: csv<UnitRow>('units-2025.csv.gz'),
    mergers: csv<MergerRow>('mergers-2025.csv.gz'),
    communeStatistics: csv<StatisticRow>('units-2025-stats.csv.gz'),
    provinceStatistics: csv<StatisticRow>('provinces-2025-totals.csv.gz'),
    boundaries: readdirSync(new URL('boundaries/', folder)).sort().flatMap(boundariesIn),
    hand: readHandMade(),
  }
}

export function readHandMade(): HandMade {
  return JSON.parse(readFileSync(new URL('acts.json', folder), 'utf8')) as HandMade
}

function unpacked(name: string): string {
  return gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')
}

function csv<Row>(name: string): Row[] {
  return parse(unpacked(name), { columns: true }) as Row[]
}

/** One feature a line: the shape itself goes to the database as the text it is. */
function boundariesIn(name: string): Boundary[] {
  const collection = JSON.parse(unpacked(`boundaries/${name}`)) as { features: { id: string; geometry: unknown }[] }
  return collection.features.map((feature) => ({ code: feature.id, geometry: JSON.stringify(feature.geometry) }))
}
