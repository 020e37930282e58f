// What a form of one change says, as lines of the act: one a place and successor. Pure.
import { changeKinds, readShare } from '@dong-thuan/core/places/act/change.ts'
import { oneWord } from '#web/asked.ts'
import type { Input } from '#web/form.ts'

/** How many successors a form of a division has room for; more go by table. */
export const mostParts = 5

const words = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

export function linesOf(read: Input): object[] {
  const kind = oneWord(changeKinds, words(read.kind)) ?? 'merge'
  const typed = (words(read.codes) ?? '').split(/[\s,;]+/).filter(Boolean)
  const ticked = Array.isArray(read.from) ? read.from : [read.from]
  const from = [...new Set([...ticked.map(words).filter((code) => code !== null), ...typed])]
  const now = { code: words(read.code), name: words(read.name), type: words(read.type), parent: words(read.parent) }
  const note = words(read.note)
  if (kind === 'dissolve') return from.map((code) => ({ kind, from: code, note }))
  if (kind !== 'split') return from.map((code) => ({ kind, from: code, ...now, note }))
  const parts = Array.isArray(read.parts) ? (read.parts as Input[]) : []
  const method = words(read.method)
  return from.flatMap((code) =>
    parts
      .filter((part) => ['code', 'name', 'share'].some((key) => words(part[key]) !== null))
      .map((part) => {
        const share = words(part.share)
        return {
          ...{ kind, from: code, code: words(part.code), name: words(part.name), type: words(part.type) },
          ...{ parent: now.parent, note, method },
          // What is no share is passed on as typed, so that the refusal can name it.
          share: share === null ? null : (readShare(share) ?? share.slice(0, 10)),
        }
      }),
  )
}
