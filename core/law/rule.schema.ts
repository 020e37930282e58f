// The shapes of rules at the door.
import { z } from 'zod'
import { units } from './clock.ts'
import { confidences } from './holidays.ts'
import { countings } from './rule.ts'

export const versionShown = z.object({
  id: z.number().int(),
  no: z.number().int(),
  validFrom: z.string(),
  value: z.number().int().nullable().meta({ description: 'null: chưa biết giới hạn, đặt trước khi dùng' }),
  unit: z.enum(units),
  article: z.string(),
  confidence: z.enum(confidences),
  note: z.string().nullable(),
  shipped: z.boolean().meta({ description: 'có sẵn khi cài; sửa là thêm một bản' }),
})

export const ruleHead = {
  key: z.string(),
  law: z.string(),
  lawTitle: z.string(),
  name: z.string(),
  starts: z.string().meta({ description: 'tính từ lúc nào' }),
  counts: z.enum(countings).meta({ description: 'within: trong; before: trước ít nhất; lasts: kéo dài ít nhất' }),
}
