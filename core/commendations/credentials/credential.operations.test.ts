// A credential is read by software that is not ours: signed, bound to its key, without a network; revoked, the list says so.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { createLocalJWKSet, importJWK, jwtVerify, type JSONWebKeySet } from 'jose'
import { anonymous } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { aDecision, app, done, formLike, nomineeIn, refused, roundOf, seenBy, women } from '../commendation.cast.ts'
import * as ops from './credential.operations.ts'
import { statusListOf } from './credential.ts'
import { addKey, openCredentialKeys } from './key.ts'

const round = await roundOf((await formLike()).id)
const textOf = ({ content }: { content: Uint8Array }) => Buffer.from(content).toString('utf8')
const codeOf = async (id: number) => (await done('hoa', 'open', { id })).code as string
const get = (code: string) => ops.credential.ask(app, anonymous, { code })

/** With the key set somebody saved, as a wallet does; addresses of keys end in their names. */
async function verified(token: string) {
  const { keys } = must(await ops.credentialKeys.ask(app, anonymous, {}))
  const set: JSONWebKeySet = {
    keys: keys.map((one) => ({ ...one, kid: `http://127.0.0.1:3000/api/public/credential-keys/${one.kid}` })),
  }
  return (await jwtVerify(token, createLocalJWKSet(set), { algorithms: ['EdDSA'] })).payload as Record<string, any>
}

test('the union’s credential is verified by another library with the saved keys, and says what the decision says', async () => {
  const told = { kind: 'collective', bodyId: women, name: '', post: '', unit: '' }
  const id = await nomineeIn('presented', { round, nominator: women, ...told })
  const token = textOf(must(await get(await codeOf(id))))
  const said = await verified(token)
  assert.deepEqual(said.type, ['VerifiableCredential', 'OpenBadgeCredential'])
  assert.equal(said['@context'][0], 'https://www.w3.org/ns/credentials/v2')
  assert.equal(said.credentialSubject.identifier[0].identityHash, 'Hội Liên hiệp Phụ nữ phường Tân Triều')
  assert.equal(said.issuer.name, 'Ủy ban nhân dân phường Tân Triều')
  assert.equal(said.iss, said.issuer.id)
  assert.match(said.credentialSchema[0].id, /ob_v3p0_achievementcredential_schema\.json$/)
  assert.equal(said.validFrom, '2026-07-05T00:00:00+07:00')
  const [head, body, signature] = token.split('.') as [string, string, string]
  const forged = Buffer.from(JSON.stringify({ ...said, name: 'Bằng khen: người khác' })).toString('base64url')
  await assert.rejects(verified([head, forged, signature].join('.')))
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
  const key = must(await ops.credentialKey.ask(app, anonymous, { kid: kid.split('/').at(-1) }))
  await jwtVerify([head, body, signature].join('.'), await importJWK(key, 'EdDSA'))
  const issuer = must(
    await ops.credentialIssuer.ask(app, anonymous, { body: Number(said.issuer.id.split('/').at(-1)) }),
  )
  assert.deepEqual(issuer, said.issuer)
})

test('a person only with consent, nobody before the day in the hall; revoked: none is given and the list has the bit', async () => {
  const decided = await nomineeIn('decided', { round, nominator: women })
  const refusalOf = async (code: string) => {
    const result = await get(code)
    return result.ok ? 'ok' : result.refusal.code
  }
  assert.equal(await refusalOf(await codeOf(decided)), 'not-presented')
  const id = await nomineeIn('presented', { round, nominator: women })
  const code = await codeOf(id)
  assert.equal(await refusalOf(code), 'not-named')
  const consent = { words: 'Tôi đồng ý cho nêu tên tôi ở trang này.', on: '2026-07-06', channel: 'paper' }
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  const said = await verified(textOf(must(await get(code))))
  const { statusListIndex, statusListCredential } = said.credentialStatus
  const bit = async () => {
    const list = Number(statusListCredential.split('/').at(-1))
    const status = await verified(textOf(must(await ops.credentialStatus.ask(app, anonymous, { list }))))
    assert.equal(status.id, statusListCredential)
    const { encodedList } = status.credentialSubject
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    assert.equal(bits.length * 8, 131_072)
    return (bits[statusListIndex >> 3]! >> (7 - (statusListIndex % 8))) & 1
  }
  assert.equal(await bit(), 0)
  const why = 'Hồ sơ khai thành tích không đúng sự thật.'
  await done('phuoc', 'revoke', { ...(await seenBy('phuoc', id)), on: '2026-07-06', document: '99/QĐ-UBND', why })
  assert.equal(await bit(), 1)
  assert.equal(await refusalOf(code), 'revoked')
  assert.equal(await refusalOf('khongco22222'), 'no-such-code')
})

test('a list holds the bits of its own numbers only', () => {
  const { credentialSubject } = statusListOf(2, [131_072, 131_080], { origin: 'https://a', now: new Date(0) })
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'))
  assert.deepEqual([bits[0], bits[1], bits[2]], [0x80, 0x80, 0])
})

test('a new key signs from now on, what the old one signed still verifies; a file others can read is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dt-credential-'))
  try {
    const file = join(folder, 'credential.key')
    const open = () => {
      const read = openCredentialKeys(file)
      if ('fault' in read) throw new Error(read.fault)
      return read.keys
    }
    const first = addKey(file)
    const old = open().sign({ a: 1 }, (kid) => kid)
    const second = addKey(file)
    const keys = open()
    assert.deepEqual(
      keys.publics.map(({ kid }) => kid),
      [second, first],
    )
    const set = createLocalJWKSet({ keys: [...keys.publics] } as JSONWebKeySet)
    assert.equal((await jwtVerify(old, set)).protectedHeader.kid, first)
    assert.equal(
      (
        await jwtVerify(
          keys.sign({ a: 1 }, (kid) => kid),
          set,
        )
      ).protectedHeader.kid,
      second,
    )
    assert.ok(!readFileSync(file, 'utf8').includes(first))
    chmodSync(file, 0o644)
    assert.ok('fault' in openCredentialKeys(file))
    assert.ok('fault' in openCredentialKeys(join(folder, 'khong-co.key')))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('nobody asks for a credential of what is not decided: there is no code', async () => {
  const id = await nomineeIn('submitted', { round, nominator: women })
  assert.equal((await done('hoa', 'open', { id })).code, null)
  assert.equal(
    (await refused('hoa', 'decide', { round, ...aDecision('1/QĐ'), nominees: [await seenBy('hoa', id)] })).code,
    'role-needed',
  )
})
