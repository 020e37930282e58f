// A phone of the stories that holds passkeys (WebAuthn, ES256, no attestation), written by hand to the standard.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url')

export interface Habits {
  /** The page the browser believes it shows. */
  origin?: string
  /** Was the owner asked for finger, face or PIN? */
  verified?: boolean
}

interface Key {
  id: Buffer
  privateKey: KeyObject
  rpId: string
}

export function authenticator(at = 'http://localhost:3000') {
  const keys: Key[] = []
  let uses = 0
  const data = (rpId: string, verified: boolean, more = Buffer.alloc(0)) => {
    const flags = 0x01 | (verified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++uses)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more])
  }
  const said = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  return {
    /** The answer to the options of a new key, as text. */
    make(options: any, { origin = at, verified = true }: Habits = {}): string {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const key: Key = { id: randomBytes(16), privateKey, rpId: options.rp.id }
      keys.push(key)
      const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
      const point = (label: number, text: string) =>
        Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(text, 'base64url')])
      const cose = Buffer.concat([Buffer.from('a5010203262001', 'hex'), point(0x21, x), point(0x22, y)])
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, key.id.length]), key.id, cose])
      const authData = data(key.rpId, verified, credential)
      const attestation = Buffer.concat([
        ...[
          Buffer.from([0xa3, 0x63]),
          Buffer.from('fmt'),
          Buffer.from([0x64]),
          Buffer.from('none'),
          Buffer.from([0x67]),
        ],
        ...[
          Buffer.from('attStmt'),
          Buffer.from([0xa0, 0x68]),
          Buffer.from('authData'),
          Buffer.from([0x58, authData.length]),
        ],
        authData,
      ])
      const response = {
        clientDataJSON: base64url(said('webauthn.create', options.challenge, origin)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      }
      const id = base64url(key.id)
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
    /** The answer to a challenge, as text, by the first key. */
    answer(options: any, { origin = at, verified = true }: Habits = {}): string {
      const key = keys[0]!
      const authenticatorData = data(key.rpId, verified)
      const client = said('webauthn.get', options.challenge, origin)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), key.privateKey)
      const response = {
        authenticatorData: base64url(authenticatorData),
        clientDataJSON: base64url(client),
        signature: base64url(signature),
      }
      const id = base64url(key.id)
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
  }
}
