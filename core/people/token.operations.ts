// Tokens: how a program asks in a person's name, for a while, to read or also to write.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { addDays, daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { ownId, ownIdAtPage } from './account.steps.ts'
import { instant } from './person.outputs.ts'
import { insertToken, revokeToken, tokensOf } from './session.store.ts'
import { isSignedIn, tokenHash } from './sign-in.ts'

const scope = z.enum(['read', 'write'])
const longest = 366

const tokenShown = z.object({
  id: z.number().int(),
  name: z.string(),
  prefix: z.string().meta({ description: 'các ký tự đầu của mã, để nhận ra' }),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresOn: z.string().meta({ format: 'date' }),
  lastUsedAt: instant.nullable(),
})

export const listTokens = reading({
  name: 'tokens.list',
  summary: 'Các mã truy cập tôi đã cấp cho chương trình khác',
  http: { method: 'GET', path: '/me/tokens' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ tokens: z.array(tokenShown) }),
  async run({ db, actor, today }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const found = await tokensOf(db, id.value, today)
    const tokens = found.map(({ createdAt, lastUsedAt, ...token }) => ({
      ...token,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
    return ok({ tokens })
  },
})

export const createToken = writing({
  name: 'tokens.create',
  summary: 'Cấp một mã truy cập để chương trình khác hỏi thay tôi; mã chỉ hiện một lần',
  http: { method: 'POST', path: '/me/tokens' },
  who: 'signedIn',
  input: z.object({
    name: z.string().trim().min(1).max(100).meta({ description: 'dùng vào việc gì' }),
    scopes: z.array(scope).default([]).meta({ description: 'read: đọc; write: ghi; ít nhất một quyền' }),
    expiresOn: daySchema.meta({ description: `ngày cuối dùng được, trong ${longest} ngày tới` }),
  }),
  output: z.object({ id: z.number().int(), token: z.string().meta({ description: 'chỉ hiện lần này' }) }),
  async run(context, input) {
    const personId = ownIdAtPage(context.actor)
    if (!personId.ok) return personId
    if (isSignedIn(context.actor) && (context.actor.mustChangePassword || context.actor.mustSetSecondStep))
      return accountFirst
    const faults = [...faultsOfDay(context, input.expiresOn), ...(input.scopes.length > 0 ? [] : [noScope])]
    if (faults.length > 0) return invalid(faults)
    const token = `dt_${randomBytes(24).toString('base64url')}`
    const id = await insertToken(context.db, {
      ...{ personId: personId.value, name: input.name, prefix: token.slice(0, 9), hash: tokenHash(token) },
      ...{ scopes: [...new Set(input.scopes)], createdAt: context.now, expiresOn: input.expiresOn },
    })
    const changes = { token: id, scopes: input.scopes, expiresOn: input.expiresOn }
    await context.record({ noun: 'person', id: personId.value, move: 'createToken', changes })
    return ok({ id, token })
  },
})

/** Otherwise a token would open what the account itself may not open yet. */
const accountFirst = forbidden(
  'account-first',
  'Hãy đổi mật khẩu lần đầu và đặt bước hai (nếu vai trò bắt buộc) ở trang Tài khoản trước, rồi mới cấp mã truy cập.',
  'First change your first password, and set the second step if your role needs it; then create a token.',
)

const noScope = problem(
  'scopes',
  'missing',
  'Hãy chọn ít nhất một quyền: đọc, hoặc đọc và ghi.',
  'Choose at least one scope: to read, or to read and write.',
)

function faultsOfDay({ today }: WriteContext, day: string) {
  return day < today || day > addDays(today, longest)
    ? [
        problem(
          'expiresOn',
          'out-of-range',
          `Ngày hết hạn phải từ hôm nay và không quá ${longest} ngày tới.`,
          `The last day must be within the next ${longest} days.`,
        ),
      ]
    : []
}

export const revoke = writing({
  name: 'tokens.revoke',
  summary: 'Huỷ một mã truy cập của tôi',
  http: { method: 'DELETE', path: '/me/tokens/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('api_token') }),
  output: z.object({ revoked: z.number().int() }),
  async run({ db, actor, now, record }, input) {
    const personId = ownIdAtPage(actor)
    if (!personId.ok) return personId
    if (!(await revokeToken(db, { id: input.id, personId: personId.value, at: now }))) return noSuchToken
    await record({ noun: 'person', id: personId.value, move: 'revokeToken', changes: { token: input.id } })
    return ok({ revoked: input.id })
  },
})

const noSuchToken = notFound(
  'no-such-token',
  'Không có mã này, hoặc mã đã huỷ hay hết hạn.',
  'There is no such token, or it was revoked or has run out.',
)
