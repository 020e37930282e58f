// The shapes of a collection at the door.
import { z } from 'zod'
import { typedWords } from '../documents/typed-words.ts'
import { instantSchema } from '../shared/day.ts'
import { collectionModes, collectionStages } from './collection.ts'
import { cellTypes } from './sheet/typed.ts'
import { limits } from './sheet/zip.ts'

export const collectionSchema = z
  .object({
    id: z.number().int(),
    bodyId: z.number().int(),
    bodyName: z.string(),
    title: z.string(),
    source: z.string().nullable(),
    dueAt: instantSchema,
    fileName: z.string(),
    fileSha256: z.string(),
    sheet: z.string().nullable(),
    mode: z.enum(collectionModes).nullable(),
    nameColumn: z.string().nullable(),
    stage: z.enum(collectionStages),
    version: z.number().int(),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Collection' })

export const areaSchema = z.object({
  range: z.string().trim().max(40),
  type: z.enum(cellTypes).default('number'),
  required: z.boolean().default(false),
})

/** A file as base64; a little more than the file may weigh. */
export const fileSchema = z
  .string()
  .max(
    Math.ceil(limits.packed / 3) * 4 + 4,
    'Tệp lớn hơn 10 MB. Hãy xoá ảnh và trang tính không cần, lưu lại rồi tải lên.',
  )
  .default('')
  .meta({ description: 'tệp .xlsx dạng base64, không quá 10 MB' })

export const headShape = {
  title: typedWords(300, 5),
  source: typedWords(500).nullish(),
  /** An instant with its zone, as 2026-11-26T16:30:00+07:00. */
  dueAt: z.iso.datetime({ offset: true, error: 'Hạn gửi gồm ngày và giờ, ví dụ 26/11/2026, 16:30.' }),
}

/** A file that goes out. */
export const fileOut = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string().meta({ description: 'base64' }),
})

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const movedCollection = z.object({
  collection: z.number().int(),
  stage: z.enum(collectionStages),
  version: z.number().int(),
})
