// Reading a document: its lines of runs in order, their plain text, and its quotations numbered.
import type { Block, ReportDocument, Run } from './document.ts'

export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/** All runs of a block, in reading order. */
export function runsOf(block: Block): Run[][] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.runs]
    case 'list':
      return block.items
    case 'table':
      return [
        block.title,
        ...block.columns.map((column) => column.label),
        ...block.rows.flatMap((row) => row.cells),
        ...block.notes,
      ]
    case 'chart':
      return [block.title, ...block.bars.flatMap((bar) => [bar.label, bar.thresholdLabel, bar.figure])]
  }
}

/** Every line of runs of a document, head and signature aside. */
export function linesOf(document: ReportDocument): Run[][] {
  const blocks = [...document.sections.flatMap((section) => section.blocks)]
  const annexes = document.annexes.flatMap((annex) => [annex.title, annex.belongs, ...annex.blocks.flatMap(runsOf)])
  return [document.title, ...blocks.flatMap(runsOf), ...annexes]
}

/** Numbers the quotations q1, q2 … in reading order. */
export function numberQuotations(document: ReportDocument): ReportDocument {
  let no = 0
  for (const run of linesOf(document).flat()) if (run.kind === 'quotation') run.id = `q${++no}`
  return document
}
