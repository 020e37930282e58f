// How a target given down is told: its state in one mark, its gap in sentences, a share in words. Pure.
import type { Board } from '@dong-thuan/core/programmes/boards/board.schema.ts'
import { levelText } from './board.ts'
import { number } from './words/format.ts'
import type { Language, Words } from './words/words.ts'

export type CascadeSide = NonNullable<Board['targets'][0]['cascade']>['given']

interface Meant {
  rule: 'sum' | 'minimum' | 'weightedMean' | null
  comparator: string
  unit: '%' | 'count'
  side: 'given' | 'taken' | 'own'
}

export function stateOfSide(side: CascadeSide, words: Words): { state: keyof Words['status']; text: string } {
  const told = words.cascade
  if (side.holds) return { state: 'met', text: told.holds }
  if (side.stale) return { state: 'changed', text: told.gapStale }
  return side.open ? { state: 'missed', text: told.gapOpen } : { state: 'provisional', text: told.gapRecorded }
}

/** “Cộng lại 38. Thiếu 2. 1 đơn vị chưa được giao.” */
export function sentencesOfSide(side: CascadeSide, meant: Meant, at: { words: Words; language: Language }): string {
  const { words, language } = at
  const told = words.cascade
  if (meant.side === 'own') return side.holds ? '' : told.ownLess
  const decimal = (text: string) => decimalText(text, language)
  const lacking = side.lacking && (meant.unit === '%' ? told.points(decimal(side.lacking)) : decimal(side.lacking))
  const short = meant.comparator.startsWith('>')
    ? told.lackingLeast
    : meant.comparator.startsWith('<')
      ? told.lackingMost
      : told.lackingExact
  const noFault = side.missing + side.lessStrict + side.noWeight === 0
  if (side.unfit) return told.unfit[side.unfit]
  return [
    side.total &&
      told.total[meant.rule ?? 'minimum'](meant.unit === '%' ? `${decimal(side.total)} %` : decimal(side.total)),
    lacking && short(lacking),
    !side.holds && !lacking && noFault && side.total && told.onlyEqual,
    side.missing > 0 && (meant.side === 'given' ? told.missingGiven : told.missingTaken)(side.missing),
    side.lessStrict > 0 && told.lessStrict(side.lessStrict),
    side.noWeight > 0 && told.noWeight(side.noWeight),
  ]
    .filter(Boolean)
    .join(' ')
}

export function decimalText(text: string, language: Language): string {
  return number(Number(text), language, 12)
}

/** “từ 4 trở lên” of a share, by the comparator of its target. */
export function shareText(threshold: string, of: { comparator: string; unit: '%' | 'count' }, words: Words): string {
  return levelText({ comparator: of.comparator as '>', threshold }, of.unit, words)
}

/** “mức được giao: trên 80 %, đạt mức được giao”: beside the target of all, the share of one place. */
export function ownShareText(
  share: { threshold: string; verdict: 'reached' | 'notReached' | 'noData' },
  of: { comparator: string; unit: '%' | 'count' },
  words: Words,
): string {
  const level = words.cascade.ownShare(shareText(share.threshold, of, words))
  if (share.verdict === 'noData') return level
  return `${level}, ${share.verdict === 'reached' ? words.cascade.ownReached : words.cascade.ownMissed}`
}
