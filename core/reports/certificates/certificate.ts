// Certificates as one PDF, a page each: A4 turned, the name on one or two lines and never broken inside a word, a square to check it by.
import { fittedName, nameRoom } from '../../commendations/printed-name.ts'
import { dateInWords } from '../../documents/document.ts'
import type { Layout } from '../../documents/layout.ts'
import type { Day } from '../../shared/day.ts'
import { pictureOf } from '../../shared/qr.ts'
import { structure } from '../document.ts'
import { mm, Sheet, type Setting } from '../pdf/sheet.ts'

export interface Printed {
  name: string
  /** Post and unit of a person; empty: of a collective. */
  under: string
  merits: readonly string[]
  book: string
  code: string
}

export interface Award {
  layout: Layout
  /** “GIẤY KHEN” */
  title: string
  awarder: string
  occasion: string
  place: string
  on: Day
  number: string
  signerPost: string
  /** Where anybody checks it, without the code. */
  checkAt: string
  illustrative: boolean
}

const words = (text: string) => [structure('name', text)]
const nameSetting = (size: number): Setting => ({ size, bold: true, align: 'centre' })

/** The names that cannot be printed, or the file or a part of it: one faulty line of all and nothing is printed. */
export async function certificatesPdf(
  award: Award,
  printed: readonly Printed[],
  part: { from: number; to: number } = { from: 1, to: printed.length },
  drawn: (done: number) => void = () => {},
): Promise<Buffer | { faulty: string[] }> {
  const { layout, title, awarder, illustrative } = award
  const keywords = illustrative ? 'SỐ LIỆU MINH HOẠ' : ''
  const sheet = new Sheet(layout, { title: `${title} – ${award.number}`, author: awarder, keywords }, 'letGo')
  const faulty = printed.filter(({ name }) => fittedName(name) === null).map(({ name }) => name)
  if (faulty.length > 0 || printed.length === 0) return { faulty }
  for (const [at, one] of printed.slice(part.from - 1, part.to).entries()) {
    drawOne(sheet, award, one)
    drawn(at + 1)
  }
  return sheet.end()
}

function drawOne(sheet: Sheet, award: Award, one: Printed): void {
  sheet.page(true)
  sheet.artifact(() => {
    for (const [at, weight] of [
      [10, 2],
      [12, 0.6],
    ] as const)
      sheet.doc
        .lineWidth(weight)
        .rect(mm(at), mm(at), mm(297 - 2 * at), mm(210 - 2 * at))
        .stroke('#8a1c1c')
    sheet.doc.fillColor('#000000')
  })
  sheet.frame = { left: mm(30), width: nameRoom, top: mm(17), bottom: mm(196) }
  sheet.y = sheet.frame.top
  const line = (text: string, setting: Setting, tag = 'P') =>
    sheet.tag(tag, () => sheet.write(words(text), { align: 'centre', ...setting }))
  line(award.layout.nationLine, { size: 13, bold: true })
  if (award.layout.mottoLine) line(award.layout.mottoLine, { size: 14, bold: true, after: 6 })
  line(award.awarder.toUpperCase(), { size: 15, bold: true, before: 12, after: 10 })
  line('TẶNG', { size: 13 })
  line(award.title, { size: 40, bold: true, after: 8 }, 'H1')
  const fitted = fittedName(one.name)!
  const [left, width] = [sheet.frame.left, sheet.frame.width]
  sheet.frame = { ...sheet.frame, left: left + (width - fitted.width) / 2, width: fitted.width }
  line(one.name, nameSetting(fitted.size))
  sheet.frame = { ...sheet.frame, left, width }
  if (one.under) line(one.under, { size: 14, italic: true, before: 4 })
  for (const said of reasonOf(sheet, award, one)) line(said, { size: 14, before: 8 })
  drawFoot(sheet, award, one)
}

/** What it is for when that stands on two lines, and the occasion; never cut off in the middle. */
function reasonOf(sheet: Sheet, { occasion }: Award, { merits }: Printed): string[] {
  const whole = `Thành tích: ${merits.join('; ')}`
  const fits = merits.length > 0 && sheet.lines(words(whole), { size: 14 }, nameRoom).length <= 2
  return fits ? [whole, occasion] : [occasion]
}

function drawFoot(sheet: Sheet, award: Award, one: Printed): void {
  const { size, path } = pictureOf(`${award.checkAt}/${one.code}`)
  const [side, left, top] = [mm(27), mm(24), mm(148)]
  sheet.tag(
    'Figure',
    () =>
      void sheet.doc
        .save()
        .translate(left, top)
        .scale(side / size)
        .path(path)
        .fill('#000000')
        .restore(),
    {
      alt: `Mã vuông mở trang kiểm tra giấy này: ${award.checkAt}/${one.code}`,
    },
  )
  const column = (x: number, width: number, y: number, lines: [string, Setting][]) => {
    sheet.frame = { ...sheet.frame, left: x, width }
    sheet.y = y
    for (const [text, setting] of lines) sheet.tag('P', () => sheet.write(words(text), setting))
  }
  const small: Setting = { size: 10 }
  column(left + side + mm(3), mm(95), top + mm(3), [
    [`Quyết định số ${award.number}`, small],
    [dateInWords(award.on), small],
    [`Vào sổ khen thưởng số ${one.book}`, small],
    [`Mã kiểm tra: ${one.code.replace(/(.{4})(?=.)/g, '$1-')}`, small],
    ...(award.illustrative ? ([['SỐ LIỆU MINH HOẠ', { size: 10, bold: true }]] as [string, Setting][]) : []),
  ])
  column(mm(165), mm(112), top - mm(4), [
    [`${award.place ? `${award.place}, ` : ''}${dateInWords(award.on)}`, { size: 13, italic: true, align: 'centre' }],
    [award.signerPost.toUpperCase(), { size: 13, bold: true, align: 'centre' }],
  ])
}
