// Sessions of reception: proposed one by one or by a pattern, posted in time, moved, cancelled, held.
import { z } from 'zod'
import { calendarFor } from '../law/calendar.read.ts'
import { shownDay, daySchema, daysBetween } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { destroySealed } from '../seal/sealing.ts'
import * as bookings from './booking.store.ts'
import { daysOf, longestPattern } from './pattern.ts'
import { nextStage, notYours, partsAt } from './reception.moves.ts'
import { forms, sittingStages } from './reception.ts'
import { beginSitting, personOf, postBy } from './reception.steps.ts'
import { timeSchema, line } from './schema.ts'
import * as store from './sitting.store.ts'

export const office = { roles: ['receiver', 'head'] } as const

const fields = {
  starts: timeSchema,
  ends: timeSchema,
  placeWords: line(300)
    .min(3, 'Ghi nơi tiếp: phòng nào, nhà số mấy.')
    .meta({ description: 'nơi tiếp; trực tuyến: cách vào' }),
  form: z.enum(forms).default('atPlace'),
  receiver: line(200).min(3, 'Ghi chức vụ người tiếp, như “Chủ tịch UBND phường”; không ghi tên.').meta({
    description: 'chức vụ người tiếp, không ghi tên',
  }),
  byHead: z.boolean().default(false).meta({ description: 'người đứng đầu trực tiếp tiếp: tính vào số ngày phải tiếp' }),
  participants: line(500).default(''),
  content: line(1000).default('').meta({ description: 'dự kiến nội dung' }),
  places: z.coerce.number().int().min(0).max(200).default(10).meta({ description: 'số chỗ đăng ký trước' }),
}

const desk = idOf<'body'>('body')

export const propose = writing({
  name: 'reception.propose',
  summary: 'Đề xuất một buổi tiếp công dân; chưa niêm yết thì chỉ nơi tiếp thấy',
  http: { method: 'POST', path: '/reception/sittings' },
  who: office,
  input: z.object({ desk, day: daySchema, ...fields }),
  output: z.object({ id: z.number().int() }),
  async run(context, { desk: deskId, ...input }) {
    const refusal = await whyNotDesk(context, deskId)
    if (refusal) return refusal
    const faults: Problem[] = []
    if (input.day < context.today) faults.push(inPast)
    if (input.ends <= input.starts) faults.push(endsBefore)
    if (await store.takenHour(context.db, { deskId, day: input.day, starts: input.starts, except: null }))
      faults.push(taken)
    if (faults.length > 0) return invalid(faults)
    return ok({ id: await insert(context, deskId, input) })
  },
})

export const proposePattern = writing({
  name: 'reception.proposePattern',
  summary:
    'Đề xuất các buổi tiếp theo nếp hằng tuần hoặc hằng tháng; ngày nghỉ được bỏ qua, cán bộ xem rồi mới niêm yết',
  http: { method: 'POST', path: '/reception/sittings/pattern' },
  who: office,
  input: z.object({
    desk,
    from: daySchema,
    to: daySchema,
    weekdays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]).meta({ description: 'thứ Hai là 1' }),
    monthDays: z.array(z.coerce.number().int().min(1).max(31)).max(31).default([]).meta({
      description: 'ngày trong tháng; gặp ngày nghỉ thì sang ngày làm việc kế tiếp',
    }),
    ...fields,
  }),
  output: z.object({
    made: z.array(z.object({ id: z.number().int(), day: z.string() })),
    skipped: z.array(z.object({ day: z.string(), why: z.enum(['off', 'taken']) })),
  }),
  async run(context, { desk: deskId, from, to, weekdays, monthDays, ...input }) {
    const refusal = await whyNotDesk(context, deskId)
    if (refusal) return refusal
    const faults: Problem[] = []
    if (from < context.today) faults.push({ ...inPast, field: 'from' })
    if (to < from || daysBetween(from, to) > longestPattern) faults.push(badSpan)
    if (weekdays.length + monthDays.length === 0) faults.push(noPattern)
    if (input.ends <= input.starts) faults.push(endsBefore)
    if (faults.length > 0) return invalid(faults)
    const { days, off } = daysOf(await calendarFor(context.db), { from, to, weekdays, monthDays })
    const made: { id: number; day: string }[] = []
    const skipped: { day: string; why: 'off' | 'taken' }[] = off.map((day) => ({ day, why: 'off' }))
    for (const day of days) {
      if (await store.takenHour(context.db, { deskId, day, starts: input.starts, except: null }))
        skipped.push({ day, why: 'taken' })
      else made.push({ id: await insert(context, deskId, { ...input, day }), day })
    }
    return ok({ made, skipped: skipped.toSorted((a, b) => (a.day < b.day ? -1 : 1)) })
  },
})

