// Hashing, as the sign-in library does it, and first passwords that can be read from a slip of paper.
import { randomInt } from 'node:crypto'

/** scrypt, about 70 ms; the answer holds its own salt. */
export async function hashPassword(password: string): Promise<string> {
  const library = await import('better-auth/crypto') // 0.1 s to load: only who needs it waits
  return library.hashPassword(password)
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const library = await import('better-auth/crypto')
  return library.verifyPassword({ password, hash })
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789' // no i, l, o, 0, 1: they are misread on paper

/** As “k7mp-x3qd-9wfa”: 59 bits. */
export function firstPassword(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${four()}-${four()}-${four()}`
}
