// A booking by its code and secret; the keys go back into the page that answers, and into no address.
import { booked, giveUp } from '@dong-thuan/core/reception/booking.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act } from '#web/act.ts'
import type { Input } from '#web/form.ts'

export const load = () => ({})

async function look(event: RequestEvent) {
  const keys = { code: '', secret: '' }
  const kept = (read: Input) => (
    Object.assign(keys, { code: String(read.code ?? ''), secret: String(read.secret ?? '') }),
    read
  )
  const seen = await act(event, booked, { secret: ['secret'], input: kept })
  return 'done' in seen ? { ...seen, keys } : seen
}

export const actions = { look, giveUp: (event: RequestEvent) => act(event, giveUp, { secret: ['secret'] }) }
