// Scoring: by itself, or as an inspection found it.
import { open } from '@dong-thuan/core/models/list.operations.ts'
import { inspect, selfScore } from '@dong-thuan/core/models/score.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, open, { id: event.params.id })

const scored = (operation: typeof selfScore | typeof inspect) => (event: RequestEvent) =>
  act(event, operation as typeof inspect, {
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => `/dan-van-kheo/${event.params.id}?da-luu=1`,
  })

export const actions = { selfScore: scored(selfScore), inspect: scored(inspect) }
