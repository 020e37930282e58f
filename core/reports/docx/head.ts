// Head and tail of the paper in Word: issuing bodies, national line, number, date, title; recipients and signature.
import { dateInWords } from '../../documents/document.ts'
import type { ReportDocument } from '../document.ts'
import type { FieldName } from '../word/fields.ts'
import { cell, row, table } from './elements.ts'
import type { Xml } from './markup.ts'
import type { Pen } from './runs.ts'
import { boldWidth, half, mm, pt } from './units.ts'

const centred = { align: 'center' } as const

/** The printed width of the page between its margins. */
export function lineWidth({ layout }: Pen, wide = false): number {
  const { marginLeft, marginRight, marginTop, marginBottom } = layout
  return wide ? 297 - marginTop - marginBottom : 210 - marginLeft - marginRight
}

/** The right column is as wide as the national line needs, which stands on one line. */
function columnsOf(pen: Pen): { left: number; right: number } {
  const whole = lineWidth(pen)
  const right = Math.max(whole * 0.53, boldWidth(pen.layout.nationLine, pen.layout.nationSize) + 3)
  return { left: whole - right, right }
}

function twoColumns(pen: Pen, left: readonly Xml[], right: readonly Xml[]): Xml {
  const columns = columnsOf(pen)
  const widths = [mm(columns.left), mm(columns.right)]
  const cells = [left, right].map((children, at) => cell(children, { width: widths[at]! }))
  const width = mm(lineWidth(pen))
  return table([row(cells)], { widths, width, lines: 'none', margins: { left: 0, right: 0 } })
}

/** A line under words, of the given length, in the middle of a column. */
function rule(pen: Pen, length: number, column: number): Xml {
  const side = mm(Math.max(0, (column - length) / 2))
  return pen.line([], {
    indent: { left: side, right: side },
    spacing: { before: pt(2), after: pt(3), line: pt(2), lineRule: 'exact' },
    ruled: true,
  })
}

export function headOf(pen: Pen, { head, title, letter }: ReportDocument): Xml {
  const { layout } = pen
  const columns = columnsOf(pen)
  const left: Xml[] = []
  if (head.upper)
    left.push(
      pen.line(
        pen.field('upper', pen.words(head.upper.toUpperCase(), 'name', { size: half(layout.upperSize) })),
        centred,
      ),
    )
  const issuer = head.issuer.toUpperCase()
  left.push(
    pen.line(pen.field('issuer', pen.words(issuer, 'name', { size: half(layout.issuerSize), bold: true })), centred),
  )
  if (layout.issuerMark === 'asterisk')
    left.push(pen.line(pen.words('*', 'name', { size: half(layout.issuerSize) }), centred))
  else left.push(rule(pen, Math.min(boldWidth(issuer, layout.issuerSize), columns.left) * 0.4, columns.left))
  left.push(pen.line(numberOf(pen, head.number), centred))
  if (letter) {
    const about = { size: half(layout.aboutSize ?? layout.recipientsListSize), italics: layout.aboutItalic ?? false }
    left.push(pen.line(pen.runs(title, about), centred))
  }
  const right = nationLines(pen, columns.right)
  right.push(pen.line([], { spacing: { after: 0, line: pt(layout.dateSize), lineRule: 'exact' } }))
  const style = { size: half(layout.dateSize), italics: true }
  const date = head.date ? dateInWords(head.date) : 'ngày … tháng … năm …'
  const place = head.place
    ? [...pen.field('place', pen.words(head.place, 'name', style)), ...pen.words(', ', 'name', style)]
    : []
  right.push(pen.line([...place, ...pen.field('date', pen.words(date, 'date', style))], centred))
  return twoColumns(pen, left, right)
}

function numberOf(pen: Pen, number: string | null): Xml[] {
  const style = { size: half(pen.layout.numberSize) }
  const [before, after] = pen.layout.numberText.split('{number}') as [string, string]
  const taken = pen.field('number', pen.words(number ?? '…', 'documentNumber', style))
  const parts = [pen.words(before, 'documentNumber', style), taken]
  return [...parts, ...(after ? [pen.words(after, 'documentNumber', style)] : [])].flat()
}

