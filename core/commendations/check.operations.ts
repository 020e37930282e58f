// What the checking body does: a competent person says whether anything is pending, the rules are looked at, comments collected.
import { z } from 'zod'
import { addDays, daySchema } from '../shared/day.ts'
import { writing } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { begin, make, whyBarred } from './nominee.steps.ts'
import { movedSchema, seen } from './nominee.operations.ts'

export const flag = writing({
  name: 'commendations.flag',
  summary: 'Người đứng đầu nơi thẩm định xác nhận có hay không đơn thư đang xem xét; không ghi đơn nào, của ai',
  http: { method: 'PUT', path: '/nominees/{id}/pending' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, pending: z.stringbool().or(z.boolean()) }),
  output: movedSchema,
  async run(context, { pending, ...at }) {
    const begun = await begin(context, at, 'flag')
    if (!begun.ok) return begun
    const version = await make(context, begun.value, { move: 'flag' }, { complaint_pending: pending })
    return ok({ id: at.id, stage: begun.value.nominee.stage, version })
  },
})

export const check = writing({
  name: 'commendations.check',
  summary:
    'Thẩm định: trùng thành tích, chỉ tặng một lần, thời gian chờ, hạn mức, đơn thư đang xem xét; vướng thì nói rõ',
  http: { method: 'POST', path: '/nominees/{id}/check' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...seen, note: typedText().max(2000).default('') }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'check')
    if (!begun.ok) return begun
    const barred = await whyBarred(context.db, begun.value, context.today)
    if (barred) return barred
    const version = await make(context, begun.value, { move: 'check', note })
    return ok({ id: at.id, stage: 'checked' as const, version })
  },
})

export const takeComments = writing({
  name: 'commendations.takeComments',
  summary:
    'Ghi kết quả lấy ý kiến: đăng ở đâu, từ ngày nào đến ngày nào, bao nhiêu ý kiến, đã giải quyết ra sao; không ghi ai nói gì',
  http: { method: 'POST', path: '/nominees/{id}/comments' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...seen,
    from: daySchema,
    until: daySchema,
    where: typedText().min(5, 'Ghi đã đăng, đã niêm yết ở đâu.').max(300),
    count: z.coerce.number().int().min(0).max(100_000),
    settled: typedText().max(2000).default(''),
  }),
  output: movedSchema,
  async run(context, { from, until, where, count, settled, ...at }) {
    const begun = await begin(context, at, 'takeComments')
    if (!begun.ok) return begun
    const { commentDays } = begun.value.form
    const faults: Problem[] = []
    if (until > context.today) faults.push(notOver)
    if (until < from) faults.push(backwards)
    else if (addDays(from, commentDays) > addDays(until, 1)) faults.push(tooShort(commentDays))
    if (count > 0 && settled.length < 10) faults.push(settledNeeded)
    if (faults.length > 0) return invalid(faults)
    const facts = { from, until, count }
    const changes = { comment_from: from, comment_until: until, comment_where: where, comment_count: count }
    const said = { ...changes, comment_settled: settled }
    const version = await make(context, begun.value, { move: 'takeComments', facts }, said)
    return ok({ id: at.id, stage: 'opinionCollected' as const, version })
  },
})

const notOver = problem('until', 'not-over', 'Thời gian lấy ý kiến chưa hết.', 'The days of comment are not over.')
const backwards = problem('until', 'ends-before', 'Ngày cuối ở trước ngày đầu.', 'It ends before it begins.')
const tooShort = (days: number) =>
  problem(
    'until',
    'too-short',
    `Hình thức này phải lấy ý kiến ít nhất ${days} ngày. Hãy đăng tiếp cho đủ.`,
    `This form asks for ${days} days of comment at least.`,
  )
const settledNeeded = problem(
  'settled',
  'missing',
  'Có ý kiến thì ghi đã xem xét, giải quyết ra sao.',
  'Say how the comments were dealt with.',
)
