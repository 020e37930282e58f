// Beside the course of a strict case: it went to court; a denouncer is protected; the lock of whom it is about is lifted.
import { z } from 'zod'
import { daySchema } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import { actsOf, type Act } from '../life.store.ts'
import { moved, movedSchema } from '../moved.ts'
import { begin, noteMove, setStage } from '../submission.steps.ts'
import { accusedOf, clearAccusedOf } from '../submission.store.ts'

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }
const said = z
  .string()
  .trim()
  .min(10, 'Ghi rõ ít nhất một câu; người gửi đọc được.')
  .max(2000)
  .meta({ description: 'người gửi đọc được; không nêu tên ai' })

export const sue = writing({
  name: 'submissions.sue',
  summary: 'Ghi việc người khiếu nại khởi kiện: tòa nào thụ lý, ngày nào',
  http: { method: 'POST', path: '/submissions/{id}/sued' },
  who: { roles: ['receiver', 'handler', 'head'] },
  input: z.object({
    ...seen,
    on: daySchema.meta({ description: 'ngày tòa thụ lý' }),
    note: said,
    document: z.string().trim().min(3, 'Ghi số, ngày thông báo thụ lý của tòa.').max(200),
  }),
  output: movedSchema,
  async run(context, { on, note, document, ...at }) {
    const begun = await begin(context, at, 'sue')
    if (!begun.ok) return begun
    if (on > context.today) return invalid([notYet])
    const version = await setStage(context, at.id, 'sue')
    await noteMove(context, at.id, { move: 'sue', note, facts: { on, document }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

/** L-TC Điều 47, 56: asked for, then applied, looked at again, ended. What was ended may be asked for once more. */
export const protections = ['asked', 'applied', 'reviewed', 'ended'] as const
export type Protection = (typeof protections)[number]
const after: Record<Protection, readonly (Protection | null)[]> = {
  asked: [null, 'ended'],
  applied: ['asked', 'reviewed'],
  reviewed: ['applied', 'reviewed'],
  ended: ['asked', 'applied', 'reviewed'],
}

export const protectionOf = (acts: readonly Pick<Act, 'move' | 'facts'>[]): Protection | null =>
  (acts.findLast(({ move }) => move === 'protect')?.facts.step as Protection | undefined) ?? null

export const protect = writing({
  name: 'submissions.protect',
  summary: 'Bảo vệ người tố cáo: đã đề nghị, đã áp dụng biện pháp, đã xem lại, đã chấm dứt; không ghi người đó là ai',
  http: { method: 'POST', path: '/submissions/{id}/protection' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    step: z.enum(protections),
    note: said,
    document: z.string().trim().max(200).default(''),
  }),
  output: movedSchema,
  async run(context, { step, note, document, ...at }) {
    const begun = await begin(context, at, 'protect')
    if (!begun.ok) return begun
    const now = protectionOf(await actsOf(context.db, at.id))
    if (!after[step].includes(now)) return outOfOrder
    if (step === 'applied' && document.length < 3) return invalid([decisionNeeded])
    const version = await setStage(context, at.id, 'protect')
    await noteMove(context, at.id, { move: 'protect', note, facts: { step, document }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

export const clearAccused = writing({
  name: 'submissions.clearAccused',
  summary: 'Gỡ khoá xung đột khi đơn thật ra không nói về cơ quan đã ghi; lý do và người gỡ nằm trong các bước',
  http: { method: 'POST', path: '/submissions/{id}/accused/clear' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, note: said }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'clearAccused')
    if (!begun.ok) return begun
    const accused = await accusedOf(context.db, at.id)
    if (accused.length === 0) return nobodyAccused
    await clearAccusedOf(context.db, at.id)
    const version = await setStage(context, at.id, 'clearAccused')
    await noteMove(context, at.id, { move: 'clearAccused', note, facts: { accused }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

const notYet = problem(
  'on',
  'in-future',
  'Ngày này ở sau hôm nay. Ghi đúng ngày tòa đã thụ lý.',
  'This day lies ahead. Write the day the court took it.',
)
const outOfOrder = conflict(
  'out-of-order',
  'Bước này không nối tiếp bước bảo vệ trước đó. Thứ tự: đề nghị, áp dụng, xem lại, chấm dứt.',
  'This does not follow from the step before. The order: asked for, applied, looked at again, ended.',
)
const decisionNeeded = problem(
  'document',
  'missing',
  'Ghi số và ngày của quyết định áp dụng biện pháp bảo vệ.',
  'Give number and date of the decision on the measures.',
)
const nobodyAccused = conflict(
  'nobody-accused',
  'Hồ sơ này không ghi là nói về cơ quan nào.',
  'It is not marked as being about any body.',
)
