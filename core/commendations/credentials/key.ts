// Keys that sign credentials: pairs of Ed25519 as JWK, a line each, in a file outside the database. The first signs, all of them verify.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { CredentialKeys, PublicJwk } from '../../app.ts'

export type ReadKeys = { keys: CredentialKeys } | { fault: string }

export function openCredentialKeys(path: string): ReadKeys {
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      return { fault: `Người khác trên máy đọc được tệp khoá chứng thư ${path}. Hãy chạy: chmod 600 ${path}` }
    const lines = readFileSync(path, 'utf8').split(/\r?\n/)
    const secrets = lines.filter((line) => line.trim().startsWith('{')).map(secretOf)
    if (secrets.length === 0) return { fault: `${path} không có khoá chứng thư nào (dòng JWK {"kty":"OKP",…}).` }
    return { keys: keysOf(secrets) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { fault: `Không có tệp khoá chứng thư ${path} (CREDENTIAL_KEY_FILE).` }
    if (code === 'EACCES') return { fault: `Không đọc được tệp khoá chứng thư ${path} (CREDENTIAL_KEY_FILE).` }
    return { fault: `${path} có dòng khoá hỏng: hãy lấy lại tệp khoá từ nơi cất.` }
  }
}

/** Throws when the line is no key of this kind. */
function secretOf(line: string): KeyObject {
  const key = createPrivateKey({ key: JSON.parse(line), format: 'jwk' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not Ed25519')
  return key
}

function keysOf(secrets: readonly KeyObject[]): CredentialKeys {
  const publics = secrets.map(publicOf)
  return {
    publics,
    sign(payload, address) {
      const header = { alg: 'EdDSA', typ: 'JWT', kid: address(publics[0]!.kid) }
      const said = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
      return `${said}.${sign(null, Buffer.from(said), secrets[0]!).toString('base64url')}`
    },
  }
}

/** Named by the thumbprint of RFC 7638, so that the same key has the same name everywhere. */
function publicOf(secret: KeyObject): PublicJwk {
  const { x } = createPublicKey(secret).export({ format: 'jwk' })
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x: x!, kid, alg: 'EdDSA', use: 'sig' }
}

/** Writes a new pair in front of those in the file, or a new file, readable by its owner only; answers the name of the key. */
export function addKey(path: string): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  let before = ''
  try {
    before = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeFileSync(path, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n${before}`, { mode: 0o600 })
  return publicOf(privateKey).kid
}
