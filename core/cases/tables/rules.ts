// The numbers the tables go by, as data with what they rest on.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { channels, type Channel } from '../submission.ts'

const rested = z.object({
  value: z.number().int().min(1),
  basis: z.string(),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
})
const channel = z.array(z.enum(channels))
const rules = z
  .object({
    leastCell: rested,
    manyPeople: rested,
    sources: z.object({ citizens: channel, post: channel, bodies: channel, systems: channel }),
  })
  .parse(JSON.parse(readFileSync(new URL('../data/tables.json', import.meta.url), 'utf8')))

export const { leastCell, manyPeople } = rules
export const sources = ['citizens', 'post', 'bodies', 'systems'] as const
export type Source = (typeof sources)[number]
export const channelsOf: Record<Source, readonly Channel[]> = rules.sources
const without = channels.filter((channel) => !sources.some((one) => channelsOf[one].includes(channel)))
if (without.length > 0) throw new Error(`core/cases/data/tables.json has no source for ${without.join(', ')}`)

export const sourceOf = (channel: Channel): Source => sources.find((one) => channelsOf[one].includes(channel))!
