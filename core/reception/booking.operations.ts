// Booking a place in a session: without an account, sealed from the first byte; looked up and given up by code and secret.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import { claimGuess } from '../people/slow-down.ts'
import { asTyped, codeOf, fits, hashOf, inGroups, markOf, secretOf } from '../cases/receipt.ts'
import { numbers } from '../cases/numbers.ts'
import { isPhone } from '../cases/sender.ts'
import { keySchema } from '../cases/sender.open.ts'
import { onceSchema } from '../cases/submit.operations.ts'
import { whyNotSoFast } from '../cases/flood.ts'
import { destroySealed, seal } from '../seal/sealing.ts'
import { idOf } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import * as store from './booking.store.ts'
import { nextStage, whyNot } from './reception.moves.ts'
import { bookingStages, type Sitting } from './reception.ts'
import { noSuchSitting } from './reception.steps.ts'
import { lastChange, line, sittingSchema, sittingShown } from './schema.ts'
import * as sittings from './sitting.store.ts'
import { withoutProposal } from './schedule.operations.ts'

const receiptSchema = z.object({
  code: z.string().meta({ description: 'mã đăng ký' }),
  secret: z.string().meta({ description: 'khoá của người đăng ký; chỉ có ở giấy hẹn này' }),
  sitting: sittingSchema,
})

export const book = writing({
  name: 'reception.book',
  summary:
    'Đăng ký một chỗ trong buổi tiếp; không cần tài khoản, được không nói trước nội dung; gửi lại vẫn là một đăng ký',
  http: { method: 'POST', path: '/reception/bookings' },
  who: 'anyone',
  input: z.object({
    once: onceSchema,
    sitting: idOf<'sitting'>('sitting'),
    name: line(200).default(''),
    phone: line(30).default(''),
    silent: z.coerce.boolean().default(false).meta({ description: 'không nói trước nội dung' }),
    text: z.string().max(4000, 'Tối đa 4.000 ký tự.').default('').meta({ description: 'về việc gì' }),
  }),
  output: receiptSchema,
  async run(context, input) {
    const { actor, now, app, db } = context
    const tooFast = whyNotSoFast(actor, now)
    if (tooFast) return tooFast
    const text = input.silent ? '' : plainText(input.text).trim()
    const faults = faultsOf({ ...input, text })
    if (faults.length > 0) return invalid(faults)
    const { name, phone } = input
    const sent = {
      deskId: input.sitting,
      door: 'booking',
      aboutDesk: false,
      topic: null,
      text,
      sender: { name, phone },
    }
    const once = markOf(app, input.once, { ...sent, place: {}, originals: [] })
    const onceHash = hashOf(app, once)
    const sitting = await sittings.lockSitting(db, input.sitting)
    const before = await store.bookingByOnce(db, onceHash)
    if (before) return receiptOf(context, { code: before.code, once, sitting: sitting! })
    if (!sitting || sitting.postedAt === null || sitting.stage === 'held') return noSuchSitting
    const refusal = await whyNotBook(context, sitting)
    if (refusal) return refusal
    const letter = { sender: { name, phone }, text, originals: [] }
    const sealed = await seal(context, { what: 'booking', bodyId: sitting.deskId, letter })
    if (!sealed.ok) return sealed
    const toldNo = lastChange(await sittings.actsOfSittings(db, [sitting.id]))
    const made = { sittingId: sitting.id, handle: sealed.value.handle, bookedAt: now, toldNo, onceHash }
    const code = await insertWithCode(context, once, made)
    return receiptOf(context, { code, once, sitting: (await sittings.readSitting(db, sitting.id))! })
  },
})

type Made = Omit<Parameters<typeof store.insertBooking>[1], 'code' | 'secretHash'>

async function insertWithCode(context: WriteContext, once: string, made: Made): Promise<string> {
  const { app, db } = context
  const secretHash = hashOf(app, secretOf(app, once))
  for (let again = 0; again < 5; again++) {
    const code = codeOf(app, once, again)
    const id = await store.insertBooking(db, { ...made, code, secretHash })
    if (id === null) continue
    await context.record({ noun: 'booking', id, move: 'book' })
    return code
  }
  throw new Error('five codes in a row were taken')
}

