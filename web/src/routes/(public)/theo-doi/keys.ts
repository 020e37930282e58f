// The keys of the sender between the pages of one submission: a cookie of the session, for these pages only.
import type { Cookies } from '@sveltejs/kit'

export interface Keys {
  code: string
  secret: string
}

const nameOf = (code: string) => `ho-so-${code}`
const options = { path: '/theo-doi', httpOnly: true, sameSite: 'strict' } as const

export function keepKeys({ cookies, url }: { cookies: Cookies; url: URL }, { code, secret }: Keys): void {
  cookies.set(nameOf(code), secret, { ...options, secure: url.protocol === 'https:' })
}

/** null: this browser has not shown them, or was closed since. */
export function keptKeys(cookies: Cookies, code: string): Keys | null {
  const secret = /^[0-9A-Z]{8}$/.test(code) ? cookies.get(nameOf(code)) : undefined
  return secret ? { code, secret } : null
}

export function forgetKeys(cookies: Cookies, code: string): void {
  cookies.delete(nameOf(code), options)
}
