// The gallery everybody reads: published models as cards, a page after the last one seen, and where they are on a map.
import { z } from 'zod'
import { areaOf, areasIn, versionAt, versionsOf } from '../places/place.read.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { keptUnder } from '../shared/kept.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { stampOf } from './count.store.ts'
import * as store from './gallery.store.ts'
import { kinds, reviewClasses } from './model.ts'
import { fieldsOf, queryOf } from './model.store.ts'

export const cardSchema = z.object({
  id: z.number().int(),
  code: z.string(),
  kind: z.enum(kinds),
  field: z.string(),
  fieldName: z.string(),
  year: z.number().int(),
  name: z.string(),
  summary: z.string(),
  owner: z.string(),
  placeId: z.number().int(),
  place: z.string(),
  level: z.string().nullable(),
  levelName: z.string().nullable(),
  ended: z.boolean(),
  lastClass: z.enum(reviewClasses).nullable(),
  copies: z.number().int().meta({ description: 'nơi đã đăng ký nhân rộng' }),
  photo: z.number().int().nullable(),
  shownAt: instantSchema,
  illustrative: z.boolean(),
})

const filters = {
  place: idOf('place').optional().meta({ description: 'cả các nơi nay nằm trong đó' }),
  field: z.string().max(40).optional(),
  level: z.string().max(40).optional(),
  kind: z.enum(kinds).optional(),
  year: z.coerce.number().int().min(2009).max(2100).optional(),
  q: z.string().max(200).default(''),
}
const seen = z
  .string()
  .regex(/^\d{1,18}-\d{1,9}$/)
  .optional()
const namedSchema = z.object({ id: z.number().int(), name: z.string() })

/** Who searches is told “more than” this many; nobody turns that many pages. */
const mostCounted = 1000

export const gallery = reading({
  name: 'publicModels.list',
  summary: 'Mô hình, điển hình “Dân vận khéo” đã công khai: tìm không cần dấu, lọc theo nơi, lĩnh vực, cấp, năm',
  http: { method: 'GET', path: '/public/models' },
  who: 'anyone',
  input: z.object({
    ...filters,
    after: seen.meta({ description: 'trang cũ hơn: giá trị “older” của trang trước' }),
    before: seen.meta({ description: 'trang mới hơn: giá trị “newer” của trang sau' }),
    size: z.coerce.number().int().min(1).max(100).default(24),
  }),
  output: z.object({
    models: z.array(cardSchema),
    total: z.number().int(),
    more: z.boolean().meta({ description: `nhiều hơn “total”: tìm theo chữ chỉ đếm đến ${mostCounted}` }),
    older: z.string().nullable(),
    newer: z.string().nullable(),
    size: z.number().int(),
    place: namedSchema.nullable(),
    fields: z.array(z.object({ key: z.string(), name: z.string() })),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run(context, { after, before, size, ...typed }) {
    const { db, today } = context
    const { place, wanted } = await wantedOf(context, typed)
    const newer = before !== undefined && after === undefined
    const most = queryOf(wanted.q) === null ? null : mostCounted + 1
    const kept = { what: `models ${askedAs(typed, wanted)}`, stamp: await stampOf(db, 'shown') }
    const total = await keptUnder(context.app, kept, () => store.countPublic(db, wanted, most))
    const more = most !== null && total > mostCounted
    const turned = { ...wanted, from: seenOf(after ?? before), newer, size, common: more }
    const found = await store.publicCards(db, turned)
    const beyond = found.length > size
    // Turned back, the one too many is the newest.
    const models = beyond ? (newer ? found.slice(1) : found.slice(0, size)) : found
    const [first, last] = [models[0], models.at(-1)]
    return ok({
      models: models.map(({ at: _, ...card }) => card),
      total: most === null ? total : Math.min(total, mostCounted),
      more,
      older: last && (newer ? models.length > 0 : beyond) ? `${last.at}-${last.id}` : null,
      newer: first && (newer ? beyond : after !== undefined) ? `${first.at}-${first.id}` : null,
      ...{ size, place },
      fields: await fieldsOf(db, today),
      levels: (await levelsOf(db)).map(({ key, name }) => ({ key, name })),
    })
  },
})

function seenOf(text: string | undefined): store.Seen | null {
  const [at, id] = text?.split('-') ?? []
  return at && id ? { at, id: Number(id) } : null
}

type Typed = Omit<store.Filters, 'places'> & { place?: Id<'place'> }

/** A place that is no more is looked at as it was on its last day. */
async function wantedOf({ app, db, today }: ReadContext, { place, ...rest }: Typed) {
  if (place === undefined) return { place: null, day: today, wanted: rest satisfies store.Filters as store.Filters }
  const here = (await versionAt(db, place, today)) ?? (await versionsOf(db, place)).at(-1)
  const day = here?.validTo && here.validTo < today ? here.validTo : today
  const inside = await areaOf({ app, db, day }, [place])
  const wanted: store.Filters = { ...rest, places: [...inside.keys()] }
  return { place: here ? { id: place, name: here.fullName } : null, day, wanted }
}

/** The same question has the same words; another day or another division of places is another question. */
const askedAs = (typed: Typed, { places }: store.Filters) => JSON.stringify([typed, places?.length ?? null])

export const map = reading({
  name: 'publicModels.map',
  summary: 'Mô hình đã công khai ở từng tỉnh, hoặc từng xã của một tỉnh, với ranh giới để vẽ; lọc như danh sách',
  http: { method: 'GET', path: '/public/models/map' },
  who: 'anyone',
  input: z.object(filters),
  output: z.object({
    place: namedSchema.nullable().meta({ description: 'null: cả nước' }),
    total: z.number().int(),
    areas: z.array(
      z.object({
        ...{ id: z.number().int(), name: z.string(), count: z.number().int() },
        geometry: z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược, chỉ để hiển thị' }),
        source: z.string().nullable(),
      }),
    ),
    elsewhere: z.number().int().meta({ description: 'ở chính nơi đang xem, hoặc ở nơi nay không thuộc khu vực nào' }),
    fields: z.array(z.object({ key: z.string(), name: z.string() })),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run(context, typed) {
    const { app, db, today } = context
    const { place, day, wanted } = await wantedOf(context, typed)
    if (typed.place !== undefined && !place) return noSuchPlace
    const areas = await areasIn({ app, db, day }, typed.place ?? null)
    const kept = { what: `model map ${askedAs(typed, wanted)}`, stamp: await stampOf(db, 'shown') }
    const counts = await keptUnder(app, kept, () => store.countsByPlace(db, wanted))
    const within = await areaOf(
      { app, db, day },
      areas.map(({ id }) => id),
    )
    const sums = new Map<number, number>()
    for (const [id, count] of counts) {
      const area = within.get(id) ?? 0
      sums.set(area, (sums.get(area) ?? 0) + count)
    }
    return ok({
      place,
      total: [...sums.values()].reduce((sum, count) => sum + count, 0),
      areas: areas.map((area) => ({ ...area, count: sums.get(area.id) ?? 0 })),
      elsewhere: sums.get(0) ?? 0,
      fields: await fieldsOf(db, today),
      levels: (await levelsOf(db)).map(({ key, name }) => ({ key, name })),
    })
  },
})

const noSuchPlace = notFound(
  'no-such-place',
  'Không có địa bàn này. Hãy chọn lại từ bản đồ.',
  'There is no such place.',
)
