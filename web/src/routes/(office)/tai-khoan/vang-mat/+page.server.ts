// Absence: a colleague acts in one of my roles for some days.
import { me } from '@dong-thuan/core/people/account.operations.ts'
import { end, set } from '@dong-thuan/core/people/deputy.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { roles, colleagues } = await valueOf(event, me)
  const lent = roles.filter(({ state, role }) => state !== 'past' && role !== 'administrator' && role !== 'sealOpener')
  return { roles: lent, colleagues }
}

export const actions = {
  set: (event) => act(event, set),
  end: (event) => act(event, end),
}
