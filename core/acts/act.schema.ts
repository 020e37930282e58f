// What acts look like at the door: the document, its lines as typed, and the picture of what they do.
import { z } from 'zod'
import { changeKinds, shareMethods } from '../places/act/change.ts'
import { levels, placeTypes } from '../places/place.ts'
import { daySchema, instantSchema } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { moves } from './act.moves.ts'

export const draftId = idOf('act_draft') as z.ZodType<Id<'act_draft'>, Id<'act_draft'>>
export const placeId = idOf('place') as z.ZodType<Id<'place'>, Id<'place'>>
export const bodyId = idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>
export const expectedVersion = seenVersion(1)
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((typed) => typed || null)

/** The document the changes rest on. */
export const documentTyped = {
  number: z.string().trim().min(1).max(60).meta({ description: 'số, ký hiệu: 12/NQ-HĐND' }),
  issuer: z.string().trim().min(1).max(200).meta({ description: 'cơ quan ban hành' }),
  title: text(500).meta({ description: 'trích yếu' }),
  issuedOn: daySchema.meta({ description: 'ngày ban hành' }),
  effectiveOn: daySchema
    .refine((day) => day >= '1945' && day < '2201', 'Ngày hiệu lực phải từ năm 1945 đến năm 2200.')
    .meta({ description: 'ngày đầu tiên theo địa bàn mới' }),
  note: text(1000),
}

const code = text(5).meta({ description: 'mã đơn vị hành chính' })

export const lineTyped = z.object({
  kind: z.enum(changeKinds),
  from: z.string().trim().min(1).max(5).meta({ description: 'mã của đơn vị hôm trước ngày hiệu lực' }),
  code,
  name: text(100).meta({ description: 'tên mới, không kèm loại' }),
  type: z
    .enum(placeTypes)
    .nullish()
    .transform((type) => type ?? null),
  parent: code,
  share: text(10).meta({ description: 'phần của đơn vị cũ, 0.35; không ghi: chưa biết' }),
  method: z
    .enum(shareMethods)
    .nullish()
    .transform((method) => method ?? null),
  note: text(500),
})

export const lineShown = z.object({
  line: z.number().int(),
  kind: z.enum(changeKinds),
  from: z.string(),
  fromName: z.string().nullable().meta({ description: 'null: không có đơn vị mang mã này' }),
  code: z.string().nullable(),
  name: z.string().nullable(),
  type: z.enum(placeTypes).nullable(),
  parent: z.string().nullable(),
  share: z.string().nullable(),
  method: z.enum(shareMethods).nullable(),
  note: z.string().nullable(),
})

export const faultShown = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  sentence: z.object({ vi: z.string(), en: z.string() }),
})

const side = z.object({
  placeId: placeId.nullable().meta({ description: 'null: đơn vị mới, chưa có mã định danh' }),
  fullName: z.string(),
  code: z.string().nullable(),
  level: z.enum(levels),
  parentName: z.string().nullable(),
})

/** One part of the picture: places that belong together, before and after. */
export const groupShown = z.object({
  lines: z.array(z.number().int()),
  kinds: z.array(z.enum(changeKinds)),
  before: z.array(side),
  after: z.array(side.extend({ share: z.string().nullable() })),
})

const document = {
  number: z.string(),
  issuer: z.string(),
  title: z.string().nullable(),
  issuedOn: z.string().meta({ format: 'date' }),
  effectiveOn: z.string().meta({ format: 'date' }),
  note: z.string().nullable(),
}

export const actBrief = z.object({
  id: draftId,
  ...document,
  version: z.number().int(),
  saved: z.boolean(),
  savedAt: instantSchema.nullable(),
  bodiesAt: instantSchema.nullable().meta({ description: 'khi các tổ chức đã sắp xếp theo văn bản' }),
  lines: z.number().int(),
})

export const actShown = z
  .object({
    ...actBrief.shape,
    lines: z.array(lineShown),
    faults: z.array(faultShown).meta({ description: 'điều phải sửa trước khi lưu' }),
    picture: z.array(groupShown),
    follow: z
      .array(z.object({ placeId, fullName: z.string(), code: z.string().nullable() }))
      .meta({ description: 'đơn vị bên dưới đi theo, không cần dòng riêng' }),
    moves: z.array(z.enum(moves)),
  })
  .meta({ id: 'Act' })

export const saved = z.object({ id: draftId, version: z.number().int() })
