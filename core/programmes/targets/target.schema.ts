// The shapes of targets at the door.
import { z } from 'zod'
import { daySchema } from '../../shared/day.ts'
import { comparators } from './fraction.ts'
import type { Target } from './target.ts'

const comparator = z.enum(comparators)
const confidence = z.enum(['read', 'secondHand', 'assumed'])
/** A plain decimal as the programme writes it, with a dot: "80", "45.5". */
const threshold = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'Ghi một số, ví dụ 80 hoặc 45,5.'))

const scope = { organisation: z.string().nullable(), sector: z.string().nullable() }

export const targetInputSchema = z.object({
  no: z.number().int().positive().max(999),
  name: z.string().trim().min(3).max(500),
  indicator: z.string().trim().min(1),
  comparator,
  threshold,
  deadline: daySchema.nullish(),
  weight: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,3})?$/)
    .default('1'),
  reading: z.string().trim().max(2000).nullish(),
  sourceText: z.string().trim().max(2000).nullish(),
  confidence: confidence.default('assumed'),
  overlapFactor: z.boolean().default(false),
  bindings: z.array(z.object(scope)).max(50).default([]),
  exceptions: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(300),
        ...scope,
        comparator,
        threshold,
        sourceText: z.string().trim().max(2000).nullish(),
        note: z.string().trim().max(2000).nullish(),
      }),
    )
    .max(20)
    .default([]),
  companions: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(300),
        count: z.string().trim().min(1),
        comparator,
        threshold,
        sourceText: z.string().trim().max(2000).nullish(),
      }),
    )
    .max(20)
    .default([]),
})

export const targetDetailSchema = z.object({
  id: z.number().int(),
  no: z.number().int(),
  name: z.string(),
  indicator: z.object({
    key: z.string(),
    name: z.string(),
    versionNo: z.number().int(),
    unit: z.enum(['%', 'count']),
    wording: z.string(),
    basis: z.string().nullable(),
    confidence,
  }),
  comparator,
  threshold: z.string(),
  deadline: z.string().nullable(),
  weight: z.string(),
  reading: z.string().nullable(),
  sourceText: z.string().nullable(),
  confidence,
  overlapFactor: z.boolean(),
  bindings: z.array(z.object(scope)),
  exceptions: z.array(
    z.object({
      no: z.number().int(),
      name: z.string(),
      ...scope,
      comparator,
      threshold: z.string(),
      sourceText: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  companions: z.array(
    z.object({
      no: z.number().int(),
      name: z.string(),
      comparator,
      threshold: z.string(),
      sourceText: z.string().nullable(),
    }),
  ),
})

export function describeTarget(target: Target): z.input<typeof targetDetailSchema> {
  return target
}
