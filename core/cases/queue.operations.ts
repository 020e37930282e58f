// The office's queue: one list with honest clocks.
import { z } from 'zod'
import { bodiesAbove, kinOf } from '../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { instantSchema, type Day } from '../shared/day.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { mask, personalData } from '../documents/mentions/spots.ts'
import { boxes, countsOf, linesAPage, queueOf, type Scope } from './queue.store.ts'
import { channels, kinds, lineNumber, outcomes, stages, urgencies } from './submission.ts'

const working = { roles: ['receiver', 'handler', 'head'] } as const

export async function scopeOf(db: ReadDb, actor: Actor, today: Day): Promise<Scope> {
  const desks = bodiesWhere(actor, 'receiver', 'head')
  const leads = bodiesWhere(actor, 'handler', 'head')
  const own = actor.kind === 'person' ? actor.roles.map(({ bodyId }) => bodyId) : []
  const above = await Promise.all([...new Set(own)].map((id) => bodiesAbove(db, id, today)))
  const over = [...new Set([...own, ...above.flat()])]
  return { desks, leads, near: [...over, ...(await kinOf(db, over, { day: today, side: 'before' }))] }
}

const line = z.object({
  id: z.number().int(),
  number: z.string(),
  code: z.string(),
  door: z.enum(kinds),
  kind: z.enum(kinds).nullable(),
  topic: z.string().nullable(),
  urgency: z.enum(urgencies),
  channel: z.enum(channels),
  stage: z.enum(stages),
  outcome: z.enum(outcomes).nullable(),
  lead: z.string().nullable(),
  receivedAt: instantSchema,
  due: z.string().nullable(),
  late: z.boolean(),
  excerpt: z.string().nullable().meta({ description: 'mấy chữ đầu; null khi còn niêm phong' }),
  reopened: z.number().int(),
})

export const queue = reading({
  name: 'submissions.queue',
  summary: 'Hồ sơ trên bàn tôi, việc gần hạn trước; tìm theo số, mã hoặc lời trong đơn, có dấu hay không',
  http: { method: 'GET', path: '/submissions' },
  who: working,
  input: z.object({
    box: z.enum(boxes).default('all'),
    kind: z.enum(kinds).optional(),
    late: z.stringbool().default(false),
    q: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  output: z.object({
    lines: z.array(line),
    more: z.boolean(),
    counts: z
      .array(z.object({ box: z.enum(boxes), count: z.number().int(), late: z.number().int() }))
      .meta({ description: 'trống khi đang tìm' }),
  }),
  async run({ db, actor, today, now }, wanted) {
    const scope = await scopeOf(db, actor, today)
    const found = await queueOf(db, scope, { ...wanted, now })
    const lines = found.slice(0, linesAPage).map(({ dueAt, year, number, deskId: _, excerpt, ...one }) => ({
      ...{ ...one, number: lineNumber({ year, number }), late: dueAt !== null && dueAt < now },
      // A list is no look at a letter: what may point to a person is covered in it.
      excerpt: excerpt === null ? null : mask(excerpt, personalData(excerpt)),
    }))
    // Whoever searches waits for what he searches, and for nothing else.
    const counts = wanted.q.trim() === '' ? await countsOf(db, scope, now) : []
    return ok({ lines, more: found.length > linesAPage, counts })
  },
})
