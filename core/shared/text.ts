// Text as it comes in, and as it is searched: without diacritics, đ as d, lower case, so that "hoà" and "hòa" meet.

/** The key under which a name is found. The stored name itself is never rewritten. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** No database keeps these and nobody sees them: the zero character, and halves of a pair. */
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The same text, or value made of texts, with a space for each character that cannot be kept. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll(unstorable, ' ') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, storable(one)])) as T
}

/** Signs nobody sees that turn text round, hide words in it or break searching; a joiner between emoji stays. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What a person typed, as it is kept: composed, without signs nobody sees. */
export function plainText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(unseen, '')
}
