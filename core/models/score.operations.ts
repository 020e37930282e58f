// Scored by itself, inspected by others, recognised by a signed decision, looked at every year.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import { versionAt } from '../places/place.read.ts'
import {
  faultsOfScores,
  honourLevelAt,
  outcomeOf,
  withoutEvidence,
  type CriteriaSet,
  type Score,
} from '../criteria/criteria.ts'
import { levelsOf, setFor, setOf } from '../criteria/criteria.read.ts'
import { scoredOf, typedPoints } from '../criteria/typed-points.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type ReadDb, type WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Result } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { evidenceOf, insertInspection } from './evidence.store.ts'
import { reviewClasses, type Model } from './model.ts'
import { tell } from './model.operations.ts'
import { movedSchema, seen } from './model.schema.ts'
import { begin, make, personOf } from './model.steps.ts'
import * as store from './model.store.ts'
import * as decided from './decided.store.ts'

const scored = {
  no: z.coerce.number().int().min(1).max(200),
  points: typedPoints,
  met: z.coerce.boolean().default(true).meta({ description: 'tiêu chí bắt buộc: có đạt không' }),
  note: typedText().max(1000).default(''),
}
const scoresSchema = z.array(z.object(scored)).max(200)
const evidence = z
  .array(idOf('model_evidence'))
  .max(100)
  .default([])
  .meta({ description: 'minh chứng nào cho tiêu chí này; tiêu chí cần minh chứng mà có điểm thì phải có' })
const ownScoresSchema = z.array(z.object({ ...scored, evidence })).max(200)

/** By the kind of thing: models by one set, collectives and persons by another; the owner's line first, then the guide's. */
export async function setForModel(db: ReadDb, model: Model, today: string): Promise<CriteriaSet | undefined> {
  if (model.setId !== null) return setOf(db, model.setId)
  const near = [model.ownerId, ...(await bodiesAbove(db, model.ownerId, today)), model.guideId]
  const over = await bodiesAbove(db, model.guideId, today)
  const purpose = model.kind === 'model' ? 'model' : 'exemplar'
  const guide = await bodyAt(db, model.guideId, today)
  const place = guide && (await versionAt(db, guide.placeId, today))
  const level = place ? honourLevelAt(place.level) : null
  return setFor(db, { purpose, ofKind: '', level, day: today, bodies: [...near, ...over] })
}

export const selfScore = writing({
  name: 'models.selfScore',
  summary: 'Tự chấm theo bộ tiêu chí đang có hiệu lực; tiêu chí cần minh chứng thì phải có minh chứng',
  http: { method: 'POST', path: '/models/{id}/self-score' },
  who: { roles: ['reporter', 'officer', 'head'] },
  input: z.object({ ...seen, scores: ownScoresSchema }),
  output: movedSchema.extend({ points: z.number(), most: z.number() }),
  async run(context, { scores: typed, ...at }) {
    const begun = await begin(context, at, 'selfScore')
    if (!begun.ok) return begun
    const scores = scoredOf(typed)
    const { model } = begun.value
    const set = await setForModel(context.db, model, context.today)
    if (!set) return noSet
    const faults = faultsOfScores(set, scores)
    const there = new Set((await evidenceOf(context.db, at.id)).map(({ id }) => id))
    faults.push(...scores.filter(({ evidence }) => evidence.some((id) => !there.has(id))).map(({ no }) => goneFrom(no)))
    const bare = withoutEvidence(set, scores, ({ evidence }) => evidence.length > 0)
    faults.push(...bare.map(({ no }) => (there.size === 0 ? evidenceNeeded(no) : evidenceUnnamed(no))))
    if (faults.length > 0) return invalid(faults)
    await store.writeScores(context.db, at.id, 'self', scores)
    await store.dropScores(context.db, at.id, ['inspected', 'final'])
    const { points, most } = outcomeOf(set, scores)
    const facts = { points, most, set: set.id }
    const version = await make(context, begun.value, { move: 'selfScore', facts }, { set_id: set.id })
    await tell(context, 'model.selfScore', model.guideId, model)
    return ok({ id: at.id, stage: 'selfScored', version, points, most })
  },
})

