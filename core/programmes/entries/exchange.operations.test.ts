// Figures out as CSV and in again; a file broken at line 4,001 saves nothing and says the line.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { boardWorkbook } from '../boards/board.xlsx.ts'
import { showBoard } from '../boards/board.operations.ts'
import { open } from './entry.reads.ts'
import { exportFigures, importFigures } from './exchange.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const women = await as(app, 'phunu.mada')
const { at, line } = await formOf(app, 'phunu.mada', { form: 'F1-PN', year: '2023' })
const head = 'don_vi,bieu,dong,gia_tri,ghi_chu'
const rowsOf = (values: (number | string)[]) => values.map((value, i) => `${line.body},F1-PN,${i + 1},${value},`)
const give = (csv: string, more: object = {}) => importFigures.ask(app, women, { programme, csv, ...more })

test('xuất ra: đủ mọi ô, có người báo và người nhận, đánh dấu số liệu minh hoạ; ai chỉ thấy của đơn vị mình', async () => {
  const all = must(await exportFigures.ask(app, await as(app, 'chuyenvien'), { programme }))
  assert.ok(all.illustrative && all.csv.includes('so_lieu_minh_hoa'))
  const tanAn = all.lines.find((one) => one.bodyName.endsWith('Tân An') && one.form === 'F1-ND' && one.row === 6)!
  assert.deepEqual([tanAn.value, tanAn.versionNo, tanAn.acceptedBy], [2335, 2, 'Trưởng khối dân vận xã Tân An'])
  const own = must(await exportFigures.ask(app, women, { programme }))
  assert.ok(own.lines.length > 0 && own.lines.every((one) => one.body === line.body))
})

test('nhập vào thành bản nháp; chạy thử không lưu gì', async () => {
  const csv = [head, ...rowsOf([2000, 1500, 45, 30, 60, 1200, 700])].join('\n')
  const trial = must(await give(csv, { dryRun: true }))
  assert.deepEqual(trial, { forms: 1, cells: 7, saved: false })
  assert.equal(must(await open.ask(app, women, at)).stage, 'none')
  assert.equal(must(await give(csv)).saved, true)
  const saved = must(await open.ask(app, women, at))
  assert.deepEqual([saved.stage, saved.versions[0]!.values.length], ['draft', 7])
})

test('tệp hỏng ở dòng 4.001, ô sai, đơn vị người khác, ghi hai lần: nói dòng nào, không lưu dòng nào', async () => {
  const many = [head, ...Array.from({ length: 3999 }, () => `${line.body},F1-PN,1,5,`)]
  const broken = await give([...many, `${line.body},F1-PN,2,"7`, ...rowsOf([1])].join('\n'))
  assert.match(broken.ok ? '' : sentencesOf(broken.refusal).join(), /hỏng ở dòng 4001/)
  const other = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
  const csv = [head, `${other.line.body},F1-ND,1,5,`, ...rowsOf([1, 'ba', -2]), `${line.body},F1-PN,1,9,`].join('\n')
  const said = await give(csv)
  const sentences = said.ok ? '' : sentencesOf(said.refusal).join(' ')
  for (const words of ['Dòng 4, cột gia_tri: “ba”', 'Dòng 5', 'ghi hai lần', 'đơn vị khác'])
    assert.match(sentences, new RegExp(words))
  const empty = await give('')
  assert.match(empty.ok ? '' : sentencesOf(empty.refusal).join(), /don_vi, bieu, dong, gia_tri/)
  assert.equal(must(await open.ask(app, women, at)).versions[0]!.values.length, 7)
})

test('bảng ra Excel là tệp xlsx', async () => {
  const board = must(await showBoard.ask(app, await as(app, 'chuyenvien'), { programme }))
  const bytes = await boardWorkbook(board)
  assert.equal(bytes.subarray(0, 2).toString(), 'PK')
})
