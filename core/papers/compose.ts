// A form filled: the document as data, with marks where the sender will stand. Pure; nothing here knows his name.
import type { Family, Layout } from '../documents/layout.ts'
import type { Day } from '../shared/day.ts'
import { named, structure, type Block, type ReportDocument, type Run } from '../reports/document.ts'
import type { Facts } from './facts.ts'
import type { Form } from './form.ts'

/** Set in when it is printed, for whom may read them; until then they are all that stands for the sender. */
export const senderMark = '{sender}'
export const addressMark = '{address}'

export interface Sheet {
  family: Family
  layout: Layout
  issuer: string
  upper: string | null
  place: string
  number: string | null
  dated: Day
  office: string
  signature: { lines: string[]; name: string }
  /** Who decides, above the grounds of a decision: “Chủ tịch Ủy ban nhân dân phường …”. */
  decider: string
  illustrative: boolean
}

/** Dots for the pen, where nothing is recorded and the paper cannot do without. */
const blank = '………………'
/** A paragraph that is one of these alone keeps its lines as paragraphs. */
const whole = /^\{(\w+)\}$/

export function composePaper(form: Form, facts: Facts, sheet: Sheet): ReportDocument {
  const fill = (pattern: string) => filled(pattern, facts)
  const to = form.to.map(fill)
  return {
    family: sheet.family,
    kind: form.letter ? '' : form.title.toUpperCase(),
    head: { upper: sheet.upper, issuer: sheet.issuer, number: sheet.number, place: sheet.place, date: sheet.dated },
    title: [named(form.letter ? `V/v ${fill(form.about)}` : fill(form.about))],
    sections: [{ key: null, blocks: closed(blocksOf(form, facts, sheet.decider), sheet.layout.endMark) }],
    signature: form.signs ? { lines: form.signs.map((one) => one.toUpperCase()), name: '' } : sheet.signature,
    recipients: { lines: form.copies.map(fill), office: sheet.office },
    annexes: [],
    ...(form.letter && { letter: { to } }),
    illustrative: sheet.illustrative,
    draft: false,
  }
}

function blocksOf(form: Form, facts: Facts, decider: string): Block[] {
  const decides = form.abbreviation === 'QĐ'
  const bases = decides ? [...form.bases.map((law) => `Căn cứ ${law};`), 'Xét đơn và hồ sơ vụ việc,'] : []
  const to =
    !form.letter && form.to.length > 0 && !decides
      ? [`Kính gửi: ${form.to.map((one) => filled(one, facts)).join('; ')}.`]
      : []
  const heading = (words: string) => ({
    kind: 'heading' as const,
    level: 1 as const,
    runs: [structure('heading', words)],
  })
  return [
    ...(decides ? [heading(decider.toUpperCase())] : []),
    ...bases.map(paragraph),
    ...(decides ? [heading('QUYẾT ĐỊNH:')] : []),
    ...(form.paragraphs[0]!.startsWith('Kính gửi') ? [] : to.map(paragraph)),
    ...form.paragraphs.flatMap((pattern) => wordsOf(pattern, facts)).map(paragraph),
  ]
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [named(words)] })

/** “? …”: left out when what it says is not recorded. */
function wordsOf(pattern: string, facts: Facts): string[] {
  const optional = pattern.startsWith('? ')
  const text = optional ? pattern.slice(2) : pattern
  if (optional && keysIn(text).some((key) => !facts[key])) return []
  const alone = whole.exec(text)?.[1]
  if (alone === undefined || isMark(alone)) return [filled(text, facts)]
  const lines = (facts[alone] ?? blank).split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '')
}

const keysIn = (pattern: string) =>
  [...pattern.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!).filter((key) => !isMark(key))
const isMark = (key: string) => key === 'sender' || key === 'address'

/** What was typed or recorded cannot bring a mark of its own: braces in it are no marks. */
function filled(pattern: string, facts: Facts): string {
  const words = pattern.replaceAll(/\{(\w+)\}/g, (mark, key: string) => {
    if (isMark(key)) return mark
    return inOneLine(facts[key] ?? blank).replaceAll(/[{}]/g, (brace) => (brace === '{' ? '(' : ')'))
  })
  // What was typed often brings its own stop.
  return words
    .replaceAll(/([.!?…])\s*([.;,])(?=\s|$)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Lines that were typed one below the other, inside a sentence. */
function inOneLine(words: string): string {
  const lines = words.split('\n').flatMap((line) => line.trim() || [])
  return lines.map((line, at) => (at < lines.length - 1 ? line.replace(/[.;,]+$/, '') : line)).join('; ')
}

/** The last words end as documents of the family do. */
function closed(blocks: Block[], endMark: string): Block[] {
  const last = blocks.at(-1)
  const run: Run | undefined = last?.kind === 'paragraph' ? last.runs.at(-1) : undefined
  if (run && endMark !== '.') run.text = run.text.replace(/[.\s]+$/, '') + endMark
  return blocks
}
