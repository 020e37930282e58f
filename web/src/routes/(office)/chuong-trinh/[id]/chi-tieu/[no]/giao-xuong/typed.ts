// Shares as typed, 1.200 or 80,5, become exact decimals; what is no number goes on as it is, to be refused with its words.
import { readShare } from '@dong-thuan/core/programmes/cascade/spread.ts'
import type { Input } from '#web/form.ts'

type Line = Record<string, string | undefined>

const decimal = (text: string | undefined) => (text === undefined ? undefined : (readShare(text) ?? text))

export function sharesTyped(read: Input): Input {
  const { units = [], expectedVersion, rule, organisation, weightPeriod, weightBasis } = read
  return {
    ...{ expectedVersion, rule, organisation, weightPeriod, weightBasis },
    units: (units as Line[]).map(({ body, threshold, weight }) => ({
      body,
      threshold: decimal(threshold),
      weight: decimal(weight),
    })),
  }
}
