// The outlines of the places inside a place on a day, for a map; those without a known boundary are named.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { noSuchPlace } from './place.find.ts'
import { shapesAt } from './place.history.store.ts'
import { versionShown } from './place.outputs.ts'
import { childrenOf, versionAt } from './place.store.ts'

const { placeId, fullName } = versionShown.shape

export const outlines = reading({
  name: 'places.outlines',
  summary: 'Ranh giới các đơn vị trực thuộc của một ngày, để vẽ bản đồ; đơn vị nào chưa có ranh giới thì nêu tên',
  http: { method: 'GET', path: '/places/{id}/outlines' },
  who: 'anyone',
  input: z.object({ id: idOf('place'), on: daySchema.optional() }),
  output: z.object({
    on: z.string().meta({ format: 'date' }),
    shapes: z.array(
      z.object({
        placeId,
        fullName,
        geometry: z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược, chỉ để hiển thị' }),
        source: z.string(),
      }),
    ),
    missing: z.array(z.object({ placeId, fullName })).meta({ description: 'chưa có ranh giới của ngày này' }),
  }),
  async run({ db, today }, { id, on = today }) {
    if (!(await versionAt(db, id, on))) return noSuchPlace
    const inside = await childrenOf(db, id, on)
    const found = await shapesAt(
      db,
      inside.map((place) => place.placeId),
      on,
    )
    const shapeOf = new Map(found.map((shape) => [shape.placeId, shape]))
    const named = inside.map(({ placeId, fullName }) => ({ placeId, fullName }))
    return ok({
      on,
      shapes: named.flatMap((place) => {
        const shape = shapeOf.get(place.placeId)
        return shape ? [{ ...place, geometry: shape.geometry, source: shape.source }] : []
      }),
      missing: named.filter((place) => !shapeOf.has(place.placeId)),
    })
  },
})
