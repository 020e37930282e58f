// Composes the whole report: head, opening, the officer's sections, what is made from figures, signature, annex.
import { signatureLines, signatureRule, type Authority } from '../documents/signature.ts'
import type { Family, Layout } from '../documents/layout.ts'
import type { Day } from '../shared/day.ts'
import { annexesOf } from './annex.ts'
import { caseFigure, type CaseTables } from './case-figures.ts'
import { named, structure, text, type Block, type ReportDocument, type Run, type Section } from './document.ts'
import { modelFigure } from './model-figures.ts'
import { numberQuotations } from './document.runs.ts'
import { FigureBook, type Figure } from './figure.ts'
import { Figures } from './figures.ts'
import type { Gathered } from './gather.ts'
import { fill, headingOf, outlineOf, type OutlineSection, type ReportKind } from './outline.ts'
import { tellModels } from './sentences.models.ts'
import { tellReporting, tellVerdicts } from './sentences.reporting.ts'
import { tellTarget, type Telling } from './sentences.target.ts'
import { blocksOfTyped, ownSource, runsOfTyped, type Cite } from './typed.ts'
import { dayText, lowerFirst } from './words.ts'

/** What stands on the paper beside the figures. */
export interface Sheet {
  kind: ReportKind
  family: Family
  layout: Layout
  title: string
  organisation: string
  upperIssuer: string | null
  issuer: string
  place: string
  number: string | null
  date: Day | null
  recipients: ReportDocument['recipients']
  /** “Báo cáo số 12-BC/HU ngày 28/12/2023”, which this one takes the place of. */
  supersedes: string | null
  signature: { authority: Authority; title: string; name: string } | null
  texts: ReadonlyMap<string, string>
  illustrative: boolean
  draft: boolean
}

export interface Composed {
  document: ReportDocument
  figures: Figure[]
}

export function compose(gathered: Gathered, sheet: Sheet): Composed {
  const book = new FigureBook()
  const telling = { figures: new Figures(gathered), book, source: sourceOf(gathered) }
  const rule = signatureRule(sheet.organisation)
  const { signature, layout } = sheet
  const document = numberQuotations({
    family: sheet.family,
    kind: 'BÁO CÁO',
    head: {
      ...{ upper: sheet.upperIssuer, issuer: sheet.issuer, number: sheet.number },
      ...{ place: sheet.place, date: sheet.date },
    },
    title: runsOfTyped(lowerFirst(sheet.title), ownSource),
    sections: withEndMark(sectionsOf(telling, sheet), layout.endMark),
    signature: signature && { lines: signatureLines(layout, rule, signature), name: signature.name },
    recipients: sheet.recipients,
    annexes: annexesOf(telling, sheet),
    illustrative: sheet.illustrative,
    draft: sheet.draft,
  })
  return { document, figures: [...book.figures.values()] }
}

/** “Chương trình số 42-CTr/HU ngày 03/3/2023”: what levels and names are quoted from. */
export function sourceOf({ programme }: Gathered): string {
  const number = programme.number ? ` số ${programme.number}` : ` “${programme.title}”`
  return `Chương trình${number}${programme.issuedOn ? ` ngày ${dayText(programme.issuedOn)}` : ''}`
}

function sectionsOf(telling: Telling, sheet: Sheet): Section[] {
  const { programme, now } = telling.figures.gathered
  const names = { year: programme.year, period: lowerFirst(now.period.name) }
  const outline = outlineOf(sheet.kind)
  const blocks: Block[] = [{ kind: 'paragraph', runs: openingOf(telling, sheet, names) }]
  if (sheet.supersedes)
    blocks.push({
      kind: 'paragraph',
      runs: [text('Báo cáo này thay thế '), structure('documentNumber', sheet.supersedes), text('.')],
    })
  const opening: Section = { key: null, blocks }
  return [opening, ...outline.sections.map((section) => sectionOf(telling, { section, sheet, names }))]
}

function openingOf(telling: Telling, sheet: Sheet, names: { year: number; period: string }): Run[] {
  const pattern = fill(outlineOf(sheet.kind).opening, names)
  return pattern.split(/(\{programme\}|\{body\})/).flatMap((part): Run[] => {
    if (part === '{programme}') return [structure('documentNumber', telling.source)]
    if (part === '{body}') return [named(sheet.issuer)]
    return runsOfTyped(part, telling.source)
  })
}

function sectionOf(
  telling: Telling,
  { section, sheet, names }: { section: OutlineSection; sheet: Sheet; names: { year: number; period: string } },
): Section {
  const written = section.key ? sheet.texts.get(section.key) : undefined
  const blocks = written ? blocksOfTyped(written, ownSource, citing(telling)) : []
  const made = section.make ? madeBlocks(telling, section.make) : []
  return { key: section.key ?? null, blocks: [headingOf(section, names), ...blocks, ...made] }
}

function madeBlocks(telling: Telling, make: NonNullable<OutlineSection['make']>): Block[] {
  const { rows } = telling.figures.gathered.now
  if (make === 'targets') return rows.flatMap((row) => tellTarget(telling, row))
  if (make === 'models') return tellModels(telling)
  return make === 'reporting' ? tellReporting(telling) : tellVerdicts(rows)
}

/** {T2}, {DT.solved}, {MH.fresh} in the officer's words: of target 2, of the citizens' desks, of models, with its memory. */
function citing({ figures, book }: Telling): Cite {
  const { gathered } = figures
  return (cited) => {
    if ('cases' in cited) return citedCases(book, gathered.cases, cited.cases)
    if ('models' in cited) {
      const figure = modelFigure(gathered.models, cited.models)
      return figure && [book.show(figure)]
    }
    const { target: no, exception } = cited
    const row = gathered.now.rows.find((candidate) => candidate.target.no === no)
    const known = exception === null || row?.target.exceptions.some((one) => one.no === exception)
    if (!row || !known) return null
    const figure = figures.now({ target: row.target, part: exception ?? 'main' })
    return figure.value === null ? [text('chưa có số liệu')] : [book.show(figure)]
  }
}

function citedCases(book: FigureBook, of: CaseTables, key: string): Run[] | null {
  const figure = caseFigure(of, key)
  if (figure === null) return null
  const days = structure('period', `từ ${dayText(of.from)} đến ${dayText(of.to)}`)
  if (figure === 'notFixed') return [text('chưa có số liệu (còn nơi chưa chốt bảng đơn thư '), days, text(')')]
  if (figure === 'withheld') return [text('số nhỏ, không nêu')]
  return figure.value === null ? [text('chưa có số liệu')] : [book.show(figure)]
}

/** The last paragraph or item of the body ends with the mark of the family. */
function withEndMark(sections: Section[], mark: string): Section[] {
  const last = sections.flatMap((section) => section.blocks).at(-1)
  const runs = last?.kind === 'paragraph' ? last.runs : last?.kind === 'list' ? last.items.at(-1) : undefined
  const end = runs?.at(-1)
  if (!runs || !end) return sections
  if (mark === '.' && /[.!?…]$/.test(end.text)) return sections
  if (end.kind === 'text') runs[runs.length - 1] = { ...end, text: end.text.replace(/[.\s]+$/, '') + mark }
  else runs.push(text(mark))
  return sections
}
