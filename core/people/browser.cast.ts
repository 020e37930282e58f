// A browser of the stories: keeps its cookies from one request to the next.
import { app, password } from './person.cast.ts'
import { actorOf, signIn, signOut } from './sign-in.ts'

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
  return {
    jar,
    headers,
    /** 'in', or what was said. */
    async signIn(username: string, typed = password, options: { remember?: boolean } = {}): Promise<string> {
      const result = await signIn(app, { username, password: typed, headers: headers(), address, ...options })
      if (result.ok) keep(result.value.setCookie)
      return result.ok ? 'in' : 'sentence' in result.refusal ? result.refusal.sentence.vi : result.refusal.code
    },
    signOut: async () => keep((await signOut(app, headers())).setCookie),
    who: () => actorOf(app, headers()),
  }
}
