// What can be read of calls: the list, one with its outline and who has answered, whom a draft may be addressed to.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { answerStages } from './answers/answer.ts'
import { standingsOf } from './answers/answer.read.store.ts'
import { daysAfter } from './answers/late.ts'
import { callMoves, whyNotCall } from './call.moves.ts'
import { callSchema, sectionSchema } from './call.schema.ts'
import { addressedOf, findFor, notYourCall, readsAnswers, standingOf } from './call.steps.ts'
import { addresseesOf, allCalls, callsTo, candidatesFor, readCall, sectionsOf } from './call.store.ts'

const standing = z.object({
  body: z.number().int(),
  bodyName: z.string(),
  answer: z.number().int().nullable(),
  stage: z.enum(['none', ...answerStages]),
  version: z.number().int(),
  submittedAt: instantSchema.nullable(),
  written: z.number().int(),
  /** Days after the due day: of the first sending, or until today. */
  daysLate: z.number().int(),
})

export const listCalls = reading({
  name: 'calls.list',
  summary: 'Các đề cương báo cáo: của đơn vị tôi và cấp dưới, và những đề cương đơn vị tôi phải trả lời',
  http: { method: 'GET', path: '/calls' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    /** Those whose answers the reader may read, with how many came. */
    ours: z.array(
      callSchema.extend({
        addressed: z.number().int(),
        submitted: z.number().int(),
        accepted: z.number().int(),
        /** The reader may accept answers that wait. */
        toAccept: z.boolean(),
      }),
    ),
    /** Those a body of the reader has to answer. */
    toAnswer: z.array(z.object({ call: callSchema, standing })),
    mayCreate: z.boolean(),
  }),
  async run({ db, actor, now }) {
    const ours = []
    for (const call of await allCalls(db)) {
      if (!(await readsAnswers(db, actor, call))) continue
      const { staff } = await standingOf(db, call)
      const lines = await standingsOf(db, { callId: call.id, day: call.dueOn })
      const submitted = lines.filter(({ stage }) => stage === 'submitted').length
      const accepted = lines.filter(({ stage }) => stage === 'accepted').length
      const accepts = bodiesWhere(actor, 'officer', 'head').some((body) => staff.includes(body))
      ours.push({ ...call, addressed: lines.length, submitted, accepted, toAccept: accepts && submitted > 0 })
    }
    const toAnswer = []
    for (const { call: id, body } of await callsTo(db, bodiesWhere(actor, 'reporter', 'officer', 'head'))) {
      const call = (await readCall(db, id))!
      const line = (await standingsOf(db, { callId: id, day: call.dueOn })).find((one) => one.body === body)!
      toAnswer.push({ call, standing: { ...line, daysLate: daysAfter(line.submittedAt ?? now, call.dueOn) } })
    }
    return ok({ ours, toAnswer, mayCreate: bodiesWhere(actor, 'officer', 'head').length > 0 })
  },
})

export const showCall = reading({
  name: 'calls.show',
  summary: 'Một đề cương: các mục, hạn gửi, việc làm được bây giờ, ai đã trả lời',
  http: { method: 'GET', path: '/calls/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('call') }),
  output: z.object({
    call: callSchema,
    sections: z.array(sectionSchema),
    /** Everybody's for those who read all; otherwise only the reader's own. */
    answers: z.array(standing),
    readsAll: z.boolean(),
    moves: z.array(z.enum(callMoves)),
  }),
  async run({ db, actor, now }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { call, all } = found.value
    const mine = await addressedOf(db, actor, call)
    const lines = await standingsOf(db, { callId: id, day: call.dueOn })
    const standing = await standingOf(db, call)
    return ok({
      call,
      sections: await sectionsOf(db, id),
      answers: lines
        .filter(({ body }) => all || mine.includes(body))
        .map((line) => ({ ...line, daysLate: daysAfter(line.submittedAt ?? now, call.dueOn) })),
      readsAll: all,
      moves: callMoves.filter((move) => move !== 'create' && !whyNotCall(actor, move, standing)),
    })
  },
})

export const listCandidates = reading({
  name: 'calls.candidates',
  summary: 'Những đơn vị có thể gửi đề cương đến: ở địa bàn của đơn vị ra đề cương và các địa bàn dưới',
  http: { method: 'GET', path: '/calls/{id}/candidates' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ id: idOf('call') }),
  output: z.object({
    groups: z.array(
      z.object({
        organisation: z.string(),
        name: z.string(),
        bodies: z.array(z.object({ id: z.number().int(), name: z.string(), addressed: z.boolean() })),
      }),
    ),
  }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { call, all } = found.value
    if (!all) return notYourCall
    const { staff } = await standingOf(db, call)
    const addressed = new Set(await addresseesOf(db, id))
    const bodies = await candidatesFor(db, { placeId: call.placeId, day: call.dueOn, not: staff })
    const groups = Map.groupBy(bodies, ({ organisation }) => organisation)
    return ok({
      groups: [...groups].map(([organisation, some]) => ({
        ...{ organisation, name: some[0]!.organisationName },
        bodies: some.map(({ id: body, name }) => ({ id: body, name, addressed: addressed.has(body) })),
      })),
    })
  },
})
