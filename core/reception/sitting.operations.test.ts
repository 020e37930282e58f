// Sessions: posted in time or extraordinary with a reason, by a pattern around days off, moved and cancelled in the open.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, ask, booked, done, keysOf, posted, refused, session, tanAn, ward } from './reception.cast.ts'

const publicOne = async (id: number) =>
  (await done('lan', 'schedule')).sittings.find((one: { id: number }) => one.id === id)

test('Tâm proposes, only the desk sees it; posted five working days before, everybody does', async () => {
  const { id } = await done('tam', 'propose', session)
  assert.equal(await publicOne(id), undefined)
  assert.deepEqual(await done('tam', 'post', { ids: [id] }), { posted: 1, extraordinary: 0 })
  const shown = await publicOne(id)
  assert.deepEqual([shown.extraordinary, shown.left, shown.receiver], ['', 3, 'Chủ tịch UBND phường'])
  assert.deepEqual(
    shown.history.map(({ move }: { move: string }) => move),
    ['post'],
  )
  assert.equal((await done('tam', 'sitting', { id })).postBy, '2026-07-08')
  assert.equal((await refused('tam', 'post', { ids: [id] })).code, 'wrong-stage')
})

test('later than the law lets it: refused with both days, then extraordinary with a reason everybody reads', async () => {
  const { id } = await done('tam', 'propose', { ...session, day: '2026-07-10' })
  const { code, said } = await refused('tam', 'post', { ids: [id] })
  assert.equal(code, 'invalid-input')
  assert.match(said, /10\/07\/2026 phải niêm yết chậm nhất 03\/07\/2026/)
  const reason = 'Việc gấp: nước sạch của khu phố 2.'
  assert.equal((await done('tam', 'post', { ids: [id], extraordinary: reason })).extraordinary, 1)
  assert.equal((await publicOne(id)).extraordinary, reason)
})

test('all that is wrong is said at once: the past, the end before the start, an hour that is taken', async () => {
  await done('tam', 'propose', { ...session, day: '2026-07-16', starts: '8h', ends: '9h30' })
  const bad = { ...session, day: '2026-07-05', starts: '10:00', ends: '09:00' }
  const { said } = await refused('tam', 'propose', bad)
  assert.match(said, /Ngày này đã qua/)
  assert.match(said, /Giờ kết thúc phải sau/)
  const again = await refused('tam', 'propose', { ...session, day: '2026-07-16', starts: '08:00', ends: '09:30' })
  assert.match(again.said, /đúng giờ đó/)
  assert.match((await refused('tam', 'propose', { ...session, starts: '25:00' })).said, /07:30/)
})

test('two clerks propose the same hour at once: one session', async () => {
  const same = { ...session, day: '2026-07-17', starts: '13:30', ends: '16:00' }
  const both = await Promise.all(['tam', 'ha'].map((who) => ask(who, 'propose', same)))
  assert.equal(both.filter(({ ok }) => ok).length, 1)
})

test('a weekly pattern around National Day, and one by day of the month that goes on to the next working day', async () => {
  const weekly = { ...session, from: '2026-08-26', to: '2026-09-10', weekdays: [3], starts: '07:00' }
  const { made, skipped } = await done('tam', 'proposePattern', weekly)
  assert.deepEqual(
    made.map(({ day }: { day: string }) => day),
    ['2026-08-26', '2026-09-09'],
  )
  assert.deepEqual(skipped, [{ day: '2026-09-02', why: 'off' }])
  const monthly = await done('tam', 'proposePattern', {
    ...session,
    from: '2026-10-01',
    to: '2026-11-30',
    monthDays: [10],
  })
  assert.deepEqual(
    monthly.made.map(({ day }: { day: string }) => day),
    ['2026-10-12', '2026-11-10'],
  )
  const again = await done('tam', 'proposePattern', weekly)
  assert.deepEqual(
    again.skipped.map(({ why }: { why: string }) => why),
    ['taken', 'off', 'taken'],
  )
  assert.match(
    (await refused('tam', 'proposePattern', { ...session, from: '2026-08-01', to: '2028-08-01' })).said,
    /366/,
  )
})

