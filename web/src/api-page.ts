// The API as a page: what the OpenAPI document says of each operation, in lines a person can read and try. Pure.
import { openApiDocument } from '@dong-thuan/core/http/openapi.ts'
import type { Operation, Who } from '@dong-thuan/core/shared/operation.ts'

export interface ApiField {
  name: string
  place: 'path' | 'query' | 'body'
  required: boolean
  /** Words of JSON Schema: integer, string, date, “a | b”, list. */
  type: string
  about: string
}

export interface ApiOperation {
  name: string
  summary: string
  who: Who
  method: string
  path: string
  fields: ApiField[]
  curl: string
}

interface Schema {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  description?: string
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}
interface Described {
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
}

/** Operations by the noun of their name, in the order of the table of contents. */
export function apiGroups(
  operations: readonly Operation[],
  origin: string,
): { noun: string; operations: ApiOperation[] }[] {
  const paths = openApiDocument(operations).paths as Record<string, Record<string, Described>>
  const groups = Map.groupBy(operations, ({ name }) => name.split('.')[0]!)
  return [...groups].map(([noun, of]) => ({
    noun,
    operations: of.map((operation) =>
      shown(operation, paths[operation.http.path]![operation.http.method.toLowerCase()]!, origin),
    ),
  }))
}

function shown({ name, summary, who, http }: Operation, described: Described, origin: string): ApiOperation {
  const body = described.requestBody?.content['application/json'].schema
  const inBody = Object.entries(body?.properties ?? {}).map(([key, schema]) => ({
    ...{ name: key, place: 'body' as const, required: body!.required?.includes(key) ?? false, schema },
  }))
  const fields = [...described.parameters.map((each) => ({ ...each, place: each.in })), ...inBody]
  return {
    ...{ name, summary, who, method: http.method, path: `/api${http.path}` },
    fields: fields.map(({ name, place, required, schema }) => ({
      ...{ name, place, required, type: typeOf(schema), about: schema.description ?? '' },
    })),
    curl: curlOf({ name, who, http }, described, origin),
  }
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' | ')
  if (schema.format === 'date') return 'date'
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  return schema.type ?? 'any'
}

/** What reads better than the first value that fits. */
const examples: Record<string, Record<string, string>> = {
  'places.search': { q: 'dong ha' },
  'places.show': { code: '26170', on: '2025-07-01' },
  'places.children': { code: '75', on: '2025-06-30' },
  'places.total': { level: 'commune', from: '2025-06-30', on: '2025-07-01' },
  'places.overview': { on: '2025-06-30' },
}

function curlOf({ name, who, http }: Pick<Operation, 'name' | 'who' | 'http'>, described: Described, origin: string) {
  const value = ({ schema }: { schema: Schema }) => String(exampleOf(schema))
  const inPath = described.parameters.filter((each) => each.in === 'path')
  const path = inPath.reduce((text, each) => text.replace(`{${each.name}}`, value(each)), http.path as string)
  const asked = described.parameters.filter((each) => each.in === 'query' && each.required)
  const query = new URLSearchParams(examples[name] ?? asked.map((each) => [each.name, value(each)]))
  const address = `'${origin}/api${path}${query.size ? `?${query}` : ''}'`
  const token = who === 'anyone' ? [] : [`-H 'authorization: Bearer …'`]
  if (http.method === 'GET') return ['curl', ...token, address].join(' ')
  const schema = described.requestBody?.content['application/json'].schema
  const data = schema ? [`-H 'content-type: application/json'`, `-d '${JSON.stringify(exampleOf(schema))}'`] : []
  return ['curl', `-X ${http.method}`, ...token, ...data, address].join(' \\\n  ')
}

/** A value that fits the schema, only with what is required. */
function exampleOf(schema: Schema, depth = 0): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return exampleOf(schema.anyOf[0]!, depth)
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') return depth > 3 ? [] : [exampleOf(schema.items ?? {}, depth + 1)]
  if (schema.type === 'object') {
    const needed = Object.entries(schema.properties ?? {}).filter(([key]) => schema.required?.includes(key))
    return Object.fromEntries(needed.map(([key, each]) => [key, exampleOf(each, depth + 1)]))
  }
  return schema.format === 'date' ? '2026-01-15' : '…'
}
