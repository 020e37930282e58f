// A period as people write it, “quý 3/2023”, read as its key, “2023-Q3”. What is not understood stays as it was typed.
const roman: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' }

const ways: { pattern: RegExp; key: (found: string[]) => string }[] = [
  { pattern: /^(?:ca )?(?:nam )?(\d{4})$/, key: ([year]) => year! },
  { pattern: /^(?:6|sau) thang dau(?: nam)? (\d{4})$/, key: ([year]) => `${year}-H1` },
  { pattern: /^(?:6|sau) thang cuoi(?: nam)? (\d{4})$/, key: ([year]) => `${year}-H2` },
  {
    pattern: /^q(?:uy)? ?([1-4]|i{1,3}|iv)(?: nam)? (\d{4})$/,
    key: ([no, year]) => `${year}-Q${roman[no!] ?? no}`,
  },
  { pattern: /^(?:thang )?(0?[1-9]|1[0-2])(?: nam)? (\d{4})$/, key: ([no, year]) => `${year}-${no!.padStart(2, '0')}` },
]

export function readPeriod(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s/.,]+/g, ' ')
  for (const { pattern, key } of ways) {
    const found = pattern.exec(plain)
    if (found) return key(found.slice(1))
  }
  return text.trim()
}

/** For the input of an operation: its `period`, read. */
export function withPeriod(read: Record<string, unknown>): Record<string, unknown> {
  return typeof read.period === 'string' ? { ...read, period: readPeriod(read.period) } : read
}