async function receiptOf(
  { app, db }: WriteContext,
  { code, once, sitting }: { code: string; once: string; sitting: Sitting },
): Promise<Result<z.input<typeof receiptSchema>>> {
  const acts = await sittings.actsOfSittings(db, [sitting.id])
  const shown = withoutProposal(sittingShown(sitting, acts))
  return ok({ code: inGroups(code), secret: inGroups(secretOf(app, once)), sitting: shown })
}

function faultsOf({
  name,
  phone,
  silent,
  text,
}: {
  name: string
  phone: string
  silent: boolean
  text: string
}): Problem[] {
  const faults: Problem[] = []
  if (name.length < 2) faults.push(nameNeeded)
  if (!isPhone(phone)) faults.push(phoneNeeded)
  if (!silent && text.length < 10) faults.push(sayWhat)
  return faults
}

async function whyNotBook({ db, now }: WriteContext, sitting: Sitting) {
  if (sitting.stage === 'cancelled') return cancelledSitting
  if (new Date(`${sitting.day}T${sitting.starts}:00+07:00`) <= now) return begunAlready
  if (sitting.places === 0) return noBooking
  return (await store.countBooked(db, sitting.id)) >= sitting.places ? full : null
}

const bookedSchema = z.object({
  code: z.string(),
  stage: z.enum(bookingStages),
  at: instantSchema,
  sitting: sittingSchema,
  mayGiveUp: z.boolean(),
})

type Keys = { code: string; secret: string }

/** The booking of the code, locked, when the secret fits; each wrong guess makes the next wait. */
async function openByKeys(context: WriteContext, { code, secret }: Keys) {
  const { app, db, actor } = context
  const typed = asTyped(code)
  const network = actor.kind === 'anonymous' ? (actor.network ?? null) : null
  const claim = await claimGuess(app, { what: 'booking', code: typed, network })
  if (claim.wait > 0) return waitFor(claim.wait)
  const found = await store.bookingByCode(db, typed)
  if (!found || !fits(app, asTyped(secret), found.secretHash)) return wrongKeys
  await claim.forgive()
  return ok((await store.lockBooking(db, found.id))!)
}

export const booked = writing({
  name: 'reception.booked',
  summary: 'Tra đăng ký bằng mã và khoá trên giấy hẹn: buổi nào, có dời hay huỷ không',
  http: { method: 'POST', path: '/reception/bookings/track' },
  who: 'anyone',
  input: z.object(keySchema),
  output: bookedSchema,
  async run(context, keys) {
    const opened = await openByKeys(context, keys)
    if (!opened.ok) return opened
    return shownToGuest(context, await hears(context, opened.value))
  },
})

/** Who looks it up has been told; of a cancelled session nothing is kept then. */
async function hears(context: WriteContext, found: store.Booking): Promise<store.Booking> {
  const { db } = context
  const { stage } = (await sittings.readSitting(db, found.sittingId))!
  const last = lastChange(await sittings.actsOfSittings(db, [found.sittingId]))
  if (found.stage !== 'booked' || found.toldNo >= last) return found
  await store.updateBooking(db, found.id, { told_no: last })
  await context.record({ noun: 'booking', id: found.id, move: 'hear' })
  if (stage === 'cancelled') await end(context, found, 'drop')
  return (await store.readBooking(db, found.id))!
}

/** The place is free and what was sealed is destroyed. */
export async function end(
  context: WriteContext,
  { id, stage, handle }: store.Booking,
  move: 'giveUp' | 'drop',
): Promise<number> {
  const version = await store.updateBooking(context.db, id, { stage: nextStage<'booking'>(move, stage) })
  const gone = await destroySealed(context, handle)
  if (!gone.ok) throw new Error(gone.refusal.code)
  await context.record({ noun: 'booking', id, move })
  return version
}

