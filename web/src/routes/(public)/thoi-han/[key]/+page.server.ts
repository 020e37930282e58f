// One time limit: its versions, and one more.
import { addVersion, show } from '@dong-thuan/core/law/rule.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  rule: await valueOf(event, show, { key: event.params.key }),
  saved: event.url.searchParams.has('da-luu'),
})

export const actions = {
  default: (event) =>
    act(event, addVersion, {
      input: (read) => ({ ...read, key: event.params.key }),
      next: ({ key }) => `/thoi-han/${key}?da-luu`,
    }),
}
