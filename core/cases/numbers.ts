// The numbers of the desk that no rule of core/law holds: data, each with what it is for and its basis.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const keys = [
  ...(['longestText', 'reopenDays', 'denunciationExtensions', 'plainExtensions', 'shortestAnswer'] as const),
  ...(['poorRating', 'samePlaceMetres', 'blurDegrees', 'alikePercent', 'alikeNearbyPercent'] as const),
  ...([
    'outlineSlackMetres',
    'callAgainHours',
    'callTries',
    'mailTries',
    'learnTexts',
    'burst',
    'aMinute',
    'phoneDigits',
  ] as const),
] as const

const file = z.object({
  numbers: z.array(
    z.object({
      key: z.enum(keys),
      value: z.number().positive(),
      unit: z.string(),
      what: z.string(),
      /** null: none; the software's own. */
      basis: z.string().nullable(),
    }),
  ),
})

const read = file.parse(JSON.parse(readFileSync(new URL('./data/limits.json', import.meta.url), 'utf8'))).numbers
const missing = keys.filter((key) => !read.some((one) => one.key === key))
if (missing.length > 0) throw new Error(`core/cases/data/limits.json has no ${missing.join(', ')}`)

export const numbers = Object.fromEntries(read.map(({ key, value }) => [key, value])) as Record<
  (typeof keys)[number],
  number
>

/** As a page lists them. */
export const numbersShown = read
