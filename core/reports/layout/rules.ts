// The form of a family of documents as rules: what it asks for, what was found, and whether that will do. Pure.
import type { Layout } from '../../documents/layout.ts'
import type { Found, Line } from './found.ts'
import { partsOf, type Parts } from './parts.ts'

export interface Finding {
  rule: string
  expected: string
  found: string
  ok: boolean
}

export interface Checked {
  parts: Parts
  findings: Finding[]
}

type Ask = (finding: Finding) => void

export function checkLayout(found: Found, layout: Layout, parts: Parts = partsOf(found.lines)): Checked {
  const findings: Finding[] = []
  const ask: Ask = (finding) => void findings.push(finding)
  paperRules(ask, found, layout)
  headRules(ask, found, { layout, parts })
  titleRules(ask, { layout, parts })
  bodyRules(ask, found, { layout, parts })
  tailRules(ask, { layout, parts })
  return { parts, findings }
}

const written = (value: number) => (Math.round(value * 10) / 10).toLocaleString('vi-VN')

function near(ask: Ask, rule: string, how: { expected: number; found: number | null; unit: 'mm' | 'pt'; by?: number }) {
  const { expected, found, unit, by = 0.6 } = how
  const said = found === null ? 'không thấy' : `${written(found)} ${unit}`
  ask({
    rule,
    expected: `${written(expected)} ${unit}`,
    found: said,
    ok: found !== null && Math.abs(found - expected) <= by,
  })
}

function is(ask: Ask, rule: string, expected: string, found: string | null) {
  ask({ rule, expected, found: found ?? 'không thấy', ok: found === expected })
}

/** How a line looks: size, bold, italic, as far as the rule speaks of them. */
function looks(ask: Ask, rule: string, line: Line | null, want: { size: number; bold?: boolean; italic?: boolean }) {
  near(ask, `${rule}: cỡ chữ`, { expected: want.size, found: line?.size ?? null, unit: 'pt', by: 0.3 })
  if (want.bold !== undefined) is(ask, `${rule}: nét`, weight(want.bold), line && weight(line.bold))
  if (want.italic !== undefined) is(ask, `${rule}: kiểu`, slant(want.italic), line && slant(line.italic))
}
const weight = (bold: boolean) => (bold ? 'đậm' : 'thường')
const slant = (italic: boolean) => (italic ? 'nghiêng' : 'đứng')
const plain = (line: Line | null) => line?.text.replaceAll(/\s+/g, ' ').trim() ?? null

function paperRules(ask: Ask, { papers, pageNumber, format }: Found, layout: Layout): void {
  const [first] = papers
  const by = 1
  const upright = (first?.width ?? 0) < (first?.height ?? 0)
  near(ask, 'Khổ giấy: rộng', { expected: 210, found: first?.width ?? null, unit: 'mm', by })
  near(ask, 'Khổ giấy: cao', { expected: 297, found: first?.height ?? null, unit: 'mm', by })
  // A page of a PDF shows where its words end, not where they may: the widest of the upright ones tells.
  const same = papers.filter((paper) => paper.width < paper.height === upright)
  const margin = (side: keyof (typeof papers)[0]['margins']) =>
    same.length === 0 ? null : Math.min(...same.map((paper) => paper.margins[side]))
  near(ask, 'Lề trái', { expected: layout.marginLeft, found: margin('left'), unit: 'mm', by })
  near(ask, 'Lề phải', { expected: layout.marginRight, found: margin('right'), unit: 'mm', by })
  const vertical = format === 'pdf' ? 3 : by
  near(ask, 'Lề trên', { expected: layout.marginTop, found: margin('top'), unit: 'mm', by: vertical })
  const bottom = margin('bottom')
  if (format === 'docx') near(ask, 'Lề dưới', { expected: layout.marginBottom, found: bottom, unit: 'mm', by })
  else if (bottom !== null && bottom < layout.marginBottom - by)
    near(ask, 'Lề dưới', { expected: layout.marginBottom, found: bottom, unit: 'mm', by })
  if (papers.length < 2 && format === 'pdf') return // a single page carries no number
  is(ask, 'Số trang: bắt đầu từ trang', String(layout.pageNumberFrom), pageNumber && String(pageNumber.from))
  near(ask, 'Số trang: cỡ chữ', {
    expected: layout.pageNumberSize,
    found: pageNumber?.size ?? null,
    unit: 'pt',
    by: 0.3,
  })
  near(ask, 'Số trang: cách mép trên', {
    expected: layout.pageNumberTop,
    found: pageNumber?.top ?? null,
    unit: 'mm',
    by: 2,
  })
  is(ask, 'Số trang: ở giữa', 'giữa', pageNumber && (pageNumber.align === 'centre' ? 'giữa' : 'lệch'))
}

