// Published cases, for everybody: a list with its choices and the outline of the place, one case, and its pictures.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { publicKinds } from '../cases/publish/publication.ts'
import { shapesAt, versionAt } from '../places/place.read.ts'
import { addDays, daySchema, instantSchema, type Day } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { states, type PublicReport } from './report.ts'
import { keptUnder } from '../shared/kept.ts'
import * as store from './report.store.ts'

/** Field by field: what is not written here goes out to nobody. */
const reportSchema = z.object({
  id: z.number().int(),
  kind: z.enum(publicKinds),
  topic: z.string().nullable(),
  topicName: z.string().nullable(),
  text: z.string(),
  state: z.enum(states),
  desk: z.object({ id: z.number().int(), name: z.string() }),
  lead: z.string(),
  place: z.object({ id: z.number().int(), name: z.string() }),
  receivedAt: instantSchema,
  shownAt: instantSchema,
  updatedAt: instantSchema,
  due: z.string().nullable().meta({ description: 'hạn giải quyết: ngày, hoặc ngày và giờ' }),
  lat: z.number().nullable().meta({ description: 'đã làm mờ chừng 100 m' }),
  lon: z.number().nullable(),
  answer: z
    .object({ text: z.string(), by: z.string(), at: instantSchema, photos: z.array(z.number().int()) })
    .nullable(),
  illustrative: z.boolean(),
})

export function reportShown(report: PublicReport): z.input<typeof reportSchema> {
  const { id, kind, topic, topicName, text, state, receivedAt, shownAt, updatedAt, due, lat, lon } = report
  const { deskId, deskName, placeId, placeName, answeredAt, answeredBy, photos } = report
  const told = report.answer !== '' && answeredAt !== null && answeredBy !== null
  return {
    ...{ id, kind, topic, topicName, text, state, receivedAt, shownAt, updatedAt, due, lat, lon },
    desk: { id: deskId, name: deskName },
    lead: report.leadName,
    place: { id: placeId, name: placeName },
    answer: told ? { text: report.answer, by: answeredBy, at: answeredAt, photos } : null,
    illustrative: report.illustrative,
  }
}

export const listReports = reading({
  name: 'publicCases.list',
  summary: 'Phản ánh, kiến nghị đã công khai: theo nơi nhận, địa bàn, lĩnh vực, tình trạng, ngày nhận',
  http: { method: 'GET', path: '/public/cases' },
  who: 'anyone',
  input: z.object({
    desk: idOf('body').optional(),
    place: idOf('place').optional().meta({ description: 'cả các địa bàn bên trong' }),
    topic: z.string().max(40).optional(),
    state: z.enum(states).optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    reports: z.array(reportSchema),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    desks: z.array(z.object({ id: z.number().int(), name: z.string() })),
    topics: z.array(z.object({ key: z.string(), name: z.string() })),
    outline: z
      .object({
        ...{ name: z.string(), geometry: z.unknown(), source: z.string(), validFrom: z.string() },
        tiles: z.object({ credit: z.string() }).nullable().meta({ description: 'null: không có ảnh nền' }),
      })
      .nullable()
      .meta({ description: 'ranh giới của địa bàn đang xem, nếu đã có' }),
  }),
  async run({ app, db, today }, { topic, state, from, to, ...input }) {
    const { desk, place, page, size } = input
    const wanted = {
      ...{ desk, place, page, size },
      ...(topic && { topics: [topic] }),
      ...(state && { states: [state] }),
      ...(from && { from: startOf(from) }),
      ...(to && { to: new Date(startOf(addDays(to, 1)).getTime() - 1) }),
    }
    const reports = await store.publicReports(db, wanted, today)
    const asked = JSON.stringify(['total', today, { ...wanted, page: 0, size: 0 }])
    const counted = { what: asked, stamp: await store.shownStamp(db, desk) }
    const choices = { what: `choices ${today}`, stamp: await store.shownStamp(db) }
    return ok({
      reports: reports.map(reportShown),
      total: await keptUnder(app, counted, () => store.countPublicReports(db, wanted, today)),
      ...{ page, size },
      ...(await keptUnder(app, choices, () => store.choices(db))),
      outline: await outlineFor({ app, db, today }, place ?? (desk && (await bodyAt(db, desk, today))?.placeId)),
    })
  },
})

const startOf = (day: Day) => new Date(`${day}T00:00:00+07:00`)

type At = Pick<ReadContext, 'app' | 'db' | 'today'>

async function outlineFor({ app, db, today }: At, placeId: Id<'place'> | null | undefined) {
  if (!placeId) return null
  const [shape] = await shapesAt(db, [placeId], today)
  const version = await versionAt(db, placeId, today)
  if (!shape || !version) return null
  const { geometry, source, validFrom } = shape
  return { name: version.fullName, geometry, source, validFrom, tiles: app.tiles && { credit: app.tiles.credit } }
}

export const showReport = reading({
  name: 'publicCases.show',
  summary: 'Một phản ánh, kiến nghị đã công khai, với câu trả lời',
  http: { method: 'GET', path: '/public/cases/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('submission') }),
  output: reportSchema,
  async run({ db, today }, { id }) {
    const [found] = await store.publicReports(db, { ids: [id], page: 1, size: 1 }, today)
    return found ? ok(reportShown(found)) : noSuchReport
  },
})

export const reportPhoto = reading({
  name: 'publicCases.photo',
  summary: 'Ảnh chứng minh của câu trả lời đã công khai; chỉ ảnh đã làm sạch nơi chụp',
  http: { method: 'GET', path: '/public/cases/{id}/photos/{file}' },
  who: 'anyone',
  sends: 'file',
  input: z.object({ id: idOf('submission'), file: idOf('submission_file') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() }),
  async run({ db }, { id, file }) {
    const photo = await store.photoOf(db, id, file)
    // The name a file came with may be a person's.
    return photo ? ok({ ...photo, fileName: `anh-${id}-${file}.jpg`, mediaType: 'image/jpeg' }) : noSuchPhoto
  },
})

const noSuchReport = notFound(
  'no-such-report',
  'Không có phản ánh công khai nào ở địa chỉ này; có thể nơi nhận chưa hoặc đã thôi công khai.',
  'There is no published report here; the desk has not shown it, or shows it no more.',
)
const noSuchPhoto = notFound('no-such-photo', 'Không có ảnh công khai này.', 'There is no such picture.')
