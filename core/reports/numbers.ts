// How figures are written in a report: 75.010, 84,9 %, 1,21; always in Vietnamese.

const narrow = '\u00a0'

/** 75010 → 75.010 */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** "84.9" → 84,9 */
export function decimalText(decimal: string): string {
  const [whole, rest] = decimal.split('.') as [string, string?]
  return countText(Number(whole)) + (rest ? `,${rest}` : '')
}

/** "84.9" → 84,9 % */
export function percentOf(decimal: string): string {
  return `${decimalText(decimal)}${narrow}%`
}

export function fractionText({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return `${countText(numerator)}/${countText(denominator)}`
}

export interface Change {
  direction: 'up' | 'down'
  /** Positive decimal of percentage points. */
  points: string
  /** It is even less than that: under a hundredth of a point. */
  under: boolean
}

interface Fraction {
  numerator: number
  denominator: number
}

/** The exact difference of two shares, one decimal half up, two while it would read as nothing; null: the same. */
export function changeOf(now: Fraction, before: Fraction): Change | null {
  const [n, d] = [BigInt(now.numerator), BigInt(now.denominator)]
  const [m, e] = [BigInt(before.numerator), BigInt(before.denominator)]
  const above = n * e - m * d
  if (above === 0n) return null
  const direction = above > 0n ? 'up' : 'down'
  const size = above < 0n ? -above : above
  const hundredths = ((size * 20_000n) / (d * e) + 1n) / 2n
  const tenths = ((size * 2_000n) / (d * e) + 1n) / 2n
  if (tenths > 0n) return { direction, points: `${tenths / 10n}.${tenths % 10n}`, under: false }
  const points = `0.${String(hundredths || 1n).padStart(2, '0')}`
  return { direction, points, under: hundredths === 0n }
}
