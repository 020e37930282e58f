// A time limit of the law: its versions by the day they begin to hold, and which of them holds on a day. Pure.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { daySchema, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { units } from './clock.ts'
import { confidences } from './holidays.ts'

/** within: at most so long after; before: at least so long ahead; lasts: at least so long. */
export const countings = ['within', 'before', 'lasts'] as const
export type Counting = (typeof countings)[number]

/** What a version says; `value` null: no limit is known. */
export const versionSchema = z.object({
  validFrom: daySchema,
  value: z.number().int().min(0).nullable(),
  unit: z.enum(units),
  article: z.string(),
  confidence: z.enum(confidences),
  note: z.string().optional(),
})

const ruleSchema = z.object({
  key: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/),
  name: z.string(),
  start: z.string(),
  counts: z.enum(countings),
  versions: z.array(versionSchema).min(1),
})
const lawSchema = z.object({ law: z.string(), title: z.string(), rules: z.array(ruleSchema) })
export type ShippedLaw = z.output<typeof lawSchema>

/** One file for each law, in the order in which they are shown. */
const files = ['phan-anh', 'don-thu', 'khieu-nai', 'to-cao', 'tiep-cong-dan', 'dan-chu-co-so']

export const shippedLaws: readonly ShippedLaw[] = files.map((name) =>
  lawSchema.parse(JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))),
)

export interface RuleVersion {
  id: Id<'law_rule_version'>
  no: number
  validFrom: Day
  value: number | null
  unit: (typeof units)[number]
  article: string
  confidence: (typeof confidences)[number]
  note: string | null
  shipped: boolean
}

export interface Rule {
  key: string
  law: string
  lawTitle: string
  name: string
  starts: string
  counts: Counting
  /** Oldest first. */
  versions: RuleVersion[]
}

/** The version that holds on a day: the last to begin; of the same day an edited one, then the newest. */
export function inForce(versions: readonly RuleVersion[], day: Day): RuleVersion | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= day)
  const rank = (one: RuleVersion) => [one.validFrom, one.shipped ? '0' : '1', String(one.no).padStart(9, '0')].join()
  return begun.reduce<RuleVersion | null>((best, one) => (best && rank(best) > rank(one) ? best : one), null)
}
