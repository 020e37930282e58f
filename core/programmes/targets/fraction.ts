// A figure is a fraction with a memory: two integers, compared exactly, rounded only to be read.

/** Numerator and denominator as whole counts. A denominator of 0 means there is no figure. */
export interface Fraction {
  numerator: number
  denominator: number
}

export const comparators = ['>', '>=', '=', '<=', '<'] as const
export type Comparator = (typeof comparators)[number]

/** −1, 0 or 1: the fraction, in percent, against a threshold written as a decimal ("80", "45.5"). Exact. */
export function comparePercent({ numerator, denominator }: Fraction, threshold: string): -1 | 0 | 1 {
  const { units, scale } = decimal(threshold)
  return sign(BigInt(numerator) * 100n * scale - units * BigInt(denominator))
}

/** −1, 0 or 1: a whole count against a threshold. */
export function compareCount(count: number, threshold: string): -1 | 0 | 1 {
  const { units, scale } = decimal(threshold)
  return sign(BigInt(count) * scale - units)
}

/** Whether an order of −1, 0, 1 satisfies the comparator: 80.0 % does not pass "trên 80 %". */
export function holds(order: -1 | 0 | 1, comparator: Comparator): boolean {
  switch (comparator) {
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
    case '<=':
      return order <= 0
    case '<':
      return order < 0
  }
}

/**
 * The percentage as people read it: one decimal, half up, or as many as it takes so that the rounded text stands on the
 * same side of the threshold as the fraction (19.98 against 20, 79.96 against 80). Null without a denominator.
 */
export function percentText(fraction: Fraction, threshold?: string): string | null {
  if (fraction.denominator === 0) return null
  for (let digits = 1; ; digits++) {
    const text = roundHalfUp(fraction, digits)
    if (threshold === undefined || digits >= 12) return text
    if (compareDecimals(text, threshold) === comparePercent(fraction, threshold)) return text
  }
}

/** How many more of the numerator it takes to satisfy the comparator, all else equal; 0 when it does. */
export function missingToReach(fraction: Fraction, comparator: Comparator, threshold: string): number | null {
  if (fraction.denominator === 0 || comparator === '=' || comparator.startsWith('<')) return null
  if (holds(comparePercent(fraction, threshold), comparator)) return 0
  const { units, scale } = decimal(threshold)
  const atLeast = units * BigInt(fraction.denominator)
  const hundred = 100n * scale
  const needed = comparator === '>=' ? (atLeast + hundred - 1n) / hundred : atLeast / hundred + 1n
  return Number(needed - BigInt(fraction.numerator))
}

function roundHalfUp({ numerator, denominator }: Fraction, digits: number): string {
  const shift = 10n ** BigInt(digits)
  const doubled = (BigInt(numerator) * 200n * shift) / BigInt(denominator)
  const rounded = (doubled + 1n) / 2n
  return `${rounded / shift}.${(rounded % shift).toString().padStart(digits, '0')}`
}

function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  const a = decimal(left)
  const b = decimal(right)
  return sign(a.units * b.scale - b.units * a.scale)
}

/** "45.50" → 4550 / 100. Only plain non-negative decimals get here: the schemas refuse everything else. */
function decimal(text: string): { units: bigint; scale: bigint } {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new Error(`not a decimal: ${text}`)
  const fraction = match[2] ?? ''
  return { units: BigInt(match[1]! + fraction), scale: 10n ** BigInt(fraction.length) }
}

function sign(value: bigint): -1 | 0 | 1 {
  return value > 0n ? 1 : value < 0n ? -1 : 0
}

/** A plain quotient with a fixed number of decimals, half up: the overlap factor 1.21. */
export function fixed({ numerator, denominator }: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const rounded = ((BigInt(numerator) * 2n * scale) / BigInt(denominator) + 1n) / 2n
  return digits === 0 ? String(rounded) : `${rounded / scale}.${(rounded % scale).toString().padStart(digits, '0')}`
}
