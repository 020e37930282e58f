// How a board is told: the state of a figure, its words, and red first. Pure.
import type { Board } from '@dong-thuan/core/programmes/boards/board.schema.ts'
import { nbsp, number } from './words/format.ts'
import type { Language, Words } from './words/words.ts'

export type BoardTarget = Board['targets'][0]
export type BoardPart = Pick<
  BoardTarget,
  'numerator' | 'denominator' | 'value' | 'verdict' | 'complete' | 'threshold' | 'comparator' | 'missing' | 'unit'
> & {
  /** How many have to report; 0: nobody is asked here. */
  expected?: number
  /** How many forms behind it are estimates: then nothing is firm. */
  estimated?: number
}
export type BoardChild = BoardTarget['children'][0]

export interface Told {
  state: keyof Words['status']
  text: string
}

/** The figure as written: “80,0 %” or a plain count. Null: no data. */
export function valueText(value: string | null, unit: '%' | 'count', language: Language): string | null {
  if (value === null) return null
  if (unit === 'count') return number(Number(value), language)
  return `${language === 'vi' ? value.replace('.', ',') : value}${nbsp}%`
}

/** “trên 80 %”, “từ 45 % trở lên”. */
export function levelText(
  part: Pick<BoardPart, 'comparator' | 'threshold'>,
  unit: '%' | 'count',
  words: Words,
): string {
  const level = unit === '%' ? `${part.threshold.replace('.', ',')}${nbsp}%` : part.threshold
  return words.board.level[part.comparator]!(level)
}

/** Verdict and completeness in one mark and its words. */
export function tell(part: BoardPart, counted: string | null, words: Words): Told {
  const { board, status } = words
  if (part.verdict === 'noData')
    return { state: 'insufficient', text: part.expected === 0 ? board.nobodyAsked : status.insufficient }
  const lacks = part.missing ? board.lacking(number(part.missing), board.unit[counted ?? ''] ?? '') : null
  const wait = part.estimated ? board.estimateText : board.provisionalText
  const just = Number(part.value) === Number(part.threshold) && part.verdict === 'reached' ? board.just : null
  const firm = part.complete && !part.estimated
  if (part.verdict === 'reached') {
    if (firm) return { state: 'met', text: just ?? status.met }
    return { state: 'provisionalMet', text: wait(just ?? status.met) }
  }
  if (firm) return { state: 'missed', text: lacks ? board.missedBy(lacks) : status.missed }
  return { state: 'provisionalMissed', text: wait(lacks ?? status.missed) }
}

/** What needs attention first: missed, then without data, then provisional, then reached. */
export function redFirst(targets: readonly BoardTarget[]): BoardTarget[] {
  const rank = (target: BoardTarget) =>
    target.overall === 'notReached' ? 0 : target.overall === 'noData' ? 1 : target.complete ? 3 : 2
  return [...targets].sort((a, b) => rank(a) - rank(b) || a.no - b.no)
}

/** Children in official order, or those farthest below first. */
export function inOrder(children: readonly BoardChild[], order: 'code' | 'gap'): BoardChild[] {
  if (order === 'code') return [...children]
  const share = (child: BoardChild) => (child.value === null ? -1 : Number(child.value))
  return [...children].sort((a, b) => share(a) - share(b))
}

/** For the bar: the percentage as a number, null when it is missing or no percentage. */
export function barValue(part: Pick<BoardPart, 'value' | 'unit'>): number | null {
  return part.unit === '%' && part.value !== null ? Number(part.value) : null
}
