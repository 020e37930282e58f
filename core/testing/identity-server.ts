// The provider of oidc-provider.ts as tests and journeys meet it, and a browser that goes through it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface IdentityServer {
  issuer: string
  /** well, slow, nonsense, broken (502), or half: broken when it is asked who came. */
  mood(mood: string): Promise<void>
  stop(): Promise<void>
}

export const clientId = 'dong-thuan'
export const clientSecret = 'chi-de-thu'

/** `redirect`: the address people come back to; `offset`: seconds its clock is off. */
export async function openIdentityServer(
  redirect: string,
  { port = 0, offset = 0 }: { port?: number; offset?: number } = {},
): Promise<IdentityServer> {
  const args = [join(import.meta.dirname, 'oidc-provider.ts'), String(port), redirect, String(offset)]
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const issuer = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('oidc-provider ended')))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{"issuer":')) resolve((JSON.parse(line) as { issuer: string }).issuer)
    })
  })
  const mood = async (wanted: string) => void (await fetch(`${issuer}/che-do?la=${wanted}`))
  return { issuer, mood, stop: () => end(child) }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill()
  })
}

/** Follows the provider's pages from the address of the platform; answers the search the browser comes back with. */
export async function throughProvider(location: string, name: string, code = ''): Promise<string> {
  const jar = new Map<string, string>()
  let at = new URL(location)
  const { origin } = at
  let form: URLSearchParams | undefined
  for (let hops = 0; hops < 12; hops++) {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ')
    const answer = await fetch(at, {
      ...{ redirect: 'manual', headers: { cookie } },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const next = answer.headers.get('location')
    form = next || form ? undefined : new URLSearchParams({ name, code })
    if (!next && !form) throw new Error(`${answer.status} ${await answer.text()}`)
    if (next) at = new URL(next, at)
    if (at.origin !== origin) return at.search
  }
  throw new Error('the provider goes round in circles')
}
