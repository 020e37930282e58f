// A report drafted on estimates says so; once the actual figures are in, it shows what moved from estimate to actual.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../testing/sample.ts'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { boardWorkbook } from '../programmes/boards/board.xlsx.ts'
import * as entries from '../programmes/entries/entry.operations.ts'
import { must } from '../shared/result.ts'
import { partOfZip } from './docx/unzip.ts'
import { create } from './report.create.operations.ts'
import { show } from './report.read.operations.ts'
import { refresh } from './report.write.operations.ts'
import { preview } from './report.render.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const officer = await as(app, 'chuyenvien')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const rowsOf = (values: number[]) => values.map((value, i) => ({ no: i + 1, value }))
let report: number
const asked = { programme, kind: 'interim', period: '2023' }

test('báo cáo lập trên số ước: câu và phụ lục ghi “ước”, không kết luận nào trên số ước là chắc chắn', async () => {
  const rows = rowsOf([1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0])
  const sending = { ...at, expectedVersion: 0, rows, ...decision, nature: 'estimate' }
  const sent = must(await entries.submitEntry.ask(app, farmer, sending))
  must(await entries.acceptEntry.ask(app, bloc, { id: sent.entry, expectedVersion: sent.version }))
  const html = must(await preview.ask(app, officer, { ...asked, format: 'html' })).content.replace(/<[^>]+>/g, '')
  assert.match(html, /ước 80,05\s% \(67\.100\/83\.825\)/)
  assert.match(html, /Mới có số ước, chưa có số chính thức: xã Mã Đà\./)
  assert.match(html, /Tạm tính đạt \(số ước\)/)
  assert.match(html, /“Ước”: có số ước, chờ số chính thức thay vào/)
  const trace = JSON.parse(must(await preview.ask(app, officer, { ...asked, format: 'json' })).content)
  const inputs = trace.figures.flatMap(
    (figure: { inputs: { nature: string; body: { name: string } }[] }) => figure.inputs,
  )
  const about = inputs.filter((input: { nature: string }) => input.nature === 'estimate')
  assert.deepEqual(
    [...new Set(about.map((input: { body: { name: string } }) => input.body.name))],
    ['Hội Nông dân xã Mã Đà'],
  )
})

test('bảng ra Excel: kết luận trên số ước ghi “(số ước)”, kèm mấy biểu là ước', async () => {
  const bytes = await boardWorkbook(must(await showBoard.ask(app, officer, { programme })))
  const words = partOfZip(bytes, 'xl/sharedStrings.xml')!
  assert.match(words, /đạt \(số ước\)/)
  assert.match(words, /Biểu là số ước/)
})

test('có số chính thức: báo cáo nêu số nào từ ước sang chính thức đã đổi, đơn vị nào, trước và nay', async () => {
  report = must(await create.ask(app, officer, asked)).report
  assert.equal(must(await show.ask(app, officer, { id: report })).stale.changed, false)
  const rows = rowsOf([1500, 1210, 36, 24, 48, 990, 600, 0, 1, 0, 0])
  const sent = must(await entries.finaliseEntry.ask(app, farmer, { ...at, expectedVersion: 2, rows, ...decision }))
  must(await entries.acceptEntry.ask(app, bloc, { id: sent.entry, expectedVersion: sent.version }))
  const { stale } = must(await show.ask(app, officer, { id: report }))
  assert.deepEqual(
    stale.moved.map((one) => [one.bodyName, one.count, one.before, one.now, one.fromEstimate, one.reason]),
    [
      ['Hội Nông dân xã Mã Đà', 'Đoàn viên, hội viên', 1200, 1210, true, null],
      ['Hội Nông dân xã Mã Đà', 'Sinh hoạt thường xuyên', 1000, 990, true, null],
    ],
  )
  assert.deepEqual(
    stale.settled.map((one) => [one.formKey, one.changed]),
    [['F1-ND', 2]],
  )
  assert.ok(
    stale.figures.some(
      (one) => /^80,05\s% \(67\.100\/83\.825\)/.test(one.before!) && /67\.090\/83\.835/.test(one.now!),
    ),
  )
})

test('số chính thức đúng bằng số ước thì báo cáo vẫn nói là đã có số chính thức', async () => {
  const women = await formOf(app, 'phunu.mada', { form: 'F1-PN', year: '2023' })
  const by = await as(app, 'phunu.mada')
  const typed = { ...women.at, rows: rowsOf([900, 800, 24, 16, 32, 700, 400, 0, 1, 0, 0]), ...decision }
  const about = must(await entries.submitEntry.ask(app, by, { ...typed, expectedVersion: 0, nature: 'estimate' }))
  must(await entries.acceptEntry.ask(app, bloc, { id: about.entry, expectedVersion: about.version }))
  must(await refresh.ask(app, officer, { id: report, expectedVersion: 1 }))
  const firm = must(await entries.finaliseEntry.ask(app, by, { ...typed, expectedVersion: 2 }))
  must(await entries.acceptEntry.ask(app, bloc, { id: firm.entry, expectedVersion: firm.version }))
  const { stale } = must(await show.ask(app, officer, { id: report }))
  const settled = stale.settled.find((one) => one.formKey === 'F1-PN')!
  assert.deepEqual([stale.changed, settled.bodyName, settled.changed], [true, 'Hội Liên hiệp Phụ nữ xã Mã Đà', 0])
})
