// The council of a round: posts, accounts of those who vote here, and who gives points.
import { setCouncil } from '@dong-thuan/core/commendations/round.operations.ts'
import { councilChoices, show } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withMembers } from '../../form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, show, { id: event.params.id })),
  ...(await valueOf(event, councilChoices, { round: event.params.id })),
})

export const actions = {
  default: (event) =>
    act(event, setCouncil, {
      input: (read) => ({ ...withMembers(read), id: event.params.id }),
      next: ({ id }) => `/khen-thuong/dot/${id}?da-luu=1`,
    }),
}
