// The head of a village or a neighbourhood group sends for somebody who cannot, with his agreement. Afterwards he sees how far it
// is and nothing else: the letter is sealed like any other, and code and secret are the neighbour's.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { bodyAt } from '../../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { instantSchema, type Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type Operation, type ReadDb, type WriteContext } from '../../shared/operation.ts'
import { forbidden, invalid, ok, problem, type Problem } from '../../shared/result.ts'
import { plainText } from '../../shared/text.ts'
import { attachedSchema, filesAhead, withDates } from '../attached.ts'
import { openDesks, topicsOn, type Desk } from '../desk.store.ts'
import { receiptMail } from '../intake/receipt-mail.ts'
import { limitsOf } from '../limits.ts'
import { inGroups } from '../receipt.ts'
import { receive, type Receipt } from '../receive.ts'
import { contactFaults, isMailAddress, placeSchema, senderSchema } from '../sender.ts'
import { dueShown } from '../shown.ts'
import { whyNotThere } from '../spot/spot.ts'
import { lineNumber, outcomes, stages, webDoors } from '../submission.ts'
import { readSubmission } from '../submission.store.ts'
import { faultsOf, onceSchema, receiptSchema } from '../submit.operations.ts'
import * as store from './help.store.ts'

const heads = { roles: ['villageHead'] } as const

