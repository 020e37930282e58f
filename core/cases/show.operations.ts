// One submission whole, for those who work on it; each reading of what was sent is on record. And from above: its course alone.
import { z } from 'zod'
import { bodiesAbove } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { openDesks, topicsOn } from './desk.store.ts'
import { leadsFor } from './lead.store.ts'
import { filesOf, letterOf, noteLook } from './letter.store.ts'
import { notesOf, ratingsOf } from './life.store.ts'
import { senderShown } from './sender.ts'
import { channels, lineNumber } from './submission.ts'
import { moves, movesOpen, notYours, partsOf, parts as allParts, type Move } from './submission.moves.ts'
import { noSuchSubmission, standingOf, whyKeptAway } from './submission.steps.ts'
import { accusedOf, joinedTo, readSubmission } from './submission.store.ts'
import { trackedOf, trackedSchema } from './tracked.ts'

const working = { roles: ['receiver', 'handler', 'head'] } as const

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
    const { moves: _, answers, ...tracked } = await trackedOf(db, submission, [])
    const own = (await filesOf(db, id)).filter(
      ({ answerNo, promiseId, pointId }) => (answerNo ?? promiseId ?? pointId) === null,
    )
    const notes = await notesOf(db, id)
    const accused = (await accusedOf(db, id)).length
    return ok({
      ...{
        ...tracked,
        // Ratings are not for whoever is rated: they see them in batches (statistics), never of one answer.
        answers: answers.map((one) => ({ ...one, stars: null })),
        letter,
        parts,
        version: submission.version,
        channel: submission.channel,
        leadId: submission.leadId,
      },
      files: own.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes })),
      notes: notes.map(({ text, bodyName, personName, at }) => ({ text, body: bodyName, person: personName, at })),
      open: movesOpen(parts, standing).filter((move) => worthwhile(move, { accused, ...tracked })),
      leads: (await leadsFor(db, submission.deskId, today)).map(({ id, name }) => ({ id, name })),
      desks: (await openDesks(db, today))
        .filter(({ deskId }) => deskId !== submission.deskId)
        .map(({ deskId, name }) => ({ id: deskId, name })),
      topics: (await topicsOn(db, today)).map(({ key, name }) => ({ key, name })),
      joined: (await joinedTo(db, id)).map((one) => ({ id: one.id, number: lineNumber(one) })),
    })
  },
})

/** What the table of moves opens but nothing is there to be moved is no button. */
function worthwhile(
  move: Move,
  { accused, promises, conclusion }: { accused: number; promises: { kept: unknown }[]; conclusion: unknown },
): boolean {
  if (move === 'clearAccused') return accused > 0
  if (move === 'keepPromise' || move === 'movePromise') return promises.some(({ kept }) => kept === null)
  return move !== 'publishConclusion' || conclusion === null
}

export const oversee = reading({
  name: 'submissions.oversee',
  summary:
    'Cấp trên xem diễn biến một hồ sơ ở cấp dưới: thời hạn, các bước, trả lời, đánh giá; không xem người gửi và nội dung',
  http: { method: 'GET', path: '/submissions/{id}/course' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({ id: idOf('submission') }),
  output: trackedSchema.omit({ moves: true, messages: true, points: true, code: true }).extend({
    ratings: z.array(z.object({ answer: z.number().int(), stars: z.number().int(), why: z.string() })),
  }),
  async run(context, { id }) {
    const { db, actor, today } = context
    const submission = await readSubmission(db, id)
    if (!submission) return noSuchSubmission
    const away = await whyKeptAway(context, id)
    if (away) return away
    const { deskId, leadId } = submission
    const above = [...(await bodiesAbove(db, deskId, today)), ...(leadId ? await bodiesAbove(db, leadId, today) : [])]
    const mine = new Set<number>(bodiesWhere(actor, 'receiver', 'head'))
    // The desk stands above an office it gave the case to; it has its own page, and hears no rating of its own answers.
    if (actor.kind !== 'operator' && !above.some((body) => body !== leadId && mine.has(body))) return notYours
    const { moves: _, messages: _m, points: _p, code: _c, ...course } = await trackedOf(db, submission, [])
    // Nor of an answer one of his bodies gave before the case was given to another.
    const ratings = (await ratingsOf(db, id)).filter(({ bodyId }) => !mine.has(bodyId))
    return ok({ ...course, ratings: ratings.map(({ answer, stars, why }) => ({ answer, stars, why })) })
  },
})
