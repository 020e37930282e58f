// The issued report of the sample year as PDF: the same words as Word and HTML, the paper of the Party, readable by ear.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { openCast, type Answer } from '../report.cast.ts'

const { done, programme } = await openCast()
const asked = { programme, kind: 'final', period: '2023' }
const file = await done('chuyenvien', 'preview', { ...asked, format: 'pdf' })
const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(file.content, 'base64')), { verbosity: 0 })
const mm = (points: number) => (points * 25.4) / 72

interface Item {
  str: string
  x: number
  /** From the upper edge to the line it stands on. */
  y: number
  width: number
  size: number
}

async function itemsOf(page: number): Promise<Item[]> {
  const opened = await pdf.getPage(page)
  const { height } = opened.getViewport({ scale: 1 })
  const { items } = await opened.getTextContent()
  return (items as Answer[])
    .filter((item) => item.str?.trim())
    .map(({ str, transform, width }) => {
      const upright = Math.abs(transform[1]) < 0.01
      const at = { x: mm(transform[4]), y: mm(height - transform[5]), size: Math.hypot(transform[0], transform[1]) }
      return { str, ...at, width: upright ? mm(width) : 0 }
    })
}

const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => itemsOf(i + 1)))
/** Without the watermark, which is the largest, and the foot. */
const printed = pages.map((items) => items.filter((item) => item.size < 30))

test('mọi chữ của bản HTML đều có, đúng thứ tự, chữ Việt đủ dấu', async () => {
  const words = (text: string) =>
    text
      .normalize('NFC')
      .replaceAll(/[\s\u00a0]+/g, ' ')
      .trim()
  const all = words(
    printed
      .flat()
      .map(({ str }) => str)
      .join(' '),
  )
  for (const said of [
    'Thực hiện Chương trình số 42-CTr/HU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số liệu minh hoạ',
    '(12.726/28.280)',
  ])
    assert.ok(all.includes(said) || all.replaceAll(' ', '').includes(said.replaceAll(' ', '')), said)
  const html = await done('chuyenvien', 'preview', { ...asked, format: 'html' })
  const tokens = new Set(all.split(' '))
  const figures = [...html.content.matchAll(/data-figure="[^"]*"[^>]*>(?:<a[^>]*>)?([^<]+)</g)].map(([, text]) =>
    words(text!),
  )
  const missing = figures
    .flatMap((figure) => figure.split(' '))
    .filter((one) => !tokens.has(one) && !all.replaceAll(' ', '').includes(one))
  assert.ok(figures.length > 50)
  assert.deepEqual(missing, [])
})

test('lề, cỡ chữ và số trang như văn bản của Đảng', () => {
  const [first, second] = printed as [Item[], Item[]]
  const body = second.filter((item) => item.size === 14 && item.y > 18 && item.y < 280)
  assert.equal(Math.round(Math.min(...body.map((item) => item.x))), 30)
  const right = Math.max(...body.map((item) => item.x + item.width))
  assert.ok(Math.abs(right - 195) < 1, `${right}`)
  assert.ok(Math.min(...body.map((item) => item.y)) > 20)
  const number = second.find((item) => item.str.trim() === '2' && item.y < 18)!
  assert.ok(Math.abs(number.x + number.width / 2 - 105) < 1)
  assert.ok(!first.some((item) => item.str.trim() === '1' && item.y < 18))
})

test('không chữ nào ra ngoài giấy, không hai dòng nào chồng lên nhau', async () => {
  for (const [i, items] of printed.entries()) {
    const [, , width] = (await pdf.getPage(i + 1)).view
    assert.ok(items.every((item) => item.x > 10 && item.x + item.width < mm(width!) - 10))
  }
})

test('có dấu trang theo các phần, có cấu trúc đọc thành tiếng, phông nhúng trong tệp', async () => {
  const outline = (await pdf.getOutline())!
  assert.ok(outline.some(({ title }) => /KẾT QUẢ CÔNG TÁC DÂN VẬN/i.test(title)))
  assert.ok(outline[0]!.items.length > 2)
  assert.equal((await pdf.getMarkInfo())!.Marked, true)
  const kinds = new Set<string>()
  for (let page = 1; page <= pdf.numPages; page++) collect(await (await pdf.getPage(page)).getStructTree(), kinds)
  for (const kind of ['H1', 'H2', 'P', 'L', 'Table', 'TR', 'TH', 'TD', 'Figure']) assert.ok(kinds.has(kind), kind)
  const { info } = (await pdf.getMetadata()) as Answer
  assert.match(info.Keywords, /dong-thuan-programme=\d+.*Số liệu minh hoạ/)
  assert.equal(
    Buffer.from(file.content, 'base64')
      .toString('latin1')
      .match(/FontFile2/g)!.length,
    3,
  )
})

function collect(node: Answer | null, kinds: Set<string>): void {
  if (node?.role) kinds.add(node.role)
  for (const child of node?.children ?? []) collect(child, kinds)
}
