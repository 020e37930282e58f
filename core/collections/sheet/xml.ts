// The little of XML a workbook needs: attributes, texts, and elements found where they stand. Pure.
import { brokenFile } from './fault.ts'

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function textOfXml(text: string): string {
  return text.includes('&')
    ? text.replaceAll(
        /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
        (whole, hex?: string, tens?: string, name?: string) => {
          const code = hex ? Number.parseInt(hex, 16) : tens ? Number(tens) : -1
          if (name) return named[name] ?? whole
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole
        },
      )
    : text
}

export function xmlOfText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const patterns = new Map<string, RegExp>()

/** One pattern a name and kind, made once. */
function patternOf(key: string, source: string, flags = ''): RegExp {
  const known = patterns.get(key)
  if (known) return known
  const made = new RegExp(source, flags)
  patterns.set(key, made)
  return made
}

/** The value of an attribute in the text of a tag, or null. */
export function attribute(tag: string, name: string): string | null {
  const found = patternOf(`@${name}`, `\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? textOfXml(found[1] ?? found[2] ?? '') : null
}

export interface Element {
  start: number
  end: number
  /** With its colon; mostly none. */
  prefix: string
  /** What stands in the opening tag after the name, beginning with a space. */
  head: string
  /** null: the element is one tag. */
  content: string | null
}

/** The elements of this name, which hold none of their own name, one after another. In one pass whatever the text. */
export function* elementsOf(xml: string, name: string): Generator<Element> {
  const opening = new RegExp(patternOf(`<${name}`, `<((?:\\w{1,20}:)?)${name}(?=[\\s/>])([^>]*)>`, 'g'))
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const [whole, prefix, head] = found as unknown as [string, string, string]
    const inner = found.index + whole.length
    if (head.endsWith('/')) {
      yield { start: found.index, end: inner, prefix, head: head.slice(0, -1), content: null }
      continue
    }
    const closing = `</${prefix}${name}>`
    const close = xml.indexOf(closing, inner)
    if (close < 0) throw brokenFile(name)
    const end = close + closing.length
    yield { start: found.index, end, prefix, head, content: xml.slice(inner, close) }
    opening.lastIndex = end
  }
}

/** The text of a part. A part with entities of its own is refused: no workbook has any. */
export function xmlOf(bytes: Buffer | null, name: string): string {
  if (!bytes) throw brokenFile(name)
  const text = bytes.toString('utf8')
  if (bytes[0] === 0xff || /<!(DOCTYPE|ENTITY)/i.test(text.slice(0, 2000))) throw brokenFile(name)
  return text
}

/** The tags of this name, opening or whole, with any prefix. */
export function tagsOf(xml: string, name: string): string[] {
  return Array.from(
    xml.matchAll(patternOf(`<${name}`, `<((?:\\w{1,20}:)?)${name}(?=[\\s/>])([^>]*)>`, 'g')),
    ([tag]) => tag,
  )
}

/** The text of every t element, joined; hints how to pronounce are left out. */
export function wordsOf(xml: string): string {
  let plain = xml
  if (xml.includes('rPh'))
    for (const { start, end } of [...elementsOf(xml, 'rPh')].reverse()) plain = plain.slice(0, start) + plain.slice(end)
  const words = Array.from(elementsOf(plain, 't'), ({ content }) => content ?? '').join('')
  return textOfXml(words).replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
