// Vietnamese text for searching: without diacritics, đ as d, lower case, so that "hoà" and "hòa" meet.

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
