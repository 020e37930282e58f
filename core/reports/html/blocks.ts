// Blocks of a report as HTML, with classes only: how they look is in paper.ts, from the layout's values.
import type { Block, Column } from '../document.ts'
import { chartHtml } from './chart.ts'
import { plainHtml, runsHtml, type InBlock } from './runs.ts'

export function blockHtml(block: Block, options: InBlock): string {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, options)
    case 'paragraph':
      return `<p id="${options.block}">${runsHtml(block.runs, options)}</p>`
    case 'list':
      return `<ul id="${options.block}">${block.items.map((item) => `<li>${runsHtml(item, options)}</li>`).join('\n')}</ul>`
    case 'table':
      return tableHtml(block, options)
    case 'chart':
      return chartHtml(block)
  }
}

function headingHtml({ level, runs }: Extract<Block, { kind: 'heading' }>, options: InBlock): string {
  const tag = `h${level + 1}`
  const lines = level === 1 ? runs.map((run) => runsHtml([run], options)).join('<br>') : runsHtml(runs, options)
  return `<${tag}>${lines}</${tag}>`
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, options: InBlock): string {
  const { columns, rows, notes } = table
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const cols = columns.map((column) => `<col width="${((column.width * 100) / whole).toFixed(1)}%">`).join('')
  const head = columns.map((column) => `<th scope="col">${runsHtml(column.label, options)}</th>`).join('')
  const body = rows.map(({ cells, sub }) => {
    const written = cells.map((runs, at) => cellHtml({ html: runsHtml(runs, options), column: columns[at]!, at }))
    return `<tr${sub ? ' class="sub"' : ''}>${written.join('')}</tr>`
  })
  const below = notes.map((note) => `<p class="note">${runsHtml(note, options)}</p>`).join('\n')
  return `<div class="wide" id="${options.block}" tabindex="0" role="region" aria-label="${plainHtml(table.title)}"><table>
<caption>${runsHtml(table.title, options)}</caption>
<colgroup>${cols}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
${below}`
}

/** The second column names the row. */
function cellHtml({ html, column, at }: { html: string; column: Column; at: number }): string {
  const align = column.align === 'left' ? '' : ` class="${column.align}"`
  return at === 1 ? `<th scope="row">${html}</th>` : `<td${align}>${html}</td>`
}
