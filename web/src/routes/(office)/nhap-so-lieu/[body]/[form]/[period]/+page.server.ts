// One form of one body for one period: enter, save, send, take back, return, accept, reopen, correct.
import * as entries from '@dong-thuan/core/programmes/entries/entry.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { open } from '@dong-thuan/core/programmes/entries/entry.reads.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { acceptLine, returnLine } from '@dong-thuan/core/programmes/lines/line.operations.ts'
import { listReviews, noteReview, takeBackReview } from '@dong-thuan/core/programmes/reviews/review.operations.ts'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import type { Input } from '#web/form.ts'
import { withChoices } from './choices.ts'

export const load = async (event) => {
  const opened = await valueOf(event, open, event.params)
  const reviews = await event.locals.ask(listReviews, { body: event.params.body })
  return {
    opened,
    reviews: reviews.ok ? reviews.value : { mayNote: false, reviews: [] },
    today: dayAt(event.locals.app.clock()),
  }
}

/** Figures go to the body's own form; afterwards the page is shown again, with the saved figures. */
const figures = (operation: Askable) => async (event: RequestEvent) => {
  const opened = await event.locals.ask(open, event.params)
  // Where the form may not be opened, as when the session ran out, the operation says so and what was typed is kept.
  const rows = opened.ok ? opened.value.form.rows : []
  return act(event, operation, {
    input: (read: Input) => ({ ...withChoices(read, rows), ...event.params }),
    next: () => `${event.url.pathname}${operation === entries.saveEntry ? '?da-luu=1' : ''}`,
  })
}

const step = (operation: Askable) => (event: RequestEvent) => act(event, operation, { next: () => event.url.pathname })

export const actions = {
  save: figures(entries.saveEntry),
  submit: figures(entries.submitEntry),
  correct: figures(entries.correctEntry),
  finalise: figures(entries.finaliseEntry),
  takeBack: step(entries.takeBackEntry),
  return: step(entries.returnEntry),
  accept: step(entries.acceptEntry),
  reopen: step(entries.reopenEntry),
  acceptLine: step(acceptLine),
  returnLine: step(returnLine),
  noteReview: (event) =>
    act(event, noteReview, {
      input: (read) => ({ ...read, body: event.params.body }),
      next: () => `${event.url.pathname}#ra-soat`,
    }),
  takeBackReview: (event) => act(event, takeBackReview, { next: () => `${event.url.pathname}#ra-soat` }),
}
