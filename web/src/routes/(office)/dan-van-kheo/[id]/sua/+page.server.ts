// A registration being written or carried out.
import { open } from '@dong-thuan/core/models/list.operations.ts'
import { choices } from '@dong-thuan/core/models/model.create.operations.ts'
import { save } from '@dong-thuan/core/models/model.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withResources } from '../../form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, open, { id: event.params.id })),
  fields: (await valueOf(event, choices, {})).fields,
})

export const actions = {
  default: (event) =>
    act(event, save, {
      input: (read) => ({ ...withResources(read), id: event.params.id }),
      next: ({ id }) => `/dan-van-kheo/${id}?da-luu=1`,
    }),
}
