// Cụ Sáu cannot write; the head of her neighbourhood sends for her. She holds the keys; he sees how far it is and nothing of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Letter } from '../../app.ts'
import { insertPerson } from '../../people/person.write.store.ts'
import { app, ask, done, keysOf, onceMark, onDesk, photo, refused, tanAn, ward, works } from '../case.cast.ts'

async function head(username: string, bodyId: typeof ward, validTo?: string): Promise<void> {
  const roles = [{ role: 'villageHead' as const, bodyId, validFrom: '2026-01-01', ...(validTo && { validTo }) }]
  const made = { username, name: `Tổ trưởng ${username}`, passwordHash: 'x', roles, at: app.clock() }
  await app.db.transaction().execute((tx) => insertPerson(tx, made))
}
await head('to5', ward)
await head('to6', ward)
await head('thontanan', tanAn)

const words = 'Cống đầu hẻm tổ 5 vỡ nắp, cụ đi chợ suýt ngã. Đề nghị sửa.'
const neighbour = { name: 'Cụ Sáu giả định', phone: '0900 000 066', placeWords: 'Đầu hẻm tổ 5' }
const letter = () => ({ once: onceMark(), desk: ward, agreed: true, door: 'fieldReport', text: words, ...neighbour })

test('with her agreement it goes in like any other, sealed; the keys open it for her', async () => {
  const receipt = await done('to5', 'sendFor', { ...letter(), files: [photo] })
  assert.match(receipt.number, /\/2026$/)
  const hers = await done('lan', 'track', keysOf(receipt))
  assert.equal(hers.stage, 'received')
  const { id } = await onDesk(receipt.code)
  const { letters } = await done('tam', 'look', { id })
  assert.deepEqual([letters[0].text, letters[0].sender.phone], [words, neighbour.phone])
  assert.equal((await done('tam', 'show', { id })).channel, 'helper')
  const kept = await sql<{ all: string }>`select row_to_json(h)::text as all from submission_helped h
    where submission_id = ${id}`.execute(app.db)
  assert.match(kept.rows[0]!.all, /đồng ý để tôi gửi giúp/)
  assert.doesNotMatch(kept.rows[0]!.all, /Sáu|0900|Cống/)
})

test('afterwards he sees number, day and stage; not her name, not her words, not the answer', async () => {
  const receipt = await done('to5', 'sendFor', letter())
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', lead: works })
  const { version } = await done('hai', 'show', { id: at.id })
  const said = 'Tổ công trình đã thay nắp cống bê tông và kiểm tra cả hẻm sáng nay.'
  await done('hai', 'answer', { id: at.id, expectedVersion: version, text: said, files: [photo] })
  const { lines } = await done('to5', 'helped')
  const mine = lines.find(({ number }: { number: string }) => number === receipt.number)
  assert.deepEqual([mine.stage, mine.outcome], ['answered', null])
  assert.deepEqual(Object.keys(mine).sort(), ['at', 'desk', 'number', 'outcome', 'since', 'stage'])
  assert.doesNotMatch(JSON.stringify(lines), /Sáu|0900|Cống|công trình/)
  for (const [name, input] of [
    ['show', { id: at.id }],
    ['look', { id: at.id }],
    ['queue', { q: receipt.code }],
    ['original', { id: at.id, letter: 1, no: 1 }],
  ] as const)
    assert.equal((await refused('to5', name, input)).code, 'role-needed', name)
})

test('the head of the next group sees none of it, nor does one of another commune send here', async () => {
  const receipt = await done('to5', 'sendFor', letter())
  for (const other of ['to6', 'thontanan'])
    assert.doesNotMatch(JSON.stringify(await done(other, 'helped')), new RegExp(receipt.number))
  const { code, said } = await refused('thontanan', 'sendFor', letter())
  assert.equal(code, 'other-village')
  assert.match(said, /nơi nhận của xã, phường mình/)
  const { desks } = await done('thontanan', 'helpDesks')
  assert.deepEqual(
    desks.map(({ id }: { id: number }) => id),
    [tanAn],
  )
  for (const who of ['lan', 'tam', 'hai', 'minh']) assert.equal((await ask(who, 'sendFor', letter())).ok, false, who)
})

test('without her agreement nothing is sent, whatever else stands in the form; every fault at once', async () => {
  const before = (await done('to5', 'helped')).total
  const { said } = await refused('to5', 'sendFor', { ...letter(), agreed: false, text: 'Cống' })
  assert.match(said, /đồng ý thì đánh dấu/)
  assert.match(said, /ít nhất một câu/)
  assert.equal((await ask('to5', 'sendFor', { ...letter(), agreed: undefined })).ok, false)
  assert.equal((await ask('to5', 'sendFor', { ...letter(), door: 'denunciation' })).ok, false)
  assert.equal((await done('to5', 'helped')).total, before)
})

test('pressed twice at once it is one, with one line in his list', async () => {
  const form = letter()
  const before = (await done('to5', 'helped')).total
  const both = await Promise.all([ask('to5', 'sendFor', form), ask('to5', 'sendFor', form)])
  const codes = new Set(both.flatMap((one) => (one.ok ? [(one.value as { code: string }).code] : [])))
  const again = await done('to5', 'sendFor', form)
  assert.ok([...codes].every((code) => code === again.code))
  assert.equal((await done('to5', 'helped')).total, before + 1)
})

test('the receipt goes to her own mail, never to his; without a mailer the slip is all', async () => {
  const sent: Letter[] = []
  app.mailer = { from: 'danvan@example.vn', send: async (one) => (sent.push(one), { kind: 'sent', reply: '' }) }
  const receipt = await done('to5', 'sendFor', { ...letter(), email: 'cu.sau@example.vn' })
  app.mailer = null
  assert.equal(receipt.mailed, true)
  assert.deepEqual([sent.length, sent[0]!.to], [1, 'cu.sau@example.vn'])
  assert.ok(sent[0]!.text.includes(receipt.secret))
  assert.equal((await done('to5', 'sendFor', letter())).mailed, false)
})

test('when he is head no more he sees and sends nothing', async () => {
  await head('to7', ward, '2026-07-06')
  await done('to7', 'sendFor', letter())
  app.setNow('2026-07-07T09:00:00+07:00')
  for (const [name, input] of [
    ['helped', {}],
    ['sendFor', letter()],
  ] as const)
    assert.equal((await refused('to7', name, input)).code, 'role-needed')
  app.setNow('2026-07-06T09:00:00+07:00')
})
