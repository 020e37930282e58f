// Letters that were filed without action are kept as long as the law says, then what was sent is destroyed; the line in the register stays.
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { App } from '../app.ts'
import { valueInForce } from '../law/running.ts'
import { destroySealed } from '../seal/sealing.ts'
import { operator } from '../shared/actor.ts'
import { dayAt, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { emptyCase, filedBefore } from './forget.store.ts'
import { noSuchSubmission } from './submission.steps.ts'
import { lockSubmission, sealedOf } from './submission.store.ts'

/** The rule is in months; a year ago nothing filed can have been kept long enough. */
const rule = 'letter.keep'
const atOnce = 200

export async function forgetFiled(app: App, signal?: AbortSignal): Promise<{ forgotten: number }> {
  const now = app.clock()
  const today = dayAt(now)
  let forgotten = 0
  for (const { id, filedAt } of await filedBefore(app.readDb, now, atOnce)) {
    if (signal?.aborted) break
    const months = await valueInForce(app.readDb, rule, filedAt)
    if (months === null || endOf(dayAt(filedAt), months) >= today) continue
    const done = await forget.ask(app, operator, { id })
    if (done.ok) forgotten++
  }
  return { forgotten }
}

const endOf = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

export const forget = writing({
  name: 'submissions.forget',
  summary: 'Hết thời hạn lưu đơn không đủ điều kiện xử lý: huỷ nội dung, người gửi, tệp; dòng trong sổ vẫn còn',
  http: { method: 'POST', path: '/submissions/{id}/forget' },
  who: { roles: [] },
  input: z.object({ id: idOf('submission') }),
  output: z.object({ id: z.number().int() }),
  async run(context, { id }) {
    const submission = await lockSubmission(context.db, id)
    if (!submission || submission.outcome !== 'filed') return noSuchSubmission
    for (const { handle } of await sealedOf(context.db, id)) {
      const destroyed = await destroySealed(context, handle)
      if (!destroyed.ok && !['released', 'destroyed'].includes(destroyed.refusal.code)) return destroyed
    }
    await emptyCase(context.db, id, context.now)
    await context.record({ noun: 'submission', id, move: 'forget' })
    return ok({ id })
  },
})
