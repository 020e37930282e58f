// What another city's GeoReport server answers, read from JSON or XML: its requests and what became of them. Pure.
// Servers differ: numbers come as texts, lists wrapped or bare, an empty element for null. Only a number of its own is needed.
import { DOMParser, type Element } from '@xmldom/xmldom'
import { readTime } from '../time.ts'

export interface ForeignRequest {
  id: string
  status: 'open' | 'closed'
  notes: string
  service: string
  serviceName: string
  description: string
  address: string
  addressId: string
  lat: number | null
  lon: number | null
  media: string
  at: Date | null
}

export interface ForeignUpdate {
  id: string
  requestId: string
  status: 'open' | 'closed'
  description: string
  at: Date | null
}

type Fields = Record<string, string>

/** null: this is no answer of a GeoReport server. */
export function readRequests(text: string): ForeignRequest[] | null {
  const all = fieldsIn(text, 'request', ['service_requests', 'requests'])
  return all && all.flatMap((one) => (one.service_request_id ? [requestOf(one)] : []))
}

export function readUpdates(text: string): ForeignUpdate[] | null {
  const all = fieldsIn(text, 'request_update', ['service_request_updates', 'request_updates'])
  return all && all.flatMap((one) => (one.update_id && one.service_request_id ? [updateOf(one)] : []))
}

function requestOf(one: Fields): ForeignRequest {
  const [lat, lon] = [numberIn(one.lat, 90), numberIn(one.long, 180)]
  const both = lat !== null && lon !== null && (lat !== 0 || lon !== 0)
  return {
    ...{ id: one.service_request_id!, status: statusOf(one), notes: one.status_notes ?? '' },
    ...{ service: one.service_code ?? '', serviceName: one.service_name ?? '', description: one.description ?? '' },
    ...{ address: one.address ?? '', addressId: one.address_id ?? '', media: one.media_url ?? '' },
    ...(both ? { lat, lon } : { lat: null, lon: null }),
    at: readTime(one.requested_datetime ?? ''),
  }
}

function updateOf(one: Fields): ForeignUpdate {
  const { update_id: id = '', service_request_id: requestId = '', description = '' } = one
  return { id, requestId, status: statusOf(one), description, at: readTime(one.updated_datetime ?? '') }
}

const statusOf = ({ status = '' }: Fields) =>
  /^closed$/i.test(status.trim()) ? ('closed' as const) : ('open' as const)

function numberIn(text: string | undefined, most: number): number | null {
  const value = Number(text)
  return text === undefined || text.trim() === '' || Number.isNaN(value) || Math.abs(value) > most ? null : value
}

function fieldsIn(text: string, item: string, lists: readonly string[]): Fields[] | null {
  const said = text.replace(/^\uFEFF/, '').trim()
  if (said.startsWith('<')) return fromXml(said, item, lists)
  try {
    return fromJson(JSON.parse(said), item, lists)
  } catch {
    return null
  }
}

/** [ … ], { "service_requests": [ … ] } or { "service_requests": { "request": [ … ] } }. */
function fromJson(value: unknown, item: string, lists: readonly string[]): Fields[] | null {
  if (Array.isArray(value)) {
    const all = value.filter((one): one is object => typeof one === 'object' && one !== null)
    return all.map((one) => textsOf(item in one ? ((one as Record<string, unknown>)[item] as object) : one))
  }
  if (typeof value !== 'object' || value === null) return null
  const inside = [...lists, item].map((name) => (value as Record<string, unknown>)[name]).find(Boolean)
  return inside === undefined ? null : fromJson(inside, item, lists)
}

function textsOf(one: object | null): Fields {
  const pairs = Object.entries(one ?? {}).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]))
}

function fromXml(text: string, item: string, lists: readonly string[]): Fields[] | null {
  // No document type: an entity could stand for anything.
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null
  try {
    const onError = (level: string, message: string) => {
      if (level !== 'warning') throw new Error(message)
    }
    const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement
    if (!root || !lists.includes(root.tagName)) return null
    return elementsIn(root).flatMap((one) => (one.tagName === item ? [fieldsOf(one)] : []))
  } catch {
    return null
  }
}

const elementsIn = (element: Element) =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)

const fieldsOf = (element: Element): Fields =>
  Object.fromEntries(elementsIn(element).map((one) => [one.tagName, (one.textContent ?? '').trim()]))
