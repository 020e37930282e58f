// Keys as they are named beside whatever was carried with them.
import { z } from 'zod'
import { idOf, type Id } from '../../shared/id.ts'
import { confidences, keyMethods } from './key.ts'

const keyId = idOf('place_key') as z.ZodType<Id<'place_key'>, Id<'place_key'>>
const placeId = idOf('place') as z.ZodType<Id<'place'>, Id<'place'>>

export const keysUsed = z
  .array(
    z.object({
      id: keyId,
      placeId,
      place: z.string(),
      version: z.number().int(),
      method: z.enum(keyMethods).nullable(),
      basis: z.string().nullable(),
      dated: z.string().meta({ format: 'date' }).nullable(),
      confidence: z.enum(confidences).nullable(),
      author: z.string(),
    }),
  )
  .meta({ description: 'Các khoá chia đã dùng: phần chia theo chúng là ước tính' })
