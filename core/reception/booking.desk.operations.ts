// What the desk does with a booking: opens who booked, notes that he was told of a change.
import { z } from 'zod'
import { lookToSort } from '../seal/sealing.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import * as store from './booking.store.ts'
import { bookingStages } from './reception.ts'
import { beginBooking } from './reception.steps.ts'
import { lastChange } from './schema.ts'
import * as sittings from './sitting.store.ts'
import { end } from './booking.operations.ts'

const id = idOf<'booking'>('booking')

export const openBooking = writing({
  name: 'reception.openBooking',
  summary: 'Nơi tiếp mở một đăng ký: ai, điện thoại, về việc gì; mỗi lần mở được ghi lại',
  http: { method: 'POST', path: '/reception/bookings/{id}/open' },
  who: { roles: ['receiver'] },
  input: z.object({ id }),
  output: z.object({
    id: z.number().int(),
    version: z.number().int(),
    name: z.string(),
    phone: z.string(),
    text: z.string(),
  }),
  async run(context, at) {
    const begun = await beginBooking(context, { ...at, expectedVersion: null }, 'open')
    if (!begun.ok) return begun
    const { booking } = begun.value
    const letter = await lookToSort(context, booking.handle)
    if (!letter.ok) return letter
    await context.record({ noun: 'booking', id: booking.id, move: 'open' })
    const { sender, text } = letter.value
    return ok({ id: booking.id, version: booking.version, name: sender.name ?? '', phone: sender.phone ?? '', text })
  },
})

export const noteCall = writing({
  name: 'reception.noteCall',
  summary: 'Ghi đã báo cho người đăng ký biết buổi tiếp dời hoặc huỷ; buổi đã huỷ thì nội dung họ gửi được huỷ',
  http: { method: 'POST', path: '/reception/bookings/{id}/called' },
  who: { roles: ['receiver'] },
  input: z.object({ id, expectedVersion: seenVersion(1) }),
  output: z.object({ id: z.number().int(), stage: z.enum(bookingStages) }),
  async run(context, at) {
    const begun = await beginBooking(context, at, 'noteCall')
    if (!begun.ok) return begun
    const { booking, sitting } = begun.value
    const last = lastChange(await sittings.actsOfSittings(context.db, [sitting.id]))
    if (booking.toldNo >= last) return toldAlready
    await store.updateBooking(context.db, booking.id, { told_no: last })
    await context.record({ noun: 'booking', id: booking.id, move: 'noteCall' })
    if (sitting.stage === 'cancelled') await end(context, booking, 'drop')
    return ok({ id: booking.id, stage: (await store.readBooking(context.db, booking.id))!.stage })
  },
})

const toldAlready = conflict(
  'told-already',
  'Người này đã biết. Hãy tải lại trang.',
  'This person has heard already. Load the page again.',
)
