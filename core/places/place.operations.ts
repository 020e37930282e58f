// What can be asked about territory. Everybody may ask; every answer is about a day.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, type Operation } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { became } from './place.became.ts'
import { byCode, daysReversed, idOrCode, named, noSuchPlace, nothingToFind } from './place.find.ts'
import { overview } from './place.overview.ts'
import { outlines } from './place.outlines.ts'
import { placeShown, searchShown, shown, totalShown, versionShown } from './place.outputs.ts'
import { searchPlaces } from './place.search.store.ts'
import { showPlace } from './place.show.ts'
import { childrenOf, placesOfLevel } from './place.store.ts'
import { totalPlaces } from './place.total.ts'
import { levels, unitLevels } from './place.ts'
import { tile } from './tile.operations.ts'

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(\d{2,5}|VN)$/, 'Mã đơn vị hành chính gồm 2, 3 hoặc 5 chữ số; mã của cả nước là VN.')
const id = idOf('place')
const on = daySchema.optional().meta({ description: 'Ngày được hỏi; không ghi: hôm nay' })

export const show = reading({
  name: 'places.show',
  summary: 'Một địa bàn vào một ngày: tên, mã, cấp trên, cấp dưới, trước và sau sáp nhập',
  http: { method: 'GET', path: '/places/show' },
  who: 'anyone',
  input: z.object({ id: id.optional(), code: code.optional(), on }),
  output: placeShown,
  async run({ db, today }, input) {
    if ((input.id === undefined) === (input.code === undefined)) return idOrCode
    const found =
      input.code === undefined ? ok({ placeId: input.id! }) : await byCode(db, input.code, input.on ?? today)
    if (!found.ok) return found
    const asked = input.code === undefined ? input.on : (input.on ?? today)
    const place = await showPlace(db, found.value.placeId, { on: asked, today })
    return place ? ok(place) : noSuchPlace
  },
})

export const search = reading({
  name: 'places.search',
  summary: 'Tìm địa bàn theo tên, có dấu hoặc không dấu, cả tên trước sáp nhập',
  http: { method: 'GET', path: '/places/search' },
  who: 'anyone',
  input: z.object({
    q: z.string().trim().max(100),
    on: daySchema.optional().meta({ description: 'Chỉ tìm địa bàn có hiệu lực vào ngày này' }),
    level: z.enum(levels).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: searchShown,
  async run({ db, today }, input) {
    if (searchKey(input.q) === '') return nothingToFind
    const { page, size } = input
    return ok({ ...(await searchPlaces(db, { ...input, today })), page, size })
  },
})

export const children = reading({
  name: 'places.children',
  summary: 'Các đơn vị trực thuộc vào một ngày, theo thứ tự danh mục; không nêu địa bàn: các tỉnh, thành phố',
  http: { method: 'GET', path: '/places/children' },
  who: 'anyone',
  input: z.object({
    id: id.optional(),
    code: code.optional(),
    on,
    level: z.enum(unitLevels).optional().meta({ description: 'Mọi đơn vị cấp này bên trong, kể cả gián tiếp' }),
  }),
  output: z.object({ on: z.string(), of: versionShown.nullable(), children: z.array(versionShown) }),
  async run({ db, today }, input) {
    const day = input.on ?? today
    const of = await named({ db, today }, input)
    if (!of.ok) return of
    const under = of.value ? [of.value.placeId] : undefined
    const places = input.level
      ? await placesOfLevel(db, input.level, { day, under })
      : await childrenOf(db, of.value?.placeId ?? null, day)
    const below = places.filter((place) => place.placeId !== of.value?.placeId)
    return ok({ on: day, of: of.value ? shown(of.value) : null, children: below.map(shown) })
  },
})

export const total = reading({
  name: 'places.total',
  summary: 'Có bao nhiêu đơn vị vào một ngày, và bao nhiêu đơn vị của ngày trước so sánh được',
  http: { method: 'GET', path: '/places/total' },
  who: 'anyone',
  input: z.object({
    level: z.enum(unitLevels),
    from: daySchema.optional().meta({ description: 'Ngày trước: như khi đó' }),
    on,
    code: code
      .optional()
      .meta({ description: 'Chỉ trong địa bàn mang mã này vào ngày trước (không có: ngày được hỏi)' }),
  }),
  output: totalShown,
  async run({ db, today }, { level, from, on = today, code }) {
    if (from && from > on) return daysReversed
    const under = code === undefined ? ok(undefined) : await byCode(db, code, from ?? on)
    return under.ok ? ok(await totalPlaces(db, { level, from, on, under: under.value })) : under
  },
})

export const placeOperations: readonly Operation[] = [
  ...[search, overview, show, children, outlines, became, total, tile],
]
