// Bytes tell what a file is; what could run, or is two things at once, is refused by a sentence that says what to do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { heicOnly, pdfOf, photo, smallestZip } from './files.cast.ts'
import { kinds, sniff } from './sniff.ts'

const drawn = sharp({ create: { width: 30, height: 20, channels: 3, background: '#336699' } })
const [jpeg, png, pdf] = [await photo(), await photo('png'), await pdfOf(1)]
const bytes = (text: string) => Buffer.from(text, 'latin1')

async function codeOf(content: Uint8Array): Promise<string> {
  const told = await sniff(content)
  if (typeof told === 'string') return told
  assert.ok(/[.]$/.test(told.vi) && / (Hãy|vào) /.test(told.vi) && told.en, told.code)
  return told.code
}

const taken: [string, Uint8Array, string][] = [
  ['a photograph', jpeg, 'jpeg'],
  ['a picture of the screen', png, 'png'],
  ['WebP', await drawn.clone().webp().toBuffer(), 'webp'],
  ['AVIF', await drawn.clone().avif().toBuffer(), 'avif'],
  ['HEIC', heicOnly, 'heic'],
  ['PDF', pdf, 'pdf'],
  ['text', Buffer.from('Kính gửi UBND xã,\ncống <trước nhà> bị nghẹt.\n'), 'text'],
  ['text with the mark of its order', Buffer.from('\ufeffKính gửi'), 'text'],
  [
    'a phone’s photograph with more behind it',
    Buffer.concat([jpeg, bytes('SEFHe\0\0\0SEFT'), Buffer.alloc(900, 3)]),
    'jpeg',
  ],
]

for (const [name, content, kind] of taken)
  test(`taken: ${name}`, async () => {
    assert.equal(await codeOf(content), kind)
    assert.ok(kind in kinds)
  })

const refused: [string, Uint8Array, string][] = [
  ['nothing', Buffer.alloc(0), 'empty-file'],
  ['a program of Linux', Buffer.concat([bytes('\u007fELF\u0002\u0001\u0001'), Buffer.alloc(60)]), 'program'],
  ['a program of Windows', bytes('MZ\u0090\0\u0003'), 'program'],
  ['a script', bytes('#!/bin/sh\nrm -rf /\n'), 'program'],
  ['a batch file', bytes('@echo off\r\ndel *'), 'program'],
  ['a shortcut', bytes('[InternetShortcut]\r\nURL=file:///x'), 'program'],
  ['a page', bytes('<!doctype html><p>x'), 'web-page'],
  ['a page with blanks before it', bytes('\n\n  <html>'), 'web-page'],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'web-page'],
  ['SVG as XML', bytes('<?xml version="1.0"?><svg/>'), 'web-page'],
  ['code of a page in text', Buffer.from('xin chào <script>alert(1)</script>'), 'web-page'],
  [
    'Word',
    Buffer.concat([bytes('PK\u0003\u0004'), Buffer.alloc(26), bytes('[Content_Types].xml word/')]),
    'office-file',
  ],
  ['Excel', Buffer.concat([bytes('PK\u0003\u0004'), Buffer.alloc(26), bytes('xl/workbook.xml')]), 'office-file'],
  ['old Word', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'office-file'],
  ['RTF', bytes('{\\rtf1 xin chào}'), 'office-file'],
  ['ZIP', Buffer.concat([bytes('PK\u0003\u0004'), Buffer.alloc(60)]), 'archive'],
  ['RAR', Buffer.concat([bytes('Rar!\u001a\u0007\u0001\0'), Buffer.alloc(60)]), 'archive'],
  ['gzip', Buffer.concat([Buffer.from('1f8b08', 'hex'), Buffer.alloc(60)]), 'archive'],
  [
    'MP4',
    Buffer.concat([Buffer.from([0, 0, 0, 24]), bytes('ftypisom\0\0\0\0isommp42'), Buffer.alloc(60)]),
    'video-or-sound',
  ],
  [
    'MP3',
    Buffer.concat([bytes('ID3\u0003\0\0\0\0\0\0'), Buffer.from('fffb9064', 'hex'), Buffer.alloc(60)]),
    'video-or-sound',
  ],
  ['GIF', await drawn.clone().gif().toBuffer(), 'other-picture'],
  ['TIFF', await drawn.clone().tiff().toBuffer(), 'other-picture'],
  ['old letters (not UTF-8)', Buffer.from([0x4b, 0xed, 0x6e, 0x68, 0x20, 0xff]), 'unknown-file'],
  ['anything', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'unknown-file'],
]

for (const [name, content, code] of refused)
  test(`refused: ${name}`, async () => {
    assert.equal(await codeOf(content), code)
  })

const double: [string, Uint8Array, string][] = [
  ['a photograph that is an archive from behind', Buffer.concat([jpeg, smallestZip]), 'archive'],
  [
    '… with a note after it',
    Buffer.concat([jpeg, smallestZip.subarray(0, 20), Buffer.from([3, 0]), bytes('abc')]),
    'archive',
  ],
  ['a PDF that is an archive', Buffer.concat([pdf, smallestZip]), 'archive'],
  ['text that is an archive', Buffer.concat([bytes('xin chao '), smallestZip]), 'unknown-file'],
  ['a photograph with a RAR behind it', Buffer.concat([jpeg, bytes('Rar!\u001a\u0007\0')]), 'archive'],
  [
    'a photograph with a page in a remark',
    Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 10]), bytes('<sCript '), jpeg.subarray(2)]),
    'web-page',
  ],
  [
    'a photograph with a program behind it',
    Buffer.concat([jpeg, bytes('MZ…This program cannot be run in DOS mode')]),
    'program',
  ],
  [
    'a photograph that readers take for a PDF',
    Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 10]), bytes('%PDF-1.4'), jpeg.subarray(2)]),
    'file-that-runs',
  ],
]

for (const [name, content, code] of double)
  test(`two at once: ${name}`, async () => {
    assert.equal(await codeOf(content), code)
  })

test('a picture’s own noise is not mistaken for something hidden', async () => {
  const size = 900
  const noise = Buffer.from(
    Uint8Array.from({ length: size * size * 3 }, (_, i) => Math.imul(i ^ (i >> 7), 2654435761) >>> 24),
  )
  const picture = sharp(noise, { raw: { width: size, height: size, channels: 3 } })
  for (const content of [
    await picture.clone().png().toBuffer(),
    await picture.clone().jpeg({ quality: 95 }).toBuffer(),
  ])
    assert.match(await codeOf(content), /^(png|jpeg)$/)
})

test('whatever comes is told, never thrown', async () => {
  const starts = [jpeg, png, pdf, heicOnly, bytes('PK\u0003\u0004'), bytes('{\\rtf'), bytes('RIFF')]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.nat(600),
      fc.uint8Array({ maxLength: 200 }),
      async (start, cut, rest) => {
        await codeOf(Buffer.concat([start.subarray(0, cut), rest]))
      },
    ),
    { numRuns: 500 },
  )
})
