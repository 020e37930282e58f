// WordprocessingML as a tree: the few steps by which its parts are read and rewritten.
import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'

export type { Document, Element }

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** null: not well-formed. A document type is nothing Word writes, and entities may swell: it is not read. */
export function parseXml(xml: string | null): Element | null {
  if (!xml || /<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  try {
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml').documentElement
  } catch {
    return null
  }
}

export function xmlText(element: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(element)}`
}

export function all(element: Element, name: string): Element[] {
  return Array.from(element.getElementsByTagName(`w:${name}`)) as Element[]
}

export function child(element: Element | null | undefined, name: string): Element | null {
  for (let node = element?.firstChild; node; node = node.nextSibling)
    if (node.nodeName === `w:${name}`) return node as Element
  return null
}

export function childrenOf(element: Element): Element[] {
  return (Array.from(element.childNodes) as Element[]).filter((node) => node.nodeType === 1)
}

export const value = (element: Element | null | undefined, name = 'val') => element?.getAttribute(`w:${name}`) ?? null
export const number = (element: Element | null | undefined, name = 'val') => {
  const text = value(element, name)
  return text === null || text === '' ? null : Number(text)
}

/** `w:b` without a value, or with one that is not “off”. */
export function isOn(element: Element | null): boolean | null {
  return element && !['0', 'false', 'none'].includes(value(element) ?? '')
}

export function ancestor(element: Element, name: string): Element | null {
  for (let node = element.parentNode; node; node = node.parentNode)
    if (node.nodeName === `w:${name}`) return node as Element
  return null
}

/** An element of the same document, with its attributes and what lies in it. */
export function make(
  near: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Element[] = [],
): Element {
  const made = near.ownerDocument!.createElementNS(space, `w:${name}`)
  for (const [key, text] of Object.entries(attributes)) made.setAttributeNS(space, `w:${key}`, text)
  for (const each of children) made.appendChild(each)
  return made as Element
}

export function remove(element: Element): void {
  element.parentNode?.removeChild(element)
}

export function copy(element: Element): Element {
  return element.cloneNode(true) as Element
}

export function wordsOf(element: Element): string {
  return all(element, 't')
    .map((one) => one.textContent ?? '')
    .join('')
}
