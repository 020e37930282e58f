// Booking a place without an account; the slip is the answer and stands in no address.
import { randomBytes } from 'node:crypto'
import { book } from '@dong-thuan/core/reception/booking.operations.ts'
import { schedule } from '@dong-thuan/core/reception/schedule.operations.ts'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import { act, valueOf } from '#web/act.ts'
import { isBookable } from '#web/reception.ts'

export const load = async (event) => {
  const { sittings, takesBookings } = await valueOf(event, schedule, {})
  const now = event.locals.app.clock()
  // A new mark for each form that is drawn: the same form sent twice is one booking.
  const once = randomBytes(18).toString('base64url')
  const wanted = event.url.searchParams.get('buoi') ?? ''
  return { sittings: sittings.filter((one) => isBookable(one, now)), takesBookings, once, wanted }
}

export const actions = {
  default: async (event) => {
    const sent = await act(event, book)
    if (!('done' in sent)) return sent
    const { code, secret } = sent.value
    // Behind the #, which no browser sends to any server.
    return { ...sent, qr: pictureOf(`${event.locals.app.origin}/tiep-dan/tra-cuu#${code}.${secret}`) }
  },
}