test('moved: the old day and the reason stay, who booked is called or sees it himself; two at once, one is told', async () => {
  const id = await posted({ day: '2026-07-20' })
  const [seesIt, isCalled] = [await booked(id), await booked(id, { phone: '0900 000 002' })]
  const { version } = await done('tam', 'sitting', { id })
  const to = {
    id,
    expectedVersion: version,
    day: '2026-07-22',
    starts: '14:00',
    ends: '16:30',
    placeWords: 'Nhà văn hoá',
  }
  const reason = 'Chủ tịch họp đột xuất ở thành phố.'
  const both = await Promise.all(['tam', 'ha'].map((who) => ask(who, 'shift', { ...to, reason })))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['changed-meanwhile', 'done'])
  const shown = await publicOne(id)
  assert.deepEqual(
    [shown.day, shown.history.at(-1).was.day, shown.history.at(-1).note],
    ['2026-07-22', '2026-07-20', reason],
  )
  const toCall = async () =>
    (await done('tam', 'sitting', { id })).bookings.map(({ toCall }: { toCall: boolean }) => toCall)
  assert.deepEqual(await toCall(), [true, true])
  assert.equal((await done('lan', 'booked', keysOf(seesIt))).sitting.day, '2026-07-22')
  assert.deepEqual(await toCall(), [false, true])
  const [, second] = (await done('tam', 'sitting', { id })).bookings
  assert.equal((await done('tam', 'openBooking', { id: second.id })).phone, '0900 000 002')
  await done('tam', 'noteCall', { id: second.id, expectedVersion: second.version })
  assert.deepEqual(await toCall(), [false, false])
  assert.ok(isCalled.code)
})

test('cancelled: still on the public page with its reason; what was booked is destroyed when it was told', async () => {
  const id = await posted({ day: '2026-07-21' })
  const mine = await booked(id)
  const { version } = await done('tam', 'sitting', { id })
  assert.match((await refused('tam', 'cancel', { id, expectedVersion: version, reason: 'bận' })).said, /lý do/)
  await done('minh', 'cancel', { id, expectedVersion: version, reason: 'Chủ tịch đi chống lụt cả tuần.' })
  const shown = await publicOne(id)
  assert.deepEqual([shown.stage, shown.history.at(-1).note], ['cancelled', 'Chủ tịch đi chống lụt cả tuần.'])
  assert.equal((await done('lan', 'booked', keysOf(mine))).stage, 'cancelled')
  const [booking] = (await done('tam', 'sitting', { id })).bookings
  assert.equal((await refused('tam', 'openBooking', { id: booking.id })).code, 'wrong-stage')
  const left = await app.db.selectFrom('sealed_item').select('destroyed_at').where('what', '=', 'booking').execute()
  assert.ok(left.some(({ destroyed_at }) => destroyed_at !== null))
})

test('held only when its day has come; who did not come is noted, and counts for how often the head received', async () => {
  const id = await posted({ day: '2026-07-07' })
  const missed = await booked(id)
  const { version } = await done('tam', 'sitting', { id })
  assert.equal((await refused('tam', 'hold', { id, expectedVersion: version })).code, 'not-yet')
  const dutyOf = async () => {
    const { desks } = await done('lan', 'duty', { desk: ward })
    return desks[0].months.at(-1)
  }
  const before = await dutyOf()
  app.setNow('2026-07-07T17:00:00+07:00')
  await done('tam', 'hold', { id, expectedVersion: version })
  assert.equal((await done('lan', 'booked', keysOf(missed))).stage, 'missed')
  const after = await dutyOf()
  assert.deepEqual([after.held, after.due, after.month], [before.held + 1, 5, '2026-07']) // five Thursdays
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('another commune, the administrator and a stranger neither see nor change it', async () => {
  const id = await posted({ day: '2026-07-23' })
  const { version } = await done('tam', 'sitting', { id })
  const seen = { id, expectedVersion: version, reason: 'Thử huỷ lịch của nơi khác.' }
  assert.equal((await refused('tu', 'cancel', seen)).code, 'not-your-desk')
  assert.equal((await refused('tu', 'sitting', { id })).code, 'not-your-desk')
  assert.equal((await refused('tu', 'propose', session)).code, 'not-your-desk')
  assert.equal((await refused('quan', 'cancel', seen)).code, 'role-needed')
  assert.equal((await refused('lan', 'sittings')).code, 'sign-in-needed')
  assert.equal((await refused('hai', 'cancel', seen)).code, 'role-needed')
  assert.deepEqual((await done('tu', 'sittings')).sittings, [])
  const own = await done('tu', 'propose', { ...session, desk: tanAn })
  assert.ok(own.id)
  assert.equal((await refused('tam', 'cancel', { ...seen, id: 999_999 })).code, 'no-such-sitting')
})
