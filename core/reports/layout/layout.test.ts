// The checker against files that are right, and against the same with one fault each.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pdfOf } from '../../media/files.cast.ts'
import { layoutOf, seedOf, type Layout } from '../../documents/layout.ts'
import type { Composed } from '../compose.ts'
import { docxFile } from '../docx/docx.ts'
import type { ReportDocument } from '../document.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { openCast } from '../report.cast.ts'
import { verifyLayout } from './check.ts'

const { app } = await openCast()
const { issued_document } = await app.db
  .selectFrom('report')
  .select('issued_document')
  .where('stage', '=', 'issued')
  .orderBy('id') // the district's, of many pages
  .limit(1)
  .executeTakeFirstOrThrow()
const whole = (issued_document as unknown as Composed).document
/** Two pages: what is measured sixty times need not be long; a single one would carry no number. */
const document = { ...whole, sections: [...whole.sections.slice(0, 6), whole.sections.at(-1)!], annexes: [] }
const party = layoutOf(seedOf('party').values)
const state = layoutOf(seedOf('state').values)

const writers = { docx: docxFile, pdf: pdfFile }
type Format = keyof typeof writers

async function faultsOf(format: Format, layout: Layout, changed: ReportDocument = document): Promise<string[]> {
  const verdict = (await verifyLayout(await writers[format](changed, layout, {}), 'party'))!
  assert.equal(verdict.format, format)
  return verdict.findings.filter(({ ok }) => !ok).map(({ rule }) => rule)
}

test('báo cáo nền tảng in ra đúng thể thức của Đảng, bản Word và bản PDF', async () => {
  assert.deepEqual([await faultsOf('docx', party, whole), await faultsOf('pdf', party, whole)], [[], []])
  assert.deepEqual([await faultsOf('docx', party), await faultsOf('pdf', party)], [[], []])
})

test('theo thể thức nhà nước thì đo theo nhà nước', async () => {
  const file = await docxFile({ ...document, family: 'state' }, state, {})
  const verdict = (await verifyLayout(file))!
  assert.equal(verdict.family, 'state')
  const faults = verdict.findings.filter(({ ok }) => !ok).map(({ rule }) => rule)
  assert.deepEqual(faults, ['Thẩm quyền ký: chữ viết tắt', 'Dấu kết thúc']) // the words are still the Party's
})

