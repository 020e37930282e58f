// The workbook engine: what is outside of the written cells stays as it was, what was written is read again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must, sentencesOf } from '../../shared/result.ts'
import { cellAt, readSheet } from './cells.ts'
import { fillWorkbook, type Write } from './fill.ts'
import { columnName, columnNumber, parseRange, rangeName } from './ref.ts'
import { dayOfSerial, serialOfDay } from './serial.ts'
import { showsDate } from './styles.ts'
import { bookOf, type MadeBook } from './made.cast.ts'
import { openWorkbook } from './workbook.ts'
import { elementsOf, xmlOf } from './xml.ts'
import { partOf, readZip } from './zip.ts'

const open = (made: MadeBook) => must(openWorkbook(bookOf(made)))

const rows = `<row r="1" ht="30" customHeight="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="2"/><c r="C1" s="2"/></row>
<row r="3" spans="1:3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>12.50</v></c><c r="C3" t="str"><f>B3&amp;" ha"</f><v>12.5 ha</v></c></row>
<row r="5"><c r="A5" t="inlineStr"><is><r><t>Xã </t></r><r><t>Phú Lý</t></r></is></c><c r="B5" s="3"><v>45256</v></c></row>`
const made: MadeBook = {
  rows,
  strings: ['Biểu &amp; số liệu', 'Xã Mã Đà'],
  after: '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="B3"/>',
}

test('đọc: chữ chung, chữ trong ô, số, ngày, công thức có kết quả, ô gộp', () => {
  const sheet = readSheet(open(made), 'Biểu 1')
  const value = (row: number, column: number) => cellAt(sheet, { row, column })?.value
  assert.deepEqual(value(1, 1), { kind: 'text', text: 'Biểu & số liệu' })
  assert.deepEqual(value(5, 1), { kind: 'text', text: 'Xã Phú Lý' })
  assert.deepEqual(value(3, 2), { kind: 'number', text: '12.5' })
  assert.deepEqual(value(5, 2), { kind: 'date', text: '2023-11-26' })
  assert.deepEqual([value(3, 3)?.text, cellAt(sheet, { row: 3, column: 3 })?.formula], ['12.5 ha', true])
  assert.deepEqual(sheet.merged.map(rangeName), ['A1:C1'])
  assert.deepEqual([sheet.lastRow, sheet.lastColumn], [5, 3])
})

test('ghi: chỉ các ô được ghi đổi, kiểu ô giữ nguyên, phần khác của tệp giữ từng byte', () => {
  const before = bookOf(made)
  const book = must(openWorkbook(before))
  const writes: Write[] = [
    { row: 3, column: 2, value: { kind: 'number', text: '7.25' } },
    { row: 4, column: 2, value: { kind: 'text', text: '<Đủ> & "tốt"' } },
    { row: 5, column: 2, value: { kind: 'date', text: '2024-02-29' } },
    { row: 5, column: 4, value: { kind: 'date', text: '2024-02-29' } },
    { row: 9, column: 1, value: null },
  ]
  const after = fillWorkbook(book, book.sheets[0]!.part, writes)
  const sheet = readSheet(must(openWorkbook(after)), 'Biểu 1')
  const read = (row: number, column: number) => cellAt(sheet, { row, column })
  assert.deepEqual(read(3, 2), { row: 3, column: 2, style: 1, formula: false, value: { kind: 'number', text: '7.25' } })
  assert.equal(read(4, 2)?.value?.text, '<Đủ> & "tốt"')
  assert.deepEqual(read(5, 2)?.value, { kind: 'date', text: '2024-02-29' })
  assert.deepEqual(read(5, 4)?.value, { kind: 'text', text: '29/02/2024' })
  assert.deepEqual([read(3, 3)?.formula, read(3, 3)?.value], [true, null])
  const [old, fresh] = [readZip(before), readZip(after)]
  assert.deepEqual([...fresh.keys()], [...old.keys()])
  for (const [name, part] of old)
    if (name !== 'xl/workbook.xml' && !name.startsWith('xl/worksheets/sheet'))
      assert.deepEqual(fresh.get(name)!.packed, part.packed, name)
  assert.match(xmlOf(partOf(fresh, 'xl/workbook.xml'), ''), /<\/sheets><calcPr fullCalcOnLoad="1"\/>/)
  assert.match(sheet.xml, /<dimension ref="A1:D9"\/>/)
  assert.match(sheet.xml, /<row r="1" ht="30" customHeight="1"><c r="A1" s="2" t="s"><v>0<\/v>/)
})

const cellText = fc.oneof(
  fc.string(),
  fc.constantFrom('Đồng Thuận', 'ường', '_x0041_', ' có khoảng trắng ', 'a\nb', '=1+1'),
)
const isPlain = (text: string) => !/[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/.test(text)
const anyValue: fc.Arbitrary<Write['value']> = fc.oneof(
  fc.constant(null),
  cellText
    .filter((text) => text !== '' && isPlain(text))
    .map((text) => ({ kind: 'text' as const, text: text.normalize('NFC') })),
  fc.integer({ min: -1e12, max: 1e12 }).map((n) => ({ kind: 'number' as const, text: String(n / 100) })),
)
const anyWrites = fc.uniqueArray(
  fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 8 }), value: anyValue }),
  { selector: ({ row, column }) => `${row}:${column}`, maxLength: 30 },
)

