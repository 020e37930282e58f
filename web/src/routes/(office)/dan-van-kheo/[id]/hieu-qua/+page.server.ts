// What a recognised model came to, measured later.
import { open } from '@dong-thuan/core/models/list.operations.ts'
import { measure } from '@dong-thuan/core/models/measure.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, open, { id: event.params.id })

export const actions = {
  default: (event) =>
    act(event, measure, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: ({ id }) => `/dan-van-kheo/${id}?da-luu=1`,
    }),
}
