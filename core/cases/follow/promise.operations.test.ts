// What an answer promises has a body, a day and a proof; late, it climbs; moved, it keeps its first day; the sender reads it all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { climbLate } from '../late.ts'
import {
  app,
  city,
  done,
  drain,
  keysOf,
  onDesk,
  onceMark,
  photo,
  refused,
  submitted,
  ward,
  works,
} from '../case.cast.ts'

const answer = { text: 'Đã thông dòng chảy, đặt biển báo; nắp cống đang đúc, sẽ thay.', files: [photo] }
const willDo = { text: 'Thay nắp cống bằng nắp gang trước cổng chợ.', due: '2026-07-20' }
const at = async (id: number, who = 'hai') => ({ id, expectedVersion: (await done(who, 'show', { id })).version })

async function promised() {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await submitted()
  const { id, expectedVersion } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, expectedVersion, kind: 'fieldReport', lead: works })
  await done('hai', 'answer', { ...(await at(id)), ...answer })
  const { promise } = await done('hai', 'promise', { ...(await at(id)), ...willDo })
  const seen = async () => (await done('lan', 'track', keysOf(receipt))).promises[0]
  return { receipt, id, promise, seen }
}

test('promised by who answers, read by who asked, kept only with a proof and once', async () => {
  const { id, promise, seen, receipt } = await promised()
  const listed = async () => (await done('hai', 'queue', { box: 'promised' })).lines
  assert.deepEqual([(await listed())[0].id, (await listed())[0].due], [id, '2026-07-20'])
  assert.deepEqual((await done('tu', 'queue', { box: 'promised' })).lines, [])
  const { kept, body, due } = await seen()
  assert.deepEqual([kept, body, due], [null, 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều', '2026-07-20'])
  const how = 'Đã thay nắp gang, đi lại an toàn.'
  assert.match((await refused('hai', 'keepPromise', { ...(await at(id)), promise, how })).said, /Kèm ít nhất một ảnh/)
  app.setNow('2026-07-17T09:00:00+07:00')
  await done('hai', 'keepPromise', { ...(await at(id)), promise, how, files: [photo] })
  const after = await seen()
  assert.deepEqual(await listed(), [])
  assert.deepEqual([after.how, after.proof[0].state, after.kept.slice(0, 10)], [how, 'coming', '2026-07-17'])
  assert.equal(
    (await refused('hai', 'keepPromise', { ...(await at(id)), promise, how, document: 'x' })).code,
    'kept-already',
  )
  const { acts } = await done('lan', 'track', keysOf(receipt))
  assert.equal(acts.at(-1).facts.late, false)
})

test('moved by the head with a reason; the first day stays; nobody else moves it, nor to a day gone by', async () => {
  const { id, promise, seen } = await promised()
  const later = { promise, due: '2026-08-03', note: 'Xưởng đúc giao nắp chậm hai tuần.' }
  assert.equal((await refused('hai', 'movePromise', { ...(await at(id)), ...later })).code, 'role-needed')
  assert.match(
    (await refused('minh', 'movePromise', { ...(await at(id)), ...later, due: '2026-07-01' })).said,
    /Ngày này đã qua/,
  )
  await done('minh', 'movePromise', { ...(await at(id)), ...later })
  const { due, firstDue } = await seen()
  assert.deepEqual([due, firstDue], ['2026-08-03', '2026-07-20'])
})

test('late, it climbs once a day it was promised for', async () => {
  const { id, promise } = await promised()
  app.setNow('2026-07-20T23:00:00+07:00')
  await climbLate(app)
  const told = async () => {
    const rows = app.db.selectFrom('outbox_message').select(['body_id', 'key'])
    return (await rows.where('key', 'like', `submission.promiseLate:${promise}:%`).execute()).map((row) => row.body_id)
  }
  assert.deepEqual(await told(), [])
  app.setNow('2026-07-21T09:00:00+07:00')
  await climbLate(app)
  await climbLate(app)
  assert.deepEqual(await told(), [ward])
  await done('minh', 'movePromise', { ...(await at(id)), promise, due: '2026-07-22', note: 'Đúc lại nắp vì sai cỡ.' })
  app.setNow('2026-07-23T09:00:00+07:00')
  await climbLate(app)
  assert.deepEqual(await told(), [ward, ward])
})

test('a promise of another case, of another ward, of nobody near', async () => {
  const { promise } = await promised()
  const other = await promised()
  const how = 'Đã thay nắp gang, đi lại an toàn.'
  const input = { ...(await at(other.id)), promise, how, document: '1/BC' }
  assert.equal((await refused('hai', 'keepPromise', input)).code, 'no-such-promise')
  assert.equal((await refused('tu', 'keepPromise', { ...input, promise: other.promise })).code, 'not-your-submission')
  const elsewhere = { ...(await at(other.id)), ...willDo, body: 999_999 }
  assert.match((await refused('hai', 'promise', elsewhere)).said, /không ở cùng địa bàn/)
})

test('who was joined to it reads the answer, its promises and hears of both', async () => {
  const { id } = await promised()
  const receipt = await submitted({ text: 'Nắp cống trước chợ vỡ đã ba ngày, xe máy sa hố.', phone: '0900 000 002' })
  // Joined while the first one is still open.
  const first = await submitted()
  const root = await onDesk(first.code)
  await done('tam', 'sort', { ...root, kind: 'fieldReport', lead: works })
  await done('tam', 'link', {
    ...(await onDesk(receipt.code)),
    to: root.id,
    note: 'Nối vào việc đang có người phản ánh.',
  })
  assert.equal((await done('lan', 'track', keysOf(receipt))).joinedTo.stage, 'open')
  await done('hai', 'answer', { ...(await at(root.id)), ...answer })
  await done('hai', 'promise', { ...(await at(root.id)), ...willDo })
  const seen = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual(
    seen.acts.map(({ move }: { move: string }) => move),
    ['receive', 'link', 'answer', 'promise'],
  )
  assert.deepEqual([seen.answers[0].text, seen.promises[0].due], [answer.text, willDo.due])
  const { calls } = await done('tam', 'calls')
  assert.ok(
    calls.some((one: { phone: string; move: string }) => one.phone === '0900 000 002' && one.move === 'promise'),
  )
  assert.notEqual(id, root.id)
})

test('what its first sender takes back goes on for the others who sent the same', async () => {
  const first = await submitted()
  const root = await onDesk(first.code)
  await done('tam', 'sort', { ...root, kind: 'fieldReport', lead: works })
  const second = await submitted({ text: 'Cống chợ Tân Triều vỡ, đề nghị làm sớm cho dân đi lại.' })
  await done('tam', 'link', {
    ...(await onDesk(second.code)),
    to: root.id,
    note: 'Nối vào việc đang có người phản ánh.',
  })
  assert.equal((await done('lan', 'withdraw', keysOf(first))).stage, 'open')
  assert.equal((await refused('lan', 'withdraw', keysOf(first))).code, 'withdrawn-before')
  await done('hai', 'answer', { ...(await at(root.id)), ...answer })
  assert.equal((await done('lan', 'track', keysOf(second))).answers.length, 1)
})

test('more time twice for a report, then an answer with a promise; the desk is given back what is not one’s own within a day', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, door: 'petition', topic: '' })
  const { id, expectedVersion } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, expectedVersion, kind: 'petition', lead: works })
  const more = async () => ({ ...(await at(id, 'minh')), by: 2, note: 'Chờ vật tư của nhà cung cấp.' })
  await done('minh', 'extend', await more())
  await done('minh', 'extend', await more())
  assert.match((await refused('minh', 'extend', await more())).said, /ghi phần còn lại thành việc đã hứa/)
  app.setNow('2026-07-08T09:00:00+07:00')
  const back = { note: 'Việc này của Công ty Thoát nước.' }
  assert.equal((await refused('hai', 'returnWrong', { ...(await at(id)), ...back })).code, 'head-returns')
  assert.notEqual(city, ward)
})
