// Writes XML of plain values: an object becomes elements, a list an element with one element for each of its things. Pure.

export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value }

/** What the things of a list are called, by the name of the list. */
export type ItemNames = Readonly<Record<string, string>>

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'

export function xmlOf(name: string, value: Value, itemNames: ItemNames = {}): string {
  return `${xmlHead}${element(name, value, itemNames)}\n`
}

function element(name: string, value: Value, itemNames: ItemNames): string {
  if (value === undefined) return ''
  const inside = contentOf(name, value, itemNames)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function contentOf(name: string, value: Value, itemNames: ItemNames): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return escaped(String(value))
  if (isList(value)) return value.map((one) => element(itemNames[name] ?? 'item', one, itemNames)).join('')
  return Object.entries(value)
    .map(([key, one]) => element(key, one, itemNames))
    .join('')
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value)

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Not written in XML 1.0 in any way. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Readers make line ends of these, XML 1.1 of more than XML 1.0: written by their number they stay what they are. */
const ends = /[\r\u0085\u2028]/g

export function escaped(text: string): string {
  return text
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"]/g, (sign) => signs[sign]!)
    .replaceAll(ends, (end) => `&#${end.charCodeAt(0)};`)
}
