// A citizen sends files with the letter: good ones are taken as they came, bad ones are all named in one answer.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readAttachments } from './attachments.ts'
import { heicOnly, pdfOf, photo } from './files.cast.ts'
import { downloadHeaders, pictureHeaders } from './headers.ts'
import { limits } from './limits.ts'
import { end } from './workshop.ts'

after(end)

test('Lan sends two photographs, a PDF and a note: names say what the files are, bytes are as they came', async () => {
  const came = [
    { name: 'C:\\ảnh\\cống nghẹt.HEIC', bytes: await photo() },
    { name: 'man-hinh', bytes: await photo('png') },
    { name: '../../đơn\u202efdp.exe', bytes: await pdfOf(2) },
    { name: '.txt', bytes: Buffer.from('Cống trước nhà bị nghẹt.') },
  ]
  const { attachments, problems } = await readAttachments(came)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    attachments.map(({ name, kind, mediaType, pages }) => [name, kind, mediaType, pages]),
    [
      ['cống nghẹt.jpg', 'jpeg', 'image/jpeg', 1],
      ['man-hinh.png', 'png', 'image/png', 1],
      ['đơnfdp.pdf', 'pdf', 'application/pdf', 2],
      ['dinh-kem.txt', 'text', 'text/plain', 1],
    ],
  )
  assert.ok(attachments.every(({ bytes }, i) => bytes === came[i]!.bytes))
  assert.deepEqual(await readAttachments([]), { attachments: [], problems: [] })
})

test('every bad file has its sentence, and then none is taken', async () => {
  const few = { ...limits, megabytesEach: 0.01, textKilobytes: 1 }
  const came = [
    { name: 'ok.jpg', bytes: await photo() },
    { name: 'phim.mp4', bytes: Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isommp42', 'latin1') },
    { name: 'IMG_0001.HEIC', bytes: heicOnly },
    { name: 'to.bin', bytes: Buffer.alloc(10_001) },
    { name: 'dài.txt', bytes: Buffer.from('x'.repeat(1001)) },
  ]
  const { attachments, problems } = await readAttachments(came, few)
  assert.equal(attachments.length, 0)
  assert.deepEqual(
    problems.map(({ field, code }) => [field, code]),
    [
      ['files', 'video-or-sound'],
      ['files', 'heic'],
      ['files', 'too-large'],
      ['files', 'too-long'],
    ],
  )
  assert.match(problems[1]!.sentence.vi, /^“IMG_0001.HEIC” là ảnh HEIC .*Tương thích nhất/)
  assert.match(problems[2]!.sentence.vi, /^“to.bin” lớn hơn 0.01 MB\. Hãy /)
})

test('too many files, too much together: said before anything is opened', async () => {
  const many = Array.from({ length: limits.mostFiles + 1 }, () => ({ name: 'a', bytes: Buffer.alloc(5_000_000) }))
  const { problems } = await readAttachments(many)
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['too-many', 'too-large-together'],
  )
})

test('whatever was sent goes out to be saved and never run; only our own pictures may show in a page', () => {
  const file = { fileName: 'đơn "gấp".pdf', mediaType: 'application/pdf', bytes: 12 }
  const headers = downloadHeaders(file)
  assert.match(headers['content-disposition']!, /^attachment; filename="[^"\\đ]*"; filename\*=UTF-8''%C4%91/)
  assert.deepEqual(
    [headers['content-security-policy'], headers['x-content-type-options'], headers['content-length']],
    ["default-src 'none'; sandbox", 'nosniff', '12'],
  )
  assert.match(pictureHeaders({ ...file, mediaType: 'image/jpeg' })['content-disposition']!, /^inline;/)
  assert.equal(downloadHeaders({ ...file, mediaType: 'text/plain' })['content-type'], 'text/plain; charset=utf-8')
  assert.throws(() => pictureHeaders(file))
  assert.ok(downloadHeaders({ ...file, fileName: 'nửa \ud800 đôi.pdf' }))
})
