// An assessment of a year: begun by the body that leads it, bodies taken in, urged; listed and shown whole as a table.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import { setFor } from '../criteria/criteria.read.ts'
import { unitKinds } from '../criteria/criteria.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import * as store from './assessment.store.ts'
import { letFiguresFollow, mayReadAll, personOf, tell, working } from './scoresheet.steps.ts'
import { insertSheets } from './scoresheet.store.ts'
import { kindsOf, purposes, stages, unsent, type Assessment } from './scoresheet.ts'

const leaders = { roles: ['officer', 'head'] } as const
const year = z.coerce.number().int().min(2009).max(2100)
const lineSchema = z.object({
  ...{ id: z.number().int(), bodyId: z.number().int(), bodyName: z.string(), placeName: z.string() },
  ...{ purpose: z.enum(purposes), year: z.number().int(), dueOn: z.string() },
  ...{ units: z.number().int(), unsent: z.number().int(), sent: z.number().int() },
  ...{ verified: z.number().int(), decided: z.number().int() },
})
const sheetSchema = z
  .object({
    ...{ id: z.number().int(), bodyId: z.number().int(), body: z.string(), leader: z.string() },
    ...{ purpose: z.enum(purposes), year: z.number().int(), dueOn: z.string(), ofKind: z.enum(unitKinds) },
    stage: z.enum(stages),
    ...{ self: z.number().nullable(), verified: z.number().nullable(), most: z.number() },
    ...{ class: z.string().nullable(), passes: z.boolean().nullable(), best: z.boolean().nullable() },
    ...{ decision: z.string().nullable(), decidedOn: z.string().nullable() },
    endedOn: z.string().nullable().meta({ description: 'đơn vị đã kết thúc ngày này' }),
    onPaper: z.boolean().meta({ description: 'nhập thay theo bản giấy' }),
    hasAccount: z.boolean().meta({ description: 'đơn vị có người đăng nhập' }),
    version: z.number().int(),
  })
  .meta({ id: 'ScoresheetLine' })

