// A programme being made: head, texts, targets, and issuing it.
import { showCatalogue } from '@dong-thuan/core/programmes/forms/catalogue.operations.ts'
import { edit, issue, setTexts, show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Input } from '#web/form.ts'
import { textsTyped } from './texts.ts'

export const load = async (event) => {
  const shown = await valueOf(event, show, { programme: event.params.id })
  const mayLook = shown.moves.some((move) => move === 'edit' || move === 'issue')
  if (!mayLook && event.request.method === 'GET') redirect(303, `/chuong-trinh/${shown.programme.id}`)
  return { ...shown, calendars: (await valueOf(event, showCatalogue, {})).calendars }
}

const here = (event: RequestEvent) => () => `${event.url.pathname}?da-luu=1`
const withId = (event: RequestEvent) => (read: Input) => ({ ...read, programme: event.params.id })

export const actions = {
  head: (event) => act(event, edit, { input: withId(event), next: here(event) }),
  texts: (event) =>
    act(event, setTexts, {
      input: (read) => ({ ...textsTyped(read), programme: event.params.id }),
      next: here(event),
    }),
  issue: (event) => act(event, issue, { input: withId(event), next: () => `/chuong-trinh/${event.params.id}` }),
}
