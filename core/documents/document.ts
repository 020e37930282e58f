// Words of documents: kinds, how a number and a day are written, who acted.
import { readFileSync } from 'node:fs'
import type { Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { Layout } from './layout.ts'

/** Kinds of documents with their abbreviations, as “BC” for báo cáo. */
export const documentKinds: readonly { key: string; name: string }[] = (
  JSON.parse(readFileSync(new URL('./data/kinds.json', import.meta.url), 'utf8')) as {
    kinds: { key: string; name: string }[]
  }
).kinds

/** 12 and “BC/HU” in a Party document: “12-BC/HU”; 5 is written 05. */
export function fullNumber(
  layout: Pick<Layout, 'numberJoin' | 'numberDigits'>,
  { number, symbol }: { number: number; symbol: string },
): string {
  return `${String(number).padStart(layout.numberDigits, '0')}${layout.numberJoin}${symbol}`
}

/** “ngày 05 tháng 02 năm 2026”: a nought before days under 10 and the months 1 and 2. */
export function dateInWords(day: Day): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`
}

export function personOf(actor: Actor): Id<'person'> | null {
  return actor.kind === 'person' ? actor.personId : null
}
