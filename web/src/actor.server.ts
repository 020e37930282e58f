// Who asks: the one place where a request becomes an actor, and where the cookies of sign-in reach the browser.
import type { Cookies } from '@sveltejs/kit'

export { actorOf } from '@dong-thuan/core/people/sign-in.ts'

type Options = Parameters<Cookies['set']>[2]

/** Hands on values of Set-Cookie, which SvelteKit takes only one by one. */
export function setCookies(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim())
    const given = new Map(rest.map((part) => [part.split('=')[0]!.toLowerCase(), part.split('=')[1] ?? '']))
    const options: Options = {
      path: given.get('path') ?? '/',
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
      sameSite: 'lax',
      encode: (value) => value, // it is encoded already
      ...(given.has('max-age') && { maxAge: Number(given.get('max-age')) }),
    }
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1), options)
  }
}
