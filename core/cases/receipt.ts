// The receipt: a code to name a submission by and a secret that proves it is one's own. Both follow from the form that was
// sent, so that a form sent twice, or again after a broken line, gets the same receipt and stays one submission.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that it can be read out and written down. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Key = { secret: string }

function hmac({ secret }: Key, ...parts: (string | number)[]): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['submission', ...parts]))
    .digest()
}

/** Content as it was sent; of files their bytes count. */
interface Sent {
  deskId: number
  door: string
  aboutDesk: boolean
  topic: string | null
  text: string
  sender: object
  place: object
  originals: readonly { name: string; bytes: Uint8Array }[]
}

/** Of the form and what stood in it. Without the mark, which is kept nowhere, nobody can try out words against it. */
export function markOf(key: Key, once: string, sent: Sent): string {
  const { deskId, door, aboutDesk, topic, text, sender, place, originals } = sent
  const files = originals.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')])
  const all = JSON.stringify([deskId, door, aboutDesk, topic, text, sender, place, files])
  return hmac(key, 'mark', once, all).toString('base64url')
}

function letters(bytes: Buffer, count: number): string {
  return Array.from(bytes.subarray(0, count), (byte) => alphabet[byte & 31]).join('')
}

/** 40 random bits; `again` counts the tries when a code is taken already. */
export const codeOf = (key: Key, once: string, again: number) => letters(hmac(key, 'code', once, again), 8)

/** 80 random bits. */
export const secretOf = (key: Key, once: string) => letters(hmac(key, 'secret', once), 16)

/** What is kept of a secret, and of the mark of a form; without the platform's own key neither can be tried out. */
export const hashOf = (key: Key, text: string) => hmac(key, 'hash', text).toString('base64url')

export function fits(key: Key, secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashOf(key, secret)), Buffer.from(hash)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

/** As typed by a person: spaces, dashes, small letters, O for 0, I and L for 1. */
export function asTyped(text: string): string {
  const plain = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('U', 'V')
}

/** “K7M4-9XQ2”. */
export function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join('-') ?? ''
}
