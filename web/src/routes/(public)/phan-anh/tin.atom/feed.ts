// Published cases written as Atom (RFC 4287). Pure.
import { escaped, xmlHead } from '@dong-thuan/core/open311/xml.ts'
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
  const updated =
    entries
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? '2026-01-01T00:00:00.000Z'
  const lines = [
    `<title>${escaped(words.publicCases.feedTitle)}</title>`,
    `<id>${escaped(self)}</id>`,
    `<link rel="self" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(origin)}/phan-anh"/>`,
    `<author><name>${escaped(words.common.platform)}</name></author>`,
    `<updated>${updated}</updated>`,
    ...entries.map((entry) => entryOf(entry, origin, words)),
  ]
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom">\n${lines.join('\n')}\n</feed>\n`
}

function entryOf(entry: Entry, origin: string, words: Words): string {
  const { id, kind, topicName, text, state, lead, place, shownAt, updatedAt, answer } = entry
  const it = words.publicCases
  const title = `${topicName ?? words.cases.kind[kind]}, ${place.name}: ${it.state[state].toLowerCase()}`
  const told = [text, answer && `${it.answer} (${lead}): ${answer.text}`].filter(Boolean).join('\n\n')
  const at = `${origin}/phan-anh/${id}`
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(at)}</id>`,
    `<link rel="alternate" type="text/html" href="${escaped(at)}"/>`,
    `<published>${shownAt}</published>`,
    `<updated>${updatedAt}</updated>`,
    `<content type="text">${escaped(told)}</content>`,
    '</entry>',
  ].join('')
}
