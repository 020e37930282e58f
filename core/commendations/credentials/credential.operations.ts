// Credentials everybody may have and check: one commendation signed, the keys, the list of those revoked, who gave them.
import { z } from 'zod'
import type { App, CredentialKeys } from '../../app.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../../shared/result.ts'
import { addressesAt, credentialOf, issuerOf, statusListOf } from './credential.ts'
import * as store from './credential.store.ts'

const fileSchema = z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) })
const jwt = (fileName: string, text: string) =>
  ok({ fileName, mediaType: 'application/jwt', content: new Uint8Array(Buffer.from(text)) })

const keysOf = ({ credentialKeys }: App): Result<CredentialKeys> => (credentialKeys ? ok(credentialKeys) : noKeys)

export const credential = reading({
  name: 'publicCommendations.credential',
  summary:
    'Chứng thư số Open Badges 3.0 của một khen thưởng đã trao, ký Ed25519, dạng JWT; cá nhân chỉ khi đã đồng ý nêu tên',
  http: { method: 'GET', path: '/public/commendations/{code}/credential' },
  who: 'anyone',
  sends: 'content',
  input: z.object({ code: z.string().trim().toLowerCase().max(40) }),
  output: fileSchema,
  async run({ app, db }, { code }) {
    const held = await store.heldByCode(db, code)
    if (!held) return noSuchCode
    if (held.stage === 'revoked') return revoked
    if (held.stage !== 'presented') return notPresented
    if (!held.named) return notNamed
    const keys = keysOf(app)
    if (!keys.ok) return keys
    return jwt(
      `khen-thuong-${held.code}.jwt`,
      keys.value.sign(credentialOf(held, app.origin), addressesAt(app.origin).key),
    )
  },
})

export const credentialStatus = reading({
  name: 'publicCommendations.credentialStatus',
  summary: 'Danh sách chứng thư đã huỷ (Bitstring Status List của W3C), ký như chứng thư',
  http: { method: 'GET', path: '/public/credential-status/{list}' },
  who: 'anyone',
  sends: 'content',
  input: z.object({ list: z.coerce.number().int().min(1).max(16_384) }),
  output: fileSchema,
  async run({ app, db, now }, { list }) {
    const keys = keysOf(app)
    if (!keys.ok) return keys
    const said = statusListOf(list, await store.revokedIn(db, list), { origin: app.origin, now })
    return jwt(`da-huy-${list}.jwt`, keys.value.sign(said, addressesAt(app.origin).key))
  },
})

const keySchema = z.object({
  ...{ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() },
  ...{ alg: z.literal('EdDSA'), use: z.literal('sig') },
})

export const credentialKeys = reading({
  name: 'publicCommendations.credentialKeys',
  summary: 'Phần công khai của mọi khoá đã ký chứng thư (JWK Set), để kiểm tra không cần mạng',
  http: { method: 'GET', path: '/public/credential-keys' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ keys: z.array(keySchema) }),
  run: async ({ app }) => {
    const keys = keysOf(app)
    return keys.ok ? ok({ keys: [...keys.value.publics] }) : keys
  },
})

export const credentialKey = reading({
  name: 'publicCommendations.credentialKey',
  summary: 'Phần công khai của một khoá ký chứng thư (JWK), theo tên khoá ghi trong chứng thư',
  http: { method: 'GET', path: '/public/credential-keys/{kid}' },
  who: 'anyone',
  input: z.object({ kid: z.string().max(60) }),
  output: keySchema,
  run: async ({ app }, { kid }) => {
    const keys = keysOf(app)
    if (!keys.ok) return keys
    const found = keys.value.publics.find((one) => one.kid === kid)
    return found ? ok(found) : noSuchKey
  },
})

export const credentialIssuer = reading({
  name: 'publicCommendations.credentialIssuer',
  summary: 'Cơ quan khen ghi trong chứng thư',
  http: { method: 'GET', path: '/public/credential-issuers/{body}' },
  who: 'anyone',
  input: z.object({ body: idOf('body') }),
  output: z.object({ id: z.string(), type: z.array(z.string()), name: z.string(), url: z.string() }),
  async run({ app, db }, { body }) {
    const found = await store.awarderOf(db, body)
    return found ? ok(issuerOf(found, app.origin)) : noSuchIssuer
  },
})

const noKeys = conflict(
  'no-keys',
  'Nơi này chưa đặt khoá ký chứng thư số nên chưa cấp được. Hãy kiểm tra bằng trang kiểm tra.',
  'No key for credentials is set here. Use the check page.',
)
const revoked = conflict(
  'revoked',
  'Quyết định khen này đã bị huỷ nên không cấp chứng thư số.',
  'This was revoked; no credential is given.',
)
const notPresented = conflict(
  'not-presented',
  'Khen thưởng này chưa ghi là đã trao nên chưa có chứng thư số.',
  'This was not presented yet; there is no credential.',
)
const notNamed = conflict(
  'not-named',
  'Cá nhân này chưa đồng ý nêu tên nên không cấp chứng thư số công khai.',
  'This person has not agreed to be named; no credential is given.',
)
const noSuchCode = notFound(
  'no-such-code',
  'Không có giấy chứng nhận nào mang mã này. Hãy gõ lại đúng mã in dưới hình vuông.',
  'No certificate bears this code. Type the code printed below the square again.',
)
const noSuchKey = notFound('no-such-key', 'Không có khoá mang tên này.', 'There is no key of this name.')
const noSuchIssuer = notFound('no-such-issuer', 'Cơ quan này chưa khen ai.', 'This body has honoured nobody.')
