// Shares of divided places: each over 0 and at most 1, together never more than 1, and exactly 1 when all are known.
import { badShare, sharesOver, sharesUnder } from './faults.ts'
import type { Say, Told } from './faults.ts'
import { isOne, parseShare } from '../share.ts'

export function faultsOfShares(told: readonly Told[], say: Say): void {
  const split = told.filter(({ line }) => line.kind === 'split')
  for (const group of Map.groupBy(split, ({ line }) => line.from).values()) {
    const bad = group.filter(({ line }) => line.share !== null && !isShare(line.share))
    for (const { line } of bad) say(line, 'share', badShare)
    const shares = group.flatMap(({ line }) => line.share ?? [])
    if (bad.length > 0 || shares.length === 0) continue
    const exact = isOne(shares.map(parseShare))
    const total = sumOf(shares)
    const last = group.findLast(({ line }) => line.share !== null)!.line
    if (!exact && total > 1) say(last, 'share', sharesOver(written(total)))
    else if (!exact && shares.length === group.length) say(last, 'share', sharesUnder(written(total)))
  }
}

/** Decimal text of at most six places. */
export function isShare(text: string): boolean {
  return /^(0\.\d{1,6}|1(\.0{1,6})?)$/.test(text) && Number(text) > 0
}

const sumOf = (shares: readonly string[]) =>
  shares.reduce((sum, share) => sum + Math.round(Number(share) * 1e6), 0) / 1e6
const written = (total: number) => String(total)
