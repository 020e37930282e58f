// Tying one's account here to the one of one's office, and untying it; an administrator names who will come.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { ownId, ownIdAtPage, ownIdJustIn, ownSession } from '../account.steps.ts'
import { tiedAlready } from '../person.moves.ts'
import { expectedVersion, instant, saved } from '../person.outputs.ts'
import { openForChange } from '../person.steps.ts'
import { endSessionsBy } from '../person.write.store.ts'
import { policyOf } from '../policy.store.ts'
import { forgetSteps } from '../sign-in.step.store.ts'
import { endStep, stepOf } from '../sign-in.step.ts'
import * as store from './provider.store.ts'
import { faults, nameOf } from './provider.ts'

const key = z.string().max(100).meta({ description: 'khoá của lần đăng nhập vừa xong, trình duyệt giữ' })

export const show = reading({
  name: 'identity.show',
  summary: 'Tài khoản cơ quan gắn với tài khoản của tôi, và tài khoản vừa đăng nhập đang chờ tôi đồng ý gắn',
  http: { method: 'GET', path: '/me/identity' },
  who: 'signedIn',
  input: z.object({ key: key.default('') }),
  output: z.object({
    provider: z.string().nullable().meta({ description: 'tên nơi đăng nhập của cơ quan; null: chưa nối' }),
    tied: z.object({ name: z.string(), since: instant, lastUsedAt: instant.nullable() }).nullable(),
    waiting: z.string().nullable().meta({ description: 'tên ở nơi đăng nhập, chờ đồng ý' }),
  }),
  async run({ app, db, actor }, input) {
    const id = ownId(actor)
    if (!id.ok) return id
    if (!app.provider) return ok({ provider: null, tied: null, waiting: null })
    const tied = await store.identityOf(db, id.value, app.provider.issuer)
    const step = await stepOf(app, 'identity', input.key, db)
    return ok({
      provider: app.provider.name,
      tied: tied
        ? {
            name: tied.name,
            since: tied.linkedAt.toISOString(),
            lastUsedAt: tied.lastUsedAt?.toISOString() ?? null,
          }
        : null,
      waiting: step?.personId === id.value ? String(step.facts.name) : null,
    })
  },
})

export const link = writing({
  name: 'identity.link',
  summary: 'Gắn tài khoản cơ quan vừa đăng nhập với tài khoản của tôi',
  http: { method: 'POST', path: '/me/identity' },
  who: 'signedIn',
  input: z.object({ key }),
  output: z.object({ name: z.string() }),
  async run(context, input) {
    const { app, db, now, record } = context
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    const step = app.provider && (await endStep(app, 'identity', input.key, db))
    if (!app.provider || step?.personId !== id.value) return faults['provider-old']
    const { subject, name } = step.facts as { subject: string; name: string }
    const { issuer } = app.provider
    if (await store.identityOf(db, id.value, issuer)) return tiedAlready
    await store.deleteIdentity(db, id.value, issuer) // an invitation for him is of no more use
    if (!(await store.insertIdentity(db, { person: id.value, issuer, subject, name, now })))
      return faults['identity-taken']
    await record({ noun: 'person', id: id.value, move: 'linkIdentity' })
    return ok({ name })
  },
})

export const unlink = writing({
  name: 'identity.unlink',
  summary:
    'Gỡ tài khoản cơ quan khỏi tài khoản của tôi; máy khác đã vào bằng tài khoản đó phải đăng nhập lại, bằng tên và mật khẩu',
  http: { method: 'DELETE', path: '/me/identity' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    unlinked: z.literal(true),
    ended: z.number().int().meta({ description: 'số phiên trên máy khác đã chấm dứt, vì mở bằng tài khoản đó' }),
  }),
  async run({ app, db, actor, record }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    if (!app.provider || !(await store.deleteIdentity(db, id.value, app.provider.issuer))) return nothingTied
    const ended = await endSessionsBy(db, id.value, { way: 'provider', but: ownSession(actor) })
    await forgetSteps(db, id.value)
    await record({ noun: 'person', id: id.value, move: 'unlinkIdentity', changes: { ended } })
    return ok({ unlinked: true as const, ended })
  },
})

const administrators = { roles: ['administrator'] } as const

export const invite = writing({
  name: 'people.inviteIdentity',
  summary:
    'Ghi tên của một người ở nơi đăng nhập của cơ quan; lần đầu đến bằng tên đó là gắn, trong số ngày đã quy định',
  http: { method: 'POST', path: '/people/{id}/identity' },
  who: administrators,
  input: z.object({ id: idOf('person'), identityName: z.string().trim().min(1).max(300), expectedVersion }),
  output: saved,
  async run(context, input) {
    const { app, db, now } = context
    const opened = await openForChange(context, 'inviteIdentity', input)
    if (!opened.ok) return opened
    const { id, version } = opened.value
    const issuer = app.provider?.issuer
    if (issuer === undefined) return faults['provider-off'] // the operator is not asked by the moves
    if (await store.identityOf(db, id, issuer)) return tiedAlready
    const { invitationDays } = await policyOf(db)
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
    const invited = { person: id, issuer, name: nameOf(input.identityName, app.provider!.claim), expiresAt, now }
    if (!(await store.insertInvitation(db, invited))) return awaitedAlready
    await context.record({ noun: 'person', id, move: 'inviteIdentity' })
    return ok({ id, version })
  },
})

export const endIdentity = writing({
  name: 'people.endIdentity',
  summary: 'Gỡ tài khoản cơ quan khỏi một người, hoặc thôi chờ người đó; phiên mở bằng tài khoản đó chấm dứt',
  http: { method: 'POST', path: '/people/{id}/identity/end' },
  who: administrators,
  input: z.object({ id: idOf('person'), expectedVersion }),
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'endIdentity', input)
    if (!opened.ok) return opened
    const { id, version } = opened.value
    const issuer = context.app.provider?.issuer
    if (issuer === undefined || !(await store.deleteIdentity(context.db, id, issuer))) return nothingTied
    const ended = await endSessionsBy(context.db, id, { way: 'provider', but: null })
    await forgetSteps(context.db, id)
    await context.record({ noun: 'person', id, move: 'endIdentity', changes: { ended } })
    return ok({ id, version })
  },
})

const nothingTied = notFound(
  'no-identity',
  'Không có tài khoản cơ quan nào đang gắn.',
  'No account at the provider is tied.',
)
const awaitedAlready = conflict(
  'awaited-already',
  'Tên này đang chờ cho một người khác. Hãy kiểm tra lại tên.',
  'Somebody else is awaited under this name. Check the name.',
)
