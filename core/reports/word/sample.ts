// A report of nobody, to see a form by: every part of a report is in it, its figures are invented and say so.
import type { Layout, Family } from '../../documents/layout.ts'
import { structure, text, type FigureRun, type ReportDocument, type Run } from '../document.ts'

const figure = (id: string, part: FigureRun['part'], words: string): Run => ({ kind: 'figure', id, part, text: words })

/** As long as a page, so that a checker finds all it measures. */
export function sampleReport(family: Family, layout: Layout): ReportDocument {
  const paragraph = (...runs: Run[]) => ({ kind: 'paragraph' as const, runs })
  const heading = (level: 1 | 2, words: string) => ({
    kind: 'heading' as const,
    level,
    runs: [structure('heading', words)],
  })
  const share = [figure('mau', 'value', '83,4 %'), text(' ('), figure('mau', 'fraction', '412/494'), text(')')]
  const blocks = [
    heading(2, '1. Kết quả'),
    paragraph(text('Số liệu trong bản mẫu này là số minh họa, để xem chữ và số đứng thế nào trên trang. '), ...share),
    paragraph(text(filler)),
    heading(2, '2. Hạn chế'),
    ...Array.from({ length: 9 }, () => paragraph(text(filler))),
    paragraph(text(`Trên đây là báo cáo của đơn vị, kính gửi cơ quan cấp trên xem xét, chỉ đạo${layout.endMark}`)),
  ]
  const label = [text('Tỷ lệ hội viên tham gia sinh hoạt')]
  const rows = [{ cells: [label, [figure('mau', 'value', '83,4 %')]] }]
  const columns = [
    { label: [text('Nội dung')], width: 3, align: 'left' as const },
    { label: [text('Kết quả')], width: 1, align: 'right' as const },
  ]
  return {
    family,
    kind: 'BÁO CÁO',
    head: {
      ...{ upper: 'Cơ quan cấp trên', issuer: 'Cơ quan ban hành', number: '05-BC/MAU' },
      ...{ place: 'Nơi ban hành', date: '2026-02-05' },
    },
    title: [text('về kết quả công tác dân vận của đơn vị (bản mẫu)')],
    sections: [{ key: null, blocks }],
    signature: { lines: [`${layout.onBehalf} CƠ QUAN BAN HÀNH`, 'CHỨC VỤ NGƯỜI KÝ'], name: 'Họ và tên người ký' },
    recipients: { lines: ['Cơ quan cấp trên', 'Các đơn vị trực thuộc'], office: 'Văn phòng' },
    annexes: [
      {
        title: [structure('heading', 'PHỤ LỤC 1')],
        belongs: [text('(kèm theo bản mẫu)')],
        wide: true,
        blocks: [{ kind: 'table', title: [text('Bảng mẫu')], columns, rows, notes: [] }],
      },
    ],
    illustrative: true,
    draft: false,
  }
}

const filler =
  'Đoạn văn mẫu để xem cỡ chữ, cách dòng, cách đoạn và thụt đầu dòng của phần nội dung; nền tảng thay cả phần này bằng lời văn và số liệu của báo cáo. Công tác dân vận được các cấp quan tâm, gắn với việc chăm lo đời sống của nhân dân trên địa bàn. '
