// The OpenAPI 3.1 document, printed from the operations: nothing here is written by hand twice.
import { z } from 'zod'
import type { Operation } from '../shared/operation.ts'

type Json = Record<string, unknown>

export function openApiDocument(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  const named: Record<string, Json> = {}
  for (const operation of operations) {
    const at = (paths[operation.http.path] ??= {})
    at[operation.http.method.toLowerCase()] = describe(operation, named)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Đồng Thuận',
      version: '0.1.0',
      description:
        'Mọi việc làm được trên trang đều làm được qua đây. Ngày viết YYYY-MM-DD theo giờ Việt Nam; số đếm là số nguyên.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'Không làm được, kèm mọi lý do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: { Problem: problemSchema, ...named },
    },
  }
}

/** What an answer is made of goes into `named` where it has a name, as by `.meta({ id: 'Board' })`; inputs have none. */
function describe(operation: Operation, named: Record<string, Json>): Json {
  const { $defs: parts = {}, ...output } = schemaOf(operation.output, 'output')
  Object.assign(named, parts)
  const input = schemaOf(operation.input, 'input')
  if (input.$defs) throw new Error(`${operation.name}: only answers may have named parts`)
  const properties = (input.properties ?? {}) as Record<string, Json>
  const required = new Set((input.required as string[] | undefined) ?? [])
  const inPath = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const asQuery = operation.http.method === 'GET'
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: properties[name] ?? { type: 'string' },
  })
  return {
    operationId: operation.name,
    summary: operation.summary,
    'x-who': operation.who,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(asQuery ? rest.map((name) => parameter(name, 'query')) : []),
    ],
    ...(asQuery || rest.length === 0 ? {} : { requestBody: bodyOf(properties, rest, required) }),
    responses: {
      200: {
        description: 'OK',
        content: operation.sends ? bytes : { 'application/json': { schema: output } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** The file itself. */
const bytes = { '*/*': { schema: { type: 'string', format: 'binary' } } }

function bodyOf(properties: Record<string, Json>, names: string[], required: Set<string>): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
  }
  return { required: true, content: { 'application/json': { schema } } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _drop, ...json } = z.toJSONSchema(schema, {
    ...{ io, unrepresentable: 'any', target: 'draft-2020-12' },
    // What stands in for a fault is no default anybody may count on.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'catch') delete jsonSchema.default
    },
  })
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
}
