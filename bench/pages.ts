// The platform as people meet it in a bench: a server process of its own, and an officer with a token.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { App } from '../core/app.ts'
import { buildPages, pagesAreBuilt } from '../core/commands/web-build.ts'
import { hashPassword } from '../core/people/password.ts'
import { insertPerson } from '../core/people/person.write.store.ts'
import { actorOfPerson } from '../core/people/sign-in.ts'
import { createToken } from '../core/people/token.operations.ts'
import { must } from '../core/shared/result.ts'
import { step } from './measure.ts'

export const today = '2036-01-20'
export const benchClock = () => new Date(`${today}T09:00:00+07:00`)
export const secret = 'khoá chỉ dùng khi đo, dài hơn ba mươi hai ký tự nữa'

/** Asks for pages of a server over the same database, as an officer of these bodies; answers the size of each. */
export async function openPages(
  app: App,
  { url, bodies }: { url: string; bodies: readonly number[] },
): Promise<{ page(path: string): Promise<number>; stop(): void }> {
  if (!pagesAreBuilt()) await step('dựng trang', () => buildPages())
  const headers = { authorization: `Bearer ${await officer(app, bodies)}` }
  const server = await startServer(url)
  const page = async (path: string) => {
    const response = await fetch(server.origin + path, { headers })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    return text.length
  }
  return { page, stop: server.stop }
}

/** A person of these bodies, officer and reporter, with a token. */
async function officer(app: App, bodies: readonly number[]): Promise<string> {
  const passwordHash = await hashPassword('chỉ dùng khi đo')
  const roles = bodies.map((body) => ({ role: 'officer' as const, bodyId: body as never, validFrom: '2020-01-01' }))
  await app.db
    .transaction()
    .execute((tx) => insertPerson(tx, { username: 'bench', name: 'Người đo', passwordHash, roles, at: benchClock() }))
  const actor = await actorOfPerson(app, 'bench')
  const input = { name: 'đo', scopes: ['read'], expiresOn: '2036-06-01' }
  return must(await createToken.ask(app, actor, input)).token
}

async function startServer(url: string): Promise<{ origin: string; stop(): void }> {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, url, secret], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('http')) return { origin: line, stop: () => void child.kill() }
  throw new Error('the server ended before it listened')
}
