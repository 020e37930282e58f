// A limit in words: “trong 7 ngày làm việc”. Pure.
import type { Words } from '#words'

interface Limit {
  value: number | null
  unit: keyof Words['law']['unit']
}

export function limitText(limit: Limit | null, counts: keyof Words['law']['counts'], words: Words): string {
  if (!limit) return words.law.notYet
  if (limit.value === null) return words.law.unset
  return `${words.law.counts[counts]} ${limit.value} ${words.law.unit[limit.unit]}`
}
