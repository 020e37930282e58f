// What an officer typed, as blocks: figures he typed are marked as his, days and document numbers as structure.
import { quotation, structure, text, type Block, type Run, type StructureKind } from './document.ts'

/** Said of every figure that no board stands behind. */
export const ownSource = 'do đơn vị soạn thảo'

/** {T2}: the main figure of a target; {T1.1}: its first “riêng …”; {DT.solvedLate}: one of the citizens' desks; {MH.fresh.economy}: one of models. */
export type Cited = { target: number; exception: number | null } | { cases: string } | { models: string }

/** Shows the figure where the officer wrote its mark; null: no such. */
export type Cite = (cited: Cited) => Run[] | null

const day = String.raw`\d{1,2}[/-]\d{1,2}[/-]\d{4}`
/** Tried in this order at every place; what is none of these and has digits is a figure the officer typed. */
const patterns: readonly [StructureKind | 'figure' | 'typed', string][] = [
  ['figure', String.raw`\{(?:T\d{1,2}(?:\.\d{1,2})?|DT\.[A-Za-z]{1,30}\d?|MH\.[a-z]{1,20}(?:\.[A-Za-z]{1,40})?)\}`],
  ['documentNumber', String.raw`\d+[-/](?:\d{4}/)?\p{Lu}\p{L}*(?:[-/&]\p{Lu}[\p{L}\d]*)*`],
  ['date', String.raw`(?:[Nn]gày )?${day}`],
  ['date', String.raw`[Nn]gày \d{1,2}(?:/\d{1,2}| tháng \d{1,2} năm \d{4})?(?![.,/]?\d)`],
  ['period', String.raw`(?:[Nn]ăm|[Gg]iai đoạn|[Nn]hiệm kỳ) \d{4}(?:\s?[-–]\s?\d{4})?(?![.,/]?\d)`],
  ['period', String.raw`\d{1,2} tháng (?:đầu|cuối) năm`],
  ['period', String.raw`(?:[Tt]háng|[Qq]uý) \d{1,2}(?:[/-]\d{4})?(?![.,/]?\d)`],
  ['period', String.raw`\d{1,2}/\d{4}(?![.,/]?\d)`],
  ['enumeration', String.raw`(?<=^\s*)\d{1,2}[.)](?=\s)`],
  ['typed', String.raw`\d+(?:[.,/]\d+)*(?:\s?%)?`],
]
const any = new RegExp(patterns.map(([, pattern]) => `(${pattern})`).join('|'), 'gu')

/** One line of typed text as runs. */
export function runsOfTyped(line: string, source: string, cite: Cite = () => null): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of line.matchAll(any)) {
    if (match.index > from) runs.push(...words(line.slice(from, match.index), source))
    const [kind] = patterns[match.slice(1).findIndex((group) => group !== undefined)]!
    runs.push(...runsOfToken(kind, match[0], { source, cite }))
    from = match.index + match[0].length
  }
  if (from < line.length) runs.push(...words(line.slice(from), source))
  return runs
}

function runsOfToken(
  kind: StructureKind | 'figure' | 'typed',
  token: string,
  { source, cite }: { source: string; cite: Cite },
): Run[] {
  if (kind === 'typed') return [quotation(token, source)]
  if (kind !== 'figure') return [structure(kind, token)]
  return cite(citedBy(token)) ?? (/\d/.test(token) ? [quotation(token, source)] : [text(token)])
}

function citedBy(token: string): Cited {
  if (token.startsWith('{DT.')) return { cases: token.slice('{DT.'.length, -1) }
  if (token.startsWith('{MH.')) return { models: token.slice('{MH.'.length, -1) }
  const [target, exception] = token.slice(2, -1).split('.').map(Number) as [number, number?]
  return { target, exception: exception ?? null }
}

/** Letters that other scripts count with are figures too: such a word is quoted whole. */
function words(part: string, source: string): Run[] {
  return /\p{Nd}/u.test(part) ? [quotation(part, source)] : [text(part)]
}

/** Lines become paragraphs, lines that begin with “- ” or “+ ” become list items. */
export function blocksOfTyped(typed: string, source = ownSource, cite?: Cite): Block[] {
  const blocks: Block[] = []
  for (const line of typed.normalize('NFC').split(/\r?\n/)) {
    const plain = line.trim().replaceAll(/[ \t]+/g, ' ')
    if (plain === '') continue
    const item = /^[-–+•]\s+(.*)$/.exec(plain)
    const runs = runsOfTyped(item ? item[1]! : plain, source, cite)
    const last = blocks.at(-1)
    if (item && last?.kind === 'list') last.items.push(runs)
    else blocks.push(item ? { kind: 'list', items: [runs] } : { kind: 'paragraph', runs })
  }
  return blocks
}
