// What an act would do, worked out before anything is written: versions that end, versions that begin, who goes where.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { Level, PlaceType, PlaceVersion, SuccessionKind } from '../place.ts'
import type { ChangeLine } from './change.ts'

type PlaceId = Id<'place'>

/** A place: one that is there, or the nth of those the act makes. */
export type Ref = { id: PlaceId } | { nth: number }

export interface Begins {
  place: Ref
  name: string
  fullName: string
  type: PlaceType
  level: Level
  code: string | null
  parent: Ref | null
}

export interface Goes {
  from: PlaceId
  to: Ref | null
  kind: SuccessionKind
  share: string | null
  method: string | null
  note: string | null
}

export interface Plan {
  day: Day
  /** Versions whose last day is the day before. */
  ends: PlaceVersion[]
  begins: Begins[]
  newPlaces: number
  goes: Goes[]
  /** Children of merged places that go along under the successor, without a line of their own. */
  follow: PlaceVersion[]
}

/** One faulty cell of the table of changes. `column` is null when the whole line is meant. */
export interface Fault {
  line: number
  column: keyof ChangeLine | null
  code: string
  vi: string
  en: string
}

export const keyOf = (ref: Ref) => ('id' in ref ? `p${ref.id}` : `n${ref.nth}`)
