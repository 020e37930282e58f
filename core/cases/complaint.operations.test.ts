// A complaint with pause, more time, decision and its sending; and what is about the desk itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { climbLate } from './late.ts'
import { app, city, done, drain, keysOf, onDesk, onceMark, refused, ward } from './case.cast.ts'

const text = 'Tôi khiếu nại quyết định thu hồi 120 m² đất của gia đình tôi, vì đo sai ranh giới.'
const words = { ...drain, door: 'complaint', topic: '', text, address: 'Khu phố Bình Thạnh' }
const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number
const limits = async (receipt: object) => {
  const { limits } = await done('lan', 'track', keysOf(receipt as never))
  return Object.fromEntries(limits.map((one: { limit: string }) => [one.limit, one])) as Record<string, any>
}

async function sorted(more: object = {}) {
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...words })
  const at = await onDesk(receipt.code)
  const moved = await done('tam', 'sort', { ...at, kind: 'complaint', ...more })
  return { receipt, id: at.id, expectedVersion: moved.version as number }
}

test('accepted within seven working days, solved in thirty, paused by decision, made complex, decided by the head, sent', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const { receipt, id, expectedVersion } = await sorted()
  assert.equal((await limits(receipt)).accept.due, '2026-07-10')
  assert.equal((await refused('tam', 'accept', { id, expectedVersion, document: '05/TB-UBND' })).code, 'role-needed')
  await done('minh', 'accept', { id, expectedVersion, document: '05/TB-UBND' })
  assert.deepEqual([(await limits(receipt)).solve.due, (await limits(receipt)).accept.onTime], ['2026-07-31', true])

  const at = async () => ({ id, expectedVersion: await version('minh', id) })
  app.setNow('2026-07-10T09:00:00+07:00')
  const pause = { note: 'Chờ kết quả đo đạc lại của cơ quan thứ ba.', document: '21/QĐ-UBND' }
  await done('minh', 'suspend', { ...(await at()), on: '2026-07-10', ...pause })
  let seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([seen.stage, seen.limits.at(-1).due], ['suspended', null])
  assert.equal(seen.limits.at(-1).pauses[0].reason, pause.note)
  app.setNow('2026-07-20T09:00:00+07:00')
  await done('minh', 'goOn', {
    ...(await at()),
    on: '2026-07-20',
    note: 'Đã có kết quả đo đạc lại.',
    document: '24/QĐ-UBND',
  })
  assert.deepEqual(
    [(await limits(receipt)).solve.due, (await limits(receipt)).solve.originalDue],
    ['2026-08-10', '2026-07-31'],
  )
  const grounds = { grounds: ['contradictory'], note: 'Hai bản đo cho kết quả khác nhau.', document: '30/QĐ-UBND' }
  await done('minh', 'complicate', { ...(await at()), ...grounds })
  assert.equal((await limits(receipt)).solve.due, '2026-08-25') // fifteen more calendar days, as the law has for a complex one
  assert.equal((await refused('minh', 'complicate', { ...(await at()), ...grounds })).code, 'complex-already')
  assert.equal(
    (await refused('minh', 'extend', { ...(await at()), by: 5, note: grounds.note })).code,
    'not-of-this-kind',
  )

  app.setNow('2026-08-20T09:00:00+07:00')
  const answer = { text: 'Công nhận khiếu nại: đo lại ranh giới, trả lại 35 m² đã thu hồi vượt.', document: '' }
  assert.match((await refused('minh', 'answer', { ...(await at()), ...answer })).said, /số và ngày của quyết định/)
  await done('minh', 'answer', { ...(await at()), ...answer, document: 'Quyết định 45/QĐ-UBND ngày 20/8/2026' })
  assert.equal((await limits(receipt)).send.due, '2026-08-25') // three working days
  await done('tam', 'send', await at())
  seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual(
    seen.acts.map(({ move }: { move: string }) => move),
    ['receive', 'sort', 'accept', 'suspend', 'goOn', 'complicate', 'answer', 'send'],
  )
  assert.equal((await limits(receipt)).send.onTime, true)
})

test('not accepted, with one of the nine grounds, by the head only', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const { receipt, id, expectedVersion } = await sorted()
  const input = {
    id,
    expectedVersion,
    reason: 'timePassed',
    note: 'Đã quá 90 ngày từ khi nhận quyết định.',
    document: '06/TB',
  }
  await done('minh', 'notAccept', input)
  const seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([seen.stage, seen.outcome, seen.acts.at(-1).note], ['ended', 'notAccepted', input.note])
  assert.ok(seen.limits.every(({ met }: { met: string | null }) => met !== null))
})

