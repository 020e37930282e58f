// Programs of other cities as they ask: over the door of Open311, on the cast of the cases, judged by the schemas of the standard.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { default as Ajv4 } from 'ajv-draft-04'
import { default as addFormats } from 'ajv-formats'
import { app, done, onDesk, ward, works } from '../cases/case.cast.ts'
import { answerApi } from '../http/api.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { issueKey } from './key.operations.ts'

export const keyFor = async (name: string, desk = ward) => must(await issueKey.ask(app, operator, { name, desk }))

export interface Answered {
  status: number
  type: string | null
  text: string
  json: any
  headers: Headers
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text()
  const type = response.headers.get('content-type')
  return {
    status: response.status,
    type,
    text,
    json: type?.includes('json') ? JSON.parse(text) : null,
    headers: response.headers,
  }
}

const at = (path: string) => `http://127.0.0.1:3000/open311/v2/${path}`

export const get = async (path: string, headers: Record<string, string> = {}) =>
  answered(await answerApi(app, new Request(at(path), { headers })))

/** As a form of the standard. */
export const post = async (
  path: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
) => {
  const body = new URLSearchParams(fields).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  return answered(
    await answerApi(app, new Request(at(path), { method: 'POST', body, headers: { ...type, ...headers } })),
  )
}

/** What an XML answer says, as JSON would: elements of elements become objects, those of `lists` lists; empty is null. */
function fromXml(text: string, lists: readonly string[], typed: Record<string, 'boolean' | 'number'> = {}): any {
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error('no XML declaration')
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`)
  }
  return valueOf(new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement!)

  function valueOf(element: Element): unknown {
    const inside = Array.from(element.childNodes).filter((node) => node.nodeType === 1) as Element[]
    if (lists.includes(element.tagName)) return inside.map(valueOf)
    if (inside.length > 0) return Object.fromEntries(inside.map((one) => [one.tagName, valueOf(one)]))
    const said = element.textContent ?? ''
    if (said === '') return null
    const type = typed[element.tagName]
    return type === 'number' ? Number(said) : type === 'boolean' ? said === 'true' : said
  }
}

const schemas = ['services', 'service', 'service-definition', 'requests', 'request'].map((name) => ({
  name,
  schema: JSON.parse(readFileSync(new URL(`./data/georeport-v2/${name}.json`, import.meta.url), 'utf8')) as object,
}))
const ajv = new Ajv4.default({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const { name, schema } of schemas) ajv.addSchema(schema, `${name}.json`)

/** By the schemas of the standard. */
export function fits(name: string, value: unknown): void {
  const validate = ajv.getSchema(`${name}.json`)!
  assert.ok(validate(value), JSON.stringify(validate.errors))
}
const lists = ['services', 'service_requests', 'attributes', 'values', 'photos', 'errors', 'service_request_updates']
const typed = {
  metadata: 'boolean',
  variable: 'boolean',
  required: 'boolean',
  order: 'number',
  lat: 'number',
  long: 'number',
} as const
/** An XML answer as JSON would say it. */
export const read = ({ text, type }: Answered) => {
  assert.equal(type, 'text/xml; charset=utf-8')
  return fromXml(text, lists, typed)
}

export const partner = await keyFor('Ứng dụng của thành phố bên cạnh')
export const hole = {
  api_key: partner.key,
  service_code: 'road',
  ...{ lat: '10.987654', long: '106.812345', description: 'Ổ gà <sâu> trước cổng chợ & rất nguy hiểm' },
}
export const noticed = (notice: string) => {
  const [, code, secret] = /Mã tra cứu: (\S+); khoá: (\S+)\./.exec(notice)!
  return { code: code!, secret: secret! }
}
export async function sent(more: Record<string, string> = {}) {
  const { status, json } = await post('requests.json', { ...hole, ...more })
  assert.equal(status, 200)
  return { id: json[0].service_request_id as string, ...noticed(json[0].service_notice) }
}
export async function published(more: Record<string, string> = {}, text = 'Ổ gà <sâu> trước cổng chợ & nguy hiểm.') {
  const made = await sent(more)
  const at = await onDesk(made.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', topic: more.service_code ?? 'road', lead: works })
  await done('tam', 'publish', { id: at.id, expectedVersion: 0, text })
  return { ...made, number: at.id }
}
