// The lawful course of an accepted case: given to a body, returned, made complex, lengthened, suspended, gone on with.
import { z } from 'zod'
import {
  extend as extendLimit,
  goOn as goOnLimit,
  isOver,
  suspend as suspendLimit,
  valueInForce,
} from '../law/running.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { whyNotLeads } from './lead.ts'
import { actsOf, insertNote } from './life.store.ts'
import { meetLimit, openLimit, startIfAny } from './limits.ts'
import { moved, movedSchema } from './moved.ts'
import { numbers } from './numbers.ts'
import { complexities, limitToSolve } from './submission.ts'
import { begin, noteMove, personOf, setStage, tellBody } from './submission.steps.ts'
import { writeSupports } from './submission.store.ts'

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }
const reason = z
  .string()
  .trim()
  .min(10, 'Nêu lý do ít nhất một câu; người gửi đọc được.')
  .max(2000)
  .meta({ description: 'lý do, người gửi đọc được; không nêu tên ai' })
const document = z.string().trim().min(3).max(200).meta({ description: 'số, ngày của quyết định' })

export const accept = writing({
  name: 'submissions.accept',
  summary: 'Thụ lý khiếu nại, tố cáo: từ đây tính thời hạn giải quyết',
  http: { method: 'POST', path: '/submissions/{id}/accept' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    document,
    lead: idOf('body').optional().meta({ description: 'cơ quan giải quyết; không ghi: chính cơ quan tiếp nhận' }),
    remote: z.coerce.boolean().default(false).meta({ description: 'vùng sâu, vùng xa, đi lại khó khăn' }),
    complex: z
      .array(z.enum(complexities))
      .default([])
      .meta({ description: 'tiêu chí vụ việc phức tạp, ghi bằng văn bản' }),
  }),
  output: movedSchema,
  async run(context, { document, lead, remote, complex, ...at }) {
    const begun = await begin(context, at, 'accept')
    if (!begun.ok) return begun
    const { db, now } = context
    const { submission, bodyId } = begun.value
    const leadId = lead ?? submission.deskId
    const wrong = await whyNotLeads(context, submission, [leadId])
    if (wrong) return wrong
    await meetLimit(db, at.id, { limit: 'accept', now })
    const of = { ...submission, kind: submission.kind!, remote, complex: complex.length > 0 }
    await startIfAny(db, at.id, { limit: 'solve', rule: limitToSolve(of), at: now })
    const urgency = complex.length > 0 ? 'complex' : submission.urgency
    const version = await setStage(context, at.id, 'accept', { lead_id: leadId, urgency })
    await noteMove(context, at.id, { move: 'accept', facts: { document, remote, complex, lead: leadId }, bodyId })
    await tellBody(context, { topic: 'submission.assign', bodyId: leadId, id: at.id })
    return ok(moved(at.id, 'open', version))
  },
})

export const assign = writing({
  name: 'submissions.assign',
  summary: 'Giao, giao lại: một cơ quan chủ trì, các cơ quan phối hợp',
  http: { method: 'POST', path: '/submissions/{id}/assign' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({
    ...seen,
    lead: idOf('body'),
    supports: z.array(idOf('body')).max(20).default([]),
    note: z.string().trim().max(2000).default(''),
  }),
  output: movedSchema,
  async run(context, { lead, supports, note, ...at }) {
    const begun = await begin(context, at, 'assign')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    const wrong = await whyNotLeads(context, submission, [lead, ...supports])
    if (wrong) return wrong
    await writeSupports(
      context.db,
      at.id,
      supports.filter((id) => id !== lead),
    )
    const version = await setStage(context, at.id, 'assign', { lead_id: lead })
    await noteMove(context, at.id, { move: 'assign', note, facts: { lead, supports }, bodyId })
    for (const body of [lead, ...supports])
      await tellBody(context, { topic: 'submission.assign', bodyId: body, id: at.id })
    return ok(moved(at.id, 'open', version))
  },
})

export const returnWrong = writing({
  name: 'submissions.returnWrong',
  summary: 'Trả lại nơi tiếp nhận vì không đúng thẩm quyền, trong hạn của quy định; hạn giải quyết không đổi',
  http: { method: 'POST', path: '/submissions/{id}/return' },
  who: { roles: ['handler', 'head'] },
  input: z.object({ ...seen, note: z.string().trim().min(10).max(2000) }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'returnWrong')
    if (!begun.ok) return begun
    const { submission, parts } = begun.value
    if (submission.leadId === submission.deskId) return ownDesk
    const late = await isLateToReturn(context, at.id)
    if (late && !parts.includes('leadHead')) return headReturns
    const version = await setStage(context, at.id, 'returnWrong', { lead_id: submission.deskId })
    await writeSupports(context.db, at.id, [])
    const by = { bodyId: submission.leadId, personId: personOf(context.actor), at: context.now }
    await insertNote(context.db, at.id, { text: note, ...by })
    await noteMove(context, at.id, {
      move: 'returnWrong',
      facts: { from: submission.leadId, late },
      bodyId: submission.leadId,
    })
    await tellBody(context, { topic: 'submission.return', bodyId: submission.deskId, id: at.id })
    return ok(moved(at.id, 'open', version))
  },
})

