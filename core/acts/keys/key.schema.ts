// What keys of divided places look like at the door.
import { z } from 'zod'
import { confidences, keyMethods } from '../../places/key/key.ts'
import { daySchema, instantSchema } from '../../shared/day.ts'
import { placeId } from '../act.schema.ts'
import { keyMoves } from './key.moves.ts'

const day = z.string().meta({ format: 'date' })
const note = z
  .string()
  .trim()
  .max(1000)
  .nullish()
  .transform((typed) => typed || null)

/** Besides the shares: how they were found, on what, how certain. */
export const keyTyped = {
  method: z.enum(keyMethods).meta({ description: 'cách tính tỉ lệ' }),
  basis: z.string().trim().min(1).max(500).meta({ description: 'văn bản hoặc số liệu làm căn cứ' }),
  dated: daySchema.meta({ description: 'ngày của căn cứ' }),
  confidence: z.enum(confidences).meta({ description: 'đọc trong văn bản, nguồn thứ cấp, giả định' }),
  note,
}

export const sharesTyped = z
  .array(
    z.object({
      to: z.string().trim().min(1).max(20).meta({ description: 'mã hoặc số định danh của nơi đến' }),
      share: z.string().trim().min(1).max(30).meta({ description: '0,35 hoặc 35% hoặc 1/3' }),
    }),
  )
  .min(1)
  .max(100)

const side = { placeId, code: z.string().nullable(), fullName: z.string() }
const share = z.object({ to: placeId, share: z.string().meta({ description: 'phân số, 7/20' }) })

export const dividedShown = z.object({
  ...side,
  within: z.string().meta({ description: 'các cấp trên của nó, theo ngày trước khi chia' }),
  onDate: day,
  act: z.string().nullable(),
  parts: z.number().int(),
  version: z.number().int().meta({ description: 'bản mới nhất của khoá; 0: chưa có khoá' }),
  withdrawn: z.boolean(),
  author: z.string().nullable(),
})

export const keyShown = z
  .object({
    place: dividedShown,
    parts: z.array(
      z.object({
        ...side,
        areaKm2: z.string().nullable(),
        population: z.number().int().nullable(),
        alone: z.boolean().meta({ description: 'nơi đến chỉ gồm phần của địa bàn này' }),
      }),
    ),
    proposals: z.array(
      z.object({ method: z.enum(['population', 'area']), shares: z.array(share), exactParts: z.boolean() }),
    ),
    versions: z.array(
      z.object({
        version: z.number().int(),
        withdrawn: z.boolean(),
        method: z.enum(keyMethods).nullable(),
        basis: z.string().nullable(),
        dated: day.nullable(),
        confidence: z.enum(confidences).nullable(),
        note: z.string().nullable(),
        author: z.string(),
        madeAt: instantSchema,
        shares: z.array(share),
      }),
    ),
    moves: z.array(z.enum(keyMoves)),
  })
  .meta({ id: 'PlaceKey' })

export const saved = z.object({ id: placeId, version: z.number().int() })
export { placeId }