test('ghi rồi đọc lại được đúng từng giá trị; ngoài các ô đã ghi không có gì đổi', () => {
  fc.assert(
    fc.property(anyWrites, fc.boolean(), (writes, prefixed) => {
      const plain = { ...made, rows: rows.replace(/<c r="C3".*?<\/c>/, ''), prefix: prefixed ? 'x:' : '' }
      const book = open(plain)
      const before = readSheet(book, 'Biểu 1')
      const after = readSheet(must(openWorkbook(fillWorkbook(book, before.part, writes))), 'Biểu 1')
      const written = new Map(writes.map((write) => [`${write.row}:${write.column}`, write]))
      for (const [key, cell] of after.cells)
        if (!written.has(key)) assert.deepEqual(cell, before.cells.get(key))
        else assert.deepEqual(cell.value, written.get(key)!.value)
      assert.equal(withoutWritten(after.xml, written), withoutWritten(before.xml, written))
      const places = [...after.cells.values()].map(({ row, column }) => row * 100 + column)
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 200 },
  )
})

/** The XML of a sheet with the written cells cut out, and rows that held nothing else. */
function withoutWritten(xml: string, written: ReadonlyMap<string, unknown>): string {
  let rest = xml.replace(/<(\w+:)?dimension [^>]*>/, '')
  for (const { start, end, head } of [...elementsOf(rest, 'c')].reverse()) {
    const at = parseRange(/r="(\w+)"/.exec(head)![1]!)!.from
    if (written.has(`${at.row}:${at.column}`)) rest = rest.slice(0, start) + rest.slice(end)
  }
  return rest
    .replaceAll(/ spans="[^"]*"/g, '')
    .replaceAll(/<(\w+:)?row r="\d+"><\/(\w+:)?row>|<(\w+:)?sheetData\/>/g, '')
}

test('ngày: lịch 1900 và 1904, số thứ tự đi về', () => {
  assert.deepEqual(
    [dayOfSerial(1, false), dayOfSerial(59, false), dayOfSerial(61, false)],
    ['1900-01-01', '1900-02-28', '1900-03-01'],
  )
  assert.deepEqual([dayOfSerial(0, true), dayOfSerial(43_794, true)], ['1904-01-01', '2023-11-26'])
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_000_000 }), fc.boolean(), (serial, old) => {
      assert.equal(serialOfDay(dayOfSerial(serial, old)!, old), serial)
    }),
  )
  const book = open({ ...made, date1904: true })
  assert.equal(cellAt(readSheet(book, 'Biểu 1'), { row: 5, column: 2 })?.value?.text, '2027-11-27')
  assert.deepEqual(['dd/mm/yyyy', '[$-42A]d mmm', '0.00', '#,##0 "ngày"', 'General'].map(showsDate), [
    true,
    true,
    false,
    false,
    false,
  ])
})

test('địa chỉ ô: tên cột đi về, vùng viết nhiều cách', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (n) => assert.equal(columnNumber(columnName(n)), n)))
  assert.deepEqual(
    ['b5 : $F$20', 'F20:B5', 'C3', 'XFE1', 'B0', 'A1:B2:C3', 'hàng 5'].map((text) => {
      const range = parseRange(text)
      return range && rangeName(range)
    }),
    ['B5:F20', 'B5:F20', 'C3', null, null, null, null],
  )
})

test('tệp không phải xlsx: mỗi loại một câu; tệp nén khai man, quá lớn bị từ chối trước khi mở', () => {
  const said = (bytes: Buffer) => {
    const opened = openWorkbook(bytes)
    return opened.ok ? 'mở được' : opened.refusal.code
  }
  const good = bookOf(made)
  const lying = Buffer.from(good)
  const end = lying.lastIndexOf(Buffer.from('504b0506', 'hex'))
  lying.writeUInt32LE(4_000_000_000, lying.readUInt32LE(end + 16) + 24)
  assert.deepEqual(
    [
      said(Buffer.alloc(0)),
      said(Buffer.from('%PDF-1.7 tên là bieu.xlsx')),
      said(Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      said(Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])),
      said(bookOf({ ...made, more: [{ name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }] })),
      said(good.subarray(0, good.length - 30)),
      said(lying),
      said(bookOf({ ...made, more: [{ name: 'xl/media/0.bin', bytes: Buffer.alloc(90_000_000) }] })),
      said(
        bookOf({ ...made, more: Array.from({ length: 1001 }, (_, i) => ({ name: `x${i}`, bytes: Buffer.alloc(1) })) }),
      ),
      said(Buffer.alloc(50_000_000, 'PK\u0003\u0004')),
      said(bookOf({ ...made, rows: '<!DOCTYPE a>' })),
      said(bookOf(made)),
    ],
    [
      ...['empty-file', 'is-pdf', 'is-xls', 'file-locked', 'has-macros', 'broken-file', 'file-unpacks-too-large'],
      ...['file-unpacks-too-large', 'file-unpacks-too-large', 'file-too-large', 'mở được', 'mở được'],
    ],
  )
  const pdf = openWorkbook(Buffer.from('%PDF-1.7'))
  assert.match(pdf.ok ? '' : sentencesOf(pdf.refusal).join(), /Đây là tệp PDF/)
})
