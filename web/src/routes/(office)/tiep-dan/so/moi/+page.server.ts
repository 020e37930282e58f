// Entering a visit, from a booking or walking in; a receipt is the answer when it became a case.
import { randomBytes } from 'node:crypto'
import { openBooking } from '@dong-thuan/core/reception/booking.desk.operations.ts'
import { mine, showSitting } from '@dong-thuan/core/reception/sitting.read.operations.ts'
import { enter } from '@dong-thuan/core/reception/enter.operations.ts'
import { groundsList } from '@dong-thuan/core/reception/visit.operations.ts'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'
import { dayOf } from '#web/words/format.ts'

const daysBack = 31

export const load = async (event) => {
  const today = dayOf(event.locals.app.clock())
  const from = dayOf(new Date(event.locals.app.clock().getTime() - daysBack * 86_400_000))
  const { desks, sittings } = await valueOf(event, mine, { from, to: today })
  const { actor } = event.locals
  const mineToo = (id: number) =>
    actor.kind === 'person' && actor.roles.some(({ role, bodyId }) => role === 'receiver' && bodyId === id)
  const asked = event.url.searchParams
  const [sitting, booking] = [Number(asked.get('buoi')) || null, Number(asked.get('dang-ky')) || null]
  const booked = sitting && booking ? (await valueOf(event, showSitting, { id: sitting })).bookings : []
  return {
    ...(await valueOf(event, groundsList, {})),
    desks: desks.filter(({ id }) => mineToo(id)),
    sittings: sittings.filter(({ stage, deskId }) => (stage === 'posted' || stage === 'held') && mineToo(deskId)),
    ...{ sitting, booking: booked.find(({ id }) => id === booking) ?? null },
    once: randomBytes(18).toString('base64url'),
  }
}

export const actions = {
  enter: async (event: RequestEvent) => {
    const sent = await act(event, enter, { prepare: filesAsText, secret: fileFields })
    if (!('done' in sent)) return sent
    const { receipt } = sent.value
    const qr = receipt && pictureOf(`${event.locals.app.origin}/theo-doi#${receipt.code}.${receipt.secret}`)
    return { ...sent, entered: { ...sent.value, qr } }
  },
  /** What was booked goes into the form, and nowhere else. */
  open: async (event: RequestEvent) => {
    const opened = await act(event, openBooking)
    return 'done' in opened ? { ...opened, opened: opened.value } : opened
  },
}
