// Tokens for other programs.
import { createToken, listTokens, revoke } from '@dong-thuan/core/people/token.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, listTokens)

export const actions = {
  create: (event) =>
    act(event, createToken, {
      input: (read) => ({ ...read, scopes: read.scopes === 'write' ? ['read', 'write'] : read.scopes && ['read'] }),
    }),
  revoke: (event) => act(event, revoke),
}
