// The devices one is signed in on, and those that are not asked for the second step.
import { endOne, endOthers, listSessions } from '@dong-thuan/core/people/account.operations.ts'
import * as trusted from '@dong-thuan/core/people/second-step/trusted.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, listSessions)),
  ...(await valueOf(event, trusted.listTrusted)),
})

export const actions = {
  end: (event) => act(event, endOne),
  others: (event) => act(event, endOthers),
  untrust: (event) => act(event, trusted.endOneTrusted),
  untrustAll: (event) => act(event, trusted.endEveryTrusted),
}
