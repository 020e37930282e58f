// The table of comments and what was made of them, as a document: unit, section, comment, taken or why not. Pure.
import { structure, text, type Column, type ReportDocument, type Run } from '../document.ts'
import { runsOfTyped } from '../typed.ts'
import { lowerFirst } from '../words.ts'
import type { Report } from '../report.ts'
import type { Comment, Verdict } from './circulation.ts'

const verdictWords: Record<Verdict, string> = {
  taken: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  notTaken: 'Không tiếp thu',
}

const columns: Column[] = [
  { label: [text('TT')], width: 1, align: 'centre' },
  { label: [text('Đơn vị')], width: 4, align: 'left' },
  { label: [text('Mục góp ý')], width: 4, align: 'left' },
  { label: [text('Nội dung ý kiến')], width: 8, align: 'left' },
  { label: [text('Tiếp thu, giải trình')], width: 8, align: 'left' },
]

export interface Explained {
  report: Report
  family: ReportDocument['family']
  comments: readonly Comment[]
  /** Bodies that have nothing to say against the draft, and those that said nothing. */
  agreed: readonly string[]
  silent: readonly string[]
  headings: ReadonlyMap<string, string>
}

export function explanationOf(of: Explained): ReportDocument {
  const { report, comments, headings } = of
  const rows = comments.map((comment, at) => ({
    cells: [
      [structure('enumeration', String(at + 1))],
      [structure('name', comment.bodyName)],
      [structure('heading', headings.get(comment.section) ?? comment.section)],
      [...inOneLine(comment.text, comment.bodyName), ...(comment.late ? [text(' (góp ý trễ hạn)')] : [])],
      answerOf(comment, report.bodyName),
    ],
  }))
  const table = { kind: 'table' as const, title: [], columns, rows, notes: [...notesOf(of)] }
  return {
    ...{ family: of.family, kind: 'BẢNG TỔNG HỢP' },
    head: { upper: report.upperIssuer, issuer: report.bodyName, number: null, place: '', date: null },
    title: [
      text('tiếp thu, giải trình ý kiến góp ý dự thảo '),
      ...runsOfTyped(`báo cáo ${lowerFirst(report.title)}`, report.bodyName),
    ],
    sections: [{ key: null, blocks: [table] }],
    ...{ signature: null, recipients: { lines: [], office: report.bodyShortName }, annexes: [] },
    ...{ illustrative: report.illustrative, draft: comments.some(({ verdict }) => verdict === null) },
  }
}

function inOneLine(words: string, source: string): Run[] {
  return runsOfTyped(words.replaceAll(/\s*\n\s*/g, ' / '), source)
}

function answerOf({ verdict, why }: Comment, source: string): Run[] {
  if (verdict === null) return [text('Chưa xử lý')]
  return [text(verdictWords[verdict]), ...(why ? [text('. '), ...inOneLine(why, source)] : [text('.')])]
}

function* notesOf({ comments, agreed, silent }: Explained): Generator<Run[]> {
  if (comments.length === 0) yield [text('Không có ý kiến góp ý.')]
  if (agreed.length > 0) yield [text('Thống nhất với dự thảo: '), structure('name', agreed.join('; ')), text('.')]
  if (silent.length > 0) yield [text('Chưa góp ý: '), structure('name', silent.join('; ')), text('.')]
}
