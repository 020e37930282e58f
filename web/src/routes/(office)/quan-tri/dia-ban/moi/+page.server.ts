// A new act: its document first.
import { create } from '@dong-thuan/core/acts/act.operations.ts'
import { act } from '#web/act.ts'

export const actions = {
  default: (event) => act(event, create, { next: ({ id }) => `/quan-tri/dia-ban/${id}` }),
}
