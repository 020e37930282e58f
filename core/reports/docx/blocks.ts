// Blocks of a report in Word: paragraphs, headings that show in the navigation pane, tables and the picture.
import { text, type Block, type Run } from '../document.ts'
import type { Setting } from './elements.ts'
import { lineWidth } from './head.ts'
import type { Xml } from './markup.ts'
import type { Pen } from './runs.ts'
import { chartOf, tableOf } from './tables.ts'
import { half, mm, pt } from './units.ts'

export function childrenOf(pen: Pen, block: Block, wide: boolean): Xml[] {
  const width = lineWidth(pen, wide)
  const titled = (title: readonly Run[], spacing: Setting['spacing']) =>
    pen.line(pen.runs(title, { bold: true, size: half(13) }), { align: 'center', spacing, keepNext: true })
  switch (block.kind) {
    case 'paragraph':
      return [pen.paragraph(block.runs)]
    case 'list':
      return block.items.map((item) => pen.paragraph([text('- '), ...item]))
    case 'heading':
      return headingOf(pen, block)
    case 'table': {
      const title = titled(block.title, { after: pt(4) })
      const notes = block.notes.map((note) =>
        pen.line(pen.runs(note, { italics: true, size: half(11) }), { spacing: { before: pt(3), after: 0 } }),
      )
      return [title, tableOf(pen, block, width), ...notes]
    }
    case 'chart':
      return [titled(block.title, { before: pt(14), after: pt(4) }), chartOf(pen, block, width)]
  }
}

/** Headings stand higher than the exact line: capitals carry two accents. */
function headingOf(pen: Pen, { level, runs }: Extract<Block, { kind: 'heading' }>): Xml[] {
  const { paragraphAfter, firstLine } = pen.layout
  const after = pt(paragraphAfter)
  if (level > 1)
    return [
      pen.heading(runs, {
        indent: { firstLine: mm(firstLine) },
        spacing: { before: pt(3), after },
        outlineLevel: level - 1,
      }),
    ]
  return runs.map((run, at) =>
    pen.heading([run], {
      align: 'center',
      spacing: { before: at === 0 ? pt(10) : 0, after: at === runs.length - 1 ? after : 0 },
      outlineLevel: 0,
    }),
  )
}
