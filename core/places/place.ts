// Words of territory: levels and types in official order, names inside a sentence, and what a version rests on.
import { searchKey } from '../shared/text.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'

/** Levels of administrative units. */
export const unitLevels = ['province', 'district', 'commune'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** The country is a place above them all, but no unit of any list. */
export const levels = ['country', ...unitLevels] as const
export type Level = (typeof levels)[number]

/** ISO 3166-1; the lists of administrative units have no code for the country. */
export const countryCode = 'VN'

/** In the order official lists put them; a “Thành phố” is a province or a district-level city. */
export const placeTypes = [
  'Quốc gia',
  'Thành phố',
  'Tỉnh',
  'Quận',
  'Thị xã',
  'Huyện',
  'Thị trấn',
  'Phường',
  'Xã',
  'Đặc khu',
] as const
export type PlaceType = (typeof placeTypes)[number]

export const sources = ['listOfEarly2025', 'listOfJuly2025', 'act', 'page', 'entered'] as const
export type Source = (typeof sources)[number]

export const successionKinds = ['renamed', 'retyped', 'merged', 'split', 'dissolved'] as const
export type SuccessionKind = (typeof successionKinds)[number]

export const confidences = ['read', 'secondHand', 'assumed'] as const
export type Confidence = (typeof confidences)[number]

/** One version of a place: how it was called, where it belonged and when. `validTo` is the last day. */
export interface PlaceVersion {
  placeId: Id<'place'>
  name: string
  fullName: string
  type: PlaceType
  level: Level
  code: string | null
  parentId: Id<'place'> | null
  /** null: not recorded; the version answers for any earlier day. */
  validFrom: Day | null
  validTo: Day | null
  source: Source
  /** Number of the act that made this version, when known. */
  act: string | null
}

export type Span = Pick<PlaceVersion, 'validFrom' | 'validTo'>

export function inForce(span: Span, day: Day): boolean {
  return (span.validFrom === null || span.validFrom <= day) && (span.validTo === null || day <= span.validTo)
}

/** The day to look at something when none was asked: today; else its last day when it has ended, or its first. */
export function dayInForce(spansOldestFirst: readonly Span[], today: Day): Day {
  if (spansOldestFirst.some((span) => inForce(span, today))) return today
  const ended = spansOldestFirst.findLast((span) => span.validTo !== null && span.validTo < today)
  return ended?.validTo ?? spansOldestFirst[0]?.validFrom ?? today
}

/** The list of early 2025 is a snapshot: what it says of earlier days is only the best we have. */
export function restsOnEarlyList(version: Pick<PlaceVersion, 'validFrom' | 'source'>): boolean {
  return version.source === 'listOfEarly2025' && version.validFrom === null
}

/**
 * The full name inside a sentence: “xã Tân An”, “thị trấn Vĩnh An”. The type word keeps its capital before a number
 * (“Phường 1”): Phụ lục II, Nghị định 30/2020/NĐ-CP.
 */
export function nameInSentence(fullName: string): string {
  const type = placeTypes.find((word) => fullName.startsWith(`${word} `))
  if (!type || /^\d/.test(fullName.slice(type.length + 1))) return fullName
  return fullName[0]!.toLowerCase() + fullName.slice(1)
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/** With diacritics, but the tone at the end of its syllable: “hoà” and “hòa” are one word, “hoa” is another. */
export function exactKey(text: string): string {
  return (
    text
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? []
  )
    .map((syllable) => syllable.replace(toneMarks, '') + (syllable.match(toneMarks) ?? []).join(''))
    .join(' ')
}

/** The keys under which a version is found; `otherSpelling` is a variant of the name that sources also use. */
export function keysOf(fullName: string, otherSpelling = ''): { search_key: string; exact_key: string } {
  const key = searchKey(fullName)
  const other = searchKey(otherSpelling)
  const known = !other || ` ${key} `.includes(` ${other} `)
  return { search_key: known ? key : `${key} / ${other}`, exact_key: exactKey(fullName) }
}
