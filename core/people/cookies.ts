// The cookies of sign-in: the session, signed by the sign-in library; the device, signed by us; steps under way.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies/utils'
import type { App } from '../app.ts'
import { deviceHash, newDeviceId } from './device.ts'

export function isSecure(app: App): boolean {
  return app.origin.startsWith('https://')
}

const nameOf = (app: App, name: string) => `${isSecure(app) ? '__Secure-' : ''}dt.${name}`

/** What the browser brings under a name of ours, or ''. */
export function cookieOf(app: App, headers: Headers, name: string): string {
  return parseCookies(headers.get('cookie') ?? '').get(nameOf(app, name)) ?? ''
}

/** A value of Set-Cookie. Lax: a browser brings it along when the provider sends it back here. */
export function cookieLine(app: App, name: string, value: string, seconds: number): string {
  const attributes = `Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${isSecure(app) ? '; Secure' : ''}`
  return `${nameOf(app, name)}=${value}; ${attributes}`
}

export function noCookieLine(app: App, name: string): string {
  return cookieLine(app, name, '', 0)
}

/** The session's token, or null when there is none or the signature is not ours. */
export function sessionTokenOf(app: App, headers: Headers): string | null {
  const value = decoded(cookieOf(app, headers, 'session_token'))
  const end = value.lastIndexOf('.')
  if (end < 1) return null
  const token = value.slice(0, end)
  const right = createHmac('sha256', app.secret).update(token).digest()
  const given = Buffer.from(value.slice(end + 1), 'base64')
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The hash of the device that asks, or null when it carries no cookie of ours. */
export function deviceHashOf(app: App, headers: Headers): string | null {
  return deviceHash(app.secret, cookieOf(app, headers, 'device'))
}

/** A cookie for a device that has none, and the hash to know it by. */
export function newDeviceCookie(app: App): { cookie: string; hash: string } {
  const value = newDeviceId(app.secret)
  const year = 365 * 24 * 60 * 60
  return { cookie: cookieLine(app, 'device', value, year), hash: deviceHash(app.secret, value)! }
}
