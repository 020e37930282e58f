// What everybody reads of one model: its story and pictures; and how the guide shows or hides it.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { typedText } from '../shared/typed.ts'
import { effectForAll, effectOf, effectSchema } from './effect.reads.ts'
import { evidenceOf } from './evidence.store.ts'
import { cardSchema } from './gallery.operations.ts'
import { publicCard } from './gallery.store.ts'
import { kinSchema } from './lineage.operations.ts'
import { lineageOf } from './lineage.store.ts'
import { reviewClasses } from './model.ts'
import { movedSchema, seen } from './model.schema.ts'
import { begin, make, personOf } from './model.steps.ts'
import { recognitionsOf, reviewsOf } from './decided.store.ts'
import { modelOf, resourcesOf } from './model.store.ts'
import * as store from './public.store.ts'

const guides = { roles: ['officer', 'head'] } as const

export const show = writing({
  name: 'models.show',
  summary: 'Đưa ra trang mọi người đọc một mô hình đã công nhận; điển hình cá nhân thì phải có sự đồng ý đang hiệu lực',
  http: { method: 'POST', path: '/models/{id}/public' },
  who: guides,
  input: z.object({
    ...seen,
    summary: typedText().min(40, 'Viết lời cho mọi người đọc, ít nhất hai câu.').max(3000),
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
  input: z.object({ ...seen, note: typedText().max(500).default('') }),
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

/** A page draws no more; the whole family is counted in the figures. */
const mostKin = 500

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
    effect: effectSchema,
    resources: z.array(z.object({ kind: z.string(), source: z.string(), amount: z.number(), note: z.string() })),
    recognitions: z.array(z.object({ levelName: z.string(), body: z.string(), decision: z.string(), on: z.string() })),
    reviews: z.array(z.object({ year: z.number().int(), class: z.enum(reviewClasses) })),
    family: z.array(kinSchema),
    others: z.number().int().meta({ description: 'trong dòng họ mô hình này, chưa công khai' }),
  }),
  async run({ db, today }, { id }) {
    const card = await publicCard(db, id)
    if (!card) return noSuchStory
    const model = (await modelOf(db, id))!
    const family = await lineageOf(db, id, mostKin)
    const { problem, content, forces, participants, beneficiaries } = model
    const evidence = await evidenceOf(db, id)
    const effect = effectForAll(await effectOf(db, { model, evidence, today }))
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
