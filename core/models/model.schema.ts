// The shapes in which models are asked about.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { typedText } from '../shared/typed.ts'
import { kinds, resourceKinds, resourceSources } from './model.ts'

export const writers = { roles: ['reporter', 'officer', 'head'] } as const
export const seen = { id: idOf('model'), expectedVersion: seenVersion(1) }
export const movedSchema = z.object({ id: z.number().int(), stage: z.string(), version: z.number().int() })

const text = (most: number) => typedText().max(most, `Tối đa ${most} ký tự.`).default('')
const count = z.coerce
  .number()
  .int()
  .min(0)
  .max(100_000_000)
  .nullish()
  .transform((value) => value ?? null)
const figure = z.coerce
  .number()
  .min(-1e12)
  .max(1e12)
  .nullish()
  .transform((value) => value ?? null)
const cited = idOf('model_evidence')
  .nullish()
  .transform((value) => value ?? null)
  .meta({ description: 'minh chứng dẫn số cơ quan đã báo cáo, thay cho số gõ' })
const day = daySchema.nullish().transform((value) => value ?? null)

/** Before and after. */
export const toldEffect = {
  effect: z.enum(['notMeasured', 'measured']).default('notMeasured'),
  effectOf: text(200),
  effectUnit: text(60),
  effectBefore: figure,
  effectAfter: figure,
  effectAgainst: text(500).meta({ description: 'so với cái gì' }),
  effectBeforeCited: cited,
  effectAfterCited: cited,
}

/** What a registration says, field by field. */
export const told = {
  kind: z.enum(kinds).default('model'),
  field: z.string().max(40),
  year: z.coerce.number().int().min(2009).max(2100),
  name: text(300),
  leaderPost: text(200),
  contact: text(300),
  forces: text(1000),
  problem: text(4000),
  objective: text(4000),
  content: text(10_000),
  expected: text(4000),
  participants: count,
  beneficiaries: count,
  startsOn: day,
  endsOn: day,
  changed: text(2000).meta({ description: 'mô hình nhân rộng: đã đổi gì so với nơi đầu tiên' }),
  ...toldEffect,
}
export const resources = z
  .array(
    z.object({
      kind: z.enum(resourceKinds),
      source: z.enum(resourceSources),
      amount: z.coerce.number().min(0).max(1e13),
      note: text(300),
    }),
  )
  .max(40)
  .default([])