/** Read out to the neighbour; the very sentence is kept with what was sent. */
const agreement = z
  .object({ vi: z.string(), en: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../data/agreement.json', import.meta.url), 'utf8')))

export const helpDesks = reading({
  name: 'submissions.helpDesks',
  summary: 'Nơi nhận mà trưởng thôn, tổ trưởng dân phố gửi giúp đến được, và lời đồng ý đọc cho bà con nghe',
  http: { method: 'GET', path: '/submissions/helped/desks' },
  who: heads,
  input: z.object({}),
  output: z.object({
    desks: z.array(z.object({ id: z.number().int(), name: z.string() })),
    topics: z.array(z.object({ key: z.string(), name: z.string() })),
    agreement: z.object({ vi: z.string(), en: z.string() }),
    takesLetters: z.boolean(),
  }),
  async run({ app, db, actor, today }) {
    const desks = (await desksNear(db, actor, today)).map(({ desk }) => ({ id: desk.deskId, name: desk.name }))
    const topics = (await topicsOn(db, today)).map(({ key, name }) => ({ key, name }))
    return ok({ desks, topics, agreement, takesLetters: app.seal !== null })
  },
})

/** Those of the places where he holds the office, each with the body he holds it in. */
async function desksNear(db: ReadDb, actor: Actor, today: Day): Promise<{ desk: Desk; bodyId: Id<'body'> }[]> {
  const found = new Map<number, { desk: Desk; bodyId: Id<'body'> }>()
  for (const bodyId of bodiesWhere(actor, 'villageHead')) {
    const body = await bodyAt(db, bodyId, today)
    if (!body?.placeId) continue
    for (const desk of await openDesks(db, today, { placeId: body.placeId }))
      if (!found.has(desk.deskId)) found.set(desk.deskId, { desk, bodyId })
  }
  return [...found.values()]
}

const sending = writing({
  name: 'submissions.sendFor',
  summary: 'Trưởng thôn, tổ trưởng dân phố gửi giúp một người đã đồng ý; biên nhận là của người ấy',
  http: { method: 'POST', path: '/submissions/helped' },
  who: heads,
  input: z.object({
    once: onceSchema,
    desk: idOf('body'),
    agreed: z.coerce.boolean().default(false).meta({ description: 'người được giúp đã nghe đọc lại và đồng ý' }),
    door: z.enum(webDoors),
    topic: z.string().max(40).default(''),
    text: z.string().default(''),
    ...placeSchema.shape,
    ...senderSchema.shape,
    files: attachedSchema,
  }),
  output: receiptSchema.extend({
    mailed: z.boolean().meta({ description: 'biên nhận đã gửi đến thư điện tử của người được giúp' }),
  }),
  ahead: filesAhead,
  async run(context, input, { originals, problems }) {
    const { actor, db, now, today } = context
    const near = (await desksNear(db, actor, today)).find(({ desk }) => desk.deskId === input.desk)
    if (!near || actor.kind !== 'person') return otherVillage
    const text = plainText(input.text).trim()
    const there = await whyNotThere(context, input.desk, input)
    const faults: Problem[] = [...faultsOf(input.door, text), ...contactFaults(input), ...there]
    faults.push(...problems, ...(input.agreed ? [] : [notAgreed]))
    if (faults.length > 0) return invalid(faults)
    const { name, phone, email, address, onBehalfOf, placeWords, lat, lon } = input
    const received = await receive(context, {
      ...{
        once: input.once,
        deskId: input.desk,
        channel: 'helper',
        door: input.door,
        topic: input.topic || null,
        text: withDates(text, originals, today),
      },
      sender: { name, phone, email, address, onBehalfOf },
      place: { placeWords, lat, lon },
      ...{ originals, receivedAt: now, aboutDesk: false, beforeId: null, level: 1 },
    })
    if (!received.ok) return received
    const help = { id: received.value.id, personId: actor.personId, bodyId: near.bodyId, agreed: agreement.vi, now }
    await store.insertHelp(db, help)
    return ok({ ...(await receiptShown(context, received.value)), mailed: false })
  },
})

/** The receipt goes to the neighbour's own address once everything is kept; no secret of his lies anywhere meanwhile. */
export const sendFor: typeof sending = {
  ...sending,
  async ask(app, actor, raw) {
    const result = await sending.ask(app, actor, raw)
    const to = String((raw as { email?: unknown } | null)?.email ?? '').trim()
    if (!result.ok || !app.mailer || !isMailAddress(to)) return result
    const { code, secret } = result.value
    const sent = await app.mailer.send(receiptMail(app.origin, { to, code, secret, notTaken: [] }))
    return ok({ ...result.value, mailed: sent.kind === 'sent' })
  },
} satisfies Operation

async function receiptShown({ db }: WriteContext, { id, code, secret }: Receipt) {
  const made = (await readSubmission(db, id))!
  const [first] = await limitsOf(db, id)
  return {
    ...{ code: inGroups(code), secret: inGroups(secret), desk: made.deskName, number: lineNumber(made) },
    receivedAt: made.receivedAt.toISOString(),
    due: first ? dueShown(first) : null,
  }
}

export const helped = reading({
  name: 'submissions.helped',
  summary: 'Những việc tôi đã gửi giúp: số, ngày, đang đến đâu; không có tên, lời kể hay câu trả lời',
  http: { method: 'GET', path: '/submissions/helped' },
  who: heads,
  input: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  output: z.object({
    lines: z.array(
      z.object({
        number: z.string(),
        desk: z.string(),
        at: instantSchema,
        stage: z.enum(stages),
        outcome: z.enum(outcomes).nullable(),
        since: instantSchema,
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  async run({ db, actor }, { page }) {
    const size = 20
    if (actor.kind !== 'person') return ok({ lines: [], total: 0, page, size })
    const { lines, total } = await store.helpedBy(db, actor.personId, { page, size })
    const shown = lines.map(({ desk, at, stage, outcome, since, ...line }) => ({
      ...{ number: lineNumber(line), desk, at, stage, outcome, since },
    }))
    return ok({ lines: shown, total, page, size })
  },
})

const otherVillage = forbidden(
  'other-village',
  'Ông/bà chỉ gửi giúp được đến nơi nhận của xã, phường mình. Bà con ở nơi khác thì tự gửi ở trang Gửi phản ánh, hoặc nhờ trưởng thôn ở đó.',
  'You can send for neighbours to the desks of your own commune only. Others send themselves, or ask the head of their village.',
)
const notAgreed = problem(
  'agreed',
  'not-agreed',
  'Đọc lại cho bà con nghe; bà con đồng ý thì đánh dấu. Chưa đồng ý thì không gửi.',
  'Read it out to the neighbour and tick when he agrees. Without his agreement it is not sent.',
)
