// Lan books a place without an account: one booking however often she presses, her name behind the seal, given up by her keys.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, ask, booked, done, keysOf, lan, onceMark, posted, refused } from './reception.cast.ts'

test('the same form twenty times is one booking with one slip; with other words it is another', async () => {
  const id = await posted({ day: '2026-07-15', places: 5 })
  const form = { once: onceMark(), sitting: id, ...lan }
  const slips = await Promise.all(Array.from({ length: 20 }, () => done('lan', 'book', form)))
  assert.equal(new Set(slips.map(({ code, secret }) => `${code} ${secret}`)).size, 1)
  assert.equal((await done('tam', 'sitting', { id })).bookings.length, 1)
  await done('lan', 'book', { ...form, text: 'Hỏi thêm việc đường điện khu phố.' })
  assert.equal((await done('tam', 'sitting', { id })).bookings.length, 2)
})

test('the last place goes to one of five at once; a given up place is free again', async () => {
  const id = await posted({ day: '2026-07-15', places: 1 })
  const all = await Promise.all(
    Array.from({ length: 5 }, () => ask('lan', 'book', { once: onceMark(), sitting: id, ...lan })),
  )
  assert.deepEqual(all.map((one) => (one.ok ? 'booked' : one.refusal.code)).sort(), [
    'booked',
    ...Array.from({ length: 4 }, () => 'no-places-left'),
  ])
  const slip = all.find((one) => one.ok)!
  const keys = keysOf((slip as { ok: true; value: any }).value)
  assert.equal((await done('lan', 'giveUp', keys)).stage, 'cancelled')
  assert.equal((await refused('lan', 'giveUp', keys)).code, 'wrong-stage')
  assert.ok((await booked(id)).code)
})

test('all that is missing is said at once; a denouncer need not say what it is about', async () => {
  const id = await posted({ day: '2026-07-15' })
  const { said } = await refused('lan', 'book', { once: onceMark(), sitting: id, name: '', phone: '12', text: '' })
  for (const part of [/họ tên/, /điện thoại/, /một câu/]) assert.match(said, part)
  const quiet = await booked(id, { text: 'bị bỏ đi', silent: true })
  const [booking] = (await done('tam', 'sitting', { id })).bookings
  const opened = await done('tam', 'openBooking', { id: booking.id })
  assert.deepEqual([opened.name, opened.text], [lan.name, ''])
  assert.equal((await done('lan', 'booked', keysOf(quiet))).stage, 'booked')
})

test('not after it began, not when it takes none, not one that was never posted', async () => {
  const [past, none] = [
    await posted({ day: '2026-07-06', starts: '08:00' }),
    await posted({ day: '2026-07-15', places: 0 }),
  ]
  const to = (sitting: number) => ({ once: onceMark(), sitting, ...lan })
  assert.equal((await refused('lan', 'book', to(past))).code, 'begun-already')
  assert.equal((await refused('lan', 'book', to(none))).code, 'no-booking')
  const { id } = await done('tam', 'propose', {
    ...{ desk: (await done('tam', 'sittings')).desks[0].id, day: '2026-07-31', starts: '08:00', ends: '09:00' },
    ...{ placeWords: 'Phòng tiếp dân', receiver: 'Phó Chủ tịch' },
  })
  assert.equal((await refused('lan', 'book', to(id))).code, 'no-such-sitting')
  assert.equal((await refused('lan', 'book', to(999_999))).code, 'no-such-sitting')
})

test('wrong keys wait longer and longer; only the desk opens who booked, and each opening is on record', async () => {
  const id = await posted({ day: '2026-07-15' })
  const slip = await booked(id)
  const codes: string[] = []
  for (let tries = 0; tries < 8; tries++)
    codes.push((await refused('lan', 'booked', { code: slip.code, secret: 'SAI-KHOA' })).code)
  assert.deepEqual([codes[0], codes.at(-1)], ['wrong-keys', 'slower'])
  const [booking] = (await done('tam', 'sitting', { id })).bookings
  for (const [who, code] of [
    ['tu', 'not-your-desk'],
    ['minh', 'role-needed'],
    ['quan', 'role-needed'],
    ['máy', 'person-needed'],
  ])
    assert.equal((await refused(who!, 'openBooking', { id: booking.id })).code, code)
  await done('ha', 'openBooking', { id: booking.id })
  const looks = await app.db
    .selectFrom('event')
    .select('move')
    .where('noun', '=', 'booking')
    .where('noun_id', '=', booking.id)
    .execute()
  assert.deepEqual(
    looks.map(({ move }) => move),
    ['book', 'open'],
  )
})
