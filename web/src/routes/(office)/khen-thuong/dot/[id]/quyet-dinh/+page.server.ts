// The signed decision for those submitted, and the day on which those decided were handed theirs.
import { decide, present } from '@dong-thuan/core/commendations/decision.operations.ts'
import { show } from '@dong-thuan/core/commendations/round.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { withChosen } from '../../form.ts'

export const load = (event) => valueOf(event, show, { id: event.params.id })

const move = (operation: typeof decide | typeof present) => (event: RequestEvent) =>
  act(event, operation as typeof present, {
    input: (read) => ({ ...withChosen(read), round: event.params.id }),
    next: () => `/khen-thuong/dot/${event.params.id}?da-luu=1`,
  })

export const actions = { decide: move(decide), present: move(present) }
