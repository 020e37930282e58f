// The law as dated data: Hà sets a limit of the locality, confirms the days off of a year; anybody asks when a limit ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create as createBody } from '../bodies/body.create.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { placeAt } from '../places/place.read.ts'
import { anonymous, operator, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { lawOperations } from './index.operations.ts'
import { loadLaws } from './law.load.ts'
import { shippedLaws, type ShippedLaw } from './rule.ts'

type Answer = { [key: string]: any }

const app = await openTestApp('places', { now: '2026-11-29T09:00:00+07:00' })
await loadLaws(app)
const ask = (actor: Actor, name: string, input: unknown) =>
  lawOperations.find((one) => one.name === name)!.ask(app, actor, input)
const done = async (actor: Actor, name: string, input: unknown = {}) => must(await ask(actor, name, input)) as Answer
const refused = async (actor: Actor, name: string, input: unknown) => {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

async function body(name: string, code: string) {
  const place = await placeAt(app.db, code, '2026-11-29')
  const made = await createBody.ask(app, operator, { organisation: 'partyCommittee', name, placeId: place!.placeId })
  return must(made).id as Id<'body'>
}
const [province, commune] = [await body('Thành ủy Đồng Nai', '75'), await body('Đảng ủy phường Trị An', '26170')]
async function administrator(username: string, ...bodies: Id<'body'>[]) {
  const roles = bodies.map((bodyId) => ({ role: 'administrator' as const, bodyId, validFrom: '2026-01-01' }))
  const at = app.clock()
  await app.db
    .transaction()
    .execute((tx) => insertPerson(tx, { username, name: `Quản trị ${username}`, passwordHash: 'x', roles, at }))
  return actorOfPerson(app, username)
}
const [ha, son] = [await administrator('ha', province, commune), await administrator('son', commune)]

test('anybody asks by a rule: the version that held on the first day, with article, value and mark', async () => {
  const at = { rule: 'complaint.accept' }
  const before = await done(anonymous, 'deadlines.compute', { ...at, from: '2026-06-30' })
  const after = await done(anonymous, 'deadlines.compute', { ...at, from: '2026-07-01' })
  assert.deepEqual(
    [before, after].map(({ due, rule }) => [due, rule.value, rule.unit, rule.validFrom]),
    [
      ['2026-07-10', 10, 'calendarDays', '2012-07-01'],
      ['2026-07-10', 7, 'workingDays', '2026-07-01'],
    ],
  )
  assert.match(after.rule.article, /155\/2026/)
  assert.equal(after.steps.filter((step: Answer) => step.counted).length, 7)
  assert.deepEqual(after.unconfirmedYears, [2026])
})

test('counted back from an event: the year is told to be a proposal, and a suspension is not passed over in silence', async () => {
  const asked = { rule: 'reception.schedule.publish', from: '2027-01-04' }
  const { due, unconfirmedYears } = await done(anonymous, 'deadlines.compute', asked)
  assert.ok(due < '2027-01-01')
  assert.deepEqual(unconfirmedYears, [2026, 2027])
  for (const more of [{ pause: '2026-12-20..2026-12-22' }, { extension: 2 }])
    assert.match(
      (await refused(anonymous, 'deadlines.compute', { ...asked, ...more })).said,
      /tính lùi từ ngày của sự việc/,
    )
})

test('the suspension of a complaint moves its end, the first end is kept beside it', async () => {
  const asked = { rule: 'complaint.solve.first', from: '2026-07-01', pause: '2026-07-10..2026-07-20', extension: 0 }
  const { due, originalDue, steps } = await done(anonymous, 'deadlines.compute', asked)
  assert.deepEqual([due, originalDue], ['2026-08-10', '2026-07-31'])
  assert.equal(steps.filter((step: Answer) => /tạm đình chỉ/.test(step.reason)).length, 10)
})

test('field reports count working hours from a time; at least so long before counts back', async () => {
  const report = { rule: 'fieldReport.accept', from: '2026-11-23T15:00' }
  assert.equal((await done(anonymous, 'deadlines.compute', report)).due, '2026-11-25T15:00')
  const zoned = { rule: 'fieldReport.accept', from: '2026-11-23T08:00:00Z' }
  assert.equal((await done(anonymous, 'deadlines.compute', zoned)).due, '2026-11-25T15:00')
  const schedule = { rule: 'reception.schedule.publish', from: '2026-12-01' }
  assert.equal((await done(anonymous, 'deadlines.compute', schedule)).due, '2026-11-23')
})

test('what cannot be answered is said all at once', async () => {
  const faulty = await refused(anonymous, 'deadlines.compute', { days: 5, workingDays: 3, from: 'mai', pause: '3..2' })
  assert.match(faulty.said, /from: .*pause: .*rule: Chọn đúng một cách/)
  const pause = '2026-07-20..2026-07-10'
  assert.match((await refused(anonymous, 'deadlines.compute', { days: 5, from: '2026-07-01', pause })).said, /^pause: /)
  assert.match((await refused(anonymous, 'deadlines.compute', { days: 9e6, from: '2026-07-01' })).said, /không quá/)
  for (const from of ['1890-07-01', '2026-07-01T15:00+99:99', '2026-07-01T15:00:99Z', '2026-07-01T15:00-2400'])
    assert.match((await refused(anonymous, 'deadlines.compute', { days: 5, from })).said, /^from: /, from)
  assert.equal(
    (await refused(anonymous, 'deadlines.compute', { rule: 'x.y', from: '2026-07-01' })).code,
    'no-such-rule',
  )
  const early = { rule: 'denunciation.solve', from: '2018-07-01' }
  assert.match((await refused(anonymous, 'deadlines.compute', early)).said, /có hiệu lực từ 01\/01\/2019/)
  const unset = { rule: 'fieldReport.handle.normal', from: '2026-11-23' }
  assert.match((await refused(anonymous, 'deadlines.compute', unset)).said, /chưa có giới hạn/)
})

test('Hà sets what the regulation of her city says; Sơn of one commune may not; of two at once one is told', async () => {
  const set = {
    ...{ key: 'fieldReport.handle.normal', expectedNo: 1, validFrom: '2026-12-01', value: 5, unit: 'workingDays' },
    ...{ article: 'Quyết định 77/2026/QĐ-UBND, Điều 5', confidence: 'read' },
  }
  assert.equal((await refused(son, 'lawRules.addVersion', set)).code, 'not-whole-platform')
  assert.equal((await refused(anonymous, 'lawRules.addVersion', set)).code, 'sign-in-needed')
  const both = await Promise.all([ask(ha, 'lawRules.addVersion', set), ask(ha, 'lawRules.addVersion', set)])
  assert.deepEqual(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort(), ['changed-meanwhile', 'ok'])
  assert.match((await refused(ha, 'lawRules.addVersion', { ...set, expectedNo: 2, value: '' })).said, /^value: /)
  const asked = { rule: set.key, from: '2026-12-01' }
  assert.equal((await done(anonymous, 'deadlines.compute', asked)).due, '2026-12-08')
  const early = { ...asked, from: '2026-11-30' }
  assert.match((await refused(anonymous, 'deadlines.compute', early)).said, /chưa có giới hạn/)
})

test('a new release adds versions and never goes before what people wrote', async () => {
  const versions = async () => (await done(anonymous, 'lawRules.show', { key: 'fieldReport.handle.normal' })).versions
  assert.equal(await loadLaws(app), 0)
  const release = structuredClone(shippedLaws) as ShippedLaw[]
  const rule = release.flatMap(({ rules }) => rules).find(({ key }) => key === 'fieldReport.handle.normal')!
  rule.versions.push({ ...rule.versions[0]!, validFrom: '2026-12-01', value: 9 })
  rule.versions[0]!.value = 12
  assert.deepEqual([await loadLaws(app, release), await loadLaws(app, release)], [2, 0])
  assert.equal((await versions()).length, 4)
  const due = async (from: string) => (await done(anonymous, 'deadlines.compute', { rule: rule.key, from })).rule.value
  assert.deepEqual([await due('2026-11-30'), await due('2026-12-01')], [12, 5])
})

test('Hà confirms a year with its swap; then it is no proposal any more; the slower of two is told', async () => {
  const { days, confirmed, proposed } = await done(ha, 'workCalendar.show', { year: 2026 })
  assert.deepEqual([confirmed, days.length], [null, proposed.length])
  const swapped = [
    ...days.map(({ weekday: _, ...day }: Answer) => day),
    { day: '2026-08-31', kind: 'swappedOff', name: 'nghỉ hoán đổi ngày 22/8' },
    { day: '2026-08-22', kind: 'swappedWork', name: 'làm bù cho ngày 31/8' },
  ]
  const given = { year: 2026, expectedVersion: 0, basis: 'Thông báo 9441/TB-BNV', days: swapped }
  assert.equal((await refused(son, 'workCalendar.confirm', given)).code, 'not-whole-platform')
  assert.equal((await done(ha, 'workCalendar.confirm', given)).version, 1)
  assert.equal((await refused(ha, 'workCalendar.confirm', given)).code, 'changed-meanwhile')
  const asked = { workingDays: 7, from: '2026-08-20' }
  const { due, unconfirmedYears } = await done(anonymous, 'deadlines.compute', asked)
  assert.deepEqual([due, unconfirmedYears], ['2026-08-28', []])
  const shown = await done(anonymous, 'workCalendar.show', { year: 2026 })
  assert.deepEqual([shown.confirmed.by, shown.days.length], ['Quản trị ha', swapped.length])
})

test('days of another year, twice, or off and worked anyway are said line by line', async () => {
  const day = (day: string, kind: string) => ({ day, kind, name: 'thử' })
  const days = [
    ...[day('2026-01-01', 'holiday'), day('2027-01-01', 'holiday'), day('2027-01-01', 'holiday')],
    ...[day('2027-03-02', 'swappedWork'), day('2027-03-06', 'swappedOff')],
  ]
  const { said } = await refused(ha, 'workCalendar.confirm', {
    year: 2027,
    expectedVersion: 0,
    basis: 'Thông báo',
    days,
  })
  for (const words of [/days\.0\.day: .*không thuộc năm/, /days\.2\.day: .*hai dòng/, /days\.3\.day: .*ngày làm việc/])
    assert.match(said, words)
  assert.match(said, /days\.4\.day: .*nghỉ hằng tuần/)
})