/** What is set wrong, the rule that must find it, and whether a PDF can show it. */
const wrong: [Partial<Layout>, string, 'both' | 'docx'][] = [
  [{ marginTop: 30 }, 'Lề trên', 'both'],
  [{ marginBottom: 30 }, 'Lề dưới', 'docx'],
  [{ marginBottom: 12 }, 'Lề dưới', 'docx'],
  [{ marginLeft: 25 }, 'Lề trái', 'both'],
  [{ marginLeft: 35 }, 'Lề trái', 'both'],
  [{ marginRight: 20 }, 'Lề phải', 'both'],
  [{ pageNumberFrom: 1 }, 'Số trang: bắt đầu từ trang', 'both'],
  [{ pageNumberTop: 14 }, 'Số trang: cách mép trên', 'both'],
  [{ pageNumberSize: 11 }, 'Số trang: cỡ chữ', 'both'],
  [{ nationLine: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' }, 'Dòng đầu bên phải', 'both'],
  [{ nationSize: 13 }, 'Dòng đầu bên phải: cỡ chữ', 'both'],
  [{ upperSize: 12 }, 'Cơ quan cấp trên: cỡ chữ', 'both'],
  [{ issuerSize: 16 }, 'Cơ quan ban hành: cỡ chữ', 'both'],
  [{ issuerMark: 'rule' }, 'Dưới cơ quan ban hành', 'both'],
  [{ numberText: 'Số: {number}' }, 'Số, ký hiệu: cách ghi', 'both'],
  [{ numberSize: 12 }, 'Số, ký hiệu: cỡ chữ', 'both'],
  [{ dateSize: 12 }, 'Nơi và ngày ban hành: cỡ chữ', 'both'],
  [{ kindSize: 13 }, 'Tên loại văn bản: cỡ chữ', 'both'],
  [{ summarySize: 12 }, 'Trích yếu: cỡ chữ', 'both'],
  [{ bodySize: 12 }, 'Lời văn: cỡ chữ', 'both'],
  [{ firstLine: 15 }, 'Lời văn: thụt đầu dòng', 'both'],
  [{ lineExact: 26 }, 'Lời văn: cách dòng chính xác', 'docx'],
  [{ lineExact: 0, lineMultiple: 1.5 }, 'Lời văn: cách dòng chính xác', 'docx'],
  [{ paragraphAfter: 14 }, 'Lời văn: cách đoạn', 'docx'],
  [{ headingSize: 12 }, 'Đề mục: cỡ chữ', 'both'],
  [{ font: 'Arial' }, 'Phông chữ', 'docx'],
  [{ signatureSize: 12 }, 'Tên người ký: cỡ chữ', 'both'],
  [{ titleBold: true }, 'Chức vụ người ký: nét', 'both'],
  [{ nameBold: false }, 'Tên người ký: nét', 'both'],
  [{ recipientsStyle: 'boldItalic' }, 'Nơi nhận: kiểu', 'both'],
  [{ recipientsSize: 12 }, 'Nơi nhận: cỡ chữ', 'both'],
  [{ recipientsListSize: 10 }, 'Danh sách nơi nhận: cỡ chữ', 'both'],
  [{ archiveLine: 'Gửi {office}' }, 'Nơi nhận: dòng cuối', 'both'],
]

test(`${wrong.length} lỗi cố ý đặt vào khuôn: lỗi nào cũng bị tìm ra`, async () => {
  for (const [change, rule, shown] of wrong)
    for (const format of shown === 'both' ? (['docx', 'pdf'] as const) : (['docx'] as const)) {
      const faults = await faultsOf(format, { ...party, ...change })
      assert.ok(faults.includes(rule), `${format} ${JSON.stringify(change)}: ${faults.join('; ') || 'no fault'}`)
    }
})

const last = document.sections.at(-1)!
const worded: [string, ReportDocument, string][] = [
  [
    'ngày không có số 0',
    { ...document, head: { ...document.head, place: 'Vĩnh Cửu, ngày 3 tháng 2 năm 2023', date: null } },
    'Ngày dưới 10, tháng 1 và 2 có số 0 ở trước',
  ],
  ['cơ quan viết chữ thường', { ...document, head: { ...document.head, issuer: 'HUYỆN ỦY VĨNH CỬU' } }, ''],
  [
    'chữ tổ hợp',
    {
      ...document,
      sections: [
        {
          key: null,
          blocks: [
            {
              kind: 'paragraph',
              runs: [{ kind: 'text', text: 'Kính gửi bà con trong toàn huyện, '.normalize('NFD').repeat(4) }],
            },
          ],
        },
        ...document.sections,
      ],
    },
    'Chữ Việt dựng sẵn (TCVN 6909, Unicode NFC)',
  ],
  [
    'ký TM. như cơ quan nhà nước',
    { ...document, signature: { lines: ['TM. BAN THƯỜNG VỤ', 'BÍ THƯ'], name: 'Người Ký' } },
    'Thẩm quyền ký: chữ viết tắt',
  ],
  [
    'kết thúc bằng ./.',
    {
      ...document,
      sections: [
        ...document.sections.slice(0, -1),
        {
          ...last,
          blocks: [
            ...last.blocks,
            {
              kind: 'paragraph',
              runs: [{ kind: 'text', text: `${'Trên đây là báo cáo của Huyện ủy, kính gửi cấp trên. '.repeat(3)}./.` }],
            },
          ],
        },
      ],
    },
    'Dấu kết thúc',
  ],
]

test('lỗi trong lời văn cũng bị tìm ra', async () => {
  for (const [what, changed, rule] of worded) {
    const faults = await faultsOf('docx', party, changed)
    assert.ok(rule === '' ? faults.length === 0 : faults.includes(rule), `${what}: ${faults.join('; ') || 'no fault'}`)
  }
})

test('tệp không phải Word hay PDF, hoặc hỏng, thì nói không đọc được', async () => {
  for (const file of [Buffer.from(''), Buffer.from('%PDF-1.7 cắt ngang'), Buffer.from('PK\u0003\u0004 gì đó')])
    assert.equal(await verifyLayout(file), null)
})

test('bản quét chỉ có hình, tệp PDF hỏng: không đo được thì nói là không, không bịa ra số', async () => {
  assert.equal(await verifyLayout(await pdfOf(2)), null)
  const whole = await pdfFile(document, party, {})
  assert.equal(await verifyLayout(whole.subarray(0, 600)), null)
})
