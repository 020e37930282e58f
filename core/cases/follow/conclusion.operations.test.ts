// A conclusion is made known without a name, within the days of the law; a decision may be sued against; a denouncer is protected.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, done, drain, keysOf, onDesk, onceMark, refused, ward } from '../case.cast.ts'

const at = async (id: number) => ({ id, expectedVersion: (await done('minh', 'show', { id })).version })
const known = 'Kết luận: nội dung tố cáo nhận tiền ngoài quy định là có cơ sở; đã trả lại tiền, đã kiểm điểm.'

async function concluded() {
  app.setNow('2026-07-06T09:00:00+07:00')
  const text = 'Tôi tố cáo cán bộ địa chính nhận tiền khi làm sổ.'
  const receipt = await done('tam', 'register', { desk: ward, channel: 'paper', door: 'denunciation', text })
  const { id, expectedVersion } = await onDesk(receipt.code)
  const redacted = 'Tố cáo một cán bộ nhận tiền ngoài quy định khi làm giấy chứng nhận.'
  await done('tam', 'sort', { id, expectedVersion, kind: 'denunciation', redacted })
  await done('minh', 'accept', { ...(await at(id)), document: '12/QĐ-UBND' })
  await done('minh', 'answer', { ...(await at(id)), text: known, document: 'Kết luận 20/KL-UBND ngày 06/7/2026' })
  return { receipt, id }
}

test('made known here: its limit is met, everybody’s words hold no name, and only then it is closed', async () => {
  const { receipt, id } = await concluded()
  const limit = async () =>
    (await done('lan', 'track', keysOf(receipt))).limits.find((one: { limit: string }) => one.limit === 'publish')
  assert.deepEqual([(await limit()).due, (await limit()).rule], ['2026-07-15', 'denunciation.publish'])
  await done('minh', 'send', await at(id))
  assert.equal((await refused('minh', 'close', await at(id))).code, 'not-made-known')
  const input = { way: 'here', on: '2026-07-06', text: known }
  assert.equal((await refused('tam', 'publishConclusion', { ...(await at(id)), ...input })).code, 'role-needed')
  const named = { ...input, text: `${known} Liên hệ ông Nguyễn Văn Giả Định, 0912 345 678.` }
  assert.match((await refused('minh', 'publishConclusion', { ...(await at(id)), ...named })).said, /0912 345 678/)
  assert.match(
    (await refused('minh', 'publishConclusion', { ...(await at(id)), ...input, text: '' })).said,
    /không nêu tên ai/,
  )
  assert.match(
    (await refused('minh', 'publishConclusion', { ...(await at(id)), ...input, on: '2026-07-09' })).said,
    /sau hôm nay/,
  )
  await done('minh', 'publishConclusion', { ...(await at(id)), ...input })
  assert.equal((await limit()).onTime, true)
  assert.equal((await refused('minh', 'publishConclusion', { ...(await at(id)), ...input })).code, 'made-known-already')
  await done('minh', 'close', await at(id))
  const seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([seen.stage, seen.conclusion.document], ['closed', 'Kết luận 20/KL-UBND ngày 06/7/2026'])
})

test('made known at the office instead: no text is kept', async () => {
  const { receipt, id } = await concluded()
  await done('minh', 'publishConclusion', { ...(await at(id)), way: 'posted', on: '2026-07-06', text: known })
  assert.equal((await done('lan', 'track', keysOf(receipt))).conclusion.way, 'posted')
  const rows = app.db
    .selectFrom('submission_conclusion')
    .select('text')
    .where('submission_id', '=', id as never)
  assert.deepEqual(await rows.execute(), [{ text: '' }])
})

test('protection: asked, applied with a decision, reviewed, ended; not out of order', async () => {
  const { id } = await concluded()
  const step = async (name: string, more: object = {}) => ({
    ...(await at(id)),
    step: name,
    note: 'Giữ kín danh tính, bố trí nơi làm việc riêng.',
    ...more,
  })
  assert.equal((await refused('minh', 'protect', await step('applied', { document: '3/QĐ' }))).code, 'out-of-order')
  await done('minh', 'protect', await step('asked'))
  assert.match((await refused('minh', 'protect', await step('applied'))).said, /quyết định áp dụng/)
  for (const [name, document] of [
    ['applied', '3/QĐ-UBND'],
    ['reviewed', ''],
    ['reviewed', ''],
    ['ended', ''],
  ] as const)
    await done('minh', 'protect', await step(name, { document }))
  assert.equal((await refused('minh', 'protect', await step('reviewed'))).code, 'out-of-order')
  assert.equal((await refused('tam', 'protect', await step('asked'))).code, 'role-needed')
})

async function decidedComplaint() {
  app.setNow('2026-07-01T09:00:00+07:00')
  const text = 'Tôi khiếu nại quyết định thu hồi 120 m² đất vì đo sai ranh giới.'
  const receipt = await done('lan', 'submit', {
    ...{ once: onceMark(), desk: ward, ...drain, door: 'complaint', topic: '', text, address: 'Khu phố Bình Thạnh' },
  })
  const { id, expectedVersion } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, expectedVersion, kind: 'complaint' })
  await done('minh', 'accept', { ...(await at(id)), document: '05/TB-UBND' })
  await done('minh', 'answer', { ...(await at(id)), text: known, document: 'Quyết định 45/QĐ-UBND' })
  return { receipt, id }
}

test('a decision on a complaint says from when it holds; taken to court, that is on record', async () => {
  const { receipt, id } = await decidedComplaint()
  app.setNow('2026-07-03T09:00:00+07:00')
  await done('tam', 'send', await at(id))
  const sent = (await done('lan', 'track', keysOf(receipt))).acts.at(-1)
  assert.deepEqual([sent.move, sent.facts.effective], ['send', '2026-07-31'])
  const court = { note: 'Tòa án nhân dân khu vực 1 đã thụ lý vụ án hành chính.', document: '7/TB-TA' }
  assert.match((await refused('tam', 'sue', { ...(await at(id)), ...court, on: '2026-08-01' })).said, /sau hôm nay/)
  await done('tam', 'sue', { ...(await at(id)), ...court, on: '2026-07-03' })
  assert.equal((await done('lan', 'track', keysOf(receipt))).acts.at(-1).move, 'sue')
})

test('marked as about the desk by mistake: the city’s head lifts the lock with a reason, and passes it down', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, aboutDesk: true })
  const input = async () => onDesk(receipt.code, 'mai')
  const down = { desk: ward, note: 'Việc của phường, không nói về cơ quan phường.' }
  assert.match((await refused('mai', 'transfer', { ...(await input()), ...down })).said, /nói về chính cơ quan này/)
  const lift = { note: 'Đơn phản ánh cống vỡ, không nói về cơ quan nào.' }
  assert.equal((await refused('mai', 'clearAccused', { ...(await input()), ...lift })).code, 'role-needed')
  await done('long', 'clearAccused', { ...(await input()), ...lift })
  assert.equal((await refused('long', 'clearAccused', { ...(await input()), ...lift })).code, 'nobody-accused')
  await done('mai', 'transfer', { ...(await input()), ...down })
  await onDesk(receipt.code)
})
