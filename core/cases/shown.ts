// The shapes submissions are shown in, to the office and to their sender.
import { z } from 'zod'
import type { Running } from '../law/running.ts'

export const dueSchema = z.object({
  limit: z.string(),
  rule: z.string(),
  article: z.string(),
  value: z.number(),
  unit: z.string(),
  from: z.string(),
  /** null: suspended. */
  due: z.string().nullable(),
  originalDue: z.string(),
  met: z.string().nullable(),
  /** null: it still runs. */
  onTime: z.boolean().nullable(),
  extension: z.number(),
  pauses: z.array(z.object({ from: z.string(), to: z.string().nullable(), reason: z.string() })),
})

export function dueShown(running: Running): z.input<typeof dueSchema> {
  const { limit, ruleKey, article, value, unit, startedOn, due, originalDue, dueAt, metAt, extension, pauses } = running
  const onTime = metAt === null ? null : dueAt === null || metAt <= dueAt
  const met = metAt?.toISOString() ?? null
  return {
    ...{ limit, rule: ruleKey, article, value, unit, from: startedOn, due, originalDue, met, onTime },
    extension,
    pauses,
  }
}