/** More than the law of the desk allows since it was last given. */
async function isLateToReturn({ db, now }: WriteContext, id: Id<'submission'>): Promise<boolean> {
  const given = (await actsOf(db, id)).findLast(({ move }) => move === 'assign' || move === 'sort' || move === 'accept')
  return given !== undefined && (await isOver(db, { rule: 'case.returnWrongBody', from: given.at, now }))
}

const headReturns = conflict(
  'head-returns',
  'Đã quá thời hạn trả lại vì không đúng thẩm quyền. Người đứng đầu cơ quan đồng chí trả lại, nêu lý do; việc trả muộn được ghi lại.',
  'The time to return it is over. The head of your body returns it and says why; that it is late is on record.',
)

const ownDesk = conflict(
  'own-desk',
  'Việc này đang do chính nơi tiếp nhận giải quyết nên không có nơi nào để trả lại. Hãy giao cho cơ quan khác.',
  'The desk itself has this to do; there is nobody to return it to. Assign it to another body.',
)

export const complicate = writing({
  name: 'submissions.complicate',
  summary: 'Ghi vụ việc phức tạp theo tiêu chí của Nghị định; thời hạn giải quyết dài thêm theo luật',
  http: { method: 'POST', path: '/submissions/{id}/complex' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, grounds: z.array(z.enum(complexities)).min(1), note: reason, document }),
  output: movedSchema,
  async run(context, { grounds, note, document, ...at }) {
    const begun = await begin(context, at, 'complicate')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    if (submission.urgency === 'complex') return complexAlready
    const days = await extraDays(context, at.id)
    if (days === null) return noExtension
    const longer = await extendLimit(context.db, days.limit, { by: days.by, at: context.now })
    if (!longer.ok) return longer
    const version = await setStage(context, at.id, 'complicate', { urgency: 'complex' })
    await noteMove(context, at.id, {
      move: 'complicate',
      note,
      facts: { document, grounds, due: longer.value.due },
      bodyId,
    })
    return ok(moved(at.id, 'open', version))
  },
})

/** How much longer the law lets a complex case take than this one was given. */
async function extraDays({ db, now }: WriteContext, id: z.output<typeof seen.id>) {
  const running = await openLimit(db, id, 'solve')
  if (!running) return null
  const complex = await valueInForce(db, `${running.ruleKey}.complex`, now)
  return complex === null || complex <= running.value ? null : { limit: running.id, by: complex - running.value }
}

const complexAlready = conflict(
  'complex-already',
  'Vụ việc đã được ghi là phức tạp.',
  'It is marked as complex already.',
)

