// Entering a visit: one line of the register and, when there is something to handle, one case; sent twice it is one line.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { attachedSchema, originalsOf } from '../cases/attached.ts'
import { hashOf, inGroups, markOf } from '../cases/receipt.ts'
import { receive, type Receipt } from '../cases/receive.ts'
import { dueShown } from '../cases/shown.ts'
import { senderSchema } from '../cases/sender.ts'
import { kinds } from '../cases/submission.ts'
import { onceSchema, receiptSchema } from '../cases/submit.operations.ts'
import { seal, type Original } from '../seal/sealing.ts'
import { dayAt, daySchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { destroySealed } from '../seal/sealing.ts'
import { updateBooking, type Booking } from './booking.store.ts'
import { limitsOfVisit, startVisitLimit } from './limits.ts'
import { nextStage, notYours, partsAt } from './reception.moves.ts'
import { grounds, handlings, saidAsText, visitNumber, type Sitting, type Visit } from './reception.ts'
import { beginBooking, noSuchSitting, personOf } from './reception.steps.ts'
import { line } from './schema.ts'
import { desksOn, readSitting } from './sitting.store.ts'
import { faultsOfEntry, longestWords } from './visit.ts'
import * as store from './visit.store.ts'

const words = z
  .string()
  .max(longestWords, `Tối đa ${longestWords} ký tự.`)
  .default('')
  .transform((text) => plainText(text).trim())

const entrySchema = z.object({
  once: onceSchema.optional(),
  desk: idOf<'body'>('body'),
  sitting: idOf<'sitting'>('sitting').optional().meta({ description: 'không ghi: tiếp thường xuyên' }),
  booking: idOf<'booking'>('booking').optional().meta({ description: 'đăng ký của người đến' }),
  day: daySchema.optional().meta({ description: 'ngày tiếp; không ghi: ngày của buổi tiếp hoặc hôm nay' }),
  ...senderSchema.shape,
  door: z.enum(kinds).default('petition').meta({ description: 'người đến gọi là gì' }),
  text: words,
  earlier: words.meta({ description: 'quá trình giải quyết trước đó' }),
  request: words.meta({ description: 'yêu cầu' }),
  handling: z.enum(handlings),
  answer: words.meta({ description: 'đã trả lời, hướng dẫn gì tại chỗ' }),
  ground: z
    .string()
    .max(40)
    .default('')
    .meta({ description: `căn cứ từ chối: ${grounds.map(({ key }) => key).join(', ')}` }),
  aboutDesk: z.coerce
    .boolean()
    .default(false)
    .meta({ description: 'nói về chính cơ quan tiếp: chuyển thẳng cấp trên' }),
  people: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1)
    .meta({ description: 'số người đến vì cùng một nội dung' }),
  representatives: z.coerce.number().int().min(1).max(100).default(1),
  appointedBy: line(300)
    .default('')
    .meta({ description: 'văn bản cử người đại diện: ngày, mấy chữ ký; không ghi tên' }),
  identitySeen: z.coerce.boolean().default(false).meta({ description: 'đã xem giấy tờ; số giấy tờ không lưu' }),
  writtenDown: z.coerce.boolean().default(false).meta({ description: 'người đến không tự viết được, cán bộ ghi lại' }),
  readBack: z.coerce.boolean().default(false).meta({ description: 'đã đọc lại, người trình bày xác nhận' }),
  papers: words.meta({ description: 'giấy tờ đã nhận, mỗi thứ một dòng' }),
  files: attachedSchema,
})
export type Entry = z.output<typeof entrySchema>

export const enter = writing({
  name: 'reception.enter',
  summary:
    'Vào sổ tiếp công dân: trả lời, hướng dẫn tại chỗ, từ chối có căn cứ, hoặc nhận thành một hồ sơ có biên nhận',
  http: { method: 'POST', path: '/reception/visits' },
  who: { roles: ['receiver'] },
  input: entrySchema,
  output: z.object({
    id: z.number().int(),
    number: z.string(),
    desk: z.string(),
    receipt: receiptSchema.nullable().meta({ description: 'null: đã trả lời tại chỗ hoặc từ chối' }),
  }),
  async run(context, input) {
    if (!partsAt(context.actor, { deskId: input.desk }).includes('desk')) return notYours
    const [open] = await desksOn(context.db, context.today, [input.desk])
    if (!open) return noSuchDesk
    const files = await originalsOf(input.files)
    const once = onceOf(context, input, files.originals)
    const before = await store.visitByOnce(context.db, hashOf(context.app, once))
    if (before) return enteredBefore(context, before, { input, originals: files.originals, once })
    const came = await cameTo(context, input)
    if (!came.ok) return came
    const faults = [...faultsOfEntry(input), ...files.problems, ...(came.value.day > context.today ? [inFuture] : [])]
    if (faults.length > 0) return invalid(faults)
    const entered = { input, ...came.value, originals: files.originals, once }
    const taken = input.handling === 'taken' ? await takeIn(context, entered) : ok(null)
    return taken.ok ? write(context, entered, taken.value) : taken
  },
})

/** The same form again: the same line, and the same receipt. */
async function enteredBefore(
  context: WriteContext,
  { id, day }: Visit,
  sent: Pick<Entered, 'input' | 'originals' | 'once'>,
) {
  const taken = sent.input.handling === 'taken' ? await takeIn(context, { ...sent, day }) : ok(null)
  return taken.ok ? shownEntry(context, id, taken.value) : taken
}

interface Entered {
  input: Entry
  day: string
  sitting: Sitting | null
  booking: Booking | null
  originals: Original[]
  once: string
}

