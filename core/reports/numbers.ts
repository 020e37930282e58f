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

/** “tăng 0,4 điểm phần trăm”, or null when nothing changed. */
export interface Change {
  direction: 'up' | 'down'
  /** Positive decimal of percentage points. */
  points: string
}

interface Fraction {
  numerator: number
  denominator: number
}

/** The exact difference of two shares in percentage points, one decimal half up, more while it would read as nothing. */
export function changeOf(now: Fraction, before: Fraction): Change | null {
  const [n, d] = [BigInt(now.numerator), BigInt(now.denominator)]
  const [m, e] = [BigInt(before.numerator), BigInt(before.denominator)]
  const above = n * e - m * d
  if (above === 0n) return null
  const size = above < 0n ? -above : above
  for (let digits = 1; ; digits++) {
    const scale = 10n ** BigInt(digits)
    const rounded = ((size * 200n * scale) / (d * e) + 1n) / 2n
    if (rounded === 0n && digits < 6) continue
    const points = `${rounded / scale}.${(rounded % scale).toString().padStart(digits, '0')}`
    return { direction: above > 0n ? 'up' : 'down', points }
  }
}
