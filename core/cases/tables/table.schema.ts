// The shapes in which tables are asked for and told.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { figureKeys } from './figures.ts'
import { periodOf } from './period.ts'
import { reaches } from './scope.ts'

export const who = { roles: ['receiver', 'head', 'officer', 'standingBoard'] } as const
export const count = z.number().int().nullable().meta({ description: 'null: nhỏ hơn mức tối thiểu nên không nêu' })
export const toldSchema = z.object(
  Object.fromEntries(figureKeys.map((key) => [key, count])) as Record<(typeof figureKeys)[number], typeof count>,
)
export const periodKey = z
  .string()
  .refine((key) => periodOf(key) !== null, {
    message:
      'Chọn một kỳ, hoặc ghi từ ngày đến ngày, dài nhất 400 ngày. Qua API như 2026-Q3, 2026-M07, 2025-12-15_2026-12-14.',
  })
  .meta({
    description:
      'năm 2026; 9 tháng 2026-9T; 6 tháng 2026-6T; quý 2026-Q3; tháng 2026-M07; từ ngày đến ngày 2025-12-15_2026-12-14',
  })

export const which = {
  body: idOf('body'),
  reach: z.enum(reaches).default('desk').meta({ description: 'desk: một nơi nhận; all: cả các nơi nhận ở dưới' }),
  period: periodKey,
}

export const tableNamed = z.object({ body: z.number().int(), name: z.string(), reach: z.enum(reaches) })
