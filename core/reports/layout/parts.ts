// Which line of a document is which part of its form. Pure.
import type { Family } from '../../documents/layout.ts'
import type { Line } from './found.ts'

export interface Parts {
  family: Family
  nation: Line | null
  motto: Line | null
  upper: Line[]
  issuer: Line | null
  asterisk: boolean
  number: Line | null
  date: Line | null
  kind: Line | null
  summary: Line[]
  headings: Line[]
  body: Line[]
  recipientsHead: Line | null
  recipients: Line[]
  /** Authority and titles, then the name. */
  signature: Line[]
  name: Line | null
}

const nation = /^(ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH|CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM)$/
const date = /ngày\s+(\d+|…|\.+)\s+tháng\s+(\d+|…|\.+)\s+năm\s+(\d+|…|\.+)/i
const heading = /^(Phần thứ|[IVX]+\.|\d+\.\s)/

/** Organisations under the national line look alike; only who asks knows which it is. */
function familyTold(nationLine: string): Family {
  if (/^ĐOÀN/.test(nationLine)) return 'youthUnion'
  return /CỘNG H/.test(nationLine) ? 'state' : 'party'
}

export function partsOf(lines: readonly Line[], family?: Family): Parts {
  const text = (line: Line) => line.text.replaceAll(/\s+/g, ' ').trim()
  const nationAt = lines.findIndex((line) => nation.test(text(line)))
  const told = familyTold(lines[nationAt]?.text ?? '')
  const dateAt = lines.findIndex((line, i) => i < 20 && date.test(line.text) && line.where !== 'across')
  const dateFound = dateAt >= 0 ? dateAt : lines.findIndex((line, i) => i < 20 && date.test(line.text))
  const numberAt = lines.findIndex((line, i) => i < 20 && /^Số\s*:?\s*\S/.test(text(line)))
  const headEnd = Math.max(nationAt, dateFound, numberAt) + 1
  const head = lines.slice(0, headEnd)
  const left = head.filter((line) => line.where === 'left' && !/^(\*|Số[\s:])/.test(text(line)))
  const recipientsAt = lines.findIndex((line) => /^Nơi nhận\s*:?$/.test(text(line)))
  const main = lines.slice(headEnd, recipientsAt < 0 ? undefined : recipientsAt)
  const kind = main.find((line) => line.align === 'centre' && /^\p{Lu}[\p{Lu}\s]+$/u.test(text(line))) ?? null
  const after = kind ? main.slice(main.indexOf(kind) + 1) : main
  const summaryEnd = after.findIndex((line) => line.align !== 'centre')
  const summary = after.slice(0, Math.max(0, summaryEnd)).filter((line) => !/^[-–_\s]+$/.test(line.text))
  const rest = after.slice(Math.max(0, summaryEnd))
  const page = lines[recipientsAt]?.page
  const tail = recipientsAt < 0 ? [] : lines.slice(recipientsAt + 1).filter((line) => line.page === page)
  const tailEnd = tail.findIndex((line) => line.where === 'across' || line.where === 'table')
  const tailLines = tailEnd < 0 ? tail : tail.slice(0, tailEnd)
  const beside = rest.filter((line) => line.where === 'right') // in a PDF the signature stands on the same height
  const signed = [...beside, ...tailLines.filter((line) => line.where === 'right')]
  return {
    family: family ?? told,
    nation: lines[nationAt] ?? null,
    motto: head.find((line) => /^Độc lập - Tự do - Hạnh phúc$/.test(text(line))) ?? null,
    upper: left.slice(0, -1),
    issuer: left.at(-1) ?? null,
    asterisk: head.some((line) => text(line) === '*'),
    number: lines[numberAt] ?? null,
    date: lines[dateFound] ?? null,
    kind,
    summary,
    headings: rest.filter((line) => line.where === 'across' && heading.test(text(line)) && line.text.length < 120),
    body: rest.filter((line) => line.where === 'across' && line.align === 'justify' && !heading.test(text(line))),
    recipientsHead: lines[recipientsAt] ?? null,
    recipients: tailLines.filter((line) => line.where === 'left'),
    signature: signed.slice(0, -1),
    name: signed.at(-1) ?? null,
  }
}
