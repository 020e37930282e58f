// A report as data: every figure with the entries it adds up, every quotation, every number that is only structure.
import { z } from 'zod'
import { reportKinds } from './outline.ts'
import { dateInWords } from '../documents/document.ts'
import { placeSchema } from '../programmes/boards/board.schema.ts'
import type { Composed } from './compose.ts'
import type { Run } from './document.ts'
import { linesOf, plainText } from './document.runs.ts'
import type { Figure, Input } from './figure.ts'

const inputSchema = z.object({
  entry: z.number().int(),
  version: z.number().int(),
  place: placeSchema,
  body: z.object({ id: z.number().int(), name: z.string() }),
  count: z.string(),
  definitionVersion: z.number().int(),
  role: z.enum(['numerator', 'denominator']),
  value: z.number().int(),
  nature: z.enum(['actual', 'estimate']).default('actual'),
  tables: z
    .array(z.object({ id: z.number().int(), body: z.number().int(), no: z.number().int() }))
    .optional()
    .meta({ description: 'số liệu đơn thư: các bảng đã chốt được cộng' }),
  models: z
    .array(z.object({ id: z.number().int(), code: z.string(), name: z.string() }))
    .optional()
    .meta({ description: 'số liệu mô hình: những mô hình được đếm' }),
  reportedBy: z.string().nullable(),
  reportedAt: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.string().nullable(),
})

const aboutSchema = z.object({
  /** null: a preview, nothing is kept of it. */
  id: z.number().int().nullable(),
  kind: z.enum(reportKinds),
  stage: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  programme: z.object({ id: z.number().int(), number: z.string().nullable(), title: z.string() }),
  body: z.string(),
  period: z.object({ key: z.string(), name: z.string() }),
  /** The pinned versions; null: what counts now. */
  consolidation: z.number().int().nullable(),
  illustrative: z.boolean(),
  draft: z.boolean(),
})
export type About = z.output<typeof aboutSchema>

export const traceSchema = z.object({
  report: aboutSchema,
  figures: z.array(
    z.object({
      id: z.string(),
      /** Where it is said: the sentence, or the row and column of a table. */
      sentence: z.string(),
      numerator: z.number().int(),
      denominator: z.number().int(),
      value: z.string().nullable(),
      inputs: z.array(inputSchema),
    }),
  ),
  quotations: z.array(z.object({ id: z.string(), text: z.string(), source: z.string() })),
  structure: z.array(z.object({ kind: z.string(), text: z.string() })),
})
export type Trace = z.output<typeof traceSchema>

export function traceOf(report: About, { document, figures }: Composed): Trace {
  const runs = linesOf(document).flat()
  const sentences = sentencesOf(document)
  return {
    report,
    figures: figures.map((figure) => tracedFigure(figure, sentences.get(figure.id) ?? '')),
    quotations: runs.flatMap((run) =>
      run.kind === 'quotation' ? [{ id: run.id, text: run.text, source: run.source }] : [],
    ),
    structure: [
      ...structureOfHead(document),
      ...runs.flatMap((run) => (run.kind === 'structure' ? [{ kind: run.what, text: run.text }] : [])),
    ],
  }
}

function structureOfHead({ head }: Composed['document']): Trace['structure'] {
  const number = head.number ? [{ kind: 'documentNumber', text: head.number }] : []
  return [...number, ...(head.date ? [{ kind: 'date', text: dateInWords(head.date) }] : [])]
}

function tracedFigure(figure: Figure, sentence: string): Trace['figures'][0] {
  const { id, numerator, denominator, value, inputs } = figure
  return { id, sentence, numerator, denominator, value, inputs: inputs.map(withoutCell) }
}

function withoutCell({ cell: _cell, ...input }: Input): Trace['figures'][0]['inputs'][0] {
  return { ...input, nature: input.nature ?? 'actual' }
}

/** The first place where each figure is said; in a table the row's and the column's name stand before it. */
function sentencesOf(document: Composed['document']): Map<string, string> {
  const found = new Map<string, string>()
  const note = (runs: readonly Run[], sentence: string) => {
    for (const run of runs) if (run.kind === 'figure') found.set(run.id, found.get(run.id) ?? sentence)
    for (const run of runs) if (run.kind === 'figure' && run.than) found.set(run.than, found.get(run.than) ?? sentence)
  }
  const blocks = [...document.sections, ...document.annexes].flatMap((part) => part.blocks)
  for (const block of blocks) {
    if (block.kind === 'paragraph') note(block.runs, plainText(block.runs))
    if (block.kind === 'list') for (const item of block.items) note(item, plainText(item))
    if (block.kind === 'chart') for (const bar of block.bars) note(bar.figure, plainText([...bar.label, ...bar.figure]))
    if (block.kind !== 'table') continue
    for (const { cells } of block.rows)
      cells.forEach((runs, at) => {
        const [row, column] = [plainText(cells[1] ?? []), plainText(block.columns[at]!.label)]
        note(runs, `${row}, ${column}: ${plainText(runs)}`)
      })
  }
  return found
}
