// The papers of reception as documents: refusal, receipt of papers, notice of conclusion. What the law names is named; the wording is ours. Pure.
import { dateInWords } from '../../documents/document.ts'
import type { Family } from '../../documents/layout.ts'
import { named, type Block, type ReportDocument } from '../../reports/document.ts'
import { shownDay, type Day } from '../../shared/day.ts'

export interface Letterhead {
  family: Family
  issuer: string
  upper: string | null
  place: string
  office: string
}

interface Facts {
  head: Letterhead
  number: string | null
  date: Day | null
  signature: { lines: string[]; name: string }
  illustrative: boolean
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [named(words)] })

function documentOf(
  { head, number, date, signature, illustrative }: Facts,
  of: { kind: string; title: string; blocks: Block[]; recipients: string[]; draft?: boolean },
): ReportDocument {
  const { family, issuer, upper, place, office } = head
  return {
    ...{ family, kind: of.kind, head: { upper, issuer, number, place, date }, title: [named(of.title)] },
    ...{ sections: [{ key: null, blocks: of.blocks }], signature, annexes: [], illustrative },
    recipients: { lines: of.recipients, office },
    draft: of.draft ?? false,
  }
}

export interface Visitor {
  name: string
  address: string
}

/** Nghị định 154/2026/NĐ-CP names the form Mẫu 01/TCD; its printed text was not at hand. */
export function refusalPaper(
  facts: Facts,
  of: { visitor: Visitor; day: Day; text: string; ground: string; article: string },
): ReportDocument {
  const { visitor, day, text, ground, article } = of
  return documentOf(facts, {
    kind: 'THÔNG BÁO',
    title: 'Về việc từ chối tiếp công dân',
    blocks: [
      paragraph(
        `${upperFirst(dateInWords(day))}, ${facts.head.issuer} tiếp ông (bà) ${visitor.name || '…………'}, địa chỉ: ${visitor.address || '…………'}.`,
      ),
      paragraph(`Nội dung trình bày: ${text || '…………'}`),
      paragraph(
        `Căn cứ ${article}, ${facts.head.issuer} từ chối tiếp ông (bà) về nội dung trên vì: ${lowerFirst(ground)}.`,
      ),
      paragraph(`${facts.head.issuer} thông báo để ông (bà) được biết và chấp hành.`),
      paragraph('(Mẫu 01/TCD)'),
    ],
    recipients: ['Ông (bà) có tên trên'],
  })
}

/** Mẫu 02/TCD: what was handed in, by whom, to which post. */
export function receiptOfPapers(
  facts: Facts,
  of: { visitor: Visitor; day: Day; papers: readonly string[]; number: string },
): ReportDocument {
  const { visitor, day, papers, number } = of
  return documentOf(facts, {
    kind: 'GIẤY BIÊN NHẬN',
    title: 'Thông tin, tài liệu, bằng chứng',
    blocks: [
      paragraph(
        `${upperFirst(dateInWords(day))}, bộ phận tiếp công dân của ${facts.head.issuer} đã nhận của ông (bà) ${visitor.name || '…………'}, địa chỉ: ${visitor.address || '…………'}, các giấy tờ sau (sổ tiếp công dân số ${number}):`,
      ),
      ...papers.map((one, at) => paragraph(`${at + 1}. ${one}`)),
      paragraph('Giấy này lập thành hai bản, mỗi bên giữ một bản.'),
      paragraph('(Mẫu 02/TCD)'),
    ],
    recipients: ['Người giao giấy tờ'],
  })
}

export interface Promised {
  no: number
  text: string
  body: string
  dueOn: Day
}

/** Nghị định 154/2026/NĐ-CP, Điều 25: what is done, by whom, until when. Whoever came is named by a number only. */
export function conclusionPaper(
  facts: Facts & { draft: boolean },
  of: { day: Day; visitNumber: string; text: string; points: readonly Promised[] },
): ReportDocument {
  const { day, visitNumber, text, points } = of
  const bodies = [...new Set(points.map(({ body }) => body))]
  return documentOf(facts, {
    kind: 'THÔNG BÁO',
    title: `Kết luận việc tiếp công dân ngày ${shownDay(day)}`,
    blocks: [
      paragraph(
        `${upperFirst(dateInWords(day))}, ${facts.head.issuer} đã tiếp công dân (sổ tiếp công dân số ${visitNumber}). Sau khi nghe trình bày và ý kiến của các cơ quan liên quan, kết luận như sau:`,
      ),
      ...text
        .split('\n')
        .filter((one) => one.trim() !== '')
        .map(paragraph),
      paragraph('Giao các cơ quan thực hiện:'),
      ...points.map(({ no, text: words, body, dueOn }) =>
        paragraph(`${no}. ${body}: ${lowerFirst(ended(words))}; hoàn thành chậm nhất ngày ${shownDay(dueOn)}.`),
      ),
      paragraph(
        'Các cơ quan được giao báo cáo kết quả kèm văn bản, biên bản chứng minh; công dân theo dõi bằng biên nhận của hồ sơ.',
      ),
    ],
    recipients: ['Công dân được tiếp', ...bodies],
    draft: facts.draft,
  })
}

const upperFirst = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const ended = (words: string) => words.trim().replace(/[.;\s]+$/, '')
