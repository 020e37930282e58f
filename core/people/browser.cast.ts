// A browser of the stories: keeps its cookies from one request to the next.
import { sentencesOf, type Result } from '../shared/result.ts'
import { app, password } from './person.cast.ts'
import { actorOf, passSecondStep, signIn, signOut } from './sign-in.ts'
import type { SignInDone } from './sign-in.arrive.ts'

export const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

export function browser(address = '203.0.113.7') {
  const jar = new Map<string, string>()
  const headers = () => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ 'user-agent': chrome, ...(cookie && { cookie }) })
  }
  const keep = (setCookie: string[]) => {
    for (const line of setCookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const said = (result: Result<SignInDone>) => {
    if (result.ok) keep(result.value.setCookie)
    return result.ok ? result.value.next : sentencesOf(result.refusal).join(' ')
  }
  return {
    jar,
    headers,
    keep,
    /** 'in', 'secondStep', or what was said. */
    signIn: async (username: string, typed = password, options: { remember?: boolean } = {}): Promise<string> =>
      said(await signIn(app, { username, password: typed, headers: headers(), address, ...options })),
    /** 'in', or what was said. */
    second: async (code: string, options: { recovery?: boolean; trust?: boolean } = {}): Promise<string> =>
      said(await passSecondStep(app, { code, headers: headers(), ...options })),
    signOut: async () => keep((await signOut(app, headers())).setCookie),
    who: () => actorOf(app, headers()),
  }
}