function nationLines(pen: Pen, column: number): Xml[] {
  const { nationLine, nationSize, mottoLine, mottoSize } = pen.layout
  const nation = pen.line(
    pen.field('nation', pen.words(nationLine, 'name', { size: half(nationSize), bold: true })),
    centred,
  )
  if (!mottoLine) return [nation, rule(pen, boldWidth(nationLine, nationSize), column)]
  const motto = pen.line(
    pen.field('motto', pen.words(mottoLine, 'name', { size: half(mottoSize), bold: true })),
    centred,
  )
  return [nation, motto, rule(pen, boldWidth(mottoLine, mottoSize), column)]
}

/** Whom a letter is to: one on the line itself, several below it. */
function addresseesOf(pen: Pen, to: readonly string[]): Xml[] {
  const size = { size: half(pen.layout.bodySize) }
  const before = { ...centred, spacing: { before: pt(18), after: pt(12) } }
  if (to.length === 1) return [pen.line(pen.words(`Kính gửi: ${to[0]}`, 'name', size), before)]
  const indent = { left: mm(45) }
  const listed = to.map((one, at) => `- ${one}${at === to.length - 1 ? '.' : ';'}`)
  return [
    pen.line(pen.words('Kính gửi:', 'heading', size), {
      indent: { left: mm(30) },
      spacing: { before: pt(18), after: 0 },
    }),
    ...listed.map((line) => pen.line(pen.words(line, 'name', size), { indent })),
    pen.line([]),
  ]
}

export function titleOf(pen: Pen, { kind, title, letter }: ReportDocument): Xml[] {
  const { layout } = pen
  if (letter) return addresseesOf(pen, letter.to)
  const summary = { size: half(layout.summarySize), bold: true }
  const lines = [
    pen.line(pen.field('kind', pen.words(kind, 'heading', { size: half(layout.kindSize), bold: true })), {
      ...centred,
      spacing: { before: pt(18), after: 0 },
    }),
    pen.line(pen.field('summary', pen.runs(title, summary)), centred),
  ]
  if (layout.summaryMark === 'dashes')
    lines.push(pen.line(pen.words('-----', 'heading', summary), { ...centred, spacing: { after: pt(8) } }))
  if (layout.summaryMark === 'rule') lines.push(rule(pen, 40, lineWidth(pen)), pen.line([]))
  return lines
}

export function tailOf(pen: Pen, { signature, recipients }: ReportDocument): Xml {
  const { layout } = pen
  const headed = layout.recipientsStyle === 'underline' ? { underline: true } : { bold: true, italics: true }
  const listSize = { size: half(layout.recipientsListSize) }
  const listed = (parts: (readonly Xml[])[]) => pen.line(parts.flat())
  const say = (words: string) => pen.words(words, 'name', listSize)
  const [before, after = ''] = layout.archiveLine.split('{office}') as [string, string?]
  const left = [
    pen.line(pen.words('Nơi nhận:', 'heading', { size: half(layout.recipientsSize), ...headed })),
    ...recipients.lines.map((line) => listed([say('- '), pen.field('recipients', say(line)), say(',')])),
    listed([say(`- ${before}`), pen.field('office', say(recipients.office)), say(`${after}.`)]),
  ]
  const [authority, ...office] = signature?.lines ?? []
  const style = (bold: boolean) => ({ size: half(layout.signatureSize), bold })
  const line = (field: FieldName, words: string, bold: boolean) =>
    pen.line(pen.field(field, pen.words(words, 'name', style(bold))), centred)
  const signed = authority
    ? [
        line('authority', authority, office.length > 0 || layout.titleBold),
        ...office.map((one) => line('signerTitle', one, layout.titleBold)),
      ]
    : []
  const room = [1, 2, 3, 4].map(() => pen.line(pen.words(' ', 'name', { size: half(layout.signatureSize) })))
  const name = signature?.name ? [line('signer', signature.name, layout.nameBold)] : []
  return twoColumns(pen, left, [...signed, ...room, ...name])
}