async function insert(context: WriteContext, deskId: Id<'body'>, input: store.SittingFields): Promise<Id<'sitting'>> {
  const { db, app, now, actor } = context
  const id = await store.insertSitting(db, { ...input, deskId, illustrative: app.sample })
  await store.insertSittingAct(db, id, { move: 'propose', at: now, personId: personOf(actor), note: '' })
  await context.record({ noun: 'sitting', id, move: 'propose', changes: { day: input.day } })
  return id
}

/** Works there, and the body receives citizens today; others who propose there wait for this save. */
async function whyNotDesk(context: WriteContext, deskId: Id<'body'>) {
  if (partsAt(context.actor, { deskId }).length === 0) return notYours
  await store.lockDesk(context.db, deskId)
  const [open] = await store.desksOn(context.db, context.today, [deskId])
  return open ? null : noDesk
}

export const post = writing({
  name: 'reception.post',
  summary:
    'Niêm yết các buổi đã đề xuất; muộn hơn hạn của luật thì chỉ là buổi đột xuất, kèm lý do hiện trên trang công khai',
  http: { method: 'POST', path: '/reception/sittings/post' },
  who: office,
  input: z.object({
    ids: z.array(idOf('sitting')).min(1, 'Chọn ít nhất một buổi.').max(200),
    extraordinary: line(500).default('').meta({ description: 'lý do tiếp đột xuất' }),
  }),
  output: z.object({ posted: z.number().int(), extraordinary: z.number().int() }),
  async run(context, { ids, extraordinary }) {
    const { db, now, today, actor } = context
    let late = 0
    const faults: Problem[] = []
    for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
      const begun = await beginSitting(context, { id, expectedVersion: null }, 'post')
      if (!begun.ok) return begun
      const { day, form, stage } = begun.value
      if (day < today) faults.push({ ...inPast, field: 'ids' })
      const latest = await postBy(context, { form, day })
      const isLate = latest !== null && today > latest
      if (isLate && extraordinary.length < shortestReason) faults.push(tooLate(day, latest))
      if (isLate) late += 1
      const why = isLate ? extraordinary : ''
      await store.updateSitting(db, id, {
        stage: nextStage<'sitting'>('post', stage),
        posted_at: now,
        post_by: latest,
        extraordinary: why,
      })
      await store.insertSittingAct(db, id, { move: 'post', at: now, personId: personOf(actor), note: why })
      await context.record({ noun: 'sitting', id, move: 'post', changes: { late: isLate } })
    }
    return faults.length > 0 ? invalid(faults) : ok({ posted: new Set(ids).size, extraordinary: late })
  },
})

const seen = { id: idOf<'sitting'>('sitting'), expectedVersion: seenVersion(1) }

const why = line(500).min(10, 'Ghi lý do, ít nhất một câu: người đã đăng ký và bà con đọc được.')

export const movedSitting = z.object({ id: z.number().int(), stage: z.enum(sittingStages), version: z.number().int() })

export const shift = writing({
  name: 'reception.shift',
  summary: 'Dời buổi đã niêm yết: ngày cũ và lý do còn trên trang công khai, người đã đăng ký được báo',
  http: { method: 'POST', path: '/reception/sittings/{id}/shift' },
  who: office,
  input: z.object({
    ...seen,
    day: daySchema,
    starts: timeSchema,
    ends: timeSchema,
    placeWords: fields.placeWords,
    reason: why,
  }),
  output: movedSitting,
  async run(context, { id, expectedVersion, reason, day, starts, ends, placeWords }) {
    const begun = await beginSitting(context, { id, expectedVersion }, 'shift')
    if (!begun.ok) return begun
    const { db, now, today, actor } = context
    const { deskId, form, ...was } = begun.value
    await store.lockDesk(db, deskId)
    const faults: Problem[] = []
    if (day < today) faults.push(inPast)
    if (ends <= starts) faults.push(endsBefore)
    if (await store.takenHour(db, { deskId, day, starts, except: id })) faults.push(taken)
    if (faults.length > 0) return invalid(faults)
    const latest = await postBy(context, { form, day })
    const late = latest !== null && today > latest
    const version = await store.updateSitting(db, id, {
      ...{ held_on: day, starts, ends, place_words: placeWords, post_by: latest },
      ...(late && { extraordinary: reason }),
    })
    const before = { day: was.day, starts: was.starts, ends: was.ends, placeWords: was.placeWords }
    await store.insertSittingAct(db, id, {
      move: 'shift',
      at: now,
      personId: personOf(actor),
      note: reason,
      was: before,
    })
    await context.record({ noun: 'sitting', id, move: 'shift', changes: { from: was.day, to: day, late } })
    return ok({ id, stage: 'posted' as const, version })
  },
})

