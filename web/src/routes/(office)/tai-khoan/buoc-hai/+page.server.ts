// One's own second step: set up with the phone, codes for paper, taken away.
import { isSignedIn } from '@dong-thuan/core/people/sign-in.ts'
import * as secondStep from '@dong-thuan/core/people/second-step/second-step.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { goingOn, placeAfter } from '#web/arriving.ts'

export const load = async (event) => {
  const state = await valueOf(event, secondStep.show)
  const shown = state.begun ? await event.locals.ask(secondStep.key) : null
  const on = goingOn(event.url.search)
  return {
    state,
    key: shown?.ok ? shown.value : null,
    must: isSignedIn(event.locals.actor) && event.locals.actor.mustSetSecondStep,
    /** The page that was asked for before this had to be done. */
    on: on.replace('?', '&'),
    next: on ? placeAfter(on) : '/tai-khoan/buoc-hai',
  }
}

const here = ({ url }: { url: URL }) => `/tai-khoan/buoc-hai${goingOn(url.search)}`

export const actions = {
  begin: (event) => act(event, secondStep.begin, { next: () => here(event) }),
  confirm: (event) => act(event, secondStep.confirm, { secret: ['code'] }),
  renew: (event) => act(event, secondStep.renewCodes),
  drop: (event) => act(event, secondStep.drop, { next: () => here(event) }),
  end: (event) => act(event, secondStep.end),
}
