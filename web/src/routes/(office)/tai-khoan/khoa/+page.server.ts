// One's own passkeys.
import * as passkeys from '@dong-thuan/core/people/passkeys/passkey.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const shown = await valueOf(event, passkeys.list)
  return { ...shown, here: shown.address === event.url.origin }
}

export const actions = {
  add: (event) => act(event, passkeys.add),
  rename: (event) => act(event, passkeys.rename),
  remove: (event) => act(event, passkeys.remove),
}
