// The six digits of the second step (RFC 6238: SHA-1, 30 seconds) and the codes on paper that stand in for them.
import { createHmac } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { App } from '../../app.ts'
import { firstPassword } from '../password.ts'

const seconds = 30

/** 160 bits, as the standard asks. */
export function newKey(): Uint8Array {
  return new Secret({ size: 20 }).bytes
}

/** The number of the time step whose code this is, now or one step beside (clocks differ); null: a wrong code. */
export function timeStepOf(key: Uint8Array, code: string, now: Date): number | null {
  const delta = totp(key).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / seconds) + delta
}

/** “JBSW Y3DP …”, to be typed where no picture can be taken. */
export function keyInWords(key: Uint8Array): string {
  return secretOf(key)
    .base32.match(/.{1,4}/g)!
    .join(' ')
}

/** What the picture says to the program on the phone. */
export function addressOf(key: Uint8Array, username: string): string {
  return totp(key, username).toString()
}

/** Codes to print, and the hashes to keep: 59 bits each, mixed with the platform's secret. */
export function newRecoveryCodes(app: Pick<App, 'secret'>, personId: number, count: number) {
  const codes = Array.from({ length: count }, firstPassword)
  return { codes, hashes: codes.map((code) => recoveryHash(app, personId, code)) }
}

/** However it is typed: capitals, spaces and hyphens do not matter. */
export function recoveryHash(app: Pick<App, 'secret'>, personId: number, typed: string): string {
  const plain = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return createHmac('sha256', app.secret).update(`recovery ${personId} ${plain}`).digest('base64url')
}

function totp(key: Uint8Array, label = ''): TOTP {
  return new TOTP({ issuer: 'Đồng Thuận', label, secret: secretOf(key), period: seconds, digits: 6 })
}

function secretOf(key: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(key).buffer })
}