async function shownToGuest(
  { db, now }: WriteContext,
  found: store.Booking,
): Promise<Result<z.input<typeof bookedSchema>>> {
  const sitting = (await sittings.readSitting(db, found.sittingId))!
  const acts = await sittings.actsOfSittings(db, [sitting.id])
  const over = new Date(`${sitting.day}T${sitting.ends}:00+07:00`) <= now
  return ok({
    ...{ code: inGroups(found.code), stage: found.stage, at: found.bookedAt },
    sitting: withoutProposal(sittingShown(sitting, acts)),
    mayGiveUp: !over && whyNot<'booking'>(['guest'], 'giveUp', found.stage) === null,
  })
}

export const giveUp = writing({
  name: 'reception.giveUp',
  summary: 'Người đăng ký huỷ chỗ của mình: chỗ trống cho người khác, tên và nội dung đã gửi được huỷ',
  http: { method: 'POST', path: '/reception/bookings/give-up' },
  who: 'anyone',
  input: z.object(keySchema),
  output: bookedSchema,
  async run(context, keys) {
    const opened = await openByKeys(context, keys)
    if (!opened.ok) return opened
    const refusal = whyNot<'booking'>(['guest'], 'giveUp', opened.value.stage)
    if (refusal) return refusal
    await end(context, opened.value, 'giveUp')
    return shownToGuest(context, (await store.readBooking(context.db, opened.value.id))!)
  },
})

const nameNeeded = problem(
  'name',
  'name-needed',
  'Ghi họ tên để nơi tiếp gọi đúng người. Tên được niêm phong, chỉ nơi tiếp mở được.',
  'Give your name, so that the right person is called. It is sealed; only the desk opens it.',
)

const phoneNeeded = problem(
  'phone',
  'phone-needed',
  `Ghi số điện thoại, ít nhất ${numbers.phoneDigits} chữ số, để báo khi buổi tiếp dời hoặc huỷ.`,
  `Give a telephone number of ${numbers.phoneDigits} digits at least, to hear when the session is moved or cancelled.`,
)

const sayWhat = problem(
  'text',
  'too-short',
  'Nói về việc gì, một câu; hoặc chọn “không nói trước nội dung”.',
  'Say in a sentence what it is about; or choose not to say beforehand.',
)

const cancelledSitting = conflict(
  'sitting-cancelled',
  'Buổi tiếp này đã huỷ. Hãy chọn buổi khác trong lịch; nội dung đã viết vẫn còn.',
  'This session was cancelled. Choose another; what you wrote is kept.',
)

const begunAlready = conflict(
  'begun-already',
  'Buổi tiếp này đã bắt đầu hoặc đã qua nên không đăng ký được nữa. Hãy đến trực tiếp, hoặc chọn buổi khác.',
  'This session has begun or passed. Come yourself, or choose another.',
)

const noBooking = conflict(
  'no-booking',
  'Buổi này không nhận đăng ký trước; ông bà đến trực tiếp trong giờ tiếp.',
  'This session takes no bookings; come during its hours.',
)

const full = conflict(
  'no-places-left',
  'Buổi này đã hết chỗ đăng ký. Hãy chọn buổi khác, hoặc đến trực tiếp: người không đăng ký vẫn được tiếp sau người có hẹn.',
  'All places are booked. Choose another session, or come: who has no booking is received after those who have.',
)

const wrongKeys = notFound(
  'wrong-keys',
  'Mã đăng ký hoặc khoá chưa đúng. Xem lại trên giấy hẹn; mất giấy hẹn thì vẫn đến buổi tiếp được.',
  'Code or secret is wrong. Look at your slip; without it you are received all the same.',
)

const waitFor = (seconds: number) =>
  conflict(
    'slower',
    `Đã thử sai nhiều lần. Hãy chờ ${seconds} giây rồi thử lại.`,
    `Too many wrong tries. Wait ${seconds} seconds.`,
  )
