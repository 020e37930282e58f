// A nomination in one round.
import { nominate } from '@dong-thuan/core/commendations/nominee.operations.ts'
import { nominationChoices, show } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withMerits } from '../../form.ts'

export const load = async (event) => {
  const { id } = event.params
  const [round, choices] = [await valueOf(event, show, { id }), await valueOf(event, nominationChoices, { round: id })]
  return { ...choices, id: round.id, occasion: round.occasion, rules: round.form }
}

export const actions = {
  default: (event) =>
    act(event, nominate, {
      input: (read) => ({ ...withMerits(read), round: event.params.id }),
      next: ({ id }) => `/khen-thuong/dot/${event.params.id}/de-nghi/${id}?da-luu=1`,
    }),
}
