// The outline of a report is data: parts and headings in order, which the officer writes, which are made from figures.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { structure, type Block } from './document.ts'

export const reportKinds = ['month', 'quarter', 'interim', 'final'] as const
export type ReportKind = (typeof reportKinds)[number]

export function isReportKind(text: string): text is ReportKind {
  return reportKinds.some((kind) => kind === text)
}

const sectionSchema = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  number: z.string(),
  title: z.string(),
  /** The section the officer writes. */
  key: z.string().optional(),
  prompt: z.string().optional(),
  /** What is made from figures after his words. */
  make: z.enum(['targets', 'models', 'reporting', 'verdicts']).optional(),
})
export type OutlineSection = z.output<typeof sectionSchema>

const outlineSchema = z.object({
  kind: z.enum(reportKinds),
  title: z.string(),
  basis: z.string(),
  opening: z.string(),
  sections: z.array(sectionSchema),
})
export type Outline = z.output<typeof outlineSchema>

const outlines = reportKinds.map((kind) => {
  const file = new URL(`./data/outline-${kind}.json`, import.meta.url)
  return outlineSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
})

export function outlineOf(kind: ReportKind): Outline {
  return outlines.find((outline) => outline.kind === kind)!
}

/** Every section an officer may write, in order. */
export function writtenSections(kind: ReportKind): (OutlineSection & { key: string })[] {
  return outlineOf(kind).sections.filter((section): section is OutlineSection & { key: string } => !!section.key)
}

/** {year}, {nextYear}, {period} filled in. */
export function fill(pattern: string, { year, period }: { year: number; period: string }): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replaceAll('{nextYear}', String(year + 1))
    .replaceAll('{period}', period)
}

/** A part has its number and its title on lines of their own. */
export function headingOf({ level, number, title }: OutlineSection, names: { year: number; period: string }): Block {
  const words = fill(title, names)
  const lines = level === 1 ? [number, words] : [`${number} ${words}`]
  return { kind: 'heading', level, runs: lines.map((line) => structure('heading', line)) }
}
