// The history of a place or a body as boxes and links: what it came from, its own names, what became of it. Pure.
import { addDays, type Day } from '@dong-thuan/core/shared/day.ts'
import type { LineageLink, LineageNode } from '#ui/Lineage/layout.ts'

interface Span {
  validFrom: Day | null
  validTo: Day | null
}

/** One line of history: the other side, which may be the thing itself under another name. */
export interface Line {
  id: number | null
  name: string | null
  onDate: Day
  /** What happened, in words. */
  text: string
}

export interface Past {
  id: number
  /** The day looked at. */
  on: Day
  /** Oldest first. */
  versions: ({ name: string } & Span)[]
  before: Line[]
  after: Line[]
}

export interface Drawing {
  href(id: number, day: Day): string
  note(span: Span): string
  /** Below the names of the others; the span that is known of them unless told. */
  noteOfOthers?(span: Span): string | undefined
  /** On the box of what ended without a successor. */
  gone: string
}

export function lineageOf(past: Past, drawing: Drawing): { nodes: LineageNode[]; links: LineageLink[] } {
  const own = namesOf(past)
  const nodes = new Map<string, LineageNode>()
  const texts = new Map<string, { from: string; to: string; texts: string[] }>()
  const link = (from: string, to: string, text: string) => {
    const known = texts.get(`${from} ${to}`)
    if (!known) texts.set(`${from} ${to}`, { from, to, texts: [text] })
    else if (!known.texts.includes(text)) known.texts.push(text)
  }
  for (const line of past.before.filter(({ id }) => id !== past.id).toSorted(byDay)) {
    const last = addDays(line.onDate, -1)
    const key = `from-${line.id}`
    nodes.set(key, nodeOf(key, line, { validFrom: null, validTo: last }, drawing))
    link(
      key,
      own[own.findLastIndex((name) => name.validFrom !== null && name.validFrom <= line.onDate)]?.key ?? own[0]!.key,
      line.text,
    )
  }
  for (const [at, name] of own.entries()) {
    const here = isIn(name, past.on)
    const href = here ? undefined : drawing.href(past.id, name.validTo ?? name.validFrom ?? past.on)
    nodes.set(name.key, { id: name.key, name: name.name, note: drawing.note(name), here, href })
    const changes = past.before.filter((line) => line.id === past.id && line.onDate === name.validFrom)
    if (at > 0)
      for (const text of changes.length > 0 ? changes.map((line) => line.text) : [''])
        link(own[at - 1]!.key, name.key, text)
  }
  for (const line of past.after.filter(({ id }) => id !== past.id)) {
    const key = `to-${line.id ?? 'none'}`
    const gone = { id: key, name: drawing.gone, note: drawing.note({ validFrom: line.onDate, validTo: null }) }
    nodes.set(key, line.id === null ? gone : nodeOf(key, line, { validFrom: line.onDate, validTo: null }, drawing))
    link(own.find((name) => isIn(name, addDays(line.onDate, -1)))?.key ?? own.at(-1)!.key, key, line.text)
  }
  return {
    nodes: [...nodes.values()],
    links: [...texts.values()].map(({ from, to, texts }) => ({ from, to, text: texts.filter(Boolean).join('; ') })),
  }
}

const byDay = (a: Line, b: Line) => a.onDate.localeCompare(b.onDate)

function nodeOf(
  key: string,
  { id, name }: Line,
  span: Span,
  { href, note, noteOfOthers = note }: Drawing,
): LineageNode {
  const day = (span.validTo ?? span.validFrom)!
  return { id: key, name: name ?? '', note: noteOfOthers(span), href: id === null ? undefined : href(id, day) }
}

/** Its own names one after another; versions that differ only in code or parent are one. */
function namesOf({ versions }: Past): ({ key: string; name: string } & Span)[] {
  const names: ({ key: string; name: string } & Span)[] = []
  for (const { name, validFrom, validTo } of versions) {
    const last = names.at(-1)
    if (last?.name === name) last.validTo = validTo
    else names.push({ key: `own-${names.length}`, name, validFrom, validTo })
  }
  return names
}

function isIn({ validFrom, validTo }: Span, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}
