// Published cases written as a feed. Pure.
import { atomOf } from '#web/atom.ts'
import type { Words } from '#words'

interface Entry {
  id: number
  kind: keyof Words['cases']['kind']
  topicName: string | null
  text: string
  state: keyof Words['publicCases']['state']
  lead: string
  place: { name: string }
  shownAt: string
  updatedAt: string
  answer: { text: string } | null
}
interface Feed {
  origin: string
  /** The address of this feed. */
  self: string
  words: Words
}

export function feedOf(entries: readonly Entry[], { origin, self, words }: Feed): string {
  const it = words.publicCases
  return atomOf({
    ...{ title: it.feedTitle, self, page: `${origin}/phan-anh`, author: words.common.platform },
    entries: entries.map(({ id, kind, topicName, text, state, lead, place, shownAt, updatedAt, answer }) => ({
      ...{ at: `${origin}/phan-anh/${id}`, published: shownAt, updated: updatedAt },
      title: `${topicName ?? words.cases.kind[kind]}, ${place.name}: ${it.state[state].toLowerCase()}`,
      content: [text, answer && `${it.answer} (${lead}): ${answer.text}`].filter(Boolean).join('\n\n'),
    })),
  })
}
