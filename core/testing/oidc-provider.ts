// A provider of identities of its own process for tests (oidc-provider, PKCE demanded). Arguments: port (0: any), the
// address people come back to, seconds its clock is off. Prints {"issuer":…} when it listens, then one JSON line for
// each person it let in. GET /che-do?la=… sets its mood: well, slow, nonsense, broken,
// or half (lets people in, and cannot say afterwards who they were).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Provider } from 'oidc-provider'

const [port = '0', redirect = '', offset = '0'] = process.argv.slice(2)
const realNow = Date.now
Date.now = () => realNow() + Number(offset) * 1000
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
let mood = 'well'

/** By the name typed; anybody else is let in too, with nothing but his name. */
const people: Record<string, Record<string, unknown>> = {
  'lan.office': { preferred_username: 'Lan.Office', email: 'lan@coquan.example.vn', email_verified: true },
  'unverified.office': { preferred_username: 'unverified', email: 'lan@coquan.example.vn', email_verified: false },
}

const server = createServer((req, res) => void answer(req, res))
server.listen(Number(port), '127.0.0.1')
await new Promise((listening) => server.once('listening', listening))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const provider: Provider = new Provider(issuer, {
  clients: [{ client_id: 'dong-thuan', client_secret: 'chi-de-thu', redirect_uris: [redirect] }],
  pkce: { required: () => true },
  claims: { openid: ['sub', 'amr'], profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  interactions: { url: (_, { uid }) => `/vao/${uid}` },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['chỉ để thử'] },
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
})
say({ issuer })

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url!, issuer)
  if (url.pathname === '/che-do') {
    mood = url.searchParams.get('la')!
    return void res.end()
  }
  if (mood === 'slow') await wait(60_000, null, { ref: false })
  if (mood === 'nonsense') return void res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>?</h1>')
  if (mood === 'broken' || (mood === 'half' && url.pathname === '/token'))
    return void res.writeHead(502).end('bad gateway')
  if (url.pathname.startsWith('/vao/')) return signIn(req, res)
  await provider.callback()(req, res)
}

async function signIn(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method === 'GET') return void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  let body = ''
  for await (const chunk of req) body += String(chunk)
  const typed = new URLSearchParams(body)
  const name = typed.get('name') ?? ''
  if (name === '') return void (await provider.interactionFinished(req, res, { error: 'access_denied' }))
  say({ name })
  const amr = typed.get('code') ? ['pwd', 'otp', 'mfa'] : ['pwd']
  await provider.interactionFinished(req, res, { login: { accountId: name, amr } })
}

const page = `<!doctype html><html lang="vi"><title>Cổng cán bộ</title><h1>Cổng cán bộ</h1><form method="post">
  <label>Tài khoản công vụ <input name="name" autocomplete="username"></label>
  <label>Mã <input name="code" autocomplete="off"></label><button>Vào</button></form></html>`