export const inspect = writing({
  name: 'models.inspect',
  summary: 'Ghi kết quả kiểm tra: điểm, đoàn kiểm tra, biên bản; minh chứng được giữ lại như lúc kiểm tra',
  http: { method: 'POST', path: '/models/{id}/inspection' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...seen,
    on: daySchema.meta({ description: 'ngày kiểm tra' }),
    team: typedText().min(5, 'Ghi đoàn kiểm tra gồm cơ quan nào, chức danh nào.').max(500),
    minutes: typedText().min(3, 'Ghi số, ngày biên bản.').max(200),
    scores: scoresSchema,
  }),
  output: movedSchema.extend({ points: z.number(), most: z.number() }),
  async run(context, { on, team, minutes, scores: typed, ...at }) {
    const begun = await begin(context, at, 'inspect')
    if (!begun.ok) return begun
    const scores = scoredOf(typed)
    const { model, bodyId } = begun.value
    const set = (await setForModel(context.db, model, context.today))!
    const faults = faultsOfScores(set, scores)
    if (on > context.today) faults.push(notYet('on'))
    if (faults.length > 0) return invalid(faults)
    const evidence = (await evidenceOf(context.db, at.id)).map(({ id, sha256, figure }) => ({ id, sha256, figure }))
    const by = { bodyId: bodyId ?? model.guideId, personId: personOf(context.actor), at: context.now }
    await insertInspection(context.db, at.id, { on, team, minutes, evidence, ...by })
    await store.writeScores(context.db, at.id, 'inspected', scores)
    await store.writeScores(context.db, at.id, 'final', scores)
    const { points, most } = outcomeOf(set, scores)
    const version = await make(context, begun.value, { move: 'inspect', facts: { on, minutes, points, most } })
    await tell(context, 'model.inspect', model.ownerId, model)
    return ok({ id: at.id, stage: 'inspected', version, points, most })
  },
})

const noteSchema = typedText().min(10, 'Nêu lý do ít nhất một câu.').max(2000)

/** The head's two other ends of an inspection. */
const decidedAgainst = (move: 'askImprove' | 'refuse', path: string, summary: string) =>
  writing({
    name: `models.${move}`,
    summary,
    http: { method: 'POST', path: `/models/{id}/${path}` },
    who: { roles: ['head'] },
    input: z.object({ ...seen, note: noteSchema }),
    output: movedSchema,
    async run(context, { note, ...at }) {
      const begun = await begin(context, at, move)
      if (!begun.ok) return begun
      const version = await make(context, begun.value, { move, note })
      await tell(context, `model.${move}`, begun.value.model.ownerId, begun.value.model)
      return ok({ id: at.id, stage: move === 'refuse' ? 'notRecognised' : 'improving', version })
    },
  })

export const askImprove = decidedAgainst('askImprove', 'improve', 'Yêu cầu hoàn thiện rồi tự chấm lại')
export const refuse = decidedAgainst('refuse', 'refuse', 'Không công nhận, nêu lý do')

export const recognise = writing({
  name: 'models.recognise',
  summary: 'Công nhận ở một cấp bằng quyết định đã ký; cấp cao hơn cần cấp dưới đã công nhận',
  http: { method: 'POST', path: '/models/{id}/recognition' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    level: z.string().max(40),
    decision: typedText().min(5, 'Ghi số quyết định công nhận.').max(200),
    on: daySchema.meta({ description: 'ngày ký' }),
    signerPost: typedText().min(3, 'Ghi chức danh người ký.').max(200),
  }),
  output: movedSchema,
  async run(context, { level, decision, on, signerPost, ...at }) {
    const begun = await begin(context, at, 'recognise')
    if (!begun.ok) return begun
    const { model, parts } = begun.value
    const by = await recogniser(context, model, parts.includes('guideHead'))
    if (!by.ok) return by
    const wrong = await whyNotLevel(context, model, { level, on })
    if (wrong) return wrong
    const made = { level, bodyId: by.value, decision, on, signerPost, by: personOf(context.actor), at: context.now }
    if (!(await decided.insertRecognition(context.db, at.id, made))) return recognisedHere
    const first = model.firstRecognisedOn === null ? { first_recognised_on: on } : {}
    const facts = { level, decision, on, signerPost }
    const version = await make(context, { model, bodyId: by.value }, { move: 'recognise', facts }, first)
    await tell(context, 'model.recognise', model.ownerId, model)
    return ok({ id: at.id, stage: 'recognised', version })
  },
})

/** First the body that guides; then, for what is recognised, a body above it whose head does it. */
export async function recogniser(
  { db, actor, today }: { db: ReadDb; actor: Actor; today: Day },
  model: Model,
  guides: boolean,
): Promise<Result<Id<'body'>>> {
  if (guides || actor.kind !== 'person') return ok(model.guideId)
  const heads = bodiesWhere(actor, 'head')
  const above = await bodiesAbove(db, model.guideId, today)
  const found = above.find((body) => heads.includes(body))
  return found !== undefined && model.stage === 'recognised' ? ok(found) : notAbove
}

async function whyNotLevel(context: WriteContext, model: Model, { level, on }: { level: string; on: string }) {
  const { db, today } = context
  const levels = await levelsOf(db)
  const wanted = levels.find(({ key }) => key === level)
  if (!wanted || wanted.since > on || (wanted.until !== null && wanted.until < on)) return invalid([noSuchLevel])
  if (on > today) return invalid([notYet('on')])
  const have = (await decided.recognitionsOf(db, model.id)).map((one) => one.level)
  if (wanted.below !== null && !have.includes(wanted.below) && !standsIn(levels, wanted, have)) return levelBelowFirst
  const set = (await setForModel(db, model, today))!
  const scores = (await store.scoresOf(db, model.id)).filter(({ round }) => round === 'final') as Score[]
  const { barredBy, passes } = outcomeOf(set, scores)
  if (barredBy.length > 0) return barred(barredBy)
  return passes ? null : notEnough
}

