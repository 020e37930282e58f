// The one HTTP server: refuses what must be refused, then hands pages to SvelteKit and /api/ to the REST door.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { answerOverHttp, type Api } from './api-door.ts'
import { isApi, mayBeLarge, originFor, whyNotIn, type GateRules } from './gate.ts'
import { broken, databaseGone, sendNotice, starting } from './notice.ts'

/** The headers through which SvelteKit learns the address; its adapter reads their names from the environment. */
export const pageEnvironment = {
  PROTOCOL_HEADER: 'x-forwarded-proto',
  HOST_HEADER: 'x-forwarded-host',
  BODY_SIZE_LIMIT: 'Infinity', // the gate has counted already
}

export type Pages = (req: IncomingMessage, res: ServerResponse, next?: () => void) => unknown

/** What the door opens on. */
export interface Behind {
  app: App
  pages: Pages
  api: Api
}

export interface DoorOptions {
  port: number
  host: string
  /** The addresses people type. Without them: this machine under its port. */
  origins?: readonly string[]
  uploads?: readonly string[]
}

export interface Door {
  /** The official address. */
  origin: string
  port: number
  /** Until then everybody reads that the platform is starting. */
  open(behind: Behind): void
  /** Takes no more requests and waits for the running ones, `seconds` at most. */
  close(seconds?: number): Promise<void>
}

/** Listens at once, so that a taken port is known before the long work; throws node's own error then. */
export async function openDoor(options: DoorOptions): Promise<Door> {
  let behind: Behind | undefined
  const rules = { origins: [] as readonly string[], uploads: options.uploads ?? [] }
  const server = createServer((req, res) => {
    answer(req, res, rules, behind).catch((error: unknown) => {
      behind?.app.log.error({ error, path: req.url }, 'request failed')
      if (res.headersSent) res.destroy()
      else sendNotice(req, res, broken)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  rules.origins = options.origins ?? [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
  const open = (opened: Behind) => void (behind = opened)
  return { origin: rules.origins[0]!, port, open, close: (seconds = 5) => close(server, seconds) }
}

/** Pages, data and styles go out packed to those who ask so: a long table shrinks to a tenth on a weak line. */
const compress = compression({ level: 4 })

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  rules: GateRules,
  behind: Behind | undefined,
): Promise<void> {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'same-origin')
  res.setHeader('x-frame-options', 'DENY')
  const refused = whyNotIn(req, rules)
  if (refused) return sendNotice(req, res, refused)
  if (!behind) return sendNotice(req, res, starting)
  const { app, pages, api } = behind
  await new Promise<void>((next) => compress(req as never, res as never, () => next()))
  const origin = originFor(req, rules)
  if (isApi(req))
    return answerOverHttp((request) => api(app, request, req.socket.remoteAddress ?? null), req, res, {
      origin,
      large: mayBeLarge(req, rules),
    })
  if (!isStaticFile(req) && !(await databaseAnswers(app))) return sendNotice(req, res, databaseGone)
  pretendOrigin(req, new URL(origin))
  await pages(req, res, () => res.writeHead(404).end())
}

/** SvelteKit compares the form's origin with the address it believes in: it gets ours, whatever a proxy or client says. */
function pretendOrigin(req: IncomingMessage, origin: URL): void {
  req.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1)
  req.headers['x-forwarded-host'] = origin.host
  if (req.method !== 'GET' && req.method !== 'HEAD') req.headers.origin = origin.origin
}

function isStaticFile(req: IncomingMessage): boolean {
  return req.url?.startsWith('/_app/') ?? false
}

const answersFor = 1000
const lastLook = new WeakMap<App, { at: number; answers: Promise<boolean> }>()

/** Asked once a second at most. A slow answer counts as one: the page itself will wait for its turn. */
function databaseAnswers(app: App): Promise<boolean> {
  const last = lastLook.get(app)
  if (last && performance.now() - last.at < answersFor) return last.answers
  const asked = sql`select 1`.execute(app.readDb).then(
    () => true,
    () => false,
  )
  const slow = new Promise<boolean>((resolve) => setTimeout(resolve, 2000, true).unref())
  const answers = Promise.race([asked, slow])
  lastLook.set(app, { at: performance.now(), answers })
  return answers
}

async function close(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const force = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  const idle = setInterval(() => server.closeIdleConnections(), 50) // kept open by browsers after their last answer
  await closed
  clearTimeout(force)
  clearInterval(idle)
}
