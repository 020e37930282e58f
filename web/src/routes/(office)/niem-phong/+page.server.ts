// Asking to open a seal and deciding about it; the record is for those who watch.
import type { RequestEvent } from '@sveltejs/kit'
import { sealedList } from '@dong-thuan/core/cases/sealed.operations.ts'
import { approve, ask, end, list, refuse } from '@dong-thuan/core/seal/requests/request.operations.ts'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'

export const load = async (event) => {
  const held = (role: string) =>
    event.locals.actor.kind === 'person' && event.locals.actor.roles.some((one) => one.role === role)
  const decides = held('sealOpener') || held('head')
  const { requests } = decides ? await valueOf(event, list, {}) : { requests: [] }
  const { cases } = held('sealOpener') ? await valueOf(event, sealedList, {}) : { cases: [] }
  return { requests, cases, opens: held('sealOpener'), watches: held('inspector') || held('dataProtection') }
}

const move = (operation: Askable) => (event: RequestEvent) => act(event, operation, { next: () => '/niem-phong' })

export const actions = { ask: move(ask), approve: move(approve), refuse: move(refuse), end: move(end) }
