// Pictures made anew say nothing of the phone; covered parts are gone; what hangs or breaks is refused, and pages go on.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { isFault, type Fault } from './faults.ts'
import { heicOnly, pdfOf, photo, swellingPdf, talkativePhoto } from './files.cast.ts'
import { limits } from './limits.ts'
import { blur, end, lookAtPdf, lookAtPicture, reencode, type Reencoded } from './workshop.ts'

after(end)

function made(answer: Reencoded | Fault): Reencoded {
  assert.ok(!isFault(answer), isFault(answer) ? answer.code : '')
  return answer
}

function codeOf(answer: object): string {
  assert.ok(isFault(answer), JSON.stringify(answer))
  return answer.code
}

async function pixelsOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return {
    ...info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
  }
}

test('Lan’s photograph comes out upright and small, without place, owner, colours of the phone and remarks', async () => {
  const bytes = await talkativePhoto()
  const inside = await sharp(bytes).metadata()
  assert.ok(inside.exif && inside.xmp && inside.icc && inside.orientation === 6)
  for (const format of ['jpeg', 'webp'] as const) {
    const { picture, thumbnail } = made(await reencode(bytes, format, { ...limits, thumbnailSide: 40 }))
    assert.deepEqual([picture.width, picture.height, picture.mediaType], [80, 160, `image/${format}`])
    assert.deepEqual([thumbnail.width, thumbnail.height], [20, 40])
    for (const one of [picture, thumbnail]) {
      const { exif, xmp, icc, iptc, orientation } = await sharp(one.bytes).metadata()
      assert.deepEqual([exif, xmp, icc, iptc, orientation], [undefined, undefined, undefined, undefined, undefined])
      const text = Buffer.from(one.bytes).toString('latin1')
      assert.doesNotMatch(text, /CHU-MAY|TOA-DO|LOI-CHU-THICH|Exif|xmpmeta|ICC_PROFILE|ICCP|GPS/)
    }
    const { at } = await pixelsOf(picture.bytes)
    const [top, bottom] = [at(40, 4), at(40, 150)]
    assert.ok(top[0]! > 200 && top[2]! < 60, `red is above: ${top}`)
    assert.ok(bottom[2]! > 200 && bottom[0]! < 60, `blue is below: ${bottom}`)
  }
})

