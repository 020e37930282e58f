// A value of a layout as people read it.
import { number } from '#web/words/format.ts'
import type { Language, Words } from '#words'

export function told(
  { value, unit = '' }: { value: number | string | boolean; unit?: string | undefined },
  { words, language }: { words: Words; language: Language },
): string {
  if (typeof value === 'boolean') return value ? words.layout.yes : words.layout.no
  return typeof value === 'number' ? `${number(value, language)} ${unit}`.trim() : value
}