interface Of {
  layout: Layout
  parts: Parts
}

function headRules(ask: Ask, found: Found, { layout, parts }: Of): void {
  const { nation, motto, upper, issuer, asterisk, number, date } = parts
  is(ask, 'Dòng đầu bên phải', layout.nationLine, plain(nation))
  looks(ask, 'Dòng đầu bên phải', nation, { size: layout.nationSize, bold: true })
  if (layout.mottoLine) {
    is(ask, 'Dòng tiêu ngữ', layout.mottoLine, plain(motto))
    looks(ask, 'Dòng tiêu ngữ', motto, { size: layout.mottoSize, bold: true })
  }
  if (found.ruleBelowNation !== null)
    is(ask, 'Đường kẻ dưới dòng đầu bên phải', 'có', found.ruleBelowNation ? 'có' : 'không')
  for (const line of upper) looks(ask, 'Cơ quan cấp trên', line, { size: layout.upperSize, bold: false })
  looks(ask, 'Cơ quan ban hành', issuer, { size: layout.issuerSize, bold: true })
  const capitals = issuer && (issuer.text === issuer.text.toUpperCase() ? 'chữ in hoa' : 'có chữ thường')
  is(ask, 'Cơ quan ban hành: chữ', 'chữ in hoa', capitals)
  const mark = layout.issuerMark === 'asterisk' ? 'có dấu *' : 'không có dấu *'
  is(ask, 'Dưới cơ quan ban hành', mark, asterisk ? 'có dấu *' : 'không có dấu *')
  const begins = layout.numberText.replace('{number}', '').trim()
  const start =
    plain(number)
      ?.match(/^Số\s*:?/)?.[0]
      .replaceAll(/\s/g, '') ?? null
  is(ask, 'Số, ký hiệu: cách ghi', `${begins} …`, start === null ? null : `${start} …`)
  looks(ask, 'Số, ký hiệu', number, { size: layout.numberSize, bold: false })
  looks(ask, 'Nơi và ngày ban hành', date, { size: layout.dateSize, italic: true })
  const padded = plain(date)?.match(/ngày (\S+) tháng (\S+) năm/)
  const short = padded && (/^[1-9]$/.test(padded[1]!) || /^[12]$/.test(padded[2]!))
  is(ask, 'Ngày dưới 10, tháng 1 và 2 có số 0 ở trước', 'có', padded ? (short ? 'thiếu' : 'có') : null)
}

function titleRules(ask: Ask, { layout, parts }: Of): void {
  looks(ask, 'Tên loại văn bản', parts.kind, { size: layout.kindSize, bold: true })
  is(ask, 'Tên loại văn bản: ở giữa', 'giữa', parts.kind && (parts.kind.align === 'centre' ? 'giữa' : 'lệch'))
  looks(ask, 'Trích yếu', parts.summary[0] ?? null, { size: layout.summarySize, bold: true })
}