export const extend = writing({
  name: 'submissions.extend',
  summary: 'Gia hạn, nêu lý do; người gửi được báo hạn mới. Tố cáo: mỗi lần theo luật, không quá số lần luật cho',
  http: { method: 'POST', path: '/submissions/{id}/extend' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    by: z.coerce.number().int().min(1).max(90).optional().meta({ description: 'thêm bao nhiêu, cùng đơn vị với hạn' }),
    note: reason,
    document: z.string().trim().max(200).default(''),
  }),
  output: movedSchema,
  async run(context, { by, note, document, ...at }) {
    const begun = await begin(context, at, 'extend')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    const running = await openLimit(context.db, at.id, 'solve')
    if (!running) return noExtension
    const denunciation = submission.kind === 'denunciation'
    const times = (await actsOf(context.db, at.id)).filter(({ move }) => move === 'extend').length
    if (times >= (denunciation ? numbers.denunciationExtensions : numbers.plainExtensions))
      return denunciation ? noMoreByLaw(times) : answerWithPromise(times)
    const rule = denunciation ? await valueInForce(context.db, 'denunciation.solve.extend', context.now) : null
    const longer = rule ?? by
    if (longer === undefined) return invalid([howMuch])
    const extended = await extendLimit(context.db, running.id, { by: longer, at: context.now })
    if (!extended.ok) return extended
    const version = await setStage(context, at.id, 'extend')
    await noteMove(context, at.id, {
      move: 'extend',
      note,
      facts: { document, by: longer, due: extended.value.due },
      bodyId,
    })
    return ok(moved(at.id, 'open', version))
  },
})

const noExtension = conflict(
  'no-extension',
  'Hồ sơ này không có thời hạn đang chạy để kéo dài.',
  'No limit runs that could be lengthened.',
)
const noMoreByLaw = (times: number) =>
  conflict(
    'extended-enough',
    `Đã gia hạn ${times} lần; luật không cho gia hạn thêm.`,
    `It was extended ${times} times, and the law allows no more.`,
  )
const answerWithPromise = (times: number) =>
  conflict(
    'extended-enough',
    `Đã gia hạn ${times} lần. Hãy trả lời phần đã làm và ghi phần còn lại thành việc đã hứa, có ngày xong.`,
    `It was extended ${times} times. Answer what was done, and enter the rest as promised, with its day.`,
  )
const howMuch = problem('by', 'missing', 'Ghi gia hạn thêm bao nhiêu.', 'Say by how much.')

export const suspend = writing({
  name: 'submissions.suspend',
  summary: 'Tạm đình chỉ bằng quyết định: từ ngày sau thời hạn không tính',
  http: { method: 'POST', path: '/submissions/{id}/suspend' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, on: daySchema.meta({ description: 'ngày của quyết định' }), note: reason, document }),
  output: movedSchema,
  async run(context, { on, note, document, ...at }) {
    const begun = await begin(context, at, 'suspend')
    if (!begun.ok) return begun
    if (on > context.today) return invalid([notYet])
    const running = await openLimit(context.db, at.id, 'solve')
    const paused = running && (await suspendLimit(context.db, running.id, { on, reason: note }))
    if (paused && !paused.ok) return paused
    const version = await setStage(context, at.id, 'suspend')
    await noteMove(context, at.id, { move: 'suspend', note, facts: { document, on }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, 'suspended', version))
  },
})

export const goOn = writing({
  name: 'submissions.goOn',
  summary: 'Tiếp tục giải quyết bằng quyết định: từ ngày sau thời hạn tính tiếp',
  http: { method: 'POST', path: '/submissions/{id}/go-on' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, on: daySchema.meta({ description: 'ngày của quyết định' }), note: reason, document }),
  output: movedSchema,
  async run(context, { on, note, document, ...at }) {
    const begun = await begin(context, at, 'goOn')
    if (!begun.ok) return begun
    if (on > context.today) return invalid([notYet])
    const running = await openLimit(context.db, at.id, 'solve')
    const gone = running && (await goOnLimit(context.db, running.id, on))
    if (gone && !gone.ok) return gone
    const version = await setStage(context, at.id, 'goOn')
    const due = gone ? gone.value.due : null
    await noteMove(context, at.id, { move: 'goOn', note, facts: { document, on, due }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, 'open', version))
  },
})

const notYet = problem(
  'on',
  'in-future',
  'Ngày của quyết định ở sau hôm nay. Ghi đúng ngày đã ký.',
  'The day of the decision lies ahead. Write the day it was signed.',
)
