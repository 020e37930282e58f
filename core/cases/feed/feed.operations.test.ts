// Calendars of limits as programs read them, parsed by a parser we did not write (ical.js).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { answerApi } from '../../http/api.ts'
import { anonymous } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { app, as, done, drain, onDesk, onceMark, submitted, ward, works } from '../case.cast.ts'
import { listFeeds, makeFeed, readFeed, revokeFeed } from './feed.operations.ts'

const secretOf = (address: string) => address.split('/').at(-1)!.replace('.ics', '')
const made = async (who: string, body?: number) => must(await makeFeed.ask(app, await as(who), { body }))
const read = async (secret: string) => {
  const result = await readFeed.ask(app, anonymous, { secret })
  return result.ok ? Buffer.from(result.value.content).toString() : result.refusal.code
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

async function denounced(): Promise<string> {
  const letter = { desk: ward, channel: 'paper', door: 'denunciation', text: 'Tố cáo việc thu quỹ sai quy định.' }
  const receipt = await done('tam', 'register', { ...letter, name: 'Khuất Quỳnh Ẩn Danh' })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở khu phố.' })
  return receipt.number
}

test('days are days, hours have their hour in Vietnam; no name, no subject, nothing that says it is a denunciation', async () => {
  const report = await submitted()
  await done('tam', 'sort', { ...(await onDesk(report.code)), kind: 'fieldReport', urgency: 'urgent', lead: works })
  const complaint = await done('lan', 'submit', {
    once: onceMark(),
    desk: ward,
    ...drain,
    door: 'complaint',
    topic: '',
  })
  await done('tam', 'sort', { ...(await onDesk(complaint.code)), kind: 'complaint' })
  const secretNumber = await denounced()
  const { address } = await made('tam')
  const text = await read(secretOf(address))
  const events = eventsOf(text)
  const of = (number: string) => events.find(({ summary }) => summary.includes(number))!

  const hours = of(report.number)
  assert.equal(hours.summary, `Hồ sơ ${report.number}: hạn giải quyết`)
  assert.equal(hours.startDate.isDate, false)
  assert.equal(hours.startDate.zone.tzid, 'Asia/Ho_Chi_Minh')
  // Four working hours from nine: to half past eleven, and from half past one.
  assert.equal(hours.startDate.toJSDate().toISOString(), '2026-07-06T08:00:00.000Z')
  const days = of(complaint.number)
  assert.deepEqual(
    [days.startDate.isDate, days.startDate.toString(), days.endDate.toString()],
    [true, '2026-07-15', '2026-07-16'],
  )
  // The same words as of a complaint: from the calendar nobody learns which of the two it is.
  assert.equal(of(secretNumber).summary.replace(secretNumber, ''), days.summary.replace(complaint.number, ''))
  for (const word of ['tố cáo', 'Tố cáo', 'Khuất', drain.name, 'Cống', 'chợ']) assert.ok(!text.includes(word), word)
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(!text.replaceAll('\r\n', '').includes('\n'))
})

test('an event keeps its identity and counts up when its limit moves; the same limits are the same bytes', async () => {
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, door: 'petition' })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'petition', lead: works })
  const secret = secretOf((await made('hai')).address)
  const solve = async () =>
    eventsOf(await read(secret)).find((one) => one.summary === `Hồ sơ ${receipt.number}: hạn giải quyết`)!
  const before = await solve()
  assert.equal(await read(secret), await read(secret))
  app.setNow('2026-07-07T09:00:00+07:00')
  const { version } = await done('minh', 'show', { id: at.id })
  await done('minh', 'extend', { id: at.id, expectedVersion: version, by: 5, note: 'Chờ vật tư về trong tuần tới.' })
  const after = await solve()
  assert.equal(after.uid, before.uid)
  assert.ok(after.sequence > before.sequence)
  assert.notEqual(after.startDate.toString(), before.startDate.toString())
  const changed = after.component.getFirstPropertyValue('last-modified') as InstanceType<typeof ICAL.Time>
  assert.equal(changed.toJSDate().toISOString(), '2026-07-07T02:00:00.000Z')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('of a body only what it has; who does not work there makes none; renewed and revoked addresses are dead', async () => {
  const notHis = await makeFeed.ask(app, await as('hai'), { body: ward })
  assert.ok(!notHis.ok && notHis.refusal.code === 'not-your-body')
  const first = await made('hai', works)
  assert.ok((await read(secretOf(first.address))).startsWith('BEGIN:VCALENDAR'))
  const second = await made('hai', works)
  assert.equal(await read(secretOf(first.address)), 'no-such-calendar')
  const { feeds } = must(await listFeeds.ask(app, await as('hai'), {}))
  assert.equal(feeds.filter(({ bodyId }) => bodyId === works).length, 1)
  assert.doesNotMatch(JSON.stringify(feeds), new RegExp(secretOf(second.address)))
  const other = await revokeFeed.ask(app, await as('tam'), { id: second.id })
  assert.ok(!other.ok && other.refusal.code === 'no-such-calendar')
  must(await revokeFeed.ask(app, await as('hai'), { id: second.id }))
  assert.equal(await read(secretOf(second.address)), 'no-such-calendar')
})

test('two renew at once: one address lives', async () => {
  const both = await Promise.all([made('tam', ward), made('tam', ward)])
  const alive = await Promise.all(both.map(async ({ address }) => (await read(secretOf(address))).startsWith('BEGIN')))
  assert.deepEqual(alive.filter(Boolean).length, 1)
})

test('what is about the ward itself is in no calendar of its people; nor does a wrong secret answer anything', async () => {
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, door: 'petition' })
  const { address } = await made('tam')
  assert.ok((await read(secretOf(address))).includes(receipt.number))
  await done('tam', 'sort', { ...(await onDesk(receipt.code)), kind: 'complaint', accused: [ward] })
  assert.ok(!(await read(secretOf(address))).includes(receipt.number))
  assert.equal(await read('khong-co'), 'no-such-calendar')
  const door = await answerApi(app, new Request('http://127.0.0.1/api/calendars/khong-co.ics'))
  assert.equal(door.status, 404)
})