test('a neighbour whose complaint was joined reads every step of the first one, to its end', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const { id } = await sorted()
  const second = await done('lan', 'submit', { once: onceMark(), desk: ward, ...words, text: `${text} Nhà tôi ở bên.` })
  await done('tam', 'link', { ...(await onDesk(second.code)), to: id, note: 'Cùng nội dung với đơn đang kiểm tra.' })
  const at = async () => ({ id, expectedVersion: await version('minh', id) })
  await done('minh', 'accept', { ...(await at()), document: '05/TB-UBND' })
  const note = 'Người khiếu nại và phường đã thoả thuận xong.'
  await done('minh', 'terminate', { ...(await at()), note, document: '50/QĐ-UBND' })
  const seen = await done('lan', 'track', keysOf(second))
  assert.deepEqual(
    seen.acts.map(({ move }: { move: string }) => move),
    ['receive', 'link', 'accept', 'terminate'],
  )
  assert.deepEqual([seen.acts.at(-1).note, seen.joinedTo.outcome], [note, 'terminated'])
})

test('about the ward’s committee itself: Lan says so and it goes to the city by itself; nobody of the ward sees it', async () => {
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...words, aboutDesk: true })
  assert.equal(receipt.desk, 'Ủy ban nhân dân thành phố Đồng Nai')
  assert.deepEqual((await done('tam', 'queue', { q: receipt.code })).lines, [])
  assert.equal((await done('mai', 'queue', { q: receipt.code })).lines.length, 1)
})

test('sorting finds that it is about the ward’s committee: it goes up, the ward is kept away, each try is on record', async () => {
  const { receipt, id } = await sorted({ accused: [ward] })
  assert.equal((await done('lan', 'track', keysOf(receipt))).desk, 'Ủy ban nhân dân thành phố Đồng Nai')
  const there = await onDesk(receipt.code, 'mai')
  const input = { ...there, document: '11/TB-UBND' }
  assert.match((await refused('long', 'accept', { ...input, lead: ward })).said, /nói về chính cơ quan này/)
  await done('long', 'accept', { ...input, lead: city })
  // He is told no more than somebody who has no part in it, and the try is written down.
  assert.equal((await refused('minh', 'show', { id })).code, 'not-your-submission')
  assert.equal((await refused('minh', 'note', { id, text: 'xem' })).code, 'not-your-submission')
  assert.equal((await refused('tu', 'show', { id })).code, 'not-your-submission')
  const tries = app.db.selectFrom('submission_kept_away as k').innerJoin('person as p', 'p.id', 'k.person_id')
  const who = await tries
    .select('p.username')
    .where('k.submission_id', '=', id as never)
    .execute()
  assert.deepEqual(
    who.map(({ username }) => username),
    ['minh', 'minh'],
  )
  const { lines } = await done('minh', 'queue')
  assert.ok(!lines.some((one: { id: number }) => one.id === id))
})

test('a second complaint goes on from the first, at the level above, with forty-five days', async () => {
  app.setNow('2026-09-01T09:00:00+07:00')
  const first = await sorted()
  const input = {
    desk: city,
    channel: 'paper',
    door: 'complaint',
    text,
    before: first.id,
    level: 2,
    name: 'Người gửi giả định',
  }
  const second = await done('mai', 'register', input)
  const at = await onDesk(second.code, 'mai')
  const { version: now } = await done('mai', 'sort', { ...at, kind: 'complaint' })
  await done('long', 'accept', { id: at.id, expectedVersion: now, document: '3/TB', remote: true, complex: ['places'] })
  const solve = (await limits(second)).solve
  assert.deepEqual([solve.rule, solve.value], ['complaint.solve.second.remote.complex', 70])
})

test('Lan takes it back while it is checked; afterwards nothing runs', async () => {
  const { receipt } = await sorted()
  await done('lan', 'withdraw', keysOf(receipt))
  const seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([seen.outcome, seen.moves], ['withdrawn', []])
})

test('late, it climbs to the city, which sees its course and nothing of who wrote it; told once', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const { id } = await sorted()
  app.setNow('2026-07-13T09:00:00+07:00')
  const { told } = await climbLate(app)
  assert.ok(told >= 1)
  assert.equal((await climbLate(app)).told, 0)
  const course = await done('mai', 'oversee', { id })
  assert.equal(course.limits.at(-1).due, '2026-07-10')
  assert.doesNotMatch(JSON.stringify(course), /120 m²|giả định/)
  assert.equal((await refused('tam', 'oversee', { id })).code, 'not-your-submission')
  assert.equal((await refused('tu', 'oversee', { id })).code, 'not-your-submission')
  assert.equal((await refused('mai', 'show', { id })).code, 'not-your-submission')
})
