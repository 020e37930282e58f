// Words of bodies: Party, authority, Front and organisations at a place, each in its own tree, through time.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { nameInSentence, type SuccessionKind } from '../places/place.ts'

export const families = ['party', 'state', 'front', 'other'] as const
export type Family = (typeof families)[number]

/** One version of a body: its name, place and upper body on certain days. `validTo` is the last day. */
export interface BodyVersion {
  bodyId: Id<'body'>
  organisation: string
  name: string
  shortName: string
  placeId: Id<'place'>
  parentId: Id<'body'> | null
  /** How it signs documents, as “HU” or “ĐU”. */
  symbol: string | null
  /** null: not recorded. */
  validFrom: Day | null
  validTo: Day | null
}

/** How a body can end. A rename is a version of the same body, not an end. */
export const endings = ['merged', 'split', 'retyped', 'dissolved'] as const satisfies readonly SuccessionKind[]
export type Ending = (typeof endings)[number]

/** How many bodies go on after each ending: [least, most]. */
export const successorsAllowed: Record<Ending, readonly [number, number]> = {
  merged: [1, 1],
  retyped: [1, 1],
  split: [2, 50],
  dissolved: [0, 0],
}

/** Three dots, as forms on paper have them; braces for programs. */
const slot = /\s*(?:…|\.{3,})|\{place\}/g

export function hasSlot(pattern: string): boolean {
  return pattern.search(slot) >= 0
}

/** “Hội Nông dân …” for Xã Tân An: “Hội Nông dân xã Tân An”. */
export function nameFromPattern(pattern: string, placeFullName: string): string {
  const name = nameInSentence(placeFullName)
  const filled = pattern.replaceAll(slot, (found) => (found === '{place}' ? name : ` ${name}`))
  return filled.replaceAll(/\s+/g, ' ').trim()
}
