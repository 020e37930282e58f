// Guessing: whom it slows down, and whom it does not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser } from './browser.cast.ts'
import { app, board, make } from './person.cast.ts'
import { waitAfter } from './slow-down.counter.ts'
import { countersOf } from './slow-down.ts'
import { networkOf } from './network.ts'

await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
const at = (second: number) => app.setNow(new Date(Date.UTC(2023, 5, 30, 2, 0, second)).toISOString())
const wrong = 'không phải mật khẩu'

test('waits grow 1, 2, 4 … to a minute, after the free ones', () => {
  const waits = [2, 3, 4, 5, 6, 7, 8, 9, 20].map((failures) => waitAfter(failures, { free: 2, longest: 60 }))
  assert.deepEqual(waits, [0, 1, 2, 4, 8, 16, 32, 60, 60])
})

test('a guesser waits longer and longer; Bình on his own device and on a new one elsewhere does not', async () => {
  at(0)
  const his = browser('203.0.113.1')
  assert.equal(await his.signIn('binh'), 'in')
  const guesser = browser('198.51.100.9')
  let tried = 0
  for (let second = 0; second < 300; second++) {
    at(second)
    const said = await guesser.signIn('binh', `${wrong} ${second}`)
    if (said.includes('không đúng')) tried++
    else assert.match(said, /^Đã sai nhiều lần\. Hãy thử lại sau \d+ giây\.$/)
  }
  assert.ok(tried >= 9 && tried <= 13, `${tried} guesses in five minutes`)
  assert.match(await guesser.signIn('binh'), /thử lại sau/, 'the right one waits as well')
  assert.equal(await his.signIn('binh'), 'in')
  assert.equal(await browser('203.0.113.200').signIn('binh'), 'in')
  at(300 + 60)
  assert.equal(await guesser.signIn('binh'), 'in', 'and is let in when the minute is over')
})

test('a hundred guesses sent at the same moment are a hundred, not one', async () => {
  at(3600)
  const attacker = () => browser('198.51.100.77').signIn('binh', wrong)
  const answers = await Promise.all(Array.from({ length: 100 }, attacker))
  assert.equal(answers.filter((said) => said.includes('không đúng')).length, 3)
})

test('many networks share the account’s counter after a few failures each', async () => {
  at(7200)
  let tried = 0
  for (let i = 0; i < 60; i++) {
    const said = await browser(`198.51.${i % 6}.1`).signIn('binh', wrong)
    if (said.includes('không đúng')) tried++
  }
  assert.equal(tried, 18)
})

test('one password tried on many accounts from one network is slowed down, five seconds at most', async () => {
  at(9600)
  const answers: string[] = []
  for (let i = 0; i < 42; i++) answers.push(await browser('198.51.100.200').signIn(`nguoi${i}`, wrong))
  assert.equal(answers.filter((said) => said.includes('không đúng')).length, 41)
  assert.match(answers.at(-1)!, /thử lại sau 1 giây/)
  assert.equal(waitAfter(500, { free: 40, longest: 5 }), 5)
  assert.equal(await browser('203.0.113.50').signIn('binh'), 'in')
})

test('mistyping on a known device costs nothing at first; counters are gone after half an hour', async () => {
  at(10_800)
  const his = browser('203.0.113.1')
  await his.signIn('binh')
  for (let i = 0; i < 10; i++) assert.match(await his.signIn('binh', wrong), /không đúng/)
  assert.equal(await his.signIn('binh'), 'in')
  for (let i = 0; i < 11; i++) await his.signIn('binh', wrong)
  assert.match(await his.signIn('binh'), /thử lại sau 1 giây/)
  at(10_801)
  assert.equal(await his.signIn('binh'), 'in')
  at(20_000)
  await browser('203.0.113.9').signIn('binh', wrong)
  const { n } = await app.db
    .selectFrom('sign_in_failure')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  assert.equal(n, 3)
})

test('no address is kept: its hash is another one every day', () => {
  const tried = { username: 'binh', device: null, network: '203.0.113.1' }
  const keys = (day: string) =>
    countersOf({ secret: app.secret, clock: () => new Date(`${day}T09:00:00+07:00`) }, tried).map(({ key }) => key)
  assert.notEqual(keys('2023-06-30')[0], keys('2023-07-01')[0])
  assert.equal(keys('2023-06-30')[1], keys('2023-07-01')[1])
  assert.ok(!keys('2023-06-30').join().includes('203.0'))
})

test('behind a proxy of this machine the network is what the proxy saw', () => {
  const forwarded = new Headers({ 'x-forwarded-for': '6.6.6.6, 203.0.113.5' })
  assert.equal(networkOf('127.0.0.1', forwarded), '203.0.113.5')
  assert.equal(networkOf('::ffff:127.0.0.1', new Headers()), null)
  assert.equal(networkOf('198.51.100.1', forwarded), '198.51.100.1')
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6', forwarded), '2001:db8:1:2::/64')
  assert.equal(networkOf('2001:db8::1', forwarded), '2001:db8:0:0::/64')
})
