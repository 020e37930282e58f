// Certificates: every name whole, on one or two lines; one that cannot be printed stops all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { layoutOf, seedOf } from '../../documents/layout.ts'
import { squareOfPage } from '../../testing/square-of-page.ts'
import { certificatesPdf, type Award } from './certificate.ts'
import { printCertificates, printingOf } from './printer.ts'

const layout = layoutOf(seedOf('state').values)
const award: Award = {
  ...{ layout, title: 'GIẤY KHEN', awarder: 'Chủ tịch UBND phường Tân Triều', occasion: 'Tổng kết công tác dân vận' },
  ...{ place: 'Tân Triều', on: '2026-07-05', number: '12/QĐ-UBND', signerPost: 'Chủ tịch', illustrative: true },
  checkAt: 'https://danvan.example.vn/khen-thuong/kiem-tra',
}
const one = (name: string) => ({
  name,
  under: 'Tổ trưởng, Tổ 3',
  merits: ['Ngõ nở hoa'],
  book: '7/2026',
  code: 'abcd2345wxyz',
})
const long = 'Chi hội Phụ nữ khu phố Nguyễn Thị Minh Khai phường Tân Triều'

test('a page each, with name, number, book and code to be read and copied', async () => {
  const file = await certificatesPdf(award, [one('Trần Giả Định'), one(long)])
  assert.ok(Buffer.isBuffer(file))
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  assert.equal(totalPages, 2)
  const [first, second] = (text as string[]).map((page) => page.replaceAll(/\s+/g, ' ').normalize('NFC'))
  for (const said of ['Trần Giả Định', 'GIẤY KHEN', '12/QĐ-UBND', 'số 7/2026', 'abcd-2345-wxyz', 'MINH HOẠ'])
    assert.ok(first!.includes(said), `${said} in ${first}`)
  assert.ok(second!.includes(long), second)
})

test('one faulty name is named and nothing is printed', async () => {
  assert.deepEqual(await certificatesPdf(award, [one('Trần Giả Định'), one('Tổ 😀'), one(long)]), { faulty: ['Tổ 😀'] })
})

test('a name of one word and one of sixty letters: both whole, and the square of each page is read by another program', async () => {
  const codes = ['abcd2345wxyz', 'bcde3456xyza']
  const printed = [
    { ...one('Hoà'), code: codes[0]! },
    { ...one(long), code: codes[1]! },
  ]
  const file = new Uint8Array((await certificatesPdf(award, printed)) as Buffer)
  for (const [page, code] of codes.entries()) assert.equal(await squareOfPage(file, page), `${award.checkAt}/${code}`)
  const { text } = await extractText(await getDocumentProxy(file))
  assert.match((text as string[])[0]!.normalize('NFC'), /Hoà/)
})

test('a thousand, beside: one faulty line and none is printed; a part is the part asked for, and only where all can be', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => one(`Người Giả Định số ${i + 1}`))
  const faulty = many.with(500, one('Tổ 漢字'))
  const part = { from: 101, to: 103 }
  assert.deepEqual(await printCertificates(7, { award, printed: faulty, part }), { faulty: ['Tổ 漢字'] })
  const file = await printCertificates(7, { award, printed: many, part })
  assert.ok(!('faulty' in file))
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(file)))
  assert.equal(totalPages, 3)
  assert.match((text as string[])[0]!.replaceAll(/\s+/g, ' ').normalize('NFC'), /Người Giả Định số 101 /)
})

test('while many are drawn it is said how far they are; then nothing is being printed', async () => {
  const many = Array.from({ length: 200 }, (_, i) => one(`Người Giả Định số ${i + 1}`))
  const going = printCertificates(8, { award, printed: many, part: { from: 1, to: 200 } })
  const seen = new Set<number>()
  const watch = setInterval(() => seen.add(printingOf(8)!.done), 2)
  await going.finally(() => clearInterval(watch))
  assert.ok(seen.has(0) && seen.size > 1 && [...seen].every((done) => done % 20 === 0), [...seen].join(' '))
  assert.equal(printingOf(8), null)
})
