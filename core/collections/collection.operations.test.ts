// A workbook comes, is marked and sent round; communes type, paste and upload; the answers come back in the same file.
import assert from 'node:assert/strict'
import test from 'node:test'
import { must } from '../shared/result.ts'
import { openCast } from './collection.cast.ts'
import { shownAt } from './heads.ts'
import { cellAt, readSheet } from './sheet/cells.ts'
import { fillWorkbook } from './sheet/fill.ts'
import { bookOf } from './sheet/made.cast.ts'
import { parseRef } from './sheet/ref.ts'
import { openWorkbook } from './sheet/workbook.ts'
import { partOf, readZip } from './sheet/zip.ts'

const { done, refused, bodyOf, file, head, sent } = await openCast()
const areas = [
  { range: 'C6:G17', type: 'number', required: true },
  { range: 'H6:H17', type: 'number' },
  { range: 'I6:I17', type: 'date' },
  { range: 'J6:J17', type: 'text' },
]
const rows = { mode: 'rows', areas, organisations: ['mobilisationBloc'] }
const vinhAn = await bodyOf('Khối dân vận thị trấn Vĩnh An')
const triAn = await bodyOf('Khối dân vận xã Trị An')
const sheetIn = (bytes: Buffer) => readSheet(must(openWorkbook(bytes)), 'Biểu 1')
const decoded = ({ content }: { [key: string]: any }) => Buffer.from(content, 'base64')

test('mỗi đơn vị một dòng: máy nhận ra dòng nào của ai, hỏi đúng ô, trả lời nằm trong chính tệp gốc', async () => {
  const id = await sent(rows)
  const shown = await done('chuyenvien', 'collections.show', { id })
  assert.equal(shown.bodies.length, 12)
  assert.equal(shown.collection.nameColumn, 'B')
  const at = { collection: id, body: vinhAn }
  const opened = await done('khoi.vinhan', 'replies.open', at)
  assert.deepEqual(
    opened.grids[0].columns.map(({ label }: { label: string }) => label),
    [
      'Nhà văn hoá › Tổng số',
      'Nhà văn hoá › Đạt chuẩn',
      'Tổ tự quản › Số tổ',
      'Tổ tự quản › Số người tham gia',
      'Tỷ lệ đạt chuẩn',
    ],
  )
  assert.deepEqual([opened.asked, opened.grids[0].rows[0].cells[4].type], [7, null])
  const row = opened.grids[0].rows[0].row
  const cells = {
    [`C${row}`]: '9',
    [`D${row}`]: '8',
    [`E${row}`]: '64',
    [`F${row}`]: '1.280',
    [`H${row}`]: '125,5',
    [`I${row}`]: '5/12/2023',
    [`J${row}`]: 'Đã xong',
  }
  const sentReply = await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 0, cells })
  assert.deepEqual([sentReply.stage, sentReply.filled], ['submitted', 7])
  assert.equal((await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 0, cells })).version, 1)
  const result = await done('chuyenvien', 'collections.filled', { id })
  assert.equal(result.missing.length, 11)
  const filled = sheetIn(decoded(result))
  const value = (ref: string) => cellAt(filled, parseRef(ref)!)?.value?.text ?? null
  assert.deepEqual(
    [value(`F${row}`), value(`H${row}`), value(`I${row}`), value(`J${row}`)],
    ['1280', '125.5', '2023-12-05', 'Đã xong'],
  )
  assert.equal(value(row === 6 ? 'C7' : 'C6'), null)
  const [old, fresh] = [readZip(file), readZip(decoded(result))]
  assert.deepEqual(partOf(fresh, 'xl/styles.xml'), partOf(old, 'xl/styles.xml'))
  assert.deepEqual(filled.merged, sheetIn(file).merged)
  assert.equal(cellAt(filled, parseRef('C18')!)!.formula, true)
})

