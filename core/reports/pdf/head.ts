// Head and tail on paper: issuing bodies, national line, number, date, title; recipients and signature.
import { dateInWords } from '../../documents/document.ts'
import { structure, type ReportDocument, type Run } from '../document.ts'
import type { Line } from '../../documents/typeface/lines.ts'
import { lineHeightOf, mm, type Setting, type Sheet } from './sheet.ts'

/** Something in a column: lines of words, a rule of a length, or room. */
type Item = { runs: Run[]; setting: Setting } | { rule: number } | { room: number }

const words = (line: string): Run[] => [structure('name', line)]

function columnsOf({ layout, frame, measure }: Sheet) {
  const nation = measure(layout.nationLine, 'bold', layout.nationSize)
  const right = Math.max(frame.width * 0.53, nation + mm(3))
  return { left: frame.width - right, right }
}

export function drawHead(sheet: Sheet, { head, title, letter }: ReportDocument): void {
  const { layout } = sheet
  const { left, right } = columnsOf(sheet)
  const issuer = head.issuer.toUpperCase()
  const issuerWidth = Math.min(sheet.measure(issuer, 'bold', layout.issuerSize), left)
  const number = layout.numberText.replace('{number}', head.number ?? '…')
  const date = head.date ? dateInWords(head.date) : 'ngày … tháng … năm …'
  twoColumns(
    sheet,
    [
      ...(head.upper ? [line(head.upper.toUpperCase(), { size: layout.upperSize })] : []),
      line(issuer, { size: layout.issuerSize, bold: true }),
      layout.issuerMark === 'asterisk' ? line('*', { size: layout.issuerSize }) : { rule: issuerWidth * 0.4 },
      line(number, { size: layout.numberSize }),
      ...(letter ? [{ runs: title, setting: aboutSetting(sheet) }] : []),
    ],
    [
      line(layout.nationLine, { size: layout.nationSize, bold: true }),
      ...(layout.mottoLine ? [line(layout.mottoLine, { size: layout.mottoSize, bold: true })] : []),
      {
        rule: layout.mottoLine
          ? sheet.measure(layout.mottoLine, 'bold', layout.mottoSize)
          : sheet.measure(layout.nationLine, 'bold', layout.nationSize),
      },
      { room: layout.dateSize },
      line(head.place ? `${head.place}, ${date}` : date, { size: layout.dateSize, italic: true }),
    ],
    { left, right },
  )
}

const aboutSetting = ({ layout }: Sheet): Setting => ({
  ...{ size: layout.aboutSize ?? layout.recipientsListSize, italic: layout.aboutItalic ?? false, align: 'centre' },
})

/** Whom a letter is to: one on the line itself, several below it. */
function drawAddressees(sheet: Sheet, to: readonly string[]): void {
  const { bodySize: size } = sheet.layout
  sheet.tag('P', () => {
    if (to.length === 1) sheet.write(words(`Kính gửi: ${to[0]}`), { size, align: 'centre', before: 18 })
    else {
      sheet.write(words('Kính gửi:'), { size, before: 18, firstLine: mm(30) })
      for (const [at, one] of to.entries())
        sheet.write(words(`- ${one}${at === to.length - 1 ? '.' : ';'}`), { size, firstLine: mm(45) })
    }
  })
  sheet.y += 12
}

export function drawTitle(sheet: Sheet, { kind, title, letter }: ReportDocument): void {
  const { layout, frame } = sheet
  if (letter) return drawAddressees(sheet, letter.to)
  sheet.tag('P', () => {
    sheet.write([structure('heading', kind)], { size: layout.kindSize, bold: true, align: 'centre', before: 18 })
    sheet.write(title, { size: layout.summarySize, bold: true, align: 'centre' })
  })
  if (layout.summaryMark === 'none') return void (sheet.y += 8)
  const middle = frame.left + frame.width / 2
  const half = layout.summaryMark === 'rule' ? mm(20) : mm(6)
  sheet.rule(middle - half, middle + half, sheet.y + 4)
  sheet.y += 16
}

export function drawTail(sheet: Sheet, { signature, recipients }: ReportDocument): void {
  const { layout } = sheet
  const listed = [...recipients.lines, layout.archiveLine.replace('{office}', recipients.office)]
  const headed = layout.recipientsStyle === 'underline' ? { underline: true } : { bold: true, italic: true }
  const left: Item[] = [
    { runs: words('Nơi nhận:'), setting: { size: layout.recipientsSize, ...headed } },
    ...listed.map((one, at) => ({
      runs: words(`- ${one}${at === listed.length - 1 ? '.' : ','}`),
      setting: { size: layout.recipientsListSize },
    })),
  ]
  const [authority, ...office] = signature?.lines ?? []
  const size = layout.signatureSize
  const right: Item[] = [
    ...(authority ? [line(authority, { size, bold: office.length > 0 || layout.titleBold })] : []),
    ...office.map((one) => line(one, { size, bold: layout.titleBold })),
    { room: 4 * lineHeightOf({ size }) },
    ...(signature?.name ? [line(signature.name, { size, bold: layout.nameBold })] : []),
  ]
  sheet.y += 14
  const columns = columnsOf(sheet)
  sheet.ensure(Math.max(heightOf(sheet, left, columns.left), heightOf(sheet, right, columns.right)))
  twoColumns(sheet, left, right, columns)
}

const line = (one: string, setting: Setting): Item => ({ runs: words(one), setting: { ...setting, align: 'centre' } })

/** Side by side from the cursor; it goes on below the longer one. */
function twoColumns(sheet: Sheet, left: Item[], right: Item[], widths: { left: number; right: number }): void {
  const top = sheet.y
  const ends = [
    drawColumn(sheet, left, { x: sheet.frame.left, y: top, width: widths.left }),
    drawColumn(sheet, right, { x: sheet.frame.left + widths.left, y: top, width: widths.right }),
  ]
  sheet.y = Math.max(...ends)
}

function drawColumn(sheet: Sheet, items: readonly Item[], at: { x: number; y: number; width: number }): number {
  let { y } = at
  for (const item of items) {
    if ('room' in item) y += item.room
    else if ('rule' in item) {
      const side = Math.max(0, (at.width - item.rule) / 2)
      sheet.rule(at.x + side, at.x + at.width - side, y + 2.5)
      y += 6
    } else {
      const lines = sheet.lines(item.runs, item.setting, at.width)
      const from = y
      sheet.tag('P', () => drawLines(sheet, lines, { ...item.setting, ...at, y: from }))
      y += lines.length * lineHeightOf(item.setting)
    }
  }
  return y
}

function drawLines(sheet: Sheet, lines: readonly Line[], at: Setting & { x: number; y: number; width: number }): void {
  for (const [no, one] of lines.entries()) sheet.draw(one, { ...at, y: at.y + no * lineHeightOf(at) })
}

function heightOf(sheet: Sheet, items: readonly Item[], width: number): number {
  return items.reduce((sum, item) => {
    if ('room' in item) return sum + item.room
    if ('rule' in item) return sum + 6
    return sum + sheet.lines(item.runs, item.setting, width).length * lineHeightOf(item.setting)
  }, 0)
}
