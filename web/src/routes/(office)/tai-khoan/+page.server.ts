// One's own account: who am I, in which roles, whose place do I take.
import { me } from '@dong-thuan/core/people/account.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  me: await valueOf(event, me),
  provider: event.locals.app.provider !== null,
})
