// A broken drain: reported without an account, sorted, mended, answered with proof, rated, and opened again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  app,
  done,
  drain,
  keysOf,
  onDesk,
  onceMark,
  photo,
  refused,
  submitted,
  tanAn,
  ward,
  works,
} from './case.cast.ts'

test('Lan sends it, gets a receipt and follows it with code and secret alone', async () => {
  const receipt = await submitted()
  assert.match(receipt.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.match(receipt.secret, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  assert.equal(receipt.desk, 'Ủy ban nhân dân phường Tân Triều')
  assert.equal(receipt.due.due, '2026-07-07T09:00') // eight working hours from Monday nine o'clock
  const seen = await done('lan', 'track', keysOf(receipt))
  assert.equal(seen.stage, 'received')
  assert.deepEqual(seen.moves, ['withdraw', 'tell'])
  assert.deepEqual(
    seen.acts.map(({ move }: { move: string }) => move),
    ['receive'],
  )
})

test('typed in small letters, without dashes, with O for 0: still hers', async () => {
  const { code, secret } = await submitted()
  const typed = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
  assert.equal((await done('lan', 'track', { code: code.toLowerCase(), secret: typed })).stage, 'received')
})

test('a nervous thumb sends one form twenty times: one submission, one receipt', async () => {
  const once = onceMark()
  const first = await submitted({ once })
  const again = await Promise.allSettled(Array.from({ length: 19 }, () => submitted({ once })))
  const receipts = again.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  assert.equal(receipts.length, 19)
  assert.ok(
    receipts.every(
      ({ code, secret, number }) => code === first.code && secret === first.secret && number === first.number,
    ),
  )
})

test('twenty at the same moment, none before them: one submission all the same', async () => {
  const once = onceMark()
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => submitted({ once })))
  const codes = new Set(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.code] : [])))
  assert.equal(codes.size, 1)
  const later = await submitted({ once })
  assert.ok(codes.has(later.code))
})

test('before it is sorted nothing of it stands in clear; after, the desk reads it and searches it without accents', async () => {
  const receipt = await submitted({ text: 'Ổ gà trước trường mầm non Hoa Sen rất nguy hiểm cho trẻ' })
  const at = await onDesk(receipt.code)
  assert.equal((await done('tam', 'queue', { q: 'truong mam non hoa sen' })).lines.length, 0)
  assert.equal((await done('tam', 'show', { id: at.id })).letter, null)
  const { letters } = await done('tam', 'look', { id: at.id })
  assert.match(letters[0].text, /mầm non Hoa Sen/)
  assert.equal(letters[0].sender.phone, '0900 000 001')
  await done('tam', 'sort', { ...at, kind: 'fieldReport', topic: 'road', lead: works })
  const found = await done('tam', 'queue', { q: 'truong mam non hoa sen' })
  assert.equal(found.lines.length, 1)
  assert.match(found.lines[0].excerpt, /^Ổ gà/)
  const shown = await done('hai', 'show', { id: at.id })
  assert.equal(shown.letter.sender.name, 'Người gửi giả định Lan')
  assert.equal((await refused('tam', 'look', { id: at.id })).code, 'wrong-stage')
})

async function sorted(more: object = {}, input: object = {}) {
  const receipt = await submitted(more)
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', urgency: 'urgent', lead: works, ...input })
  return { receipt, id: at.id }
}
const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number
const answerText = 'Tổ công trình đã thay nắp cống và thông dòng chảy sáng nay, nước đã rút hết.'