function bodyRules(ask: Ask, found: Found, { layout, parts }: Of): void {
  const { body, headings } = parts
  const words = body.length > 0 ? body : null
  near(ask, 'Lời văn: cỡ chữ', {
    expected: layout.bodySize,
    found: odd(body, (line) => line.size, layout.bodySize),
    unit: 'pt',
    by: 0.3,
  })
  is(ask, 'Lời văn: căn đều hai bên', 'có', words && 'có')
  const indents = body.filter((line) => line.firstLine > 1).map((line) => line.firstLine)
  const indent = indents.length ? odd(indents, (one) => one, layout.firstLine) : null
  near(ask, 'Lời văn: thụt đầu dòng', { expected: layout.firstLine, found: indent, unit: 'mm', by: 1 })
  if (found.format === 'docx') {
    const exact = layout.lineExact > 0
    const from = (line: Line) => (exact ? line.lineExact : line.lineMultiple) ?? 0
    const expected = exact ? layout.lineExact : layout.lineMultiple
    near(ask, exact ? 'Lời văn: cách dòng chính xác' : 'Lời văn: cách dòng (số lần)', {
      ...{ expected, found: words && odd(body, from, expected), unit: 'pt' as const, by: exact ? 2 : 0.5 },
    })
    near(ask, 'Lời văn: cách đoạn', {
      expected: layout.paragraphAfter,
      found: words && odd(body, (line) => line.after ?? 0, layout.paragraphAfter),
      unit: 'pt',
      by: 2,
    })
  }
  for (const line of headings.slice(0, 1)) looks(ask, 'Đề mục', line, { size: layout.headingSize })
  is(
    ask,
    'Đề mục: nét',
    'đậm',
    headings.length ? (headings.every((line) => line.bold) ? 'đậm' : 'có mục không đậm') : 'đậm',
  )
  const foreign = [...new Set(found.lines.flatMap((line) => line.fonts))].filter((font) => !isFont(font, layout.font))
  is(ask, 'Phông chữ', layout.font, foreign.length === 0 ? layout.font : foreign.join(', ') || 'không rõ')
  const composed = found.lines.every((line) => line.text === line.text.normalize('NFC'))
  is(ask, 'Chữ Việt dựng sẵn (TCVN 6909, Unicode NFC)', 'có', composed ? 'có' : 'có chữ tổ hợp')
}

/** What differs most from what is asked for: one paragraph set otherwise must show. */
function odd<T>(items: readonly T[], of: (item: T) => number, expected: number): number | null {
  const values = items.map(of)
  return values.length === 0
    ? null
    : values.reduce((worst, one) => (Math.abs(one - expected) > Math.abs(worst - expected) ? one : worst))
}

/** Tinos is as wide as Times New Roman and stands in for it where that cannot be embedded. */
function isFont(font: string, wanted: string): boolean {
  const name = (text: string) => text.replaceAll(/[\s-]|PS|MT/g, '').toLowerCase()
  return name(font).startsWith(name(wanted)) || (wanted === 'Times New Roman' && name(font) === 'tinos')
}

function tailRules(ask: Ask, { layout, parts }: Of): void {
  const { recipientsHead, recipients, signature, name } = parts
  const style = layout.recipientsStyle === 'boldItalic' ? { bold: true, italic: true } : { bold: false, italic: false }
  looks(ask, 'Nơi nhận', recipientsHead, { size: layout.recipientsSize, ...style })
  if (layout.recipientsStyle === 'underline' && recipientsHead?.underline !== null)
    is(ask, 'Nơi nhận: gạch chân', 'có', recipientsHead && (recipientsHead.underline ? 'có' : 'không'))
  looks(ask, 'Danh sách nơi nhận', recipients[0] ?? null, { size: layout.recipientsListSize })
  const last = plain(recipients.at(-1) ?? null)
  is(ask, 'Nơi nhận: dòng cuối', 'Lưu …', last && (/^-?\s*Lưu/.test(last) ? 'Lưu …' : last))
  const [authority] = signature
  const abbreviation = plain(authority ?? null)?.match(/^(T\/M|K\/T|T\/L|TM\.|KT\.|TL\.|TUQ\.|Q\.)/)?.[0]
  if (abbreviation) {
    const allowed = [layout.onBehalf, layout.forHead, layout.byOrder, layout.acting]
    const told = allowed.includes(abbreviation) ? abbreviation : allowed.join(', ')
    is(ask, 'Thẩm quyền ký: chữ viết tắt', told, abbreviation)
  }
  const title = signature.at(-1) ?? null
  if (signature.length > 0)
    looks(ask, 'Chức vụ người ký', title, {
      size: layout.signatureSize,
      ...(signature.length > 1 && { bold: layout.titleBold }),
    })
  looks(ask, 'Tên người ký', name, { size: layout.signatureSize, bold: layout.nameBold })
  const lastWords = plain(parts.body.at(-1) ?? null)
  const ended = lastWords?.endsWith('./.') ?? false
  if (lastWords)
    is(ask, 'Dấu kết thúc', layout.endMark === './.' ? './.' : 'không có “./.”', ended ? './.' : 'không có “./.”')
}
