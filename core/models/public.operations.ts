// What everybody reads of models: cards, one story, the family of a model, pictures; and how the guide shows or hides one.
import { z } from 'zod'
import { shapesAt, versionAt } from '../places/place.read.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { kinds, reviewClasses, stages } from './model.ts'
import { movedSchema, seen } from './model.schema.ts'
import { begin, make, noSuchModel, personOf } from './model.steps.ts'
import { fieldsOf, modelOf, recognitionsOf, resourcesOf, reviewsOf } from './model.store.ts'
import * as store from './public.store.ts'

const guides = { roles: ['officer', 'head'] } as const

export const show = writing({
  name: 'models.show',
  summary: 'Đưa ra trang mọi người đọc một mô hình đã công nhận; điển hình cá nhân thì phải có sự đồng ý đang hiệu lực',
  http: { method: 'POST', path: '/models/{id}/public' },
  who: guides,
  input: z.object({
    ...seen,
    summary: z.string().trim().min(40, 'Viết lời cho mọi người đọc, ít nhất hai câu.').max(3000),
  }),
  output: movedSchema,
  async run(context, { summary, ...at }) {
    const begun = await begin(context, at, 'show')
    if (!begun.ok) return begun
    const { model } = begun.value
    if (model.kind === 'exemplarPerson' && !(await store.consentOf(context.db, at.id))) return consentNeeded
    await store.writePublic(context.db, at.id, {
      ...{ summary: plainText(summary), by: personOf(context.actor), at: context.now },
    })
    const version = await make(context, begun.value, { move: 'show' })
    return ok({ id: at.id, stage: model.stage, version })
  },
})

export const hide = writing({
  name: 'models.hide',
  summary: 'Thôi đưa ra trang mọi người đọc, nêu lý do',
  http: { method: 'DELETE', path: '/models/{id}/public' },
  who: guides,
  input: z.object({ ...seen, note: z.string().trim().max(500).default('') }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'hide')
    if (!begun.ok) return begun
    if (note.length < 10) return invalid([problem('note', 'too-short', 'Nêu vì sao thôi công khai.', 'Say why.')])
    if (!(await store.hidePublic(context.db, at.id))) return notShown
    const version = await make(context, begun.value, { move: 'hide', note })
    return ok({ id: at.id, stage: begun.value.model.stage, version })
  },
})