/** A level that ended before stands for the one now asked below: what a district recognised counts for the province. */
function standsIn(
  levels: readonly { key: string; position: number }[],
  wanted: { position: number },
  have: readonly string[],
): boolean {
  return levels.some(({ key, position }) => have.includes(key) && position < wanted.position)
}

export const review = writing({
  name: 'models.review',
  summary: 'Rà soát mỗi năm một lần: tốt, khá, trung bình, hình thức',
  http: { method: 'POST', path: '/models/{id}/reviews' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...seen,
    year: z.coerce.number().int().min(2009).max(2100),
    class: z.enum(reviewClasses),
    note: typedText().min(10, 'Nói thấy gì khi rà soát, ít nhất một câu.').max(2000),
  }),
  output: movedSchema,
  async run(context, { year, class: found, note, ...at }) {
    const begun = await begin(context, at, 'review')
    if (!begun.ok) return begun
    const { model, bodyId } = begun.value
    if (year > Number(context.today.slice(0, 4)) || year < Number(model.firstRecognisedOn!.slice(0, 4)))
      return invalid([wrongYear])
    const by = { bodyId: bodyId ?? model.guideId, personId: personOf(context.actor), at: context.now }
    if (!(await decided.insertReview(context.db, at.id, { year, class: found, note, ...by }))) return reviewedAlready
    const version = await make(context, begun.value, { move: 'review', note, facts: { year, class: found } })
    await tell(context, 'model.review', model.ownerId, model)
    return ok({ id: at.id, stage: model.stage, version })
  },
})

const noSet = conflict(
  'no-set',
  'Chưa có bộ tiêu chí nào đang có hiệu lực. Hãy báo cơ quan phát động.',
  'No set of criteria is in force. Tell the body that guides.',
)
const evidenceUnnamed = (no: number) =>
  problem(
    `score.${no}`,
    'no-evidence',
    `Tiêu chí ${no} có điểm thì phải có minh chứng. Đánh dấu minh chứng nào cho tiêu chí này; chưa có thì thêm vào phần minh chứng trước.`,
    `Criterion ${no} needs something that shows it. Tick which evidence does; add it first if there is none.`,
  )
const goneFrom = (no: number) =>
  problem(
    `score.${no}`,
    'no-such-evidence',
    `Minh chứng đã chọn cho tiêu chí ${no} không còn ở hồ sơ này. Hãy chọn lại.`,
    `What was ticked for criterion ${no} is not among the evidence any more. Choose again.`,
  )
const evidenceNeeded = (no: number) =>
  problem(
    `score.${no}`,
    'no-evidence',
    `Tiêu chí ${no} có điểm thì phải có minh chứng. Hãy thêm ảnh, biên bản hoặc số liệu vào phần minh chứng trước.`,
    `Criterion ${no} needs something that shows it. Add a photo, minutes or a figure first.`,
  )
const notYet = (field: string) =>
  problem(field, 'in-future', 'Ngày này ở sau hôm nay. Ghi đúng ngày đã làm.', 'This day lies ahead.')
const notAbove = forbidden(
  'not-above',
  'Chỉ người đứng đầu cơ quan phát động, hoặc cơ quan cấp trên của nó khi cấp dưới đã công nhận, công nhận được.',
  'Only the head of the body that guides recognises it, or of a body above once the one below has.',
)
const noSuchLevel = problem(
  'level',
  'no-such-level',
  'Cấp này không có vào ngày ký. Hãy chọn cấp khác.',
  'This level was not there on that day. Choose another.',
)
const levelBelowFirst = conflict(
  'level-below-first',
  'Cấp dưới chưa công nhận nên chưa công nhận ở cấp này được.',
  'The level below has not recognised it yet.',
)
const barred = (by: readonly number[]) =>
  conflict(
    'barred',
    `Tiêu chí bắt buộc chưa đạt: ${by.join(', ')}. Chưa công nhận được dù đủ điểm; hãy yêu cầu hoàn thiện.`,
    `Criteria that bar are not met: ${by.join(', ')}. It is not recognised whatever the points; ask to improve it.`,
  )
const notEnough = conflict(
  'not-enough',
  'Điểm kiểm tra chưa đủ để công nhận. Hãy yêu cầu hoàn thiện hoặc ghi không công nhận.',
  'The inspected points do not reach a class that passes. Ask to improve it, or refuse.',
)
const recognisedHere = conflict(
  'recognised-already',
  'Mô hình đã được công nhận ở cấp này.',
  'It is recognised at this level already.',
)
const wrongYear = problem(
  'year',
  'wrong-year',
  'Năm rà soát phải từ năm được công nhận đến năm nay.',
  'The year lies between recognition and today.',
)
const reviewedAlready = conflict('reviewed-already', 'Năm này đã rà soát rồi.', 'This year was reviewed already.')
