// A nomination being written, or given back for more.
import { open } from '@dong-thuan/core/commendations/nominee.open.operations.ts'
import { save } from '@dong-thuan/core/commendations/nominee.operations.ts'
import { nominationChoices } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withMerits } from '../../../../form.ts'

export const load = async (event) => {
  const nominee = await valueOf(event, open, { id: event.params.nominee })
  return { ...nominee, ...(await valueOf(event, nominationChoices, { round: nominee.round.id })) }
}

export const actions = {
  default: (event) =>
    act(event, save, {
      input: (read) => ({ ...withMerits(read), id: event.params.nominee }),
      next: ({ id }) => `/khen-thuong/dot/${event.params.id}/de-nghi/${id}?da-luu=1`,
    }),
}
