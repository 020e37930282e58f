// The REST door: a Request in, a Response out. Path, query and JSON body become one input; refusals become problems.
import type { App } from '../app.ts'
import { actorOf } from '../people/sign-in.ts'
import type { Operation } from '../shared/operation.ts'
import { isNoConnection, noConnection } from '../shared/outage.ts'
import { invalid, notFound, problem } from '../shared/result.ts'
import { healthOf } from './health.ts'
import { sendContent, sendKept, type Content, type KeptFile } from './kept-file.ts'
import { openApiDocument } from './openapi.ts'
import { answerOpen311, isOpen311 } from './open311.ts'
import { operations } from './operations.ts'
import { outageResponse, problemResponse } from './problem.ts'

interface Route {
  operation: Operation
  pattern: RegExp
  names: string[]
}

const routes: Route[] = operations.map((operation) => {
  const names = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const pattern = new RegExp(`^/api${operation.http.path.replace(/\{\w+\}/g, '([^/]+)')}$`)
  return { operation, pattern, names }
})

export async function answerApi(app: App, request: Request, address: string | null = null): Promise<Response> {
  const url = new URL(request.url)
  if (isOpen311(url.pathname)) return answerOpen311(app, request, address)
  const language = /^en\b/.test(request.headers.get('accept-language') ?? '') ? 'en' : 'vi'
  if (url.pathname === '/api/openapi.json') return Response.json(openApiDocument(operations))
  if (url.pathname === '/api/health') {
    const health = await healthOf(app)
    return Response.json(health, { status: health.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
  }
  try {
    return await route(app, { request, address }, url, language)
  } catch (error) {
    app.log.error({ error, path: url.pathname })
    return isNoConnection(error) ? outageResponse(503, noConnection, language) : outageResponse(500, outage, language)
  }
}

const outage = {
  code: 'outage',
  title: { vi: 'Hệ thống gặp trục trặc', en: 'The platform has a fault' },
  text: {
    vi: 'Hệ thống gặp trục trặc, chưa lưu gì. Hãy thử lại sau ít phút.',
    en: 'The platform has a fault; nothing was saved. Please try again in a few minutes.',
  },
}

interface Asked {
  request: Request
  /** The other end of the connection. */
  address: string | null
}

async function route(app: App, { request, address }: Asked, url: URL, language: 'vi' | 'en'): Promise<Response> {
  const here = routes.filter((candidate) => candidate.pattern.test(url.pathname))
  if (here.length === 0 || !isReadable(url.pathname)) return problemResponse(noSuchAddress.refusal, language)
  const match = here.find((candidate) => candidate.operation.http.method === request.method)
  if (!match) {
    const allow = here.map((candidate) => candidate.operation.http.method).join(', ')
    const response = problemResponse(noSuchAddress.refusal, language)
    return new Response(response.body, { status: 405, headers: { ...Object.fromEntries(response.headers), allow } })
  }
  const input = await inputOf(request, url, match)
  if (!input.ok) return problemResponse(input.refusal, language)
  const actor = await actorOf(app, request.headers, address)
  const result = await match.operation.ask(app, actor, input.value)
  if (!result.ok) return problemResponse(result.refusal, language)
  if (match.operation.sends === 'file') return sendKept(app, result.value as KeptFile)
  if (match.operation.sends === 'content') return sendContent(result.value as Content)
  return Response.json(result.value, { headers: { 'cache-control': 'no-store' } })
}

/** “%E0%A4%A” is no text in any alphabet. */
function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

const noSuchAddress = notFound(
  'no-such-address',
  'Không có địa chỉ này. Xem danh sách tại /api/openapi.json.',
  'No such address. See /api/openapi.json.',
)

async function inputOf(request: Request, url: URL, { pattern, names }: Route) {
  const values = pattern.exec(url.pathname)!.slice(1).map(decodeURIComponent)
  const fromPath = Object.fromEntries(names.map((name, i) => [name, values[i]]))
  const fromQuery = Object.fromEntries(url.searchParams)
  if (request.method === 'GET') return { ok: true as const, value: { ...fromQuery, ...fromPath } }
  const text = await request.text()
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return notAnObject
    return { ok: true as const, value: { ...body, ...fromPath } }
  } catch {
    return notAnObject
  }
}

const notAnObject = invalid([
  problem('', 'not-json', 'Nội dung gửi lên phải là một đối tượng JSON.', 'The body must be a JSON object.'),
])
