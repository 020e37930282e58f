// The desk's call list of today: senders without a mail address, what they are to be told, and what came of the call.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { noteLook } from '../letter.store.ts'
import { scopeOf } from '../queue.operations.ts'
import { numbers } from '../numbers.ts'
import { lineNumber } from '../submission.ts'
import { begin, personOf } from '../submission.steps.ts'
import { callAgain, callsOf, endCallsUpTo, findNotice } from './told.store.ts'

const who = { roles: ['receiver'] } as const

export const calls = reading({
  name: 'submissions.calls',
  summary: 'Người gửi cần gọi điện báo tin hôm nay: không có thư điện tử; mỗi lần mở danh sách được ghi lại',
  http: { method: 'GET', path: '/submissions/calls' },
  who,
  input: z.object({}),
  output: z.object({
    calls: z.array(
      z.object({
        id: z.number().int(),
        submission: z.number().int(),
        number: z.string(),
        move: z.string(),
        at: instantSchema,
        name: z.string(),
        phone: z.string(),
        sealed: z.boolean().meta({ description: 'chưa phân loại: mở hồ sơ để xem số máy' }),
        tries: z.number().int(),
      }),
    ),
  }),
  async run({ app, db, actor, today, now }) {
    const { near } = await scopeOf(db, actor, today)
    const found = await callsOf(db, { desks: bodiesWhere(actor, 'receiver'), near, now })
    const personId = personOf(actor)
    if (personId !== null)
      await app.triesDb.transaction().execute(async (tx) => {
        for (const one of found) await noteLook(tx, { id: one.submissionId, personId, now })
      })
    const shown = found.map(({ id, submissionId, move, at, sender, tries, ...line }) => ({
      ...{ id, submission: submissionId, number: lineNumber(line), move, at, tries },
      ...{ name: sender?.name ?? '', phone: sender?.phone ?? '', sealed: sender === null },
    }))
    return ok({ calls: shown })
  },
})

const tomorrow = numbers.callAgainHours * 3_600_000

export const called = writing({
  name: 'submissions.called',
  summary: 'Ghi kết quả gọi điện: đã báo, hoặc chưa gặp thì hôm sau gọi lại, quá số lần đã đặt thì thôi',
  http: { method: 'POST', path: '/submissions/calls/{id}' },
  who,
  input: z.object({
    id: idOf('submission_notice'),
    reached: z.coerce.boolean(),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ again: z.boolean() }),
  async run(context, { id, reached, note }) {
    const { db, actor, now, record } = context
    // The case is locked before its notices, as every move does it: two calls about one case wait for each other.
    const wanted = await findNotice(db, id)
    if (!wanted) return doneAlready
    const begun = await begin(context, { id: wanted.submissionId, expectedVersion: null }, 'note')
    if (!begun.ok) return begun
    const notice = await findNotice(db, id)
    if (!notice) return doneAlready
    const again = !reached && notice.tries + 1 < numbers.callTries
    if (again) await callAgain(db, notice, new Date(now.getTime() + tomorrow))
    else
      await endCallsUpTo(db, notice, { outcome: reached ? 'called' : 'notReached', note, by: personOf(actor), at: now })
    await record({ noun: 'submission', id: notice.submissionId, move: 'call', changes: { reached } })
    return ok({ again })
  },
})

const doneAlready = conflict(
  'called-already',
  'Người này đã được gọi, hoặc không còn trong danh sách. Hãy tải lại danh sách.',
  'This was called already, or is on the list no more. Load it again.',
)
