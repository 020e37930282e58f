// What the answers about places look like at the door.
import { z } from 'zod'
import { idOf, type Id } from '../shared/id.ts'
import { confidences, levels, placeTypes, sources, successionKinds, unitLevels, type PlaceVersion } from './place.ts'
import { restsOnEarlyList } from './place.ts'
import { keysUsed } from './key/key.outputs.ts'

const placeId = idOf('place') as z.ZodType<Id<'place'>, Id<'place'>>
const day = z.string().meta({ format: 'date' })

/** A version as shown: with the mark that it rests on the list of early 2025. */
export const versionShown = z
  .object({
    placeId,
    name: z.string(),
    fullName: z.string(),
    type: z.enum(placeTypes),
    level: z.enum(levels),
    code: z.string().nullable(),
    parentId: placeId.nullable(),
    validFrom: day.nullable().meta({ description: 'null: chưa ghi nhận ngày bắt đầu' }),
    validTo: day.nullable().meta({ description: 'ngày cuối cùng; null: đang có hiệu lực' }),
    source: z.enum(sources),
    act: z.string().nullable(),
    restsOnEarlyList: z.boolean().meta({ description: 'Dựa trên danh sách đầu năm 2025' }),
  })
  .meta({ id: 'PlaceVersion' })
export type VersionShown = z.input<typeof versionShown>

export function shown(version: PlaceVersion): VersionShown {
  return { ...version, restsOnEarlyList: restsOnEarlyList(version) }
}

const relative = z.object({
  placeId: placeId.nullable(),
  fullName: z.string().nullable(),
  code: z.string().nullable(),
  onDate: day,
  kind: z.enum(successionKinds),
  share: z.string().nullable().meta({ description: 'null với “split”: không biết tỉ lệ' }),
  shareMethod: z.string().nullable(),
  act: z
    .object({
      number: z.string(),
      issuer: z.string().nullable(),
      title: z.string().nullable(),
      issuedOn: day.nullable(),
    })
    .nullable(),
  confidence: z.enum(confidences),
  note: z.string().nullable(),
})

export const boundaryCaptions = ['atDay', 'samePlaceOtherDay', 'successors', 'predecessors', 'none'] as const

const boundary = z.object({
  caption: z.enum(boundaryCaptions),
  shapes: z.array(
    z.object({
      placeId,
      validFrom: day,
      validTo: day.nullable(),
      geometry: z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược, chỉ để hiển thị' }),
      source: z.string(),
    }),
  ),
})

/** Known to have changed, not known which. */
export const pendingChange = z.object({
  act: z.string(),
  onDate: day,
  howMany: z.number().int(),
  what: z.string(),
})

export const placeShown = z
  .object({
    id: placeId,
    on: day,
    at: versionShown.nullable().meta({ description: 'null: không có hiệu lực vào ngày này' }),
    noCodeReason: z.string().nullable(),
    versions: z.array(versionShown),
    ancestors: z.array(versionShown),
    children: z.array(versionShown),
    predecessors: z.array(relative),
    successors: z.array(relative),
    functions: z.array(
      z.object({
        function: z.string(),
        name: z.string(),
        bodyId: idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>,
        bodyName: z.string(),
        validFrom: day.nullable(),
        validTo: day.nullable(),
      }),
    ),
    boundary,
    statistic: z
      .object({
        areaKm2: z.string().nullable(),
        population: z.number().int().nullable(),
        seat: z.string().nullable(),
        lat: z.string().nullable(),
        lon: z.string().nullable(),
        source: z.string(),
        reviewed: z.boolean().meta({ description: 'false: chưa kiểm chứng' }),
      })
      .nullable(),
    pending: z.array(pendingChange),
  })
  .meta({ id: 'Place' })

export const searchShown = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  hits: z.array(
    z.object({
      placeId,
      name: z.string(),
      fullName: z.string(),
      type: z.enum(placeTypes),
      level: z.enum(levels),
      code: z.string().nullable(),
      validFrom: day.nullable(),
      validTo: day.nullable(),
      current: z.boolean(),
      within: z.array(z.string()),
    }),
  ),
})

const side = z.object({
  day,
  places: z.number().int(),
  restingOnEarlyList: z.number().int(),
  under: z.array(z.object({ placeId, fullName: z.string() })),
})
const carried = z.number().int().nullable().meta({ description: 'null: không hỏi ngày đầu' })

export const totalShown = z.object({
  level: z.enum(unitLevels),
  from: side.nullable(),
  on: side,
  carriedWhole: carried,
  carriedInParts: carried,
  notComparable: carried,
  lost: carried,
  keys: keysUsed,
})
