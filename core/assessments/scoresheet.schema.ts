// Scores as they are typed, criterion by criterion, and what they become.
import { z } from 'zod'
import { scoredOf, typedPoints } from '../criteria/typed-points.ts'
import { typedText } from '../shared/typed.ts'
import type { SheetScore } from './scoresheet.ts'

export const scoresSchema = z
  .array(
    z.object({
      no: z.coerce.number().int().min(1).max(200),
      points: typedPoints.meta({ description: 'để trống: chưa chấm' }),
      met: z.coerce.boolean().default(false).meta({ description: 'tiêu chí bắt buộc: có đạt không' }),
      note: typedText().max(1000).default(''),
      proof: typedText().max(1000).default('').meta({ description: 'số văn bản, nơi lưu' }),
    }),
  )
  .max(200)

/** Those that have points; a criterion that bars nothing is met whatever the tick says. */
export function asOf(
  set: { criteria: { no: number; knockOut: boolean }[] },
  typed: z.output<typeof scoresSchema>,
): SheetScore[] {
  const bars = new Set(set.criteria.filter(({ knockOut }) => knockOut).map(({ no }) => no))
  return scoredOf(typed).map((one) => ({ ...one, met: bars.has(one.no) ? one.met : true }))
}
