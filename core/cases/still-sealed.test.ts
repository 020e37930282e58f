// What must stay behind the seal stays there, and what stays there can be opened by whom the law names: additions of a
// denouncer, letters guided away unopened, files of a sorting that was refused.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openFiles } from '../files/files.ts'
import { pdfOf } from '../media/files.cast.ts'
import { ask as askSeal } from '../seal/requests/request.operations.ts'
import { must } from '../shared/result.ts'
import { app, as, done, keysOf, onDesk, refused, submitted, tanAn, ward } from './case.cast.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const redacted = 'Tố cáo một cán bộ địa chính nhận tiền khi làm giấy chứng nhận quyền sử dụng đất.'
const note = 'Tố cáo chỉ nhận bằng đơn hoặc trực tiếp. Mời đến trụ sở hoặc gửi đơn có chữ ký.'
const reason = 'Xác minh danh tính theo Điều 24'

async function envelope() {
  const scan = { name: 'đơn viết tay.pdf', content: (await pdfOf(1)).toString('base64') }
  const text = 'Tôi tố cáo cán bộ địa chính nhận tiền khi làm sổ đỏ.'
  return done('tam', 'register', { desk: ward, channel: 'paper', door: 'denunciation', text, files: [scan] })
}
async function askableOf(number: string) {
  const { cases } = await done('kien', 'sealed')
  return (cases as { number: string; items: { handle: string }[] }[]).find((one) => one.number === number)?.items ?? []
}

test('what the denouncer adds after sorting is kept like the letter: Kiên can ask to open it', async () => {
  const receipt = await envelope()
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted })
  await done('lan', 'tell', { ...keysOf(receipt), text: 'Tôi xin gửi thêm: có hai người làm chứng.' })
  const items = await askableOf(receipt.number)
  assert.equal(items.length, 2)
  for (const { handle } of items) must(await askSeal.ask(app, await as('kien'), { handle, reason }))
})

test('guided away with the seal kept: nobody at the desk reads it any more, and Kiên can ask for it', async () => {
  const receipt = await submitted({ door: 'petition', topic: '', text: 'Tôi tố cáo cán bộ nhận tiền của dân.' })
  await done('tam', 'guide', { ...(await onDesk(receipt.code)), note, keepSealed: true })
  const [item] = await askableOf(receipt.number)
  assert.ok(item)
  must(await askSeal.ask(app, await as('kien'), { handle: item.handle, reason }))
})

test('a sorting that is refused has put no file of the letter into the clear', async () => {
  app.files = openFiles(folder)
  const receipt = await envelope()
  const at = await onDesk(receipt.code)
  await refused('tam', 'sort', { ...at, kind: 'petition', lead: tanAn })
  await refused('tam', 'sort', { ...at, kind: 'petition', topic: 'dran' })
  await refused('tu', 'sort', { ...at, kind: 'petition' })
  assert.deepEqual(readdirSync(folder), [])
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted })
  assert.deepEqual(readdirSync(folder), [])
})
