// Exact shares of a divided place, as fractions of whole numbers: 0.1 + 0.9 is one, not nearly one.

export interface Share {
  top: bigint
  bottom: bigint
}

export const one: Share = { top: 1n, bottom: 1n }

/** From the text of the database: "0.25" → 25/100; of a key "1/3". */
export function parseShare(text: string): Share {
  const [top, bottom] = text.split('/')
  if (bottom !== undefined) return { top: BigInt(top!), bottom: BigInt(bottom) }
  const [whole = '0', decimals = ''] = text.split('.')
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) }
}

export function multiply(a: Share, b: Share): Share {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom }
}

/** Whether the shares add up to one. Three decimals of play: people write 0.333 for a third. */
export function isOne(shares: readonly Share[]): boolean {
  const { weights, bottom } = onOneBottom(shares)
  const off = weights.reduce((sum, weight) => sum + weight, 0n) - bottom
  return (off < 0n ? -off : off) * 1000n <= bottom
}

/** Without any play: what a key must be. */
export function isExactlyOne(shares: readonly Share[]): boolean {
  const { weights, bottom } = onOneBottom(shares)
  return weights.reduce((sum, weight) => sum + weight, 0n) === bottom
}

/** In lowest terms, as it is shown and kept. */
export function reduced({ top, bottom }: Share): Share {
  const by = divisor(top, bottom)
  return { top: top / by, bottom: bottom / by }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

/**
 * Divides a whole number by the shares so that the parts add up to it again: each gets its floor, the rest goes one by one
 * to the largest remainders (ties: the earlier share first).
 */
export function apportion(value: number, shares: readonly Share[]): number[] {
  const { weights } = onOneBottom(shares)
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const quotas = weights.map((weight) => BigInt(value) * weight)
  const parts = quotas.map((quota) => Number(quota / total))
  const byRemainder = quotas
    .map((quota, at) => ({ at, remainder: quota % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
  const rest = value - parts.reduce((sum, part) => sum + part, 0)
  for (const { at } of byRemainder.slice(0, rest)) parts[at]!++
  return parts
}

function onOneBottom(shares: readonly Share[]): { weights: bigint[]; bottom: bigint } {
  const bottom = shares.reduce((product, share) => product * share.bottom, 1n)
  return { weights: shares.map((share) => (share.top * bottom) / share.bottom), bottom }
}
