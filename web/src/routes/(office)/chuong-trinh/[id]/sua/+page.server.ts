// A programme being made: head, texts, targets, and issuing it.
import { listCascades } from '@dong-thuan/core/programmes/cascade/cascade.show.operations.ts'
import { recordGap } from '@dong-thuan/core/programmes/cascade/gap.operations.ts'
import { linkTarget, listGiven, takeUp, unlinkTarget } from '@dong-thuan/core/programmes/cascade/given.operations.ts'
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
  const { calendars } = await valueOf(event, showCatalogue, {})
  const { given } = await valueOf(event, listGiven, { programme: event.params.id })
  const { cascades } = await valueOf(event, listCascades, { programme: event.params.id })
  return { ...shown, calendars, given, cascades }
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
  take: (event) => act(event, takeUp, { input: withId(event), next: here(event) }),
  link: (event) => act(event, linkTarget, { input: withId(event), next: here(event) }),
  unlink: (event) => act(event, unlinkTarget, { input: withId(event), next: here(event) }),
  record: (event) => act(event, recordGap, { input: withId(event), next: here(event) }),
  issue: (event) => act(event, issue, { input: withId(event), next: () => `/chuong-trinh/${event.params.id}` }),
}
