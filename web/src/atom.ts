// Feeds as Atom (RFC 4287). Pure.
import { escaped, xmlHead } from '@dong-thuan/core/open311/xml.ts'

export interface FeedEntry {
  title: string
  /** Its page, which is its id too. */
  at: string
  published: string
  updated: string
  content: string
}

export interface Feed {
  title: string
  /** The address of this feed, and of the page it is the feed of. */
  self: string
  page: string
  author: string
  entries: readonly FeedEntry[]
}

export function atomOf({ title, self, page, author, entries }: Feed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '2026-01-01T00:00:00.000Z'
  const lines = [
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(self)}</id>`,
    `<link rel="self" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<updated>${updated}</updated>`,
    ...entries.map(entryOf),
  ]
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom">\n${lines.join('\n')}\n</feed>\n`
}

function entryOf({ title, at, published, updated, content }: FeedEntry): string {
  return [
    '<entry>',
    `<title>${escaped(title)}</title>`,
    `<id>${escaped(at)}</id>`,
    `<link rel="alternate" type="text/html" href="${escaped(at)}"/>`,
    `<published>${published}</published>`,
    `<updated>${updated}</updated>`,
    `<content type="text">${escaped(content)}</content>`,
    '</entry>',
  ].join('')
}
