// At the door: what points to a person is shown before it is saved; a tick lets it through and is recorded without the words.
import { z } from 'zod'
import type { WriteContext } from '../../shared/operation.ts'
import { invalid, problem, type Problem } from '../../shared/result.ts'
import { kindWords, newMentions, type Mention, type MentionKind } from './mention.ts'

/** Beside every prose of an input: the person has seen the words found and sends them all the same. */
export const confirming = {
  mentionsConfirmed: z
    .boolean()
    .default(false)
    .meta({ description: 'true: đã xem các chữ có thể chỉ một người và vẫn lưu; việc xác nhận được ghi lại' }),
}

export interface Prose {
  /** Where it stands in the input, so that the sentence leads there. */
  field: string
  text: string | null | undefined
  /** As it was saved before. */
  before?: string | null
}

export const mentionsPerson = 'mentions-person'

/** Ok with what was confirmed, to be recorded; or every sentence at once, and nothing is saved. */
export function askAboutMentions(prose: readonly Prose[], confirmed: boolean) {
  const found = prose.map((one) => ({ field: one.field, mentions: newMentions(one.text ?? '', one.before ?? '') }))
  const some = found.filter(({ mentions }) => mentions.length > 0)
  if (some.length > 0 && !confirmed) return invalid(some.map(problemOf), mentionsPerson)
  return { ok: true as const, value: countsOf(some.flatMap(({ mentions }) => mentions)) }
}

/** What the event says: which kinds, how many, never which words. null: nothing was found. */
export type Confirmed = Partial<Record<MentionKind, number>> | null

function countsOf(mentions: readonly Mention[]): Confirmed {
  if (mentions.length === 0) return null
  const counts: Partial<Record<MentionKind, number>> = {}
  for (const { kind } of mentions) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function problemOf({ field, mentions }: { field: string; mentions: readonly Mention[] }): Problem {
  const told = (language: 0 | 1) =>
    mentions
      .slice(0, 8)
      .map(({ kind, words: said }) => `“${short(said)}” (${kindWords[kind][language]})`)
      .join(', ')
  return problem(
    field,
    mentionsPerson,
    `Có thể chỉ một người: ${told(0)}. Hãy viết chung, không nêu người. Nếu các chữ đó không chỉ ai, đánh dấu xác nhận rồi lưu lại.`,
    `May point to a person: ${told(1)}. Write in general. If they point to nobody, tick the confirmation and save again.`,
  )
}

function short(said: string): string {
  return said.length > 40 ? `${said.slice(0, 40)}…` : said
}

/** Writes the confirmation in the transaction of the save. */
export async function recordConfirmed(
  context: Pick<WriteContext, 'record'>,
  of: { noun: string; id: number; confirmed: Confirmed },
): Promise<void> {
  const { noun, id, confirmed } = of
  if (confirmed) await context.record({ noun, id, move: 'confirmMentions', changes: { found: confirmed } })
}
