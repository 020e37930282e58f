// The picture on paper: a bar for each target against its level, drawn as lines and areas, told in words beside.
import { plainText } from '../document.runs.ts'
import { text, type Bar, type Block } from '../document.ts'
import { stateWords } from '../html/chart.ts'
import { lineHeightOf, mm, type Setting, type Sheet } from './sheet.ts'

const size = 11
const shares = [0.29, 0.3, 0.11, 0.3] as const
const gap = mm(2)

export function drawChart(sheet: Sheet, { bars }: Extract<Block, { kind: 'chart' }>): void {
  for (const bar of bars) {
    const verdict = [...bar.thresholdLabel, text(`: ${stateWords[bar.state]}`)]
    const alt = `${plainText(bar.label)}: ${plainText(bar.figure)}, ${plainText(verdict)}`
    const cells = [bar.label, null, bar.figure, verdict] as const
    const settings: Setting[] = [{ size, align: 'right' }, { size }, { size, align: 'right' }, { size }]
    const widths = shares.map((share) => share * sheet.frame.width - gap)
    const lines = cells.map((runs, at) => (runs ? sheet.lines(runs, settings[at]!, widths[at]!) : []))
    const height = Math.max(...lines.map((some) => some.length)) * lineHeightOf({ size }) + 4
    sheet.ensure(height)
    const top = sheet.y
    const draw = () => {
      let x = sheet.frame.left
      for (const [at, some] of lines.entries()) {
        const slack = (height - some.length * lineHeightOf({ size })) / 2
        for (const [no, line] of some.entries())
          sheet.draw(line, { ...settings[at]!, x, width: widths[at]!, y: top + slack + no * lineHeightOf({ size }) })
        if (at === 1) drawBar(sheet, bar, { x, y: top + height / 2, width: widths[at]! })
        x += widths[at]! + gap
      }
    }
    sheet.tag('Figure', draw, { alt })
    sheet.y = top + height
  }
}

const fills = { reached: '#404040', notReached: '#8c8c8c', provisional: '#ffffff', noData: '#f2f2f2' } as const

/** `y` is its middle. What is provisional is hatched. */
function drawBar({ doc }: Sheet, bar: Bar, { x, y, width }: { x: number; y: number; width: number }): void {
  const [top, height] = [y - 4.5, 9]
  const at = (percent: number) => (Math.min(Math.max(percent, 0), 100) * width) / 100
  doc.rect(x, top, width, height).fill('#f2f2f2')
  if (bar.value !== null) {
    doc.rect(x, top, at(bar.value), height).fill(fills[bar.state])
    if (bar.state === 'provisional') {
      doc.save().rect(x, top, at(bar.value), height).clip()
      for (let from = x - height; from < x + at(bar.value); from += 3)
        doc.moveTo(from, top + height).lineTo(from + height, top)
      doc.lineWidth(0.7).stroke('#595959').restore()
      doc.lineWidth(0.5).rect(x, top, at(bar.value), height).stroke('#595959')
    }
  }
  const level = x + at(bar.threshold)
  doc
    .lineWidth(2)
    .moveTo(level, top - 2)
    .lineTo(level, top + height + 2)
    .stroke('#000000')
  doc.fillColor('#000000')
}
