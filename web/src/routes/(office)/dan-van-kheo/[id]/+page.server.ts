// One model: everything of it, and every move that is open to this person.
import { honoursOf } from '@dong-thuan/core/commendations/public.operations.ts'
import * as correct from '@dong-thuan/core/models/correct.operations.ts'
import * as evidence from '@dong-thuan/core/models/evidence.operations.ts'
import { open } from '@dong-thuan/core/models/list.operations.ts'
import * as begun from '@dong-thuan/core/models/model.create.operations.ts'
import * as life from '@dong-thuan/core/models/model.operations.ts'
import { hide, show } from '@dong-thuan/core/models/public.operations.ts'
import * as scores from '@dong-thuan/core/models/score.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { moveOf } from '#web/move.ts'

export const load = async (event) => {
  const model = await valueOf(event, open, { id: event.params.id })
  const own = model.moves.includes('replicate') ? await event.locals.ask(begun.choices, {}) : null
  return {
    ...model,
    honours: (await valueOf(event, honoursOf, { model: event.params.id })).lines,
    owners: own?.ok ? own.value.owners : [],
    year: Number(dayAt(event.locals.app.clock()).slice(0, 4)),
    saved: event.url.searchParams.has('da-luu'),
  }
}

const move = moveOf('id')

export const actions = {
  register: move(life.register),
  accept: move(life.accept),
  giveBack: move(life.giveBack),
  start: move(life.start),
  end: move(life.end),
  withdraw: move(life.withdraw),
  addEvidence: move(evidence.addEvidence, 'files'),
  removeEvidence: move(evidence.removeOne),
  giveConsent: move(evidence.giveConsent),
  withdrawConsent: move(evidence.withdrawConsent),
  askImprove: move(scores.askImprove),
  refuse: move(scores.refuse),
  recognise: move(scores.recognise),
  review: move(scores.review),
  correctReview: move(correct.correctReview),
  correctRecognition: move(correct.correctRecognition),
  show: move(show),
  hide: move(hide),
  replicate: (event: RequestEvent) =>
    act(event, begun.replicate, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: ({ id }) => `/dan-van-kheo/${id}/sua`,
    }),
}
