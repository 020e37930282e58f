// A person's passkeys: add one from this browser, name, remove.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../../shared/result.ts'
import { ownId, ownIdAtPage, ownIdJustIn, ownSession } from '../account.steps.ts'
import { instant } from '../person.outputs.ts'
import { personById } from '../person.store.ts'
import { endSessionsBy } from '../person.write.store.ts'
import { beginStep, endStep } from '../sign-in.step.ts'
import { creationOptions, newCredential } from './passkey.check.ts'
import { noPasskeysHere, passkeyOld, readJson } from './passkey.sign-in.ts'
import * as store from './passkey.store.ts'
import { partyOf } from './passkey.ts'

export const list = reading({
  name: 'passkeys.list',
  summary: 'Các khoá đăng nhập (passkey) của tôi',
  http: { method: 'GET', path: '/me/passkeys' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    address: z
      .string()
      .nullable()
      .meta({ description: 'địa chỉ duy nhất khoá dùng được; null: không dùng được ở đây' }),
    passkeys: z.array(
      z.object({ id: z.number().int(), name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() }),
    ),
  }),
  async run({ app, db, actor }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const found = await store.passkeysOf(db, id.value)
    const passkeys = found.map(({ id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name, createdAt: createdAt.toISOString() },
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
    return ok({ address: partyOf(app.origin)?.origin ?? null, passkeys })
  },
})

export const offer = writing({
  name: 'passkeys.offer',
  summary: 'Bắt đầu thêm một khoá đăng nhập: điều trình duyệt cần để lập khoá',
  http: { method: 'POST', path: '/me/passkeys/offer' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    key: z.string().meta({ description: 'gửi lại khi thêm khoá' }),
    options: z.record(z.string(), z.unknown()).meta({ description: 'PublicKeyCredentialCreationOptionsJSON' }),
  }),
  async run(context) {
    const { app, db } = context
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    const party = partyOf(app.origin)
    if (!party) return noPasskeysHere
    const owner = (await personById(db, id.value))!
    const known = await store.passkeysOf(db, id.value)
    const options = await creationOptions(app, party, { owner, known })
    const facts = { challenge: options.challenge }
    const { key } = await beginStep(app, 'passkey', { personId: id.value, facts }, db)
    return ok({ key, options: { ...options } })
  },
})

const name = z.string().trim().min(1).max(60).meta({ description: 'ví dụ “Điện thoại của tôi”' })

export const add = writing({
  name: 'passkeys.add',
  summary: 'Thêm khoá đăng nhập trình duyệt vừa lập',
  http: { method: 'POST', path: '/me/passkeys' },
  who: 'signedIn',
  input: z.object({
    key: z.string().max(100).default(''),
    name,
    response: z.string().max(20_000).default('').meta({ description: 'RegistrationResponseJSON, dạng văn bản' }),
  }),
  output: z.object({ added: z.string() }),
  async run(context, input) {
    const { app, db, now, record } = context
    const id = await ownIdJustIn(context)
    if (!id.ok) return id
    const party = partyOf(app.origin)
    if (!party) return noPasskeysHere
    const step = await endStep(app, 'passkey', input.key, db)
    if (step?.personId !== id.value) return passkeyOld
    const challenge = String(step.facts.challenge)
    const made = await newCredential(readJson(input.response), { party, challenge })
    if (!made) return notProven
    if (!(await store.insertPasskey(db, { ...made, personId: id.value, name: input.name, at: now })))
      return knownAlready
    await record({ noun: 'person', id: id.value, move: 'addPasskey' })
    return ok({ added: input.name })
  },
})

export const rename = writing({
  name: 'passkeys.rename',
  summary: 'Đặt lại tên một khoá đăng nhập của tôi',
  http: { method: 'POST', path: '/me/passkeys/{id}/name' },
  who: 'signedIn',
  input: z.object({ id: idOf('passkey'), name }),
  output: z.object({ renamed: z.string() }),
  async run({ db, actor, record }, input) {
    const person = ownIdAtPage(actor)
    if (!person.ok) return person
    if (!(await store.renamePasskey(db, { ...input, person: person.value }))) return noSuchPasskey
    await record({ noun: 'person', id: person.value, move: 'renamePasskey' })
    return ok({ renamed: input.name })
  },
})

export const remove = writing({
  name: 'passkeys.remove',
  summary: 'Gỡ một khoá đăng nhập của tôi; máy khác đã vào bằng khoá đó phải đăng nhập lại',
  http: { method: 'DELETE', path: '/me/passkeys/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('passkey') }),
  output: z.object({
    removed: z.number().int(),
    ended: z.number().int().meta({ description: 'số phiên trên máy khác đã chấm dứt, vì mở bằng khoá này' }),
  }),
  async run({ db, actor, record }, input) {
    const person = ownIdAtPage(actor)
    if (!person.ok) return person
    if (!(await store.deletePasskey(db, person.value, input.id))) return noSuchPasskey
    const ended = await endSessionsBy(db, person.value, { way: 'passkey', but: ownSession(actor) })
    await record({ noun: 'person', id: person.value, move: 'removePasskey', changes: { ended } })
    return ok({ removed: input.id, ended })
  },
})

const notProven = forbidden(
  'passkey-not-proven',
  'Trình duyệt chưa lập được khoá, hoặc khoá không mở bằng vân tay, khuôn mặt hay mã PIN. Hãy thử lại.',
  'The browser made no key, or one that is not opened by finger, face or PIN. Please try again.',
)
const knownAlready = conflict('passkey-known', 'Khoá này đã có rồi.', 'This passkey is known already.')
const noSuchPasskey = notFound(
  'no-such-passkey',
  'Không có khoá đăng nhập này. Hãy tải lại trang.',
  'There is no such passkey. Load the page again.',
)
