// Bad files are refused by a sentence, good ones are taken; pictures lose the place where they were taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { readPapers } from './paper.ts'
import { pdfOf, photo, swellingPdf } from '../../media/files.cast.ts'

async function refused(name: string, bytes: Buffer): Promise<{ code: string; vi: string }> {
  const { papers, problems } = await readPapers([{ name, bytes }])
  assert.deepEqual([papers.length, problems.length], [0, 1], name)
  return { code: problems[0]!.code, vi: problems[0]!.sentence.vi }
}

test('a PDF of three pages and two photographed pages are taken, in their order', async () => {
  const came = [
    { name: 'C:\\quét\\bao cao.pdf', bytes: await pdfOf(3) },
    { name: 'trang 4.png', bytes: await photo() },
    { name: 'trang 5.jpg', bytes: await photo('png') },
  ]
  const { papers, problems } = await readPapers(came)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    papers.map(({ name, mediaType, pages }) => [name, mediaType, pages]),
    [
      ['bao cao.pdf', 'application/pdf', 3],
      ['trang 4.jpg', 'image/jpeg', 1], // a name may lie, bytes do not
      ['trang 5.png', 'image/png', 1],
    ],
  )
  assert.deepEqual(papers[0]!.bytes, came[0]!.bytes)
})

test('where and by whom a picture was taken does not stay in it', async () => {
  const bytes = await photo()
  assert.ok((await sharp(bytes).metadata()).exif)
  const { papers } = await readPapers([{ name: 'trang 1.jpg', bytes }])
  assert.equal((await sharp(papers[0]!.bytes).metadata()).exif, undefined)
})

test('a workbook called PDF, a page, a program: not paper', async () => {
  for (const bytes of [
    Buffer.from('PK\u0003\u0004 biểu'),
    Buffer.from('<html><script>1</script>'),
    Buffer.from('MZ\u0090'),
  ])
    assert.equal((await refused('bao-cao.pdf', bytes)).code, 'not-paper')
  assert.match((await refused('bao-cao.pdf', Buffer.from('MZ'))).vi, /“bao-cao.pdf” không phải PDF, JPEG hay PNG/)
})

test('cut, locked, running and swelling files are refused', async () => {
  const pdf = await pdfOf(2)
  assert.equal((await refused('a.pdf', pdf.subarray(0, 60))).code, 'broken-file')
  const picture = await photo('jpeg', { width: 900, height: 1200 })
  assert.equal((await refused('a.jpg', picture.subarray(0, picture.length / 2))).code, 'broken-file')
  assert.equal((await refused('a.pdf', await pdfOf(1, { userPassword: 'kín' }))).code, 'locked-file')
  assert.equal((await refused('a.pdf', await pdfOf(1, { ownerPassword: 'kín' }))).code, 'locked-file')
  const script =
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>\nendobj'
  const running = `%PDF-1.4\n${script}\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\ntrailer << /Root 1 0 R >>`
  assert.equal((await refused('a.pdf', Buffer.from(running))).code, 'file-that-runs')
  assert.equal((await refused('a.pdf', swellingPdf())).code, 'swelling-file')
  assert.equal((await refused('a.png', await photo('png', { width: 9000, height: 9000 }))).code, 'too-many-pixels')
})

test('no file, too many pages, too large: said at once', async () => {
  assert.match((await readPapers([])).problems[0]!.sentence.vi, /Chưa chọn tệp/)
  assert.equal((await refused('a.pdf', Buffer.alloc(10_000_001))).code, 'too-large')
  const long = await readPapers([{ name: 'a.pdf', bytes: await pdfOf(201) }])
  assert.deepEqual(
    long.problems.map(({ code }) => code),
    ['too-many-pages'],
  )
})
