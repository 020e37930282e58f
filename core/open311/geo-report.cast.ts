// Programs of other cities as they ask: over the door of Open311, on the cast of the cases.
import { DOMParser, type Element } from '@xmldom/xmldom'
import { app, ward } from '../cases/case.cast.ts'
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
export function fromXml(text: string, lists: readonly string[], typed: Record<string, 'boolean' | 'number'> = {}): any {
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
