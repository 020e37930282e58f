// Markup of Word as text, one element after the other: no tree is built, for a hundred pages are a hundred thousand elements.

declare const written: unique symbol
/** Markup that is whole and escaped; plain words do not pass for it. */
export type Xml = string & { readonly [written]: true }

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Marks XML has no place for; names from elsewhere may hold them. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const special = /[&<>"]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function visible(words: string): string {
  return words.replaceAll(unseen, ' ')
}

export function escaped(words: string): Xml {
  return visible(words).replaceAll(special, (mark) => entities[mark]!) as Xml
}

export function joined(parts: readonly Xml[]): Xml {
  return parts.join('') as Xml
}

/** An element of WordprocessingML. Attributes that are undefined are not written; names without a prefix are Word’s own. */
export function w(name: string, attributes: Attributes = {}, children: readonly Xml[] = []): Xml {
  let start = `<w:${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) start += ` ${key.includes(':') ? key : `w:${key}`}="${escaped(String(value))}"`
  return (children.length > 0 ? `${start}>${joined(children)}</w:${name}>` : `${start}/>`) as Xml
}

/** A property with a value, or nothing without one. */
export function val(name: string, value: string | number | undefined): Xml[] {
  return value === undefined ? [] : [w(name, { val: value })]
}

/** A property that is on, or nothing. */
export function on(is: boolean | undefined, ...names: readonly string[]): Xml[] {
  return is ? names.map((name) => w(name)) : []
}

/** Properties under one roof; none at all: no roof either. */
export function properties(name: string, children: readonly Xml[]): Xml[] {
  return children.length > 0 ? [w(name, {}, children)] : []
}
