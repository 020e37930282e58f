// An act as a sheet: separators, byte order mark, wrong headings, a broken row far down; ten thousand rows in seconds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operator } from '../shared/actor.ts'
import { placesOfLevel } from '../places/place.read.ts'
import { app, document, done, refused } from './act.cast.ts'
import { readShare } from '../places/act/change.ts'
import { readSheet, templateText } from './sheet.ts'

const head = 'thay đổi;mã cũ;mã mới;tên mới;loại mới;mã cấp trên mới;tỉ lệ;cách chia;ghi chú'
const codes = (text: string) => {
  const sheet = readSheet(text)
  return sheet.ok ? sheet.lines.length : sheet.faults.map(({ line, column, code }) => [line, column, code].join(' '))
}

test('commas, semicolons and tabs, with and without a byte order mark, say the same', () => {
  const rows = [head, 'nhập;26173;26170;;;;;;', 'nhập;26170;26170;Trị An;Phường;75;;;']
  const lines = rows.map((row) => row.split(';'))
  for (const [separator, mark] of [
    [';', ''],
    [',', '\uFEFF'],
    ['\t', '\uFEFF'],
  ] as const) {
    const sheet = readSheet(mark + lines.map((cells) => cells.join(separator)).join('\r\n'))
    assert.ok(sheet.ok)
    assert.deepEqual(sheet.lines[1], {
      ...{ line: 3, kind: 'merge', from: '26170', code: '26170', name: 'Trị An', type: 'Phường', parent: '75' },
      ...{ share: null, method: null, note: null },
    })
  }
})

test('every faulty cell is named by its row and column', () => {
  assert.deepEqual(codes(''), ['  empty'])
  assert.deepEqual(codes(head), ['  empty'])
  assert.deepEqual(codes('mã cũ;tên mới;màu\n26173;A;đỏ'), ['1  strange-heading', '1 kind no-heading'])
  assert.deepEqual(codes(`${head}\nxoá;2617;26170;;Làng;;1,5;theo ý;\n;;;A;;;;;`), [
    ...[
      '2 kind unknown-kind',
      '2 from bad-code',
      '2 type unknown-type',
      '2 share bad-share',
      '2 method unknown-method',
    ],
    ...['3 kind no-kind', '3 from no-from'],
  ])
  assert.deepEqual(codes(`${head}\nnhập;26173;26170;;;;;;;thừa`), ['2  too-many-cells'])
  assert.deepEqual(codes(templateText), ['  empty'])
})

test('a broken row 4,001 is named', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `đổi tên;${10000 + i};;Tên ${i};;;;;`)
  rows[3999] = 'đổi tên;14000;;"Tên;;;;;'
  const sheet = readSheet([head, ...rows].join('\n'))
  assert.ok(!sheet.ok)
  assert.match(`${sheet.faults[0]!.line} ${sheet.faults[0]!.vi}`, /^(4001|5001) .*dấu nháy kép/)
})

test('shares are read as people write them', () => {
  assert.deepEqual(['0,35', '0.35', '35%', '35 %', '1', '100%'].map(readShare), [
    '0.35',
    '0.35',
    '0.35',
    '0.35',
    '1',
    '1',
  ])
  assert.deepEqual(['0', '1,01', '101%', 'a', '-0,1'].map(readShare), [null, null, null, null, null])
})

test('a dry run lists every problem by row and saves nothing', async () => {
  const rows = ['đổi tên;26173;;Phú Lý Mới;;;;;', 'đổi tên;99999;;A;;;;;', 'nhập;26170;26170;;;;;;']
  const input = { ...document, number: '90/NQ', text: [head, ...rows].join('\n'), dryRun: true }
  const { code, said } = await refused(operator, 'acts.import', input)
  assert.equal(code, 'act-faults')
  assert.deepEqual(
    said.map((line) => line.split(':')[0]),
    ['lines.3.from', 'lines.4.code'],
  )
  assert.match(said[0]!, /Dòng 3: hôm trước ngày 01\/07\/2026 không có đơn vị mang mã 99999/)
  assert.equal((await refused(operator, 'acts.import', { ...input, dryRun: false })).code, 'act-faults')
  assert.deepEqual((await done(operator, 'acts.list')).acts, [])
})

test('the 3,321 communes renamed in one act, and back by another the next day', async () => {
  const communes = await placesOfLevel(app.db, 'commune', { day: '2026-06-30' })
  const sheetOf = (name: (one: (typeof communes)[0]) => string) =>
    [head, ...communes.map((one) => `đổi tên;${one.code};;${name(one)};;;;;`)].join('\n')
  const text = sheetOf(({ name }) => `${name} Mới`)
  const started = performance.now()
  const dry = await done(operator, 'acts.import', { ...document, number: '91/NQ', text, dryRun: true })
  assert.deepEqual([dry.saved, dry.id, dry.lines, dry.same, dry.made], [false, null, 3321, 3321, 0])
  const saved = await done(operator, 'acts.import', { ...document, number: '91/NQ', text })
  const seconds = (performance.now() - started) / 1000
  assert.deepEqual([saved.saved, saved.changed], [true, 3321])
  assert.ok(seconds < 20, `${seconds.toFixed(1)} s`)
  assert.equal((await refused(operator, 'acts.import', { ...document, number: '91/NQ', text })).code, 'act-faults')
  const back = { ...document, number: '92/NQ', effectiveOn: '2026-07-02', text: sheetOf(({ name }) => name) }
  assert.equal((await done(operator, 'acts.import', back)).same, 3321)
})
