// One person: account, roles, and what may be done with the account.
import { disable, enable, resetPassword } from '@dong-thuan/core/people/password.operations.ts'
import { rename, show } from '@dong-thuan/core/people/person.operations.ts'
import { endIdentity, invite } from '@dong-thuan/core/people/provider/provider.operations.ts'
import { resetSecondStep } from '@dong-thuan/core/people/second-step/reset.operations.ts'
import { setAddress } from '@dong-thuan/core/people/notice.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => ({
  person: await valueOf(event, show, { id: event.params.id }),
  address: `${event.locals.app.origin}/dang-nhap`,
})

const withId = (event: RequestEvent) => (read: Input) => ({ ...read, id: event.params.id })

export const actions = {
  rename: (event) => act(event, rename, { input: withId(event) }),
  setMail: (event) => act(event, setAddress, { input: withId(event) }),
  resetPassword: (event) => act(event, resetPassword, { input: withId(event) }),
  resetSecondStep: (event) => act(event, resetSecondStep, { input: withId(event) }),
  inviteIdentity: (event) => act(event, invite, { input: withId(event) }),
  endIdentity: (event) => act(event, endIdentity, { input: withId(event) }),
  disable: (event) => act(event, disable, { input: withId(event) }),
  enable: (event) => act(event, enable, { input: withId(event) }),
}
