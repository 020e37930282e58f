// Pointing at a place: the outline of the commune with its neighbours, and whether a pressed place lies in it.
import { z } from 'zod'
import type { App } from '../../app.ts'
import { boxOf, touches, type Boundary, type Box } from '../../places/boundary.ts'
import { childrenOf, shapesAt, versionAt } from '../../places/place.read.ts'
import type { Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { notFound, ok } from '../../shared/result.ts'
import { deskOf } from '../desk.store.ts'
import { spotOf, whyNotThere } from './spot.ts'

const geometry = z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược, chỉ để hiển thị' })
const named = z.object({ name: z.string(), geometry })

export const mapOf = reading({
  name: 'submissions.map',
  summary:
    'Ranh giới địa bàn của một nơi nhận và các xã bên cạnh, để người gửi chỉ nơi xảy ra; null: chưa có ranh giới',
  http: { method: 'GET', path: '/submissions/map' },
  who: 'anyone',
  input: z.object({ desk: idOf('body') }),
  output: z.object({
    map: z
      .object({
        name: z.string(),
        geometry,
        source: z.string(),
        box: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
        neighbours: z.array(named),
        tiles: z.object({ credit: z.string() }).nullable().meta({ description: 'null: không có ảnh nền' }),
      })
      .nullable(),
  }),
  async run({ app, db, today }, { desk: deskId }) {
    const desk = await deskOf(db, deskId, today)
    if (!desk) return noSuchDesk
    const [own] = await shapesAt(db, [desk.placeId], today)
    const place = await versionAt(db, desk.placeId, today)
    if (!own || !place) return ok({ map: null })
    const box = boxOf(own.geometry as Boundary)
    const inside = place.level === 'commune' ? place.parentId : desk.placeId
    const neighbours = inside === null ? [] : await near(db, { inside, without: desk.placeId, box, today })
    return ok({
      map: { name: place.fullName, geometry: own.geometry, source: own.source, box, neighbours, ...tilesOf(app) },
    })
  },
})

const tilesOf = ({ tiles }: App) => ({ tiles: tiles && { credit: tiles.credit } })

type Near = { inside: Id<'place'>; without: Id<'place'>; box: Box; today: Day }

/** Of a commune those around it, of a province those in it. */
async function near(db: ReadDb, { inside, without, box, today }: Near) {
  const places = (await childrenOf(db, inside, today)).filter(({ placeId }) => placeId !== without)
  const ids = places.map(({ placeId }) => placeId)
  const shapes = new Map((await shapesAt(db, ids, today)).map((shape) => [shape.placeId, shape.geometry as Boundary]))
  // A little more than the box is seen around it.
  const slack = (box.north - box.south + box.east - box.west) / 40
  const seen = {
    ...{ west: box.west - slack, east: box.east + slack },
    ...{ south: box.south - slack, north: box.north + slack },
  }
  return places.flatMap(({ placeId, name }) => {
    const shape = shapes.get(placeId)
    return shape && touches(boxOf(shape), seen) ? [{ name, geometry: shape }] : []
  })
}

export const spot = reading({
  name: 'submissions.spot',
  summary: 'Một điểm có nằm trong địa bàn của nơi nhận không; không thì nói rõ nằm ở đâu, nơi nhận nào',
  http: { method: 'GET', path: '/submissions/spot' },
  who: 'anyone',
  input: z.object({
    desk: idOf('body'),
    lat: z.coerce.number().min(-90).max(90),
    lon: z.coerce.number().min(-180).max(180),
  }),
  output: z.object({
    fits: z.boolean(),
    other: z.object({ id: z.number().int(), name: z.string() }).nullable(),
    sentence: z.object({ vi: z.string(), en: z.string() }).nullable(),
  }),
  async run({ db, today }, { desk, lat, lon }) {
    const { fits, other } = await spotOf({ db, today }, desk, { lat, lon })
    const [why] = await whyNotThere({ db, today }, desk, { lat, lon })
    return ok({ fits, other: other && { id: other.deskId, name: other.name }, sentence: why?.sentence ?? null })
  },
})

const noSuchDesk = notFound('no-such-desk', 'Nơi nhận này hiện không mở.', 'This desk is not open now.')
