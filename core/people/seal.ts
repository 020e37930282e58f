// Sealing what the database keeps but may not read: only with the platform's own secret is it opened again.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { App } from '../app.ts'

type Keeper = Pick<App, 'secret'>

/** `use` keeps what is sealed for one thing from being opened as another. */
const keyOf = ({ secret }: Keeper, use: string) => createHmac('sha256', secret).update(use).digest()

/** Nonce, tag and text, one after the other. */
export function seal(app: Keeper, use: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(app, use), nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Throws when it was sealed with another secret, or for another use. */
export function unseal(app: Keeper, use: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(app, use), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}
