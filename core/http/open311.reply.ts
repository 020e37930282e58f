// Answers of the Open311 door in the format asked for. Lists are named in XML by what they hold.
import { xmlOf, type ItemNames, type Value } from '../open311/xml.ts'

export type Format = 'json' | 'xml'

const itemNames: ItemNames = {
  ...{ services: 'service', service_requests: 'request', attributes: 'attribute', values: 'value', photos: 'photo' },
  ...{ service_request_updates: 'request_update', errors: 'error', endpoints: 'endpoint', formats: 'format' },
}

export function reply(status: number, root: string, content: unknown, format: Format): Response {
  const body = bodyOf(root, content, format)
  const type = format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8'
  // Nothing here depends on a cookie, so that pages elsewhere may read it too.
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'access-control-allow-origin': '*' }
  return new Response(body, { status, headers })
}

export function bodyOf(root: string, content: unknown, format: Format): string {
  return format === 'json' ? JSON.stringify(content) : xmlOf(root, content as Value, itemNames)
}

export const errorsOf = (status: number, said: readonly string[]) =>
  said.map((description) => ({ code: status, description }))

export function errorsResponse(status: number, said: readonly string[], format: Format): Response {
  return reply(status, 'errors', errorsOf(status, said), format)
}