const cardSchema = z.object({
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

export const gallery = reading({
  name: 'publicModels.list',
  summary: 'Mô hình, điển hình “Dân vận khéo” đã công khai: tìm không cần dấu, lọc theo nơi, lĩnh vực, cấp, năm',
  http: { method: 'GET', path: '/public/models' },
  who: 'anyone',
  input: z.object({
    place: idOf('place').optional().meta({ description: 'cả các nơi bên trong' }),
    field: z.string().max(40).optional(),
    level: z.string().max(40).optional(),
    kind: z.enum(kinds).optional(),
    year: z.coerce.number().int().min(2009).max(2100).optional(),
    q: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(24),
  }),
  output: z.object({
    models: z.array(cardSchema),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    fields: z.array(z.object({ key: z.string(), name: z.string() })),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run({ db, today }, wanted) {
    return ok({
      models: await store.publicCards(db, wanted),
      total: await store.countPublic(db, wanted),
      ...{ page: wanted.page, size: wanted.size },
      fields: await fieldsOf(db, today),
      levels: (await levelsOf(db)).map(({ key, name }) => ({ key, name })),
    })
  },
})

const kinSchema = z.object({
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

export const story = reading({
  name: 'publicModels.show',
  summary: 'Một mô hình đã công khai: làm gì, kết quả, công nhận, rà soát, nguồn lực, đã đi đến đâu',
  http: { method: 'GET', path: '/public/models/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('model') }),
  output: cardSchema.extend({
    problem: z.string(),
    content: z.string(),
    forces: z.string(),
    participants: z.number().int().nullable(),
    beneficiaries: z.number().int().nullable(),
    effect: z
      .object({ of: z.string(), unit: z.string(), before: z.number(), after: z.number(), against: z.string() })
      .nullable()
      .meta({ description: 'null: chưa đo được' }),
    resources: z.array(z.object({ kind: z.string(), source: z.string(), amount: z.number(), note: z.string() })),
    recognitions: z.array(z.object({ levelName: z.string(), body: z.string(), decision: z.string(), on: z.string() })),
    reviews: z.array(z.object({ year: z.number().int(), class: z.enum(reviewClasses) })),
    family: z.array(kinSchema),
    others: z.number().int().meta({ description: 'trong dòng họ mô hình này, chưa công khai' }),
  }),
  async run({ db }, { id }) {
    const card = await store.publicCard(db, id)
    if (!card) return noSuchStory
    const model = (await modelOf(db, id))!
    const family = await store.lineageOf(db, id, mostKin)
    const { problem, content, forces, participants, beneficiaries } = model
    const effect =
      model.effect === 'notMeasured'
        ? null
        : {
            ...{ of: model.effectOf, unit: model.effectUnit, before: model.effectBefore!, after: model.effectAfter! },
            against: model.effectAgainst,
          }
    return ok({
      ...{ ...card, problem, content, forces, participants, beneficiaries, effect },
      resources: await resourcesOf(db, id),
      recognitions: (await recognitionsOf(db, id)).map(({ levelName, body, decision, on }) => ({
        ...{ levelName, body, decision, on },
      })),
      reviews: (await reviewsOf(db, id)).map(({ year, class: found }) => ({ year, class: found })),
      family: family.filter(({ shown }) => shown),
      others: family.filter(({ shown }) => !shown).length,
    })
  },
})

/** A page draws no more; the whole family is counted in the figures. */
const mostKin = 500

export const lineage = reading({
  name: 'models.lineage',
  summary: 'Mô hình này bắt đầu ở đâu, đã nhân rộng đến đâu, mỗi nơi đổi gì; ranh giới các nơi để vẽ bản đồ',
  http: { method: 'GET', path: '/models/{id}/lineage' },
  who: 'anyone',
  input: z.object({ id: idOf('model'), most: z.coerce.number().int().min(1).max(5000).default(2000) }),
  output: z.object({
    family: z.array(kinSchema),
    places: z.array(z.object({ id: z.number().int(), name: z.string(), geometry: z.unknown() })),
  }),
  async run({ db, actor, today }, { id, most }) {
    const found = await store.lineageOf(db, id, most)
    if (found.length === 0) return noSuchModel
    // Who is nobody here sees those that are shown, and that there are others.
    const family = actor.kind === 'anonymous' ? found.filter(({ shown }) => shown) : found
    if (family.length === 0) return noSuchModel
    const ids = [...new Set(family.map(({ placeId }) => placeId))].slice(0, 60)
    const shapes = await shapesAt(db, ids, today)
    const places = []
    for (const { placeId, geometry } of shapes)
      places.push({ id: placeId, name: (await versionAt(db, placeId, today))?.fullName ?? '', geometry })
    return ok({ family, places })
  },
})

export const photo = reading({
  name: 'publicModels.photo',
  summary: 'Ảnh của một mô hình đã công khai; chỉ ảnh được công khai và đã làm sạch nơi chụp',
  http: { method: 'GET', path: '/public/models/{id}/photos/{evidence}' },
  who: 'anyone',
  sends: 'file',
  input: z.object({ id: idOf('model'), evidence: idOf('model_evidence') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() }),
  async run({ app, db }, of) {
    const found = await store.publicPhoto(db, of)
    const bytes = found && (await app.files?.size(found.sha256))
    if (!found || !bytes) return noSuchPhoto
    return ok({ fileName: `mo-hinh-${of.id}-${of.evidence}.jpg`, mediaType: 'image/jpeg', bytes, sha256: found.sha256 })
  },
})

const consentNeeded = conflict(
  'consent-needed',
  'Điển hình cá nhân chỉ công khai khi người đó đã đồng ý. Hãy để cơ quan đăng ký ghi sự đồng ý trước.',
  'A person is shown only with his consent. Let it be entered first.',
)
const notShown = conflict('not-shown', 'Mô hình này chưa công khai.', 'It is not shown.')
const noSuchStory = notFound(
  'no-such-story',
  'Không có mô hình nào công khai ở địa chỉ này; có thể đã thôi công khai.',
  'No model is shown here; perhaps it is shown no more.',
)
const noSuchPhoto = notFound('no-such-photo', 'Không có ảnh công khai này.', 'There is no such picture.')
