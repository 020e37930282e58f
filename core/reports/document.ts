// The document a report is, before it is HTML or Word: blocks of runs, and of every number it is known where it is from.
import type { Day } from '../shared/day.ts'
import type { Family } from '../documents/layout.ts'

export type Style = 'bold' | 'italic'

/** Words. No digit may stand in them: a number is a figure, a quotation or part of the structure. */
export interface TextRun {
  kind: 'text'
  text: string
  style?: Style
}

/** What of a figure is shown. `change`: against the figure `than`. */
export type FigurePart = 'value' | 'fraction' | 'numerator' | 'denominator' | 'missing' | 'change' | 'places'

export interface FigureRun {
  kind: 'figure'
  id: string
  part: FigurePart
  text: string
  than?: string
  style?: Style
}

/** Words of another document, or figures typed by the officer; `source` says whose. */
export interface QuotationRun {
  kind: 'quotation'
  id: string
  text: string
  source: string
  style?: Style
}

export type StructureKind = 'date' | 'period' | 'documentNumber' | 'heading' | 'enumeration' | 'name' | 'unit'

/** Numbers that count nothing: days, periods, document numbers, headings, enumeration, names such as “phường 12”. */
export interface StructureRun {
  kind: 'structure'
  what: StructureKind
  text: string
  style?: Style
}

export type Run = TextRun | FigureRun | QuotationRun | StructureRun

export interface Bar {
  label: Run[]
  /** In percent; null: no figure. */
  value: number | null
  threshold: number
  thresholdLabel: Run[]
  figure: Run[]
  state: 'reached' | 'notReached' | 'provisional' | 'noData'
}

export interface Column {
  label: Run[]
  /** Parts of the table's width. */
  width: number
  align: 'left' | 'right' | 'centre'
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'table'; title: Run[]; columns: Column[]; rows: { cells: Run[][]; sub?: boolean }[]; notes: Run[][] }
  | { kind: 'chart'; title: Run[]; bars: Bar[] }

/** Blocks that belong together; `key` names the section the officer writes, null what is made from figures. */
export interface Section {
  key: string | null
  blocks: Block[]
}

export interface Annex {
  title: Run[]
  /** “(kèm theo Báo cáo số 12-BC/HU ngày 28/12/2023)” */
  belongs: Run[]
  /** Landscape. */
  wide: boolean
  blocks: Block[]
}

export interface ReportDocument {
  family: Family
  /** In capitals, as “BÁO CÁO”. */
  kind: string
  head: { upper: string | null; issuer: string; number: string | null; place: string; date: Day | null }
  title: Run[]
  sections: Section[]
  signature: { lines: string[]; name: string } | null
  /** `office` keeps the original: it fills the last line. */
  recipients: { lines: string[]; office: string }
  annexes: Annex[]
  /** An official letter (công văn): its summary stands below the number, and it names whom it is to. */
  letter?: { to: string[] }
  illustrative: boolean
  draft: boolean
}

export function text(words: string, style?: Style): TextRun {
  if (/\p{Nd}/u.test(words)) throw new Error(`a number in plain words: “${words}”`)
  return { kind: 'text', text: words, ...(style && { style }) }
}

export function structure(what: StructureKind, words: string, style?: Style): StructureRun {
  return { kind: 'structure', what, text: words, ...(style && { style }) }
}

/** The source is named again in the list of quotations; ids are given when the document is whole. */
export function quotation(words: string, source: string, style?: Style): QuotationRun {
  return { kind: 'quotation', id: '', text: words, source, ...(style && { style }) }
}

/** A name of a place, body or document, which may hold a digit, as “phường 12”. */
export function named(name: string, style?: Style): Run {
  return /\p{Nd}/u.test(name) ? structure('name', name, style) : text(name, style)
}
