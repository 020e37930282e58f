// The devices one is signed in on.
import { endOne, endOthers, listSessions } from '@dong-thuan/core/people/account.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, listSessions)

export const actions = {
  end: (event) => act(event, endOne),
  others: (event) => act(event, endOthers),
}
