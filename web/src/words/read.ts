// Reads days and numbers as people here type them; what cannot be read stays as typed, for the operation to refuse.

/** “26/11/2026”, “26-11-2026”, “26.11.2026”, “26112026” → 2026-11-26; anything else unchanged. */
export function readDay(text: string): string {
  const found =
    /^\s*(\d{1,2})([/.\-\s])(\d{1,2})\2(\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})()(\d{2})(\d{4})\s*$/.exec(text)
  if (!found) return text.trim()
  const [, date, , month, year] = found
  return `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
}

/**
 * “2.715”, “2 715”, “2715” → 2715 and “80,5” → 80.5. A dot before other than three figures (“2.7”) says two things at
 * once, so it is left as text.
 */
export function readNumber(text: string): number | string {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(plain)) return text.trim()
  return Number(plain.replaceAll('.', '').replace(',', '.'))
}
