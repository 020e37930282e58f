// The door of Open311 GeoReport v2 at /open311/v2: addresses and forms of the standard in, JSON or XML out, faults as <errors>.
import type { App } from '../app.ts'
import { definition, request, requests, services, token, updates } from '../open311/ask.operations.ts'
import { send } from '../open311/send.operations.ts'
import { tellMore } from '../open311/update.operations.ts'
import { networkOf } from '../people/network.ts'
import type { Actor } from '../shared/actor.ts'
import type { Operation } from '../shared/operation.ts'
import { isNoConnection, noConnection } from '../shared/outage.ts'
import type { Refusal } from '../shared/result.ts'
import { discoveryOf } from './open311.discovery.ts'
import { fieldsOf, type Fields } from './open311.form.ts'
import { errorsResponse, reply, type Format } from './open311.reply.ts'

export const isOpen311 = (path: string) => path.startsWith('/open311/')

interface Route {
  method: 'GET' | 'POST'
  /** What stands in the brackets is the field of this name. */
  path: RegExp
  field?: string
  operation: Operation
  /** The root element, and where in the answer its content is. */
  root: string
  content: (value: never) => unknown
}

const listOf = (name: string) => (value: Record<string, unknown>) => value[name]
const routes: readonly Route[] = [
  { method: 'GET', path: /^services$/, operation: services, root: 'services', content: listOf('services') },
  {
    ...{ method: 'GET', path: /^services\/([^/]+)$/, field: 'service_code', operation: definition },
    ...{ root: 'service_definition', content: (value) => value },
  },
  { method: 'POST', path: /^requests$/, operation: send, root: 'service_requests', content: (value) => [value] },
  { method: 'GET', path: /^requests$/, operation: requests, root: 'service_requests', content: listOf('requests') },
  {
    ...{ method: 'GET', path: /^requests?\/([^/]+)$/, field: 'service_request_id', operation: request },
    ...{ root: 'service_requests', content: listOf('requests') },
  },
  {
    ...{ method: 'GET', path: /^tokens\/([^/]+)$/, field: 'token', operation: token },
    ...{ root: 'service_requests', content: (value) => [value] },
  },
  {
    ...{ method: 'GET', path: /^servicerequestupdates$/, operation: updates },
    ...{ root: 'service_request_updates', content: listOf('updates') },
  },
  {
    ...{ method: 'POST', path: /^servicerequestupdates$/, operation: tellMore },
    ...{ root: 'service_request_updates', content: (value) => [value] },
  },
]

export async function answerOpen311(app: App, request: Request, address: string | null): Promise<Response> {
  const url = new URL(request.url)
  const [, path = '', suffix] = /^\/open311\/(.*?)(?:\.(xml|json))?$/.exec(plain(url.pathname)) ?? []
  const format: Format = suffix === 'json' || suffix === 'xml' ? suffix : formatWanted(request)
  const language = /^en\b/.test(request.headers.get('accept-language') ?? '') ? 'en' : 'vi'
  try {
    return await route(app, { request, url, path, format, language, network: networkOf(address, request.headers) })
  } catch (error) {
    app.log.error({ error, path: url.pathname })
    const [status, said] = isNoConnection(error) ? [503, noConnection.text[language]] : [500, broken[language]]
    return errorsResponse(status as number, [said as string], format)
  }
}

/** Programs put a slash behind the address they were given, and one before what they ask: two are one, and one at the end is none. */
const plain = (path: string) => path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')

/** Without a suffix: what the client takes; XML is what every client of the standard reads. */
const formatWanted = (request: Request): Format =>
  /\bjson\b/.test(request.headers.get('accept') ?? '') ? 'json' : 'xml'

interface Asked {
  request: Request
  url: URL
  path: string
  format: Format
  language: 'vi' | 'en'
  network: string | null
}

async function route(app: App, asked: Asked): Promise<Response> {
  const { request, path, format, language } = asked
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method === 'GET' && (path === 'v2/discovery' || path === 'discovery'))
    return reply(200, 'discovery', discoveryOf(app), format)
  const here = routes.filter((one) => path.startsWith('v2/') && one.path.test(path.slice(3)))
  const found = here.find((one) => one.method === method)
  if (here.length === 0) return errorsResponse(404, [noSuchAddress[language]], format)
  if (!found) {
    const response = errorsResponse(405, [notThisWay[language]], format)
    response.headers.set('allow', here.map((one) => one.method).join(', '))
    return response
  }
  return answer(app, asked, found)
}

async function answer(app: App, { request, url, path, format, language, network }: Asked, found: Route) {
  const read = await fieldsOf(request, url)
  if (!read.ok) return errorsResponse(read.status, [read.said[language]], format)
  const fields = { ...read.fields, ...fieldInPath(found, path) }
  const actor: Actor = { kind: 'anonymous', network }
  const result = await found.operation.ask(app, actor, fields)
  if (!result.ok) return errorsResponse(statusOf(result.refusal), saidIn(result.refusal, language), format)
  return reply(200, found.root, found.content(result.value as never), format)
}

function fieldInPath({ path: pattern, field }: Route, path: string): Fields {
  const value = pattern.exec(path.slice(3))?.[1]
  if (field === undefined || value === undefined) return {}
  try {
    return { [field]: decodeURIComponent(value) }
  } catch {
    return { [field]: value }
  }
}

/** As the standard numbers its faults. */
function statusOf(refusal: Refusal): number {
  if (refusal.code === 'slower') return 429
  return { invalid: 400, forbidden: 403, conflict: 400, 'not-found': 404 }[refusal.kind]
}

function saidIn(refusal: Refusal, language: 'vi' | 'en'): string[] {
  if (refusal.kind !== 'invalid') return [refusal.sentence[language]]
  return refusal.problems.map(({ field, sentence }) => (field ? `${field}: ${sentence[language]}` : sentence[language]))
}

const noSuchAddress = {
  vi: 'Không có địa chỉ này. Xem /open311/v2/discovery.xml.',
  en: 'No such address. See /open311/v2/discovery.xml.',
}
const notThisWay = { vi: 'Địa chỉ này không nhận cách hỏi đó.', en: 'This address does not take that method.' }
const broken = {
  vi: 'Hệ thống gặp trục trặc, chưa lưu gì. Hãy thử lại sau ít phút.',
  en: 'The platform has a fault; nothing was saved. Please try again in a few minutes.',
}