export const cancel = writing({
  name: 'reception.cancel',
  summary: 'Huỷ một buổi tiếp; buổi đã niêm yết vẫn còn trên trang công khai kèm lý do, người đã đăng ký được báo',
  http: { method: 'POST', path: '/reception/sittings/{id}/cancel' },
  who: office,
  input: z.object({ ...seen, reason: why }),
  output: movedSitting,
  async run(context, { reason, ...at }) {
    const begun = await beginSitting(context, at, 'cancel')
    if (!begun.ok) return begun
    const { db, now, actor } = context
    const version = await store.updateSitting(db, at.id, { stage: nextStage<'sitting'>('cancel', begun.value.stage) })
    await store.insertSittingAct(db, at.id, { move: 'cancel', at: now, personId: personOf(actor), note: reason })
    await context.record({ noun: 'sitting', id: at.id, move: 'cancel' })
    return ok({ id: at.id, stage: 'cancelled' as const, version })
  },
})

export const hold = writing({
  name: 'reception.hold',
  summary: 'Ghi buổi tiếp đã diễn ra; người đăng ký không đến được ghi là không đến, nội dung họ gửi được huỷ',
  http: { method: 'POST', path: '/reception/sittings/{id}/hold' },
  who: office,
  input: z.object(seen),
  output: movedSitting,
  async run(context, at) {
    const begun = await beginSitting(context, at, 'hold')
    if (!begun.ok) return begun
    const { db, now, today, actor } = context
    if (begun.value.day > today) return notYet
    for (const one of await bookings.bookingsOf(db, at.id)) {
      const { id, handle, stage } = (await bookings.lockBooking(db, one.id))!
      if (stage !== 'booked') continue
      await bookings.updateBooking(db, id, { stage: nextStage<'booking'>('miss', stage) })
      const gone = await destroySealed(context, handle)
      if (!gone.ok) return gone
    }
    const version = await store.updateSitting(db, at.id, { stage: nextStage<'sitting'>('hold', begun.value.stage) })
    await store.insertSittingAct(db, at.id, { move: 'hold', at: now, personId: personOf(actor), note: '' })
    await context.record({ noun: 'sitting', id: at.id, move: 'hold' })
    return ok({ id: at.id, stage: 'held' as const, version })
  },
})

const shortestReason = 10

const inPast = problem(
  'day',
  'in-past',
  'Ngày này đã qua. Chọn từ hôm nay trở đi.',
  'This day has passed. Choose today or later.',
)

const endsBefore = problem('ends', 'ends-before', 'Giờ kết thúc phải sau giờ bắt đầu.', 'It must end after it starts.')

const taken = problem(
  'starts',
  'hour-taken',
  'Nơi này đã có buổi tiếp bắt đầu đúng giờ đó trong ngày. Chọn giờ khác, hoặc huỷ buổi kia trước.',
  'This desk already has a session beginning at that hour. Choose another, or cancel that one first.',
)

const badSpan = problem(
  'to',
  'bad-span',
  `Khoảng ngày phải từ ngày đầu đến ngày cuối, không quá ${longestPattern} ngày.`,
  `From the first day to the last, at most ${longestPattern} days.`,
)

const noPattern = problem(
  'weekdays',
  'no-pattern',
  'Chọn thứ trong tuần hoặc ngày trong tháng.',
  'Choose weekdays or days of the month.',
)

const tooLate = (day: string, latest: string) =>
  problem(
    'extraordinary',
    'posted-too-late',
    `Buổi ngày ${shownDay(day)} phải niêm yết chậm nhất ${shownDay(latest)}. Ghi lý do tiếp đột xuất, hoặc chọn ngày khác.`,
    `The session of ${day} had to be posted by ${latest}. Say why it is extraordinary, or choose another day.`,
  )

const noDesk = conflict(
  'no-such-desk',
  'Cơ quan này hiện không có chức năng tiếp công dân. Quản trị ghi chức năng ở trang đơn vị.',
  'This body has no function of receiving citizens now. An administrator gives it on the page of the body.',
)

const notYet = conflict('not-yet', 'Buổi tiếp này chưa đến ngày.', 'The day of this session has not come.')