/** To which session, by which booking, on which day. */
async function cameTo(
  context: WriteContext,
  input: Entry,
): Promise<Result<Pick<Entered, 'day' | 'sitting' | 'booking'>>> {
  const { db, today } = context
  const begun = input.booking ? await beginBooking(context, { id: input.booking, expectedVersion: null }, 'come') : null
  if (begun && !begun.ok) return begun
  const booking = begun?.value.booking ?? null
  const id = input.sitting ?? booking?.sittingId
  const sitting = id ? await readSitting(db, id) : null
  if (id && (sitting?.deskId !== input.desk || !['posted', 'held'].includes(sitting.stage))) return noSuchSitting
  return ok({ day: input.day ?? (sitting && sitting.day < today ? sitting.day : today), sitting, booking })
}

/** What stood in the form makes its mark: called back with other words it is another line. */
function onceOf({ app }: WriteContext, { once, files: _, ...input }: Entry, originals: Original[]) {
  const { desk: deskId, door, aboutDesk, ...rest } = input
  const sent = { deskId, door, aboutDesk, topic: null, text: rest.text, sender: rest, place: {}, originals }
  return markOf(app, once ?? randomBytes(24).toString('base64url'), sent)
}

const nowhere = { placeWords: '', lat: null, lon: null }

function takeIn(
  context: WriteContext,
  { input, day, originals, once }: Pick<Entered, 'input' | 'day' | 'originals' | 'once'>,
): Promise<Result<Receipt>> {
  const { name, phone, email, address, onBehalfOf, desk: deskId, door, aboutDesk } = input
  const receivedAt = day === context.today ? context.now : new Date(`${day}T12:00:00+07:00`)
  return receive(context, {
    ...{ once, deskId, channel: 'desk', door, topic: null, text: saidAsText(input), originals },
    sender: { name, phone, email, address, onBehalfOf },
    ...{ place: nowhere, receivedAt, aboutDesk, beforeId: null, level: 1 },
  })
}

async function write(context: WriteContext, entered: Entered, taken: Receipt | null) {
  const { db, app, now, actor } = context
  const { input, day, sitting, booking, originals, once } = entered
  // What is about the desk itself stands in the register of the desk above, as its case does.
  const deskId = taken ? await store.deskOfCase(db, taken.id) : input.desk
  const { name, phone, email, address, onBehalfOf } = input
  const sender = Object.fromEntries(
    Object.entries({ name, phone, email, address, onBehalfOf }).filter(([, one]) => one),
  )
  const letter = { sender, text: saidAsText(input), originals }
  const sealed = taken ? null : await seal(context, { what: 'visit', bodyId: deskId, letter })
  if (sealed && !sealed.ok) return sealed
  const { people, representatives, appointedBy, identitySeen, writtenDown, readBack, handling } = input
  const made = await store.insertVisit(db, {
    ...{ deskId, year: Number(dayAt(now).slice(0, 4)), day, enteredAt: now, enteredBy: personOf(actor), handling },
    ...{ people, representatives, appointedBy, identitySeen, writtenDown, readBack, illustrative: app.sample },
    sittingId: deskId === input.desk ? (sitting?.id ?? null) : null,
    onceHash: hashOf(app, once),
    submissionId: taken?.id ?? null,
    handle: sealed?.value.handle ?? null,
    stage: handling === 'taken' ? 'taken' : handling === 'refused' ? 'refused' : 'noted',
    ground: handling === 'refused' ? input.ground : null,
    papers: input.papers.split('\n').filter((one) => one.trim() !== '').length,
  })
  if (made === null) return sentAtOnce
  await startClocks(context, made.id, entered)
  if (booking) await comes(context, booking)
  await context.record({ noun: 'visit', id: made.id, move: 'enter', changes: { handling, people } })
  return shownEntry(context, made.id, taken)
}

async function startClocks({ db, now, today }: WriteContext, id: Id<'visit'>, { input, day }: Entered): Promise<void> {
  const from = day === today ? now : new Date(`${day}T12:00:00+07:00`)
  if (input.handling === 'taken') await startVisitLimit(db, id, 'result', from)
  const inWriting = grounds.some(({ key, inWriting }) => key === input.ground && inWriting)
  if (input.handling === 'refused' && inWriting) await startVisitLimit(db, id, 'refusal', from)
}

/** His words stand in the line now, and nowhere twice. */
async function comes(context: WriteContext, { id, stage, handle }: Booking): Promise<void> {
  await updateBooking(context.db, id, { stage: nextStage<'booking'>('come', stage) })
  const gone = await destroySealed(context, handle)
  if (!gone.ok) throw new Error(gone.refusal.code)
  await context.record({ noun: 'booking', id, move: 'come' })
}

async function shownEntry({ db }: WriteContext, id: Id<'visit'>, taken: Receipt | null) {
  const visit = (await store.readVisit(db, id))!
  const [first] = await limitsOfVisit(db, id)
  const { deskName: desk } = visit
  const number = visitNumber(visit)
  const receipt = taken && {
    ...{ code: inGroups(taken.code), secret: inGroups(taken.secret), desk, number },
    ...{ receivedAt: visit.enteredAt.toISOString(), due: first ? dueShown(first) : null },
  }
  return ok({ id, number, desk, receipt })
}

const noSuchDesk = conflict(
  'no-such-desk',
  'Cơ quan này hiện không tiếp công dân trên hệ thống. Hãy chọn nơi tiếp của mình.',
  'This body does not receive citizens here now. Choose your own desk.',
)

const sentAtOnce = conflict(
  'sent-at-once',
  'Lần tiếp này đang được ghi. Chờ một chút rồi bấm lại: sổ sẽ có đúng một dòng.',
  'This is being entered right now. Wait a moment and send again: there will be one line.',
)

const inFuture: Problem = problem('day', 'in-future', 'Ngày tiếp ở sau hôm nay.', 'The day lies ahead.')
