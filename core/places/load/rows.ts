// What the loader plans to write, and the few ways such rows are made. A place is named by its position in the plan.
import type { Day } from '../../shared/day.ts'
import { keysOf, type Confidence, type Level, type PlaceType, type Source, type SuccessionKind } from '../place.ts'
import type { ActRow, UnitRow } from './files.ts'

export const lastDayOfDistricts = '2025-06-30'
export const firstDayOfTwoLevels = '2025-07-01'

/** A place that has no id yet: its position in `Plan.places`. */
export type Nth = number

export interface PlannedVersion {
  place: Nth
  valid_from: Day | null
  valid_to: Day | null
  name: string
  full_name: string
  type: PlaceType
  level: Level
  code: string | null
  parent: Nth | null
  name_en: string | null
  search_key: string
  exact_key: string
  source: Source
  act: string | null
}

export interface PlannedSuccession {
  from: Nth
  to: Nth | null
  on_date: Day
  kind: SuccessionKind
  share: number | null
  act: string | null
  confidence: Confidence
  note: string | null
}

export interface Plan {
  acts: ActRow[]
  places: { no_code_reason: string | null }[]
  versions: PlannedVersion[]
  successions: PlannedSuccession[]
  pending: { act: string; place: Nth; on_date: Day; how_many: number; what: string }[]
  /** The place that bears a code from 1 July 2025 on. */
  july: Map<string, Nth>
}

export function newPlace(plan: Plan, noCodeReason: string | null = null): Nth {
  return plan.places.push({ no_code_reason: noCodeReason }) - 1
}

export function versionOf(
  row: Omit<UnitRow, 'parent_code'>,
  at: { place: Nth; parent: Nth | null; source: Source },
): PlannedVersion {
  return {
    ...at,
    valid_from: null,
    valid_to: null,
    name: row.name,
    full_name: row.full_name,
    type: row.type,
    level: row.level,
    code: row.code,
    name_en: row.name_en,
    ...keysOf(row.full_name, row.alt_name),
    act: row.decision || null,
  }
}

/** The same place under another name or type: a line from the place to itself, so that its page can tell. */
export function pushIdentity(
  plan: Plan,
  [old, now]: [PlannedVersion, PlannedVersion],
  by: { act: string | null; confidence: Confidence; note?: string | null },
): void {
  const line = { from: old.place, to: now.place, on_date: now.valid_from!, share: null, note: by.note || null }
  const { act, confidence } = by
  if (old.name !== now.name) plan.successions.push({ ...line, kind: 'renamed', act, confidence })
  if (old.type !== now.type) plan.successions.push({ ...line, kind: 'retyped', act, confidence })
}

export function dissolved(from: Nth, act: string): PlannedSuccession {
  const on_date = firstDayOfTwoLevels
  return { from, to: null, on_date, kind: 'dissolved', share: null, act, confidence: 'secondHand', note: null }
}
