// A share as people read it: its percentage, and the fraction itself where the percentage is rounded. Pure.
import { percent } from '#web/words/format.ts'
import type { Language } from '#words'

export function shareText(share: string | null, language: Language): string | null {
  if (share === null) return null
  const [top = 0, bottom = 1] = share.split('/').map(Number)
  const written = percent(top, bottom, { language, digits: 2 })!
  return (top * 10_000) % bottom === 0 ? written : `${written} (${top}/${bottom})`
}
