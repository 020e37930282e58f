// What happened to one's own account lately: how its owner notices what he did not do himself.
import { z } from 'zod'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { ownId } from './account.steps.ts'
import { instant } from './person.outputs.ts'
import { recentMoves } from './session.store.ts'

export const accountMoves = [
  ...(['signIn', 'wrongSecondStep', 'changePassword', 'resetPassword', 'setSecondStep', 'endSecondStep'] as const),
  ...(['resetSecondStep', 'renewRecoveryCodes', 'addPasskey', 'removePasskey', 'linkIdentity'] as const),
  ...(['unlinkIdentity', 'inviteIdentity', 'endIdentity', 'createToken', 'revokeToken'] as const),
] as const

export const recent = reading({
  name: 'people.recent',
  summary: 'Việc gần đây với tài khoản của tôi: đăng nhập, mã sai, đổi mật khẩu, gỡ bước hai …',
  http: { method: 'GET', path: '/me/recent' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    recent: z.array(
      z.object({
        at: instant,
        move: z.enum(accountMoves),
        way: z.enum(['password', 'provider', 'passkey']).nullable(),
        by: z.string().nullable().meta({ description: 'ai làm, khi không phải chính mình' }),
      }),
    ),
  }),
  async run({ db, actor }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const found = await recentMoves(db, id.value, { moves: accountMoves, most: 30 })
    return ok({ recent: found.map((line) => ({ ...line, at: line.at.toISOString() })) })
  },
})
