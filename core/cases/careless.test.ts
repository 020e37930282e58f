// Careless hands: keys nobody knows, numbers out of reach, a form sent again with other words, a case joined to nothing,
// a decision closed in a drawer. Each is told what is wrong, and nothing typed is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tell } from './sender.operations.ts'
import { app, done, drain, keysOf, onDesk, onceMark, refused, submitted, tanAn, ward, works } from './case.cast.ts'

const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number
const report = { kind: 'fieldReport', lead: works }

test('a topic nobody knows: what the sender chose is passed over, what the desk chose is refused by a sentence', async () => {
  const at = await onDesk((await submitted({ topic: 'Nguyễn Văn giả định' })).code)
  assert.match((await refused('tam', 'sort', { ...at, ...report, topic: 'dran' })).said, /lĩnh vực/)
  await done('tam', 'sort', { ...at, ...report })
  assert.equal((await done('tam', 'show', { id: at.id })).topic, null)
})

test('bodies and cases that do not exist, points out of reach: refused, never a fault of the server', async () => {
  const at = await onDesk((await submitted()).code)
  assert.equal((await refused('tam', 'sort', { ...at, ...report, accused: [999_999] })).code, 'invalid-input')
  await done('tam', 'sort', { ...at, ...report, points: ['Bao giờ xong?'] })
  const answer = {
    text: 'Đã thay nắp cống và nạo vét 20 m, nước đã thoát.',
    document: '12/BC',
    points: [3_000_000_000],
  }
  const now = { id: at.id, expectedVersion: await version('tam', at.id) }
  assert.equal((await refused('hai', 'answer', { ...now, ...answer })).code, 'invalid-input')
  const paper = { desk: ward, channel: 'paper', door: 'complaint', text: 'Khiếu nại quyết định xử phạt.' }
  assert.match((await refused('tam', 'register', { ...paper, before: 999_999 })).said, /hồ sơ trước/)
  const there = await done('tu', 'register', { ...paper, desk: tanAn })
  assert.match((await refused('tam', 'register', { ...paper, before: there.id })).said, /hồ sơ trước/)
})

test('Lan goes back, writes of something else and sends the same form again: both are taken', async () => {
  const once = onceMark()
  const first = await submitted({ once })
  const second = await submitted({
    once,
    text: 'Đèn trước số nhà 12 tắt đã ba tối nay, đường rất tối.',
    topic: 'light',
  })
  assert.notEqual(second.code, first.code)
  assert.notEqual(second.secret, first.secret)
  assert.deepEqual(keysOf(await submitted({ once })), keysOf(first))
  assert.equal((await done('lan', 'track', keysOf(second))).stage, 'received')
})

test('joined to a case that was taken back, a sender would wait for ever: refused', async () => {
  const root = await submitted()
  const at = await onDesk(root.code)
  await done('tam', 'sort', { ...at, ...report })
  await done('lan', 'withdraw', keysOf(root))
  const second = await onDesk((await submitted()).code)
  const note = 'Cùng nội dung với việc đang làm.'
  assert.equal((await refused('tam', 'link', { ...second, to: at.id, note })).code, 'not-to-join')
})

test('a decision is sent before its case is closed, or its limit would run for ever', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const words = { ...drain, door: 'complaint', topic: '', text: 'Tôi khiếu nại quyết định thu hồi 120 m² đất.' }
  const receipt = await submitted(words)
  const { id, ...at } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, ...at, kind: 'complaint' })
  const now = async () => ({ id, expectedVersion: await version('minh', id) })
  await done('minh', 'accept', { ...(await now()), document: '5/TB' })
  const decision = { text: 'Công nhận khiếu nại: đo lại ranh giới, trả lại 35 m².', document: '45/QĐ' }
  await done('minh', 'answer', { ...(await now()), ...decision })
  assert.equal((await refused('tam', 'close', await now())).code, 'not-sent')
  await done('tam', 'send', await now())
  await done('tam', 'close', await now())
  const { limits } = await done('lan', 'track', keysOf(receipt))
  assert.ok(limits.every(({ met }: { met: string | null }) => met !== null))
})

test('a mistyped or a double mail address: told at once; from a letter it is taken and she is called, nobody is mailed', async () => {
  const paper = { ...drain, desk: ward, channel: 'paper' }
  for (const email of ['lan@', 'lan.example.vn', 'lan@example.vn, tu@example.vn']) {
    assert.equal((await refused('lan', 'submit', { ...drain, email, once: onceMark() })).code, 'invalid-input')
    const { id } = await done('tam', 'register', { ...paper, email })
    const at = { id, expectedVersion: await version('tam', id) }
    await done('tam', 'sort', { ...at, ...report })
    const { calls } = await done('tam', 'calls')
    assert.ok(
      calls.some(({ submission }: { submission: number }) => submission === at.id),
      email,
    )
  }
})

test('who has one receipt does not fill the disk with what he adds: the pace of sending holds for it too', async () => {
  const keys = keysOf(await submitted())
  const codes = new Set<string>()
  for (let i = 0; i < 32; i++) {
    const told = await tell.ask(
      app,
      { kind: 'anonymous', network: '203.0.113.7' },
      { ...keys, text: `Nói thêm lần ${i}.` },
    )
    codes.add(told.ok ? 'ok' : told.refusal.code)
  }
  assert.deepEqual([...codes], ['ok', 'slower'])
})
