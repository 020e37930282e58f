// The ballot of a member of the council.
import { open } from '@dong-thuan/core/commendations/nominee.open.operations.ts'
import { cast } from '@dong-thuan/core/commendations/vote.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, open, { id: event.params.nominee })

export const actions = {
  default: (event) =>
    act(event, cast, {
      asked: { inFavour: 'vote' },
      input: ({ vote }) => ({ inFavour: vote, id: event.params.nominee }),
      next: ({ id }) => `/khen-thuong/dot/${event.params.id}/de-nghi/${id}?da-luu=1`,
      secret: ['vote'], // how somebody votes is sent nowhere and kept nowhere
    }),
}