test('an urgent one is to be done in four working hours; it is answered with a photo, rated, reopened and answered again', async () => {
  const { receipt, id } = await sorted({}, { points: ['Bao giờ sửa xong?', 'Ai dọn nước thối?'] })
  let tracked = await done('lan', 'track', keysOf(receipt))
  const solve = tracked.limits.find(({ limit }: { limit: string }) => limit === 'solve')
  assert.equal(solve.due, '2026-07-06T15:00') // nine to half past eleven, then half past one on
  assert.equal(tracked.lead, 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều')

  const at = async () => ({ id, expectedVersion: await version('hai', id) })
  const bad = await refused('hai', 'answer', { ...(await at()), text: 'Đã ghi nhận phản ánh của ông bà, xin cảm ơn.' })
  assert.match(bad.said, /chưa phải là trả lời.*Kèm ít nhất một ảnh.*điểm 1.*điểm 2/)
  const half = await refused('hai', 'answer', { ...(await at()), text: answerText, files: [photo], points: [1] })
  assert.match(half.said, /Chưa trả lời điểm 2/)
  await done('hai', 'answer', { ...(await at()), text: answerText, files: [photo], points: [1, 2] })

  tracked = await done('lan', 'track', keysOf(receipt))
  assert.equal(tracked.stage, 'answered')
  assert.deepEqual(tracked.moves, ['rate', 'reopen', 'tell'])
  assert.equal(tracked.answers[0].proof.length, 1)
  assert.equal(tracked.limits.find(({ limit }: { limit: string }) => limit === 'solve').onTime, true)
  await done('lan', 'rate', { ...keysOf(receipt), stars: 2, why: 'Nước vẫn còn' })
  assert.equal((await refused('lan', 'rate', { ...keysOf(receipt), stars: 5 })).code, 'rated-already')
  // Who was rated does not see it; the level above does, with the reason.
  assert.equal((await done('hai', 'show', { id })).answers[0].stars, null)
  assert.deepEqual((await done('mai', 'oversee', { id })).ratings, [{ answer: 1, stars: 2, why: 'Nước vẫn còn' }])

  app.setNow('2026-07-08T08:00:00+07:00')
  await done('lan', 'reopen', { ...keysOf(receipt), why: 'Mưa một trận lại ngập như cũ' })
  tracked = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([tracked.stage, tracked.reopened], ['open', 1])
  assert.deepEqual(
    tracked.limits.map(({ limit, due }: { limit: string; due: string }) => `${limit} ${due}`),
    ['sort 2026-07-07T09:00', 'solve 2026-07-06T15:00', 'solve.1 2026-07-08T14:00'],
  )
  assert.ok(tracked.points.every(({ answered }: { answered: boolean }) => !answered))
  const work = await done('hai', 'show', { id })
  assert.equal(work.messages.at(-1).text, 'Mưa một trận lại ngập như cũ')
  await done('hai', 'answer', { ...(await at()), text: answerText, files: [photo], points: [1, 2] })
  app.setNow('2026-09-30T08:00:00+07:00')
  const late = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual(late.moves, ['rate', 'tell'])
  assert.equal((await refused('lan', 'reopen', { ...keysOf(receipt), why: 'Lại hỏng nữa' })).code, 'too-late')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('the works office gives it back: it is not theirs; the desk assigns it again and the limit is the same', async () => {
  const { receipt, id } = await sorted()
  const before = (await done('lan', 'track', keysOf(receipt))).limits
  const given = { id, expectedVersion: await version('hai', id), note: 'Đường này do thành phố quản lý.' }
  await done('hai', 'returnWrong', given)
  assert.equal((await refused('hai', 'show', { id })).code, 'not-your-submission')
  const tracked = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual(tracked.limits, before)
  assert.doesNotMatch(JSON.stringify(tracked), /thành phố quản lý/) // a note among offices
  await done('tam', 'assign', { id, expectedVersion: await version('tam', id), lead: works })
  assert.equal(
    (await done('hai', 'queue', { box: 'toDo' })).lines.some((one: { id: number }) => one.id === id),
    true,
  )
})

test('Tú of another commune neither finds, opens, nor moves it; the Party office of the ward neither', async () => {
  const { receipt, id } = await sorted()
  for (const who of ['tu', 'nga']) {
    assert.deepEqual((await done(who, 'queue', { q: receipt.code })).lines, [])
    assert.equal((await refused(who, 'show', { id })).code, 'not-your-submission')
    assert.equal((await refused(who, 'assign', { id, expectedVersion: 2, lead: works })).code, 'not-your-submission')
  }
  assert.equal((await refused('quan', 'show', { id })).code, 'role-needed')
})

test('two receivers sort at once: the slower is told, and nothing is done twice', async () => {
  const receipt = await submitted()
  const at = await onDesk(receipt.code)
  const input = { ...at, kind: 'fieldReport', lead: works }
  await done('tam', 'sort', input)
  assert.equal((await refused('ha', 'sort', input)).code, 'changed-meanwhile')
})

test('sent to the wrong commune: transferred once with its first day kept, and never a second time', async () => {
  const receipt = await submitted()
  const at = await onDesk(receipt.code)
  app.setNow('2026-07-07T08:00:00+07:00')
  const note = 'Đoạn đường này thuộc xã Tân An, chúng tôi đã chuyển đến đó.'
  await done('tam', 'transfer', { ...at, desk: tanAn, note })
  const there = await onDesk(receipt.code, 'tu')
  const tracked = await done('lan', 'track', keysOf(receipt))
  assert.equal(tracked.desk, 'Ủy ban nhân dân xã Tân An')
  assert.equal(tracked.receivedAt, '2026-07-06T02:00:00.000Z')
  assert.equal(tracked.limits[0].due, '2026-07-07T09:00')
  assert.equal((await refused('tu', 'transfer', { ...there, desk: ward, note })).code, 'transferred-once')
  assert.equal((await refused('tam', 'look', { id: at.id })).code, 'not-your-submission')
  const { letters } = await done('tu', 'look', { id: at.id })
  assert.match(letters[0].text, /Cống trước chợ/)
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('a second sender of the same drain is joined and gets the same answer', async () => {
  const first = await sorted()
  const second = await submitted({ text: 'Nắp cống trước chợ vỡ rồi, ai cũng than.' })
  const at = await onDesk(second.code)
  await done('tam', 'link', { ...at, to: first.id, note: 'Việc này đã có người phản ánh và đang làm.' })
  const version1 = await version('hai', first.id)
  await done('hai', 'answer', { id: first.id, expectedVersion: version1, text: answerText, files: [photo] })
  const tracked = await done('lan', 'track', keysOf(second))
  assert.deepEqual([tracked.stage, tracked.outcome, tracked.answers[0].text], ['ended', 'linked', answerText])
  assert.equal((await done('tam', 'show', { id: first.id })).joined.length, 1)
})

test('refused with a reason, looked at again by somebody else when Lan asks', async () => {
  const receipt = await submitted({ text: 'Hàng xóm mở nhạc to quá, tôi ngủ không được.' })
  const at = await onDesk(receipt.code)
  await done('tam', 'reject', { ...at, reason: 'noPlace', note: 'Chưa rõ nơi xảy ra nên chưa kiểm tra được.' })
  const tracked = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([tracked.outcome, tracked.moves], ['rejected', ['object']])
  await done('lan', 'object', { ...keysOf(receipt), why: 'Nhà số 5 đường Huỳnh Văn Nghệ' })
  const again = await done('tam', 'show', { id: at.id })
  assert.equal(again.stage, 'open')
  const input = { id: at.id, expectedVersion: again.version, reason: 'noPlace', note: 'Chưa rõ nơi xảy ra.' }
  assert.equal((await refused('tam', 'reject', input)).code, 'another-person')
  await done('ha', 'reject', input)
  assert.deepEqual((await done('lan', 'track', keysOf(receipt))).moves, [])
})

test('the desk asks for more; what Lan adds is sealed until it is sorted', async () => {
  const receipt = await submitted()
  const at = await onDesk(receipt.code)
  await done('tam', 'askMore', { ...at, text: 'Cống ở phía nào của chợ ạ?' })
  const tracked = await done('lan', 'track', keysOf(receipt))
  assert.deepEqual([tracked.stage, tracked.messages[0].text], ['waiting', 'Cống ở phía nào của chợ ạ?'])
  await done('lan', 'tell', { ...keysOf(receipt), text: 'Phía cổng số hai, sát tiệm vàng.' })
  const { letters, version: now } = await done('tam', 'look', { id: at.id })
  assert.equal(letters[1].text, 'Phía cổng số hai, sát tiệm vàng.')
  await done('tam', 'sort', { id: at.id, expectedVersion: now, kind: 'fieldReport', lead: works })
  assert.match((await done('tam', 'show', { id: at.id })).letter.text, /sát tiệm vàng/)
})

test('guessing a secret waits longer each time; the right one is still right', async () => {
  const receipt = await submitted()
  const codes = []
  for (let i = 0; i < 8; i++)
    codes.push((await refused('lan', 'track', { code: receipt.code, secret: `AAAA-AAAA-AAAA-AAA${i}` })).code)
  assert.deepEqual(codes.slice(0, 5), Array(5).fill('wrong-keys'))
  assert.equal(codes.at(-1), 'slower')
  app.setNow('2026-07-06T09:05:00+07:00')
  assert.equal((await done('lan', 'track', keysOf(receipt))).stage, 'received')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('a lost receipt: the desk gives a new secret after checking, and the old one opens nothing', async () => {
  const receipt = await submitted()
  const { id } = await onDesk(receipt.code)
  const fresh = await done('tam', 'reissue', { id, checked: 'Gọi lại đúng số máy trong đơn.' })
  assert.equal(fresh.code, receipt.code)
  assert.equal((await refused('lan', 'track', keysOf(receipt))).code, 'wrong-keys')
  assert.equal((await done('lan', 'track', keysOf(fresh))).stage, 'received')
})

const tooBad = [
  ['nothing', { text: '' }, /Hãy kể việc gì xảy ra/],
  ['200,000 characters', { text: 'dài '.repeat(50_000) }, /nhận được tối đa 20000/],
  ['only signs nobody sees', { text: '\u200b\u202e\u200b'.repeat(20) }, /Hãy kể việc gì xảy ra/],
  [
    'a program as a photo',
    { files: [{ name: 'anh.jpg', content: Buffer.from('MZ\x90\0program').toString('base64') }] },
    /là chương trình/,
  ],
  ['forty photos', { files: Array.from({ length: 40 }, () => photo) }, /Mỗi lần gửi tối đa 5 tệp/],
  ['a denunciation by the web', { door: 'denunciation' }, /chỉ gửi bằng đơn hoặc trình bày trực tiếp/],
  ['a place off the earth', { lat: 1234 }, /lat/],
  ['a desk that is none', { desk: works }, /không mở/],
] as const
for (const [what, more, said] of tooBad)
  test(`${what} is refused with a sentence`, async () => {
    assert.match((await refused('lan', 'submit', { once: onceMark(), desk: ward, ...drain, ...more })).said, said)
  })

test('text turned round, emoji and HTML are taken as words', async () => {
  const receipt = await submitted({ text: 'Rác \u202egnort đầy <b>đường</b> 👨‍👩‍👧 <script>alert(1)</script>' })
  const { id } = await onDesk(receipt.code)
  const { letters } = await done('tam', 'look', { id })
  assert.equal(letters[0].text, 'Rác gnort đầy <b>đường</b> 👨‍👩‍👧 <script>alert(1)</script>')
})

test('a topic that ended between sending and sorting hinders nobody: the desk chooses anew', async () => {
  const receipt = await submitted({ topic: 'road' })
  const at = await onDesk(receipt.code)
  await app.db.updateTable('topic').set({ until: '2026-07-05' }).where('key', '=', 'road').execute()
  await done('tam', 'sort', { ...at, kind: 'fieldReport', lead: works })
  await app.db.updateTable('topic').set({ until: null }).where('key', '=', 'road').execute()
  assert.equal((await done('tam', 'show', { id: at.id })).topic, null)
})
