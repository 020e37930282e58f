// What stands in the address of a page: a day as people type it or as our links write it, an id that may be nonsense.
import { isDay, type Day } from '@dong-thuan/core/shared/day.ts'
import { readDay } from '#web/words/read.ts'

export interface AskedDay {
  /** Undefined when none was asked, or when it is on no calendar. */
  day: Day | undefined
  /** As typed, to stand in the field again. */
  typed: string
  faulty: boolean
}

export function askedDay(url: URL, name = 'ngay'): AskedDay {
  const typed = url.searchParams.get(name)?.trim() ?? ''
  const read = readDay(typed)
  const day = isDay(read) ? read : undefined
  return { day, typed, faulty: typed !== '' && day === undefined }
}

/** What cannot be an id becomes one that nobody has, so that the page answers “there is no such thing”. */
export function askedId(text: string | null | undefined): string {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? text! : '999999999'
}

/** The page number of a list. */
export function askedPage(url: URL): number {
  const text = url.searchParams.get('trang') ?? ''
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1
}

/** The word when it is on the list, otherwise null. */
export function oneWord<const Word extends string>(words: readonly Word[], text: string | null): Word | null {
  return words.find((word) => word === text) ?? null
}
