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

/** Marks that turn the direction of reading round, so that a text shows otherwise than it is. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Nothing is seen of these; they hide words from a search, or bring a hidden text along. */
const unseen =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g
const control = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g
/** Tags spell the flag of a region behind a black flag, and a hidden text anywhere else. */
const loneTag = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu
/** The joiner makes one picture of two; elsewhere it hides. */
const loneJoiner =
  /(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
/** A selector chooses the coloured form of a picture or of a key cap. */
const loneSelector = /(?<![\p{Extended_Pictographic}\d#*])[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu
/** No writing stacks more marks on a letter. */
const heap = /(\p{M}{4})\p{M}+/gu

/** What a person sees of a text, and nothing else: composed letters, plain blanks, line ends as \n, emoji as they are. */
export function plainText(text: string): string {
  return storable(text)
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replaceAll(turning, '')
    .replaceAll(unseen, '')
    .replaceAll(control, '')
    .replaceAll(loneTag, '')
    .replaceAll(loneSelector, '')
    .replaceAll(loneJoiner, '')
    .replaceAll(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(heap, '$1')
    .normalize('NFC')
}
