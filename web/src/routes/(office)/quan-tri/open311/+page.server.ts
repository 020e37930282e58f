// Keys of other systems, for the administrator of the desks.
import { desks } from '@dong-thuan/core/cases/submit.operations.ts'
import { issueKey, listKeys, revokeKey } from '@dong-thuan/core/open311/key.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, listKeys, {})),
  desks: (await valueOf(event, desks, {})).desks.map(({ id, name }) => ({ value: String(id), label: name })),
})

export const actions = {
  issue: (event) => act(event, issueKey),
  revoke: (event) => act(event, revokeKey),
}
