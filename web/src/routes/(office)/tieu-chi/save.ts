// The two actions of a set being written: its rows change, or it is saved.
import { choices, saveSet } from '@dong-thuan/core/criteria/criteria.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act } from '#web/act.ts'
import { isRefused, type RefusedForm, type Typed } from '#web/form.ts'
import { pressed, withoutBlank } from './rows.ts'

export const setActions = {
  save: (event: RequestEvent) =>
    act(event, saveSet, {
      prepare: async (data) => withoutBlank(data),
      next: ({ id }) => `/tieu-chi?da-luu=1#b${id}`,
    }),
  /** Asks nothing but whether he still may, so that what was typed outlives a session that ran out. */
  rows: (event: RequestEvent) => act(event, choices, { prepare: async (data) => pressed(data), input: () => ({}) }),
}

/** The form to be filled again: refused, or sent back with other rows. */
export function filled(form: unknown): RefusedForm | null {
  if (isRefused(form)) return form
  const typed = (form as { typed?: Typed } | null)?.typed
  return typed ? { typed, refusal: { kind: 'invalid', code: 'rows', lines: [], fields: {} } } : null
}