export const list = reading({
  name: 'assessments.list',
  summary: 'Các đợt chấm điểm do cơ quan mình chủ trì, và phiếu chấm điểm của đơn vị mình',
  http: { method: 'GET', path: '/assessments' },
  who: working,
  input: z.object({}),
  output: z.object({
    led: z.array(lineSchema),
    asked: z.array(sheetSchema),
    late: z.array(sheetSchema).meta({ description: 'phiếu của cấp dưới quá hạn chưa gửi' }),
    leads: z.array(z.object({ id: z.number().int(), name: z.string() })),
  }),
  async run({ db, actor, today }) {
    const mine = bodiesWhere(actor, ...working.roles)
    const leads = []
    for (const id of new Set(bodiesWhere(actor, ...leaders.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) leads.push({ id, name: body.name })
    }
    return ok({
      led: await store.ledBy(db, actor.kind === 'operator' ? null : mine),
      asked: await store.sheetsAsked(db, mine, today),
      late: await store.sheetsLateBelow(db, mine, today),
      leads,
    })
  },
})

export const launch = writing({
  name: 'assessments.launch',
  summary: 'Mở đợt chấm điểm của một năm: loại, năm, hạn gửi; mỗi loại một đợt một năm',
  http: { method: 'POST', path: '/assessments' },
  who: leaders,
  input: z.object({
    body: idOf('body').meta({ description: 'cơ quan chủ trì, thẩm định' }),
    purpose: z.enum(purposes),
    year,
    dueOn: daySchema.meta({ description: 'hạn các đơn vị gửi phiếu tự chấm' }),
    note: typedText().max(2000).default(''),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int() }),
  async run({ app, db, actor, now, today, record }, { body: bodyId, ...told }) {
    if (!leadsAt(actor, bodyId)) return notYourBody
    const body = await bodyAt(db, bodyId, today)
    if (!body) return bodyEnded
    const by = { by: personOf(actor), at: now, illustrative: app.sample }
    const id = await store.insertAssessment(db, { bodyId, placeId: body.placeId, ...told, ...by })
    if (id === null) return launchedAlready
    await record({ noun: 'assessment', id, move: 'launch', changes: told })
    return ok({ id, version: 1 })
  },
})

const leadsAt = (actor: Actor, body: Id<'body'>) =>
  actor.kind === 'operator' || bodiesWhere(actor, ...leaders.roles).includes(body)

const at = { id: idOf('assessment'), expectedVersion: seenVersion(1) }

export const addUnits = writing({
  name: 'assessments.addUnits',
  summary: 'Đưa đơn vị vào đợt chấm; mỗi đơn vị nhận bộ tiêu chí đang có hiệu lực của loại mình',
  http: { method: 'POST', path: '/assessments/{id}/units' },
  who: leaders,
  input: z.object({
    ...at,
    ofKind: z.enum(unitKinds).default('').meta({ description: 'với quy chế dân chủ: xã, cơ quan hay doanh nghiệp' }),
    bodies: z.array(idOf('body')).max(5000).default([]),
    organisations: z.array(z.string().max(60)).max(100).default([]).meta({ description: 'mọi tổ chức của loại này' }),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int(), added: z.number().int() }),
  async run(context, { id, expectedVersion, ofKind, bodies, organisations }) {
    const { db, actor, today, record } = context
    const found = await store.lockAssessment(db, id)
    if (!found) return noSuchAssessment
    if (!leadsAt(actor, found.bodyId)) return notYourBody
    if (found.version !== expectedVersion) return changedMeanwhile
    const candidates = await store.candidatesFor(db, { ...found, day: today })
    const chosen = candidates.filter((one) => bodies.includes(one.id) || organisations.includes(one.organisation))
    const faults = []
    if (!kindsOf[found.purpose].includes(ofKind)) faults.push(problem('ofKind', 'wrong-kind', ...wrongKind))
    if (bodies.some((body) => !chosen.some((one) => one.id === body)))
      faults.push(problem('bodies', 'not-reached', ...notReached))
    if (chosen.length === 0) faults.push(problem('bodies', 'missing', ...noneChosen))
    if (faults.length > 0) return invalid(faults)
    const near = [found.bodyId, ...(await bodiesAbove(db, found.bodyId, today))]
    const set = await setFor(db, { level: null, purpose: found.purpose, ofKind, day: today, bodies: near })
    if (!set) return noSet
    const made = await insertSheets(
      db,
      id,
      chosen.map((one) => ({ bodyId: one.id, ofKind, setId: set.id })),
    )
    const version = await store.touchAssessment(db, id, null)
    await record({ noun: 'assessment', id, move: 'addUnits', changes: { ofKind, set: set.id, added: made.length } })
    const nameOf = new Map(chosen.map((one) => [one.id, one.name]))
    for (const sheet of made)
      await tell(context, 'scoresheet.ask', sheet.bodyId, {
        ...sheet,
        bodyName: nameOf.get(sheet.bodyId)!,
        year: found.year,
      })
    await letFiguresFollow(context, { leaderId: found.bodyId }, 'thêm đơn vị vào đợt chấm.')
    return ok({ id, version, added: made.length })
  },
})

export const urge = writing({
  name: 'assessments.urge',
  summary: 'Đôn đốc mọi đơn vị chưa gửi phiếu; mỗi ngày một lần',
  http: { method: 'POST', path: '/assessments/{id}/urge' },
  who: leaders,
  input: z.object(at),
  output: z.object({ id: z.number().int(), version: z.number().int(), urged: z.number().int() }),
  async run(context, { id, expectedVersion }) {
    const { db, actor, today, record } = context
    const found = await store.lockAssessment(db, id)
    if (!found) return noSuchAssessment
    if (!leadsAt(actor, found.bodyId)) return notYourBody
    if (found.version !== expectedVersion) return changedMeanwhile
    if (found.urgedOn === today) return urgedToday
    const waiting = (await store.sheetsOf(db, id, today)).filter(
      ({ stage, endedOn }) => unsent.includes(stage) && endedOn === null,
    )
    for (const sheet of waiting)
      await tell(context, 'scoresheet.urge', sheet.bodyId, { ...sheet, bodyName: sheet.body })
    const version = await store.touchAssessment(db, id, today)
    await record({ noun: 'assessment', id, move: 'urge', changes: { urged: waiting.length } })
    return ok({ id, version, urged: waiting.length })
  },
})

export const assessmentSchema = z.object({
  ...{ id: z.number().int(), version: z.number().int(), purpose: z.enum(purposes), year: z.number().int() },
  body: z.object({ id: z.number().int(), name: z.string() }),
  ...{ place: z.string(), dueOn: z.string(), note: z.string(), urgedOn: z.string().nullable() },
  illustrative: z.boolean(),
  kinds: z.array(z.enum(unitKinds)),
  sheets: z.array(sheetSchema),
  leads: z.boolean().meta({ description: 'được thêm đơn vị, đôn đốc' }),
  decides: z.boolean().meta({ description: 'được ghi quyết định xếp loại' }),
  candidates: z.array(
    z.object({ id: z.number().int(), name: z.string(), organisation: z.string(), organisationName: z.string() }),
  ),
})
export type AssessmentShown = z.output<typeof assessmentSchema>

export const show = reading({
  name: 'assessments.show',
  summary: 'Một đợt chấm điểm: bảng tổng hợp mọi đơn vị, ai chưa gửi, điểm, xếp loại, quyết định',
  http: { method: 'GET', path: '/assessments/{id}' },
  who: working,
  input: z.object({ id: idOf('assessment') }),
  output: assessmentSchema,
  async run({ db, actor, today }, { id }) {
    const found = await store.assessmentOf(db, id)
    if (!found) return noSuchAssessment
    if (!(await mayReadAll({ db, actor, today }, { ...found, leaderId: found.bodyId }))) return notYourAssessment
    const leads = leadsAt(actor, found.bodyId)
    const { bodyId, bodyName, placeName, placeId: _, ...rest } = found
    return ok({
      ...rest,
      body: { id: bodyId, name: bodyName },
      place: placeName,
      kinds: [...kindsOf[found.purpose]],
      sheets: await store.sheetsOf(db, id, lastDayOf(found, today)),
      leads,
      decides: actor.kind === 'operator' || bodiesWhere(actor, 'head').includes(bodyId),
      candidates: leads ? await candidatesOf(db, found, today) : [],
    })
  },
})

/** A body that ended after the year was scored for all of it. */
const lastDayOf = ({ year }: Assessment, today: Day): Day => (today < `${year}-12-31` ? today : `${year}-12-31`)
const candidatesOf = (db: ReadDb, found: Assessment, day: Day) => store.candidatesFor(db, { ...found, day })

export const noSuchAssessment = notFound(
  'no-such-assessment',
  'Không có đợt chấm điểm này. Hãy chọn lại từ danh sách.',
  'There is no such assessment. Choose one from the list.',
)
const notYourBody = forbidden(
  'not-your-body',
  'Đợt chấm điểm do cán bộ, lãnh đạo của chính cơ quan chủ trì mở và điều hành.',
  'An assessment is begun and run by the officers of the body that leads it.',
)
const notYourAssessment = forbidden(
  'not-your-assessment',
  'Đợt chấm điểm này do cơ quan khác chủ trì. Đồng chí xem được phiếu của đơn vị mình.',
  'Another body leads this assessment. You see the sheet of your own body.',
)
const bodyEnded = conflict('body-ended', 'Cơ quan này đã kết thúc.', 'This body has ended.')
const launchedAlready = conflict(
  'launched-already',
  'Năm này cơ quan đã mở đợt chấm điểm loại này. Hãy mở đợt đó và thêm đơn vị.',
  'The body leads an assessment of this kind and year already. Open it and add bodies.',
)
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa đợt chấm điểm này. Hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this assessment. Look at the newest state.',
)
const urgedToday = conflict('urged-today', 'Hôm nay đã đôn đốc rồi.', 'They were urged today already.')
const noSet = conflict(
  'no-set',
  'Chưa có bộ tiêu chí nào của loại này đang có hiệu lực. Hãy lập bộ tiêu chí trước.',
  'No set of criteria of this kind is in force. Write one first.',
)
const wrongKind = ['Chọn đúng loại đơn vị của đợt này.', 'Choose a kind of unit of this assessment.'] as const
const notReached = [
  'Có đơn vị không ở địa bàn của đợt chấm, đã kết thúc, hoặc đã có trong đợt. Hãy chọn lại.',
  'One of them is not at the place, has ended, or is in the assessment already.',
] as const
const noneChosen = ['Chọn ít nhất một đơn vị.', 'Choose a body at least.'] as const
