// What the sender sees and may do; the keys come from the cookie the search set.
import { promised } from '@dong-thuan/core/reception/point.operations.ts'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { object, rate, reopen, tell, track, withdraw } from '@dong-thuan/core/cases/sender.operations.ts'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { forgetKeys, keptKeys } from '../keys.ts'

const keysOf = (event: RequestEvent) => keptKeys(event.cookies, event.params.code!) ?? redirect(303, '/theo-doi')

export const load = async (event) => ({
  ...(await valueOf(event, track, keysOf(event))),
  promised: await valueOf(event, promised, keysOf(event)),
  told: event.url.searchParams.has('da-gui'),
  now: event.locals.app.clock(),
})

const move = (operation: Askable) => (event: RequestEvent) => {
  const keys = keysOf(event)
  return act(event, operation, {
    input: (read) => ({ ...read, ...keys }),
    next: () => `${event.url.pathname}?da-gui=1`,
  })
}

export const actions = {
  tell: move(tell),
  rate: move(rate),
  reopen: move(reopen),
  object: move(object),
  withdraw: move(withdraw),
  leave: (event) => {
    forgetKeys(event.cookies, event.params.code!)
    redirect(303, '/theo-doi')
  },
}
