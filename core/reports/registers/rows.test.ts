// The printed register keeps every number, with its reason, its successor and what corrected it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { verifyLayout } from '../layout/check.ts'
import { bookOf } from './rows.cast.ts'
import { registerPdf, registerWorkbook } from './register.file.ts'
import { registerColumns, registerRows } from './rows.ts'

test('in the order of numbers, with all notes', () => {
  const rows = registerRows(bookOf(3))
  assert.deepEqual(
    rows.map((row) => [row[0], row[6], row[7]]),
    [
      ['01-BC/HU', '12', 'Huỷ số: soạn nhầm tên loại'],
      ['02-BC/HU', '12', 'Được thay bằng 03-BC/HU; Đính chính theo 01-CV/HU ngày 08/01/2024'],
      ['03-BC/HU', '12', 'Thay văn bản 02-BC/HU; Có bản quét'],
    ],
  )
  assert.equal(rows[0]![1], '28/12/2023')
  assert.match(rows[0]![2]!, /^Báo cáo: /)
})

test('five hundred lines print on many wide pages, and open as a workbook', async () => {
  const sheet = {
    title: 'Sổ đăng ký văn bản đi',
    body: 'Huyện ủy Vĩnh Cửu',
    span: 'Năm 2023',
    columns: registerColumns,
    illustrative: true,
  }
  const rows = registerRows(bookOf(500))
  const pdf = await getDocumentProxy(new Uint8Array(await registerPdf({ ...sheet, rows })))
  assert.ok(pdf.numPages > 20)
  const { width, height } = (await pdf.getPage(2)).getViewport({ scale: 1 })
  assert.ok(width > height)
  const words = (await (await pdf.getPage(2)).getTextContent()).items.map((item) => ('str' in item ? item.str : ''))
  assert.ok(words.join(' ').includes('Trích yếu'.toLowerCase()) || words.join(' ').includes('trích'))
  const book = await registerWorkbook({ ...sheet, rows })
  assert.equal(book.subarray(0, 2).toString(), 'PK')
  assert.equal(await verifyLayout(book), null) // no Word file
})
