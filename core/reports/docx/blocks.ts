// Blocks of a report in Word: paragraphs, headings that show in the navigation pane, tables and the picture.
import { AlignmentType, type FileChild, type Paragraph } from 'docx'
import { text, type Block } from '../document.ts'
import { lineWidth } from './head.ts'
import type { Pen } from './runs.ts'
import { chartOf, tableOf } from './tables.ts'
import { half, mm, pt } from './units.ts'

const centred = { alignment: AlignmentType.CENTER } as const

export function childrenOf(pen: Pen, block: Block, wide: boolean): FileChild[] {
  const width = lineWidth(pen, wide)
  switch (block.kind) {
    case 'paragraph':
      return [pen.paragraph(block.runs)]
    case 'list':
      return block.items.map((item) => pen.paragraph([text('- '), ...item]))
    case 'heading':
      return headingOf(pen, block)
    case 'table': {
      const title = pen.line(pen.runs(block.title, { bold: true, size: half(13) }), {
        ...centred,
        spacing: { after: pt(4) },
        keepNext: true,
      })
      const notes = block.notes.map((note) =>
        pen.line(pen.runs(note, { italics: true, size: half(11) }), { spacing: { before: pt(3), after: 0 } }),
      )
      return [title, tableOf(pen, block, width), ...notes]
    }
    case 'chart': {
      const spacing = { before: pt(14), after: pt(4) }
      const title = pen.line(pen.runs(block.title, { bold: true, size: half(13) }), {
        ...centred,
        spacing,
        keepNext: true,
      })
      return [title, chartOf(pen, block, width)]
    }
  }
}

/** Headings stand higher than the exact line: capitals carry two accents. */
function headingOf(pen: Pen, { level, runs }: Extract<Block, { kind: 'heading' }>): Paragraph[] {
  const { headingSize, paragraphAfter, firstLine } = pen.layout
  const size = { size: half(headingSize), bold: true }
  const after = { after: pt(paragraphAfter) }
  if (level > 1)
    return [
      pen.line(pen.runs(runs, size), {
        indent: { firstLine: mm(firstLine) },
        spacing: { before: pt(3), ...after },
        keepNext: true,
        outlineLevel: level - 1,
      }),
    ]
  return runs.map((run, at) =>
    pen.line(pen.runs([run], size), {
      ...centred,
      spacing: { before: at === 0 ? pt(10) : 0, ...(at === runs.length - 1 ? after : { after: 0 }) },
      keepNext: true,
      outlineLevel: 0,
    }),
  )
}