test('tải biểu về, điền trong Excel, tải lên: đúng thì thành nháp; sai thì báo từng ô, không lưu gì', async () => {
  const id = await sent(rows)
  const at = { collection: id, body: triAn }
  const form = decoded(await done('khoi.trian', 'replies.file', at))
  const opened = await done('khoi.trian', 'replies.open', at)
  const row = opened.grids[0].rows[0].row as number
  const filledWith = (values: [number, 'number' | 'text', string][], bytes = form) => {
    const book = must(openWorkbook(bytes))
    const writes = values.map(([column, kind, text]) => ({ row, column, value: { kind, text } }))
    return fillWorkbook(book, book.sheets[0]!.part, writes).toString('base64')
  }
  const bad = filledWith([
    [3, 'text', '12,5a'],
    [4, 'number', '5'],
    [5, 'text', '1,234'],
    [9, 'text', 'hôm qua'],
  ])
  const faults = await refused('khoi.trian', 'replies.upload', { ...at, expectedVersion: 0, file: bad })
  assert.equal(faults.code, 'reply-faults')
  assert.match(
    faults.said,
    new RegExp(
      `C${row}: “12,5a” không phải số.*E${row}: “1,234” có thể hiểu hai cách.*I${row}: “hôm qua” không phải ngày`,
    ),
  )
  assert.equal((await done('khoi.trian', 'replies.open', at)).stage, 'none')
  const good = filledWith([
    [3, 'number', '6'],
    [4, 'text', '5'],
    [5, 'number', '41'],
    [6, 'text', '1.234,5'],
    [8, 'number', '0.125'],
  ])
  assert.equal((await done('khoi.trian', 'replies.upload', { ...at, expectedVersion: 0, file: good })).filled, 5)
  const saved = await done('khoi.trian', 'replies.open', at)
  const values = saved.grids.flatMap((grid: any) => grid.rows[0].cells).map((cell: any) => cell.value)
  assert.deepEqual(values, ['6', '5', '41', '1234,5', '', '0,1250', '', ''])
  const again = sheetIn(decoded(await done('khoi.trian', 'replies.file', at)))
  assert.equal(shownAt(again, { row, column: 8 }), '0,1250')
  // Another file, and the form with its rows moved.
  const other = bookOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }).toString('base64')
  const moved = await refused('khoi.trian', 'replies.upload', { ...at, expectedVersion: 1, file: other })
  assert.equal(moved.code, 'form-changed')
  assert.match(moved.said, /mẫu ghi “BIỂU TỔNG HỢP/)
  const pdf = Buffer.from('%PDF-1.7 …').toString('base64')
  assert.match(
    (await refused('khoi.trian', 'replies.upload', { ...at, expectedVersion: 1, file: pdf })).said,
    /tệp PDF/,
  )
})

test('mỗi đơn vị một bản: kết quả là một ZIP, nói ai chưa gửi', async () => {
  const id = await sent({ mode: 'copies', areas: [{ range: 'C6:C8', type: 'number' }], bodies: [vinhAn, triAn] })
  const at = { collection: id, body: triAn, expectedVersion: 0 }
  await done('khoi.trian', 'replies.submit', { ...at, cells: { C6: '1', C8: '3' } })
  const result = await done('chuyenvien', 'collections.filled', { id })
  const zip = readZip(decoded(result))
  assert.deepEqual([...zip.keys()], ['001-bieu-khoi-dan-van-xa-tri-an.xlsx', '000-danh-sach.txt'])
  assert.match(partOf(zip, '000-danh-sach.txt')!.toString(), /Đã gửi 1\/2.*- Khối dân vận thị trấn Vĩnh An/s)
  assert.equal(shownAt(sheetIn(partOf(zip, [...zip.keys()][0]!)!), { row: 8, column: 3 }), '3')
})