test('the longest side is limited, small pictures stay as small, what is transparent becomes white', async () => {
  const wide = sharp({ create: { width: 3000, height: 600, channels: 3, background: '#808080' } })
  const { picture } = made(await reencode(await wide.jpeg().toBuffer()))
  assert.deepEqual([picture.width, picture.height], [limits.longestSide, 400])
  const glass = sharp({ create: { width: 30, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  const small = made(await reencode(await glass.png().toBuffer()))
  assert.deepEqual([small.picture.width, small.thumbnail.width], [30, 30])
  assert.deepEqual((await pixelsOf(small.picture.bytes)).at(15, 10), [255, 255, 255])
  const grey = sharp({ create: { width: 30, height: 20, channels: 3, background: '#404040' } }).greyscale()
  for (const encoded of [await grey.clone().png().toBuffer(), await grey.clone().avif().toBuffer()])
    assert.ok(Math.abs((await pixelsOf(made(await reencode(encoded)).picture.bytes)).at(9, 9)[0]! - 0x40) < 6)
})

test('a covered plate is gone: two plates that differ in every letter leave the same bytes', async () => {
  const boxes = [{ left: 0.25, top: 0.25, width: 0.5, height: 0.5 }]
  const striped = (odd: number) => {
    const data = Buffer.alloc(192 * 192 * 3, 90)
    for (let y = 48; y < 144; y++)
      for (let x = 48; x < 144; x++) data.fill((x + y) % 2 === odd ? 255 : 0, (y * 192 + x) * 3, (y * 192 + x) * 3 + 3)
    return sharp(data, { raw: { width: 192, height: 192, channels: 3 } })
      .png()
      .toBuffer()
  }
  const [one, two] = [await striped(0), await striped(1)]
  assert.notDeepEqual(made(await reencode(one)).picture.bytes, made(await reencode(two)).picture.bytes)
  const [first, second] = [made(await blur(one, boxes)), made(await blur(two, boxes))]
  assert.deepEqual(first.picture.bytes, second.picture.bytes)
  assert.deepEqual(first.thumbnail.bytes, second.thumbnail.bytes)
  const { at } = await pixelsOf(first.picture.bytes)
  assert.ok(Math.abs(at(96, 96)[0]! - 128) < 20, `mean colour: ${at(96, 96)}`)
  assert.ok(Math.abs(at(8, 8)[0]! - 90) < 6, `left alone: ${at(8, 8)}`)
})

test('boxes outside the picture, without size, or too many are refused; a whole picture may be covered', async () => {
  const bytes = await photo()
  const box = (left: number, top: number, width: number, height: number) => [{ left, top, width, height }]
  for (const wrong of [box(-0.1, 0, 0.5, 0.5), box(0.6, 0, 0.5, 0.5), box(0, 0, 0, 1), box(Number.NaN, 0, 1, 1)])
    assert.equal(codeOf(await blur(bytes, wrong)), 'bad-boxes')
  const many = Array.from({ length: limits.mostBoxes + 1 }, () => box(0, 0, 1, 1)[0]!)
  assert.equal(codeOf(await blur(bytes, many)), 'bad-boxes')
  assert.equal(made(await blur(bytes, box(0, 0, 1, 1))).picture.width, 60)
  assert.equal(made(await blur(bytes, [])).picture.width, 60)
})

test('cut, damaged, huge and unreadable pictures are refused, not thrown; no decoder but four is used', async () => {
  const bytes = await photo('jpeg', { width: 900, height: 1200 })
  for (const ask of [reencode, lookAtPicture]) {
    assert.equal(codeOf(await ask(bytes.subarray(0, bytes.length / 2))), 'broken-file')
    assert.equal(codeOf(await ask(Buffer.from('không phải ảnh'))), 'broken-file')
    assert.equal(codeOf(await ask(heicOnly)), 'heic')
  }
  const few = { ...limits, mostMegapixels: 0.5 }
  assert.equal(codeOf(await lookAtPicture(bytes, few)), 'too-many-pixels')
  assert.equal(codeOf(await reencode(bytes, 'jpeg', few)), 'too-many-pixels')
  const drawn = sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
  for (const other of [
    await drawn.clone().gif().toBuffer(),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ])
    assert.equal(codeOf(await reencode(other)), 'broken-file')
  assert.deepEqual(await lookAtPicture(await talkativePhoto()), { width: 80, height: 160 })
})

test('PDF: whole ones tell their pages; locked, running, swelling, carrying and long ones are refused', async () => {
  assert.deepEqual(await lookAtPdf(await pdfOf(3)), { pages: 3 })
  assert.equal(codeOf(await lookAtPdf((await pdfOf(2)).subarray(0, 60))), 'broken-file')
  assert.equal(codeOf(await lookAtPdf(await pdfOf(1, { userPassword: 'kín' }))), 'locked-file')
  assert.equal(codeOf(await lookAtPdf(swellingPdf())), 'swelling-file')
  assert.equal(codeOf(await lookAtPdf(await pdfOf(4), { ...limits, mostPages: 3 })), 'too-many-pages')
  const onOpening = written('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>', '')
  const onPage = written('', '/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')
  const note = '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (a.exe) >> >>'
  for (const pdf of [onOpening, onPage, written('', `/Annots [${note}]`)])
    assert.equal(codeOf(await lookAtPdf(pdf)), 'file-that-runs')
  const link = (action: string) =>
    written('', `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << ${action} >> >>]`)
  assert.equal(codeOf(await lookAtPdf(link('/S /Launch /F (cmd.exe)'))), 'file-that-runs')
  for (const harmless of [written('', ''), link('/S /URI /URI (https://example.vn/a)')])
    assert.deepEqual(await lookAtPdf(harmless), { pages: 1 })
})

function written(catalog: string, page: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] ${page} >>\nendobj\ntrailer << /Root 1 0 R >>`,
  )
}

test('a file that takes too long is given up, and the next one is opened all the same', async () => {
  const bytes = await photo('png', { width: 3000, height: 3000 })
  const [slow, next] = await Promise.all([
    reencode(bytes, 'webp', { ...limits, secondsOfJob: 0.02 }),
    lookAtPicture(bytes),
  ])
  assert.equal(codeOf(slow), 'too-hard')
  assert.deepEqual(next, { width: 3000, height: 3000 })
})

test('when too many wait at the door the next is asked to come again; jobs are not', async () => {
  const bytes = await photo()
  const few = { ...limits, mostLooks: 2 }
  const answers = await Promise.all(Array.from({ length: 4 }, () => lookAtPicture(bytes, few)))
  assert.deepEqual(
    answers.map((answer) => isFault(answer) && answer.code),
    [false, false, 'busy', 'busy'],
  )
  ;(await Promise.all([reencode(bytes, 'jpeg', few), reencode(bytes, 'jpeg', few), blur(bytes, [], few)])).forEach(made)
  assert.ok(!isFault(await lookAtPicture(bytes, few)))
  assert.equal(codeOf(await lookAtPicture(bytes, { ...limits, secondsOfLook: 0.0001 })), 'too-hard')
})

test('a process that dies over a file refuses that file only', async () => {
  const bytes = await photo('png', { width: 3000, height: 3000 })
  const dying = reencode(bytes, 'webp')
  setTimeout(end, 50)
  assert.equal(codeOf(await dying), 'too-hard')
  made(await reencode(await photo()))
})

test('fifteen photographs at once leave the server free to answer', async () => {
  const bytes = await photo('jpeg', { width: 1600, height: 1200 })
  await lookAtPicture(bytes)
  let latest = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - latest)
    latest = performance.now()
  }, 5)
  const answers = await Promise.all(Array.from({ length: 15 }, () => reencode(bytes)))
  clearInterval(timer)
  answers.forEach(made)
  assert.ok(longest < 400, `once nothing was answered for ${Math.round(longest)} ms`)
})
