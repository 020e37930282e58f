// Keys of other systems, for the administrator of the desks.
import { issueKey, listKeys, revokeKey } from '@dong-thuan/core/open311/key.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, listKeys, {})

export const actions = {
  issue: (event) => act(event, issueKey),
  revoke: (event) => act(event, revokeKey),
}
