// One-off collections of the sample: one sent to the blocs of the communes, one still being marked. The workbook is made here.
import writeXlsxFile from 'write-excel-file/node'
import { createCollection, issueCollection, markCollection } from '../collections/collection.operations.ts'
import { acceptReply, returnReply, saveReply, submitReply } from '../collections/replies/reply.operations.ts'
import { placeAt } from '../places/place.read.ts'
import type { Id } from '../shared/id.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'
import { year } from './year.rows.ts'

const firstRow = 6
const areas = [
  { range: `C${firstRow}:F17`, type: 'number', required: true },
  { range: `H${firstRow}:H17`, type: 'number', required: true },
  { range: `I${firstRow}:I17`, type: 'date' },
  { range: `J${firstRow}:J17`, type: 'text' },
] as const

/** Halls, those up to standard, groups, people in them, money in millions, day of review; invented. */
const answers: Record<string, { ends: 'accepted' | 'submitted' | 'returned' | 'draft'; cells: string[] }> = {
  vinhan: { ends: 'accepted', cells: ['9', '8', '64', '1280', '125,5', '05/12/2023', 'Đã rà soát xong'] },
  trian: { ends: 'accepted', cells: ['6', '5', '41', '790', '88', '06/12/2023', ''] },
  phuly: { ends: 'submitted', cells: ['9', '9', '52', '1.034', '140,25', '07/12/2023', ''] },
  binhloi: { ends: 'returned', cells: ['4', '5', '30', '512', '61', '', ''] },
  thanhphu: { ends: 'draft', cells: ['5', '4', '', '', '', '', ''] },
}

export async function playCollections(scene: Scene): Promise<void> {
  const { stage, as } = scene
  const collection = await beginOne(scene, 'Rà soát nhà văn hoá và tổ tự quản năm 2023', 'rows')
  stage.on('2023-12-04', '09:10')
  await ask(stage, issueCollection, { as: as('chuyenvien'), id: collection, expectedVersion: 2 })
  const slugs = year.communes.map(({ slug }) => slug)
  for (const [slug, { ends, cells }] of Object.entries(answers)) {
    const row = firstRow + slugs.indexOf(slug)
    const code = year.communes.find((one) => one.slug === slug)!.code
    const at = { collection, body: scene.at.communes.get(code)!.bodies.get('mobilisationBloc')! }
    const typed = Object.fromEntries(
      ['C', 'D', 'E', 'F', 'H', 'I', 'J'].map((column, i) => [`${column}${row}`, cells[i]!]),
    )
    stage.on('2023-12-08', '15:20')
    const operation = ends === 'draft' ? saveReply : submitReply
    const sent = await ask(stage, operation, { as: as(`khoi.${slug}`), ...at, expectedVersion: 0, cells: typed })
    stage.on('2023-12-09', '08:40')
    const seen = { as: as('chuyenvien'), ...at, expectedVersion: sent.version }
    if (ends === 'accepted') await ask(stage, acceptReply, seen)
    if (ends === 'returned')
      await ask(stage, returnReply, { ...seen, reason: 'Số đạt chuẩn (5) nhiều hơn tổng số nhà văn hoá (4).' })
  }
  await beginOne(scene, 'Biểu kiểm tra nhà văn hoá từng xã', 'copies')
}

/** A file taken up and marked, ready to be sent. */
async function beginOne({ stage, at, as }: Scene, title: string, mode: 'rows' | 'copies'): Promise<Id<'collection'>> {
  stage.on('2023-12-04', '09:00')
  const made = await ask(stage, createCollection, {
    ...{ as: as('chuyenvien'), body: at.committee, title, illustrative: true },
    source: 'Công văn số 231-CV/BDVTU ngày 01/12/2023 (số liệu minh hoạ)',
    dueAt: '2023-12-08T16:30:00+07:00',
    fileName: 'ra-soat-nha-van-hoa.xlsx',
    file: (await workbook(stage.app.db)).toString('base64'),
  })
  await ask(stage, markCollection, {
    ...{ as: as('chuyenvien'), id: made.collection, expectedVersion: made.version },
    ...{ sheet: 'Biểu 1', mode, areas, organisations: ['mobilisationBloc'] },
  })
  return made.collection as Id<'collection'>
}

type Db = Scene['stage']['app']['db']
type Cells = NonNullable<Parameters<typeof writeXlsxFile>[0]>

/** The workbook as a province might send it: a title, headings in two rows, formulas, a line of totals. */
export async function workbook(db: Db): Promise<Buffer> {
  const bold = { fontWeight: 'bold' as const, align: 'center' as const, wrap: true, borderStyle: 'thin' as const }
  const head = (value: string, more: object = {}) => ({ value, type: String, ...bold, ...more })
  const over = (value: string) => [head(value, { columnSpan: 2 }), null]
  const tall = (value: string) => head(value, { rowSpan: 2 })
  const plain = { borderStyle: 'thin' as const }
  const names = await Promise.all(year.communes.map(({ code }) => placeAt(db, code, '2023-12-04')))
  const rows = names.map((place, i) => [
    { value: i + 1, type: Number, ...plain },
    { value: place!.fullName, type: String, ...plain },
    ...Array.from({ length: 4 }, () => ({ ...plain })),
    {
      value: `=IF(C${i + firstRow}=0,"",D${i + firstRow}/C${i + firstRow})`,
      type: 'Formula',
      format: '0.0%',
      ...plain,
    },
    { ...plain, format: '#,##0.00', type: Number },
    { ...plain, format: 'dd/mm/yyyy', type: Date },
    { ...plain, wrap: true },
  ])
  const total = (column: string) => ({ value: `=SUM(${column}${firstRow}:${column}17)`, type: 'Formula', ...bold })
  const data = [
    [
      {
        value: 'BIỂU TỔNG HỢP NHÀ VĂN HOÁ, TỔ TỰ QUẢN NĂM 2023',
        type: String,
        ...bold,
        borderStyle: undefined,
        columnSpan: 10,
      },
    ],
    [{ value: 'Số liệu minh hoạ', type: String, align: 'center', columnSpan: 10 }],
    [],
    [
      tall('TT'),
      tall('Đơn vị'),
      ...over('Nhà văn hoá'),
      ...over('Tổ tự quản'),
      ...['Tỷ lệ đạt chuẩn', 'Kinh phí (triệu đồng)', 'Ngày rà soát xong', 'Ghi chú'].map(tall),
    ],
    [null, null, ...['Tổng số', 'Đạt chuẩn', 'Số tổ', 'Số người tham gia'].map((text) => head(text))],
    ...rows,
    [null, head('Cộng'), ...['C', 'D', 'E', 'F'].map(total), null, total('H')],
  ]
  const columns = [6, 26, 12, 12, 12, 12, 12, 14, 16, 26].map((width) => ({ width }))
  return writeXlsxFile([{ data, columns, sheet: 'Biểu 1' }] as never as Cells).toBuffer()
}
