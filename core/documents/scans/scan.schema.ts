// The shapes of scans at the door.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { limits } from './paper.ts'

/** A file of the limit as base64, and a little more. */
const largest = Math.ceil((limits.largestMegabytes * 1_000_000) / 3) * 4 + 4

export const scanInput = {
  files: z
    .array(
      z.object({
        name: z.string().trim().max(300).default('ban-quet'),
        content: z.string().max(largest, `Tệp lớn hơn ${limits.largestMegabytes} MB.`),
      }),
    )
    .max(100)
    .default([])
    .meta({ description: 'PDF, JPEG hoặc PNG dạng base64, theo thứ tự trang' }),
  /** The scan that was there when the person began; 0: none. */
  expectedScan: z.coerce.number().int().min(0).default(0),
  reason: z.string().trim().max(500).default('').meta({ description: 'vì sao thay bản quét trước' }),
  sealedBy: idOf('body')
    .nullable()
    .default(null)
    .meta({ description: 'đơn vị có dấu trên bản giấy; không ghi: đơn vị ban hành' }),
  illustrative: z.boolean().default(false),
}

export const scanSchema = z
  .object({
    id: z.number().int(),
    sealedBy: z.string(),
    illustrative: z.boolean(),
    keptBy: z.string().nullable(),
    keptAt: instantSchema,
    replacedAt: instantSchema.nullable(),
    replacedBy: z.string().nullable(),
    replaceReason: z.string().nullable(),
    files: z.array(
      z.object({
        no: z.number().int(),
        sha256: z.string(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.number().int(),
        pages: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Scan' })

export const keptScan = z.object({ scan: z.number().int(), files: z.number().int(), pages: z.number().int() })

export const scanAt = { scan: idOf('scan'), no: z.coerce.number().int().min(1).max(1000) }

/** A kept file on its way out; its bytes are streamed from where they lie. */
export const keptFileOut = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
})
