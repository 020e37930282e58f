// A letter of denunciation: an envelope registered unopened, retyped without a trace, concluded and sent; never by the web.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask as askSeal } from '../seal/requests/request.operations.ts'
import { must } from '../shared/result.ts'
import { pdfOf } from '../media/files.cast.ts'
import { app, as, done, drain, keysOf, onDesk, onceMark, refused, tanAn, ward } from './case.cast.ts'

const name = 'Người tố cáo giả định Tư'
const text = `Tôi là ${name}, ở ấp 2, tố cáo cán bộ địa chính nhận tiền khi làm sổ đỏ.`
const redacted = 'Tố cáo một cán bộ địa chính nhận tiền khi làm giấy chứng nhận quyền sử dụng đất, quý I năm 2026.'
const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number

async function registered() {
  const scan = { name: 'đơn viết tay.pdf', content: (await pdfOf(1)).toString('base64') }
  const input = { desk: ward, channel: 'paper', door: 'denunciation', text, name, files: [scan] }
  return done('tam', 'register', input)
}

async function sorted() {
  const receipt = await registered()
  const at = await onDesk(receipt.code)
  const moved = await done('tam', 'sort', { ...at, kind: 'denunciation', redacted })
  return { receipt, id: at.id as number, expectedVersion: moved.version as number }
}

test('an envelope is registered closed, with a neutral line, under the seven working days of the law', async () => {
  const receipt = await done('tam', 'register', { desk: ward, channel: 'mail', door: 'denunciation' })
  assert.deepEqual([receipt.due.rule, receipt.due.due], ['denunciation.check', '2026-07-15'])
  const { lines } = await done('tam', 'queue', { q: receipt.code })
  assert.deepEqual([lines[0].excerpt, lines[0].topic, lines[0].stage], [null, null, 'received'])
})

test('the desk types it again; who sent it and the original stay behind the seal, for handlers and heads too', async () => {
  const { id } = await sorted()
  const shown = await done('minh', 'show', { id })
  assert.deepEqual([shown.letter.text, shown.letter.redacted, shown.letter.sender], [redacted, true, {}])
  assert.deepEqual(shown.files, [])
  assert.equal((await refused('tam', 'look', { id })).code, 'wrong-stage')
  assert.doesNotMatch(JSON.stringify(await done('tam', 'queue')), /giả định Tư/)
})

test('without a retyped copy it is not sorted, and nothing is lost', async () => {
  const receipt = await registered()
  const at = await onDesk(receipt.code)
  assert.match((await refused('tam', 'sort', { ...at, kind: 'denunciation' })).said, /Gõ lại nội dung tố cáo/)
  assert.equal((await done('tam', 'look', { id: at.id })).letters[0].text, text)
})

test('accepted, extended twice and no more, concluded by the head with its number, sent, and followed by the denouncer', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const { receipt, id, expectedVersion } = await sorted()
  await done('minh', 'accept', { id, expectedVersion, document: '12/QĐ-UBND' })
  const at = async () => ({ id, expectedVersion: await version('minh', id) })
  const more = { note: 'Vụ việc phức tạp, phải xác minh ở hai nơi.', document: '15/QĐ-UBND' }
  const due = async () =>
    (await done('lan', 'track', keysOf(receipt))).limits.find((one: { limit: string }) => one.limit === 'solve')
  assert.equal((await due()).due, '2026-08-05')
  await done('minh', 'extend', { ...(await at()), ...more })
  await done('minh', 'extend', { ...(await at()), ...more })
  assert.equal((await refused('minh', 'extend', { ...(await at()), ...more })).code, 'extended-enough')
  assert.deepEqual([(await due()).due, (await due()).originalDue], ['2026-10-05', '2026-08-05']) // 4 October is a Sunday
  const conclusion = {
    text: 'Nội dung tố cáo có cơ sở một phần; đã xử lý trách nhiệm và trả lại tiền.',
    document: '20/KL-UBND',
  }
  await done('minh', 'answer', { ...(await at()), ...conclusion })
  await done('minh', 'send', await at())
  const tracked = await done('lan', 'track', keysOf(receipt))
  assert.equal(tracked.answers[0].text, conclusion.text)
  assert.deepEqual(tracked.moves, ['rate', 'tell'])
})

test('what the denouncer adds later is sealed too', async () => {
  const { receipt, id } = await sorted()
  await done('lan', 'tell', { ...keysOf(receipt), text: `${name} xin gửi thêm: có người làm chứng.` })
  assert.deepEqual((await done('tam', 'show', { id })).messages, [])
})

test('anonymous and without grounds: no denunciation; with a person and evidence to the inspection', async () => {
  const { receipt, id, expectedVersion } = await sorted()
  const note = 'Đơn không có tên, địa chỉ nhưng nêu rõ người và bằng chứng; chuyển thanh tra xem xét.'
  await done('tam', 'notDenunciation', { id, expectedVersion, note, toInspection: true })
  assert.equal((await done('lan', 'track', keysOf(receipt))).outcome, 'notDenunciation')
})

test('somebody denounces through the form of petitions: it cannot be sorted so, and is guided with the seal kept', async () => {
  const receipt = await done('lan', 'submit', {
    once: onceMark(),
    desk: ward,
    ...drain,
    door: 'petition',
    topic: '',
    text,
  })
  const at = await onDesk(receipt.code)
  assert.match(
    (await refused('tam', 'sort', { ...at, kind: 'denunciation', redacted })).said,
    /gửi qua mạng không thụ lý/,
  )
  const note = 'Tố cáo chỉ nhận bằng đơn hoặc trực tiếp. Mời đến trụ sở hoặc gửi đơn có chữ ký.'
  await done('tam', 'guide', { ...at, note, keepSealed: true })
  assert.equal((await done('tam', 'show', { id: at.id })).letter, null)
})

test('whoever works for the accused cannot ask to open the seal', async () => {
  const receipt = await registered()
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted, accused: [ward] })
  const sealed = app.db
    .selectFrom('submission_sealed')
    .select('handle')
    .where('submission_id', '=', at.id as never)
  const { handle } = await sealed.executeTakeFirstOrThrow()
  const asked = await askSeal.ask(app, await as('kien'), { handle, reason: 'Xác minh danh tính theo Điều 24' })
  assert.equal(!asked.ok && asked.refusal.kind, 'forbidden')
  const other = await sorted()
  const sealedToo = app.db
    .selectFrom('submission_sealed')
    .select('handle')
    .where('submission_id', '=', other.id as never)
  const input = {
    handle: (await sealedToo.executeTakeFirstOrThrow()).handle,
    reason: 'Xác minh danh tính theo Điều 24',
  }
  must(await askSeal.ask(app, await as('kien'), input))
})

test('Kiên sees that the ward holds sealed cases: number, day, stage, and not those about his own ward', async () => {
  const { receipt } = await sorted()
  const { cases } = await done('kien', 'sealed')
  const found = cases.find(({ number }: { number: string }) => number === receipt.number)
  assert.deepEqual([found.stage, found.items.length], ['checking', 1])
  assert.doesNotMatch(JSON.stringify(cases), /địa chính|giả định/)
  assert.equal((await refused('tam', 'sealed')).code, 'role-needed')
})

test('passed on to Tân An while it is sealed: the ward reads it no more', async () => {
  const receipt = await registered()
  const at = await onDesk(receipt.code)
  await done('tam', 'transfer', { ...at, desk: tanAn, note: 'Thuộc thẩm quyền của xã Tân An.' })
  assert.equal((await done('tu', 'look', { id: at.id })).letters[0].text, text)
})
