// A recognition or a yearly review that was written down wrong is put right by the head of the body that made it; what stood there stays in the life.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema, shownDay } from '../shared/day.ts'
import { writing } from '../shared/operation.ts'
import { forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { reviewClasses } from './model.ts'
import { tell } from './model.operations.ts'
import { movedSchema, seen } from './model.schema.ts'
import { begin, make } from './model.steps.ts'
import * as decided from './decided.store.ts'

const why = z.string().trim().min(10, 'Nêu vì sao phải đính chính, ít nhất một câu.').max(2000)

export const correctReview = writing({
  name: 'models.correctReview',
  summary: 'Đính chính kết quả rà soát một năm, nêu lý do; kết quả trước vẫn còn trong quá trình',
  http: { method: 'PUT', path: '/models/{id}/reviews/{year}' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    year: z.coerce.number().int().min(2009).max(2100),
    class: z.enum(reviewClasses),
    note: z.string().trim().min(10, 'Nói thấy gì khi rà soát, ít nhất một câu.').max(2000),
    why,
  }),
  output: movedSchema,
  async run(context, { year, class: found, note, why: reason, ...at }) {
    const begun = await begin(context, at, 'correctReview')
    if (!begun.ok) return begun
    const { model } = begun.value
    const before = (await decided.reviewsOf(context.db, at.id)).find((one) => one.year === year)
    if (!before) return noSuchReview
    await decided.updateReview(context.db, at.id, { year, class: found, note })
    const facts = { year, class: found, before: before.class, noteBefore: before.note }
    const version = await make(context, begun.value, { move: 'correctReview', note: reason, facts })
    await tell(context, 'model.correct', model.ownerId, model)
    return ok({ id: at.id, stage: model.stage, version })
  },
})

export const correctRecognition = writing({
  name: 'models.correctRecognition',
  summary: 'Đính chính số, ngày, chức danh người ký của một quyết định công nhận đã ghi, nêu lý do',
  http: { method: 'PUT', path: '/models/{id}/recognitions/{level}' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    level: z.string().max(40),
    decision: z.string().trim().min(5, 'Ghi số quyết định công nhận.').max(200),
    on: daySchema.meta({ description: 'ngày ký' }),
    signerPost: z.string().trim().min(3, 'Ghi chức danh người ký.').max(200),
    why,
  }),
  output: movedSchema,
  async run(context, { level, decision, on, signerPost, why: reason, ...at }) {
    const { db, actor, today } = context
    const begun = await begin(context, at, 'correctRecognition')
    if (!begun.ok) return begun
    const { model } = begun.value
    const all = await decided.recognitionsOf(db, at.id)
    const before = all.find((one) => one.level === level)
    if (!before) return noSuchRecognition
    if (actor.kind === 'person' && !bodiesWhere(actor, 'head').includes(before.bodyId)) return notRecogniser
    if (on > today) return invalid([problem('on', 'in-future', ...ahead)])
    await decided.updateRecognition(db, at.id, { level, decision, on, signerPost })
    const facts = {
      level,
      decision,
      on,
      signerPost,
      before: `${before.decision}, ${shownDay(before.on)}, ${before.signerPost}`,
    }
    const first = [on, ...all.filter((one) => one !== before).map((one) => one.on)].sort()[0]!
    const made = { move: 'correctRecognition' as const, note: reason, facts }
    const version = await make(context, { model, bodyId: before.bodyId }, made, { first_recognised_on: first })
    await tell(context, 'model.correct', model.ownerId, model)
    return ok({ id: at.id, stage: model.stage, version })
  },
})

const ahead = ['Ngày này ở sau hôm nay. Ghi đúng ngày ký.', 'This day lies ahead.'] as const
const noSuchReview = notFound(
  'no-such-review',
  'Năm này chưa rà soát nên không có gì để đính chính.',
  'There is no review of that year.',
)
const noSuchRecognition = notFound(
  'no-such-recognition',
  'Mô hình chưa được công nhận ở cấp này.',
  'It is not recognised at this level.',
)
const notRecogniser = forbidden(
  'not-recogniser',
  'Chỉ người đứng đầu cơ quan đã công nhận ở cấp này đính chính được.',
  'Only the head of the body that recognised it at this level puts it right.',
)
