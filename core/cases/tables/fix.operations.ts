// A desk answers for its table of a period that is over: the figures stay as they were.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem } from '../../shared/result.ts'
import { personOf } from '../submission.steps.ts'
import { insertFixed } from './fixed.store.ts'
import { periodOf } from './period.ts'
import { tableFor } from './scope.ts'
import { periodKey, which } from './table.schema.ts'
import { countNow } from './table.ts'

export const fixTable = writing({
  name: 'caseTables.fix',
  summary: 'Chốt bảng số liệu của một kỳ đã hết: số giữ nguyên như lúc chốt, sau này khác thì nêu chỗ khác và vì sao',
  http: { method: 'POST', path: '/case-tables/{body}/fix' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({
    body: which.body,
    period: periodKey,
    seen: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000)
      .meta({ description: 'lần chốt mới nhất đã xem; 0: chưa chốt lần nào' }),
    reason: z.string().trim().max(1000).default('').meta({ description: 'chốt lại: vì sao' }),
  }),
  output: z.object({ no: z.number().int() }),
  async run(context, { body, period: key, seen, reason }) {
    const { db, actor, today, now, record } = context
    if (actor.kind === 'person' && !bodiesWhere(actor, 'receiver', 'head').includes(body)) return notYourDesk
    const found = await tableFor(context, { body, reach: 'desk' })
    if (!found.ok) return found
    const period = periodOf(key)!
    const { from, to } = period
    const faults = [...(to >= today ? [notOver] : []), ...(seen > 0 && reason.length < 10 ? [whyAgain] : [])]
    if (faults.length > 0) return invalid(faults)
    const figures = await countNow({ db, now, today }, found.value, period)
    const made = { bodyId: body, period: key, no: seen + 1, from, to, figures, reason: seen > 0 ? reason : '', at: now }
    const id = await insertFixed(db, { ...made, by: personOf(actor) })
    if (id === null) return fixedMeanwhile
    await record({ noun: 'caseTable', id, move: 'fix', changes: { body, period: key, no: seen + 1 } })
    return ok({ no: seen + 1 })
  },
})

const notYourDesk = forbidden(
  'not-your-desk',
  'Chỉ nơi tiếp nhận chốt bảng số liệu của mình.',
  'Only the desk itself fixes its table.',
)
const notOver = problem(
  'period',
  'not-over',
  'Kỳ này chưa hết nên chưa chốt được. Chốt từ ngày sau ngày cuối kỳ.',
  'This period is not over yet. Fix it from the day after its last.',
)
const whyAgain = problem(
  'reason',
  'missing',
  'Chốt lại thì nêu lý do, ít nhất một câu.',
  'Fixing it again needs a reason, in a sentence at least.',
)
const fixedMeanwhile = conflict(
  'fixed-meanwhile',
  'Người khác vừa chốt bảng này. Hãy xem bản vừa chốt; lý do đã gõ vẫn còn.',
  'Somebody has just fixed this table. Look at that version; what you typed is kept.',
)
