// A new registration.
import { choices, create } from '@dong-thuan/core/models/model.create.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import { withResources } from '../form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, choices, {})),
  year: Number(dayAt(event.locals.app.clock()).slice(0, 4)),
})

export const actions = {
  default: (event) => act(event, create, { input: withResources, next: ({ id }) => `/dan-van-kheo/${id}?da-luu=1` }),
}
