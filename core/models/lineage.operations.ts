// How far a model went: its family from the first one, what each did otherwise, and the places between which it travelled.
import { z } from 'zod'
import { areaOf, areasIn, versionAt } from '../places/place.read.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { lineageOf, type Kin } from './lineage.store.ts'
import { readerOf, scopeOf } from './model.access.ts'
import { stages } from './model.ts'
import { noSuchModel } from './model.steps.ts'

export const kinSchema = z.object({
  id: z.number().int(),
  originId: z.number().int().nullable(),
  depth: z.number().int(),
  name: z.string(),
  owner: z.string(),
  placeId: z.number().int(),
  place: z.string(),
  year: z.number().int(),
  stage: z.enum(stages),
  changed: z.string(),
  shown: z.boolean(),
})

export const lineage = reading({
  name: 'models.lineage',
  summary: 'Mô hình này bắt đầu ở đâu, đã nhân rộng đến đâu, mỗi nơi đổi gì; các khu vực và đường đi để vẽ bản đồ',
  http: { method: 'GET', path: '/models/{id}/lineage' },
  who: 'anyone',
  input: z.object({
    id: idOf('model'),
    most: z.coerce.number().int().min(1).max(5000).default(2000),
    onlyShown: z.coerce.boolean().default(false).meta({ description: 'chỉ những mô hình đã công khai' }),
  }),
  output: z.object({
    family: z.array(kinSchema),
    map: z.object({
      place: z
        .object({ id: z.number().int(), name: z.string() })
        .nullable()
        .meta({ description: 'tỉnh chứa mọi nơi, khi đó mỗi khu vực là một xã; null: cả nước, mỗi khu vực một tỉnh' }),
      areas: z.array(
        z.object({
          ...{ id: z.number().int(), name: z.string(), count: z.number().int() },
          geometry: z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược, chỉ để hiển thị' }),
          source: z.string().nullable(),
        }),
      ),
      ways: z
        .array(z.object({ from: z.number().int(), to: z.number().int(), count: z.number().int() }))
        .meta({ description: 'từ khu vực này sang khu vực khác, bao nhiêu lần' }),
    }),
  }),
  async run(context, { id, most, onlyShown }) {
    const found = await lineageOf(context.db, id, most)
    if (found.length === 0) return noSuchModel
    const family = onlyShown ? found.filter(({ shown }) => shown) : await readable(context, found)
    if (family.length === 0) return noSuchModel
    return ok({ family, map: await mapOf(context, family) })
  },
})

/** Everybody, what is shown; who has a part anywhere in it, how far it went; the rest of the office, what was decided too. */
async function readable({ db, actor, today }: ReadContext, family: readonly Kin[]): Promise<Kin[]> {
  if (actor.kind === 'anonymous') return family.filter(({ shown }) => shown)
  const { reach } = await scopeOf({ db, actor, today })
  const within = new Set(reach)
  if (family.some(({ ownerId, guideId }) => within.has(ownerId) || within.has(guideId))) return [...family]
  const reads = await readerOf({ db, actor, today })
  const found = []
  for (const one of family) if (one.shown || (await reads(one))) found.push(one)
  return found
}

/** By province; of a family that never left its province, by commune. */
async function mapOf({ app, db, today: day }: ReadContext, family: readonly Kin[]) {
  const provinces = await areasIn({ app, db, day }, null)
  const provinceOf = await areaOf(
    { app, db, day },
    provinces.map(({ id }) => id),
  )
  const [only, other] = new Set(family.map(({ placeId }) => provinceOf.get(placeId)))
  if (only === undefined || other !== undefined) return { place: null, ...drawn(family, provinces, provinceOf) }
  const place = { id: only, name: (await versionAt(db, only, day))!.fullName }
  const communes = await areasIn({ app, db, day }, only)
  const within = await areaOf(
    { app, db, day },
    communes.map(({ id }) => id),
  )
  return { place, ...drawn(family, communes, within) }
}

type PlaceId = Id<'place'>

function drawn<A extends { id: PlaceId }>(
  family: readonly Kin[],
  areas: readonly A[],
  areaOf: ReadonlyMap<PlaceId, PlaceId>,
) {
  const byId = new Map(family.map((one) => [one.id, one]))
  const counts = new Map<PlaceId, number>()
  const ways = new Map<string, { from: PlaceId; to: PlaceId; count: number }>()
  for (const { placeId, originId } of family) {
    const to = areaOf.get(placeId)
    if (to === undefined) continue
    counts.set(to, (counts.get(to) ?? 0) + 1)
    const origin = originId === null ? undefined : byId.get(originId)
    const from = origin && areaOf.get(origin.placeId)
    if (from === undefined || from === to) continue
    const way = ways.get(`${from} ${to}`) ?? { from, to, count: 0 }
    way.count++
    ways.set(`${from} ${to}`, way)
  }
  return { areas: areas.map((area) => ({ ...area, count: counts.get(area.id) ?? 0 })), ways: [...ways.values()] }
}
