// What the answers about bodies look like at the door.
import { z } from 'zod'
import { successionKinds } from '../places/place.ts'
import { idOf, type Id } from '../shared/id.ts'
import { moves } from './body.moves.ts'
import { families } from './body.ts'

const bodyId = idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>
const placeId = idOf('place') as z.ZodType<Id<'place'>, Id<'place'>>
const day = z.string().meta({ format: 'date' })

export const versionShown = z
  .object({
    bodyId,
    organisation: z.string(),
    name: z.string(),
    shortName: z.string(),
    placeId,
    parentId: bodyId.nullable(),
    symbol: z.string().nullable(),
    validFrom: day.nullable().meta({ description: 'null: chưa ghi nhận ngày bắt đầu' }),
    validTo: day.nullable().meta({ description: 'ngày cuối cùng; null: đang hoạt động' }),
  })
  .meta({ id: 'BodyVersion' })

const organisationShown = z.object({
  key: z.string(),
  name: z.string(),
  shortName: z.string(),
  family: z.enum(families),
  members: z.string().nullable().meta({ description: 'cách gọi thành viên; null: không có danh sách thành viên' }),
})

const relative = z.object({
  bodyId: bodyId.nullable(),
  name: z.string().nullable(),
  onDate: day,
  kind: z.enum(successionKinds),
  note: z.string().nullable(),
})

const brief = z.object({ bodyId, name: z.string() })
export const uppersShown = z.array(brief)

export const sentenceShown = z.object({ vi: z.string(), en: z.string() })

export const bodyShown = z
  .object({
    id: bodyId,
    on: day,
    version: z.number().int().meta({ description: 'gửi lại khi sửa, để không ghi đè người khác' }),
    illustrative: z.boolean().meta({ description: 'Tổ chức minh hoạ, không có thật' }),
    organisation: organisationShown,
    at: versionShown.nullable().meta({ description: 'null: không hoạt động vào ngày này' }),
    versions: z.array(versionShown),
    place: z.object({ placeId, fullName: z.string(), code: z.string().nullable() }).nullable(),
    parent: brief.nullable(),
    children: z.array(versionShown),
    functions: z.array(
      z.object({ function: z.string(), name: z.string(), validFrom: day.nullable(), validTo: day.nullable() }),
    ),
    predecessors: z.array(relative),
    successors: z.array(relative),
    moves: z.array(z.enum(moves)).meta({ description: 'việc người hỏi được làm với tổ chức này' }),
    whyNot: sentenceShown.nullable().meta({ description: 'vì sao người hỏi, là quản trị, không được làm việc nào' }),
  })
  .meta({ id: 'Body' })

export const listShown = z.object({
  on: day,
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  bodies: z.array(
    versionShown.extend({
      family: z.enum(families),
      placeName: z.string().nullable(),
      parentName: z.string().nullable(),
      illustrative: z.boolean(),
    }),
  ),
})

export const catalogueShown = z.object({
  organisations: z.array(organisationShown),
  functions: z.array(z.object({ key: z.string(), name: z.string() })),
})

/** After a save: the body and the version to send with the next change. */
export const saved = z.object({ id: bodyId, version: z.number().int() })

export const createdForPlaces = z.object({
  created: z.array(z.object({ bodyId, placeId, name: z.string() })),
  already: z.number().int().meta({ description: 'địa bàn đã có tổ chức này nên bỏ qua' }),
})

export const succeeded = saved.extend({
  functionsEnded: z.array(z.string()).meta({ description: 'chức năng chấm dứt, cần giao cho tổ chức khác' }),
  moved: z.array(bodyId).meta({ description: 'tổ chức trực thuộc chuyển sang tổ chức kế tục' }),
})
