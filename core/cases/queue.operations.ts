// The office's side: one queue with honest clocks, and one submission whole, each reading of it on record.
import { z } from 'zod'
import { bodiesAbove } from '../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { instantSchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { openDesks, topicsOn } from './desk.store.ts'
import { leadsFor } from './lead.store.ts'
import { filesOf, letterOf, noteLook } from './letter.store.ts'
import { notesOf } from './life.store.ts'
import { boxes, countsOf, linesAPage, queueOf, type Scope } from './queue.store.ts'
import { senderShown } from './sender.ts'
import { channels, kinds, lineNumber, outcomes, stages, urgencies } from './submission.ts'
import { moves, movesOpen, notYours, partsOf, parts as allParts } from './submission.moves.ts'
import { noSuchSubmission, standingOf, whyKeptAway } from './submission.steps.ts'
import { joinedTo, readSubmission } from './submission.store.ts'
import { trackedOf, trackedSchema } from './tracked.ts'

const working = { roles: ['receiver', 'handler', 'head'] } as const

export async function scopeOf(db: ReadDb, actor: Actor, today: Day): Promise<Scope> {
  const desks = bodiesWhere(actor, 'receiver', 'head')
  const leads = bodiesWhere(actor, 'handler', 'head')
  const own = actor.kind === 'person' ? actor.roles.map(({ bodyId }) => bodyId) : []
  const above = await Promise.all([...new Set(own)].map((id) => bodiesAbove(db, id, today)))
  return { desks, leads, near: [...new Set([...own, ...above.flat()])] }
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
    counts: z.array(z.object({ box: z.enum(boxes), count: z.number().int(), late: z.number().int() })),
  }),
  async run({ db, actor, today, now }, wanted) {
    const scope = await scopeOf(db, actor, today)
    const found = await queueOf(db, scope, { ...wanted, now })
    const lines = found.slice(0, linesAPage).map(({ dueAt, year, number, deskId: _, ...one }) => ({
      ...{ ...one, number: lineNumber({ year, number }), late: dueAt !== null && dueAt < now },
    }))
    return ok({ lines, more: found.length > linesAPage, counts: await countsOf(db, scope, now) })
  },
})

const body = z.object({ id: z.number().int(), name: z.string() })

export const show = reading({
  name: 'submissions.show',
  summary: 'Một hồ sơ: người gửi, nội dung, thời hạn, các bước đã qua và các bước làm được; mỗi lần mở được ghi lại',
  http: { method: 'GET', path: '/submissions/{id}' },
  who: working,
  input: z.object({ id: idOf('submission') }),
  output: trackedSchema.omit({ moves: true }).extend({
    version: z.number().int(),
    channel: z.enum(channels),
    letter: z
      .object({
        sender: senderShown,
        text: z.string(),
        redacted: z.boolean(),
        placeWords: z.string(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      })
      .nullable()
      .meta({ description: 'null: chưa phân loại, còn niêm phong' }),
    files: z.array(
      z.object({ id: z.number().int(), name: z.string(), mediaType: z.string(), bytes: z.number().int() }),
    ),
    notes: z.array(
      z.object({ text: z.string(), body: z.string().nullable(), person: z.string().nullable(), at: instantSchema }),
    ),
    parts: z.array(z.enum(allParts)),
    open: z.array(z.enum(moves)).meta({ description: 'các bước người này làm được lúc này' }),
    leads: z.array(body),
    desks: z.array(body),
    topics: z.array(z.object({ key: z.string(), name: z.string() })),
    joined: z.array(z.object({ id: z.number().int(), number: z.string() })),
    leadId: z.number().int().nullable(),
  }),
  async run(context, { id }) {
    const { app, db, actor, today, now } = context
    const submission = await readSubmission(db, id)
    if (!submission) return noSuchSubmission
    const away = await whyKeptAway(context, id)
    if (away) return away
    const standing = await standingOf(db, submission)
    const parts = partsOf(actor, standing)
    if (parts.length === 0) return notYours
    const letter = await letterOf(db, id)
    const personId = actor.kind === 'person' ? actor.personId : null
    if (letter && personId !== null)
      await app.triesDb.transaction().execute((tx) => noteLook(tx, { id, personId, now }))
    const { moves: _, ...tracked } = await trackedOf(db, submission, [])
    const own = (await filesOf(db, id)).filter(({ answerNo }) => answerNo === null)
    const notes = await notesOf(db, id)
    return ok({
      ...{
        ...tracked,
        letter,
        parts,
        version: submission.version,
        channel: submission.channel,
        leadId: submission.leadId,
      },
      files: own.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
      notes: notes.map(({ text, bodyName, personName, at }) => ({ text, body: bodyName, person: personName, at })),
      open: movesOpen(parts, standing),
      leads: (await leadsFor(db, submission.deskId, today)).map(({ id, name }) => ({ id, name })),
      desks: (await openDesks(db, today))
        .filter(({ deskId }) => deskId !== submission.deskId)
        .map(({ deskId, name }) => ({ id: deskId, name })),
      topics: (await topicsOn(db, today)).map(({ key, name }) => ({ key, name })),
      joined: (await joinedTo(db, id)).map((one) => ({ id: one.id, number: lineNumber(one) })),
    })
  },
})