test('gửi thiếu ô bắt buộc, gõ ô không được hỏi, người khác, hai người cùng lúc, sau khi kết thúc', async () => {
  const id = await sent(rows)
  const at = { collection: id, body: vinhAn, expectedVersion: 0 }
  const few = await refused('khoi.vinhan', 'replies.submit', { ...at, cells: { C6: '9', C7: '1', G6: '2' } })
  for (const words of [/C7: ô này không phải/, /G6: ô này không phải/, /D6: chưa điền/, /F6: chưa điền/])
    assert.match(few.said, words)
  assert.equal((await refused('khoi.trian', 'replies.save', { ...at, cells: {} })).code, 'not-your-reply')
  assert.equal((await refused('khoi.trian', 'replies.open', at)).code, 'not-your-reply')
  assert.equal((await refused('khoi.trian', 'collections.filled', { id })).code, 'not-your-collection')
  await done('khoi.vinhan', 'replies.save', { ...at, cells: { C6: '9' } })
  const late = await refused('khoi.vinhan', 'replies.save', { ...at, cells: { C6: '10' } })
  assert.equal(late.code, 'changed-meanwhile')
  const cells = { C6: '9', D6: '8', E6: '7', F6: '6' }
  await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 1, cells })
  await done('chuyenvien', 'replies.return', { ...at, expectedVersion: 2, reason: 'xem lại số tổ' })
  await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 3, cells })
  await done('khoi.vinhan', 'replies.takeBack', { ...at, expectedVersion: 4 })
  await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 5, cells })
  assert.equal((await done('truongban', 'replies.accept', { ...at, expectedVersion: 6 })).stage, 'accepted')
  assert.equal(
    (await done('truongban', 'replies.reopen', { ...at, expectedVersion: 7, reason: 'sửa số tổ' })).stage,
    'returned',
  )
  await done('chuyenvien', 'collections.close', { id, expectedVersion: 3 })
  const closed = await refused('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 8, cells })
  assert.deepEqual([closed.code, /đã kết thúc/.test(closed.said)], ['collection-closed', true])
  await done('chuyenvien', 'collections.reopen', { id, expectedVersion: 4 })
  await done('khoi.vinhan', 'replies.submit', { ...at, expectedVersion: 8, cells })
})

test('đánh dấu sai: vùng lạ, ô gộp vắt ngang, chồng nhau, chỉ công thức, hai dòng một đơn vị; mọi lỗi cùng lúc', async () => {
  const made = await done('chuyenvien', 'collections.create', { ...head, file: file.toString('base64') })
  const at = {
    id: made.collection,
    expectedVersion: 1,
    sheet: 'Biểu 1',
    mode: 'rows',
    organisations: ['mobilisationBloc'],
  }
  const mark = (areas: object[], more: object = {}) =>
    refused('chuyenvien', 'collections.mark', { ...at, areas, ...more })
  const several = await mark([
    { range: 'hàng 5' },
    { range: 'D4:E9' },
    { range: 'G6:G17' },
    { range: 'G7:H8' },
    { range: '' },
  ])
  for (const words of [/“hàng 5” không phải vùng ô/, /Ô gộp C4:D4 nằm vắt qua/, /chỉ có công thức/, /chồng lên vùng/])
    assert.match(several.said, words)
  assert.match((await mark([])).said, /Chưa ghi vùng/)
  assert.match((await mark([{ range: 'A1:XFD1048576' }])).said, /nhiều quá/)
  const twice = await mark([{ range: 'C6:C7' }], {
    rows: [
      { row: 7, body: vinhAn },
      { row: 6, body: vinhAn },
    ],
  })
  assert.match(twice.said, /cùng một đơn vị/)
  const unsent = await refused('chuyenvien', 'collections.issue', { id: made.collection, expectedVersion: 1 })
  assert.match(unsent.said, /Chưa đánh dấu ô nào.*Chưa chọn đơn vị nào/)
  assert.equal((await refused('khoi.vinhan', 'collections.mark', { ...at, areas: [] })).code, 'not-your-collection')
})
