// Stories of the second step: set up, asked for, on paper, a phone lost, a role that needs it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operator } from '../../shared/actor.ts'
import { changePassword, listSessions } from '../account.operations.ts'
import { browser } from '../browser.cast.ts'
import { resetPassword } from '../password.operations.ts'
import { app, as, board, done, events, farmers, make, party, password, refused, tanAn } from '../person.cast.ts'
import { show as showPerson } from '../person.operations.ts'
import * as policy from '../policy.operations.ts'
import { recent } from '../recent.operations.ts'
import { actorOf, isSignedIn } from '../sign-in.ts'
import { createToken } from '../token.operations.ts'
import { phoneOf, setUp } from './phone.cast.ts'
import { resetSecondStep } from './reset.operations.ts'
import { begin, confirm, end, key, renewCodes, show } from './second-step.operations.ts'
import { endEveryTrusted, endOneTrusted, listTrusted } from './trusted.operations.ts'

const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
const binh = await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
await make('ha', 'Quản trị huyện', ['administrator', party])
await make('minh', 'Quản trị Hội Nông dân xã', ['administrator', tanAn])
const ha = await as('ha')
const at = (time: string) => app.setNow(`2023-06-30T${time}+07:00`)
const versionOf = async (id: number) => (await done(ha, showPerson, { id })).version

at('09:00:00')
const office = browser()
await office.signIn('lan')
const phone = await setUp(await office.who())

test('Lan sets up the second step with the first code of her phone and gets ten codes for paper, once', async () => {
  const his = browser('203.0.113.9')
  assert.equal(await his.signIn('binh'), 'in')
  const he = await his.who()
  assert.equal((await refused(he, key)).code, 'no-key')
  assert.equal((await refused(he, confirm, { code: '123456' })).code, 'no-key')
  await done(he, begin)
  const { address, picture, key: words } = await done(he, key)
  assert.match(address, /^otpauth:\/\/totp\/.*binh\?issuer=.*&secret=[A-Z2-7]{32}&/)
  assert.ok(picture.size > 30 && picture.path.startsWith('M4 4h7v1h-7z') && /^([A-Z2-7]{4} ?){8}$/.test(words))
  assert.equal((await refused(he, confirm, { code: '000000' })).code, 'wrong-code')
  assert.equal((await done(he, show)).on, false)
  const his2 = await phoneOf(he)
  const both = await Promise.all([1, 2].map(() => confirm.ask(app, he, { code: his2.code() })))
  assert.equal(both.filter((one) => one.ok).length, 1, 'pressed twice: set up once')
  const { recoveryCodes: paper } = both.find((one) => one.ok)!.value as { recoveryCodes: string[] }
  assert.deepEqual([paper.length, new Set(paper).size], [10, 10])
  const shown = await done(he, show)
  assert.deepEqual([shown.on, shown.codesLeft, shown.required, shown.begun], [true, 10, false, false])
  await done(he, end)
  assert.equal((await refused(he, end)).code, 'not-on')
})

test('the database holds neither the key nor the codes', async () => {
  const kept = await app.db.selectFrom('second_step').selectAll().where('person_id', '=', lan).executeTakeFirstOrThrow()
  const codes = await app.db.selectFrom('recovery_code').select('hash').execute()
  assert.ok(kept.secret!.length === 12 + 16 + 20 && codes.every(({ hash }) => !phone.paper.includes(hash)))
  // A row copied to somebody else's account opens nothing.
  await app.db
    .insertInto('second_step')
    .values({ ...kept, person_id: binh as never })
    .execute()
  const thief = browser('198.51.100.40')
  assert.equal(await thief.signIn('binh'), 'secondStep')
  assert.match(await thief.second(phone.code(30)), /SECRET đã đổi/)
  await app.db
    .deleteFrom('second_step')
    .where('person_id', '=', binh as never)
    .execute()
})

test('after the password the code is asked; between the two she is nobody', async () => {
  at('09:05:00')
  const hers = browser()
  assert.equal(await hers.signIn('lan'), 'secondStep')
  assert.deepEqual([...hers.jar.keys()], ['dt.second_step'])
  assert.equal((await hers.who()).kind, 'anonymous')
  assert.equal((await browser().second(phone.code())).includes('đăng nhập lại từ đầu'), true, 'not in another browser')
  assert.match(await hers.second('000000'), /Mã không đúng/)
  assert.equal(await hers.second(phone.code().replace(/(...)/, '$1 ')), 'in')
  assert.ok(isSignedIn(await hers.who()) && !hers.jar.has('dt.second_step'))
  assert.match(await hers.second(phone.code(30)), /từ đầu/, 'the step is over')
})

test('a code is taken once: not by who looked over her shoulder, nor twice at the same moment', async () => {
  at('09:10:00')
  const [one, two] = [browser('198.51.100.1'), browser('198.51.100.2')]
  await one.signIn('lan')
  await two.signIn('lan')
  const both = await Promise.all([one.second(phone.code()), two.second(phone.code())])
  assert.deepEqual(both.toSorted()[1], 'in')
  assert.match(both.toSorted()[0]!, /đã dùng rồi/)
  const third = browser('198.51.100.3')
  await third.signIn('lan')
  assert.match(await third.second(phone.code()), /đã dùng rồi/)
  at('09:10:30')
  assert.match(await third.second(phone.code(-60)), /Mã không đúng/, 'nor one of a minute ago')
  assert.equal(await third.second(phone.code(30)), 'in', 'a clock half a minute fast is forgiven')
})

test('a code from paper stands in for the phone, once, however it is typed', async () => {
  at('09:20:00')
  const hers = browser()
  await hers.signIn('lan')
  assert.match(await hers.second(phone.paper[0]!), /Mã không đúng/, 'it is no six digits')
  assert.equal(await hers.second(` ${phone.paper[0]!.toUpperCase().replaceAll('-', ' ')} `, { recovery: true }), 'in')
  assert.equal((await done(await hers.who(), show)).codesLeft, 9)
  await hers.signIn('lan')
  assert.match(await hers.second(phone.paper[0]!, { recovery: true }), /chỉ dùng được một lần/)
  const { recoveryCodes: fresh } = await done(await hers.who(), renewCodes)
  await hers.signIn('lan')
  assert.match(await hers.second(phone.paper[1]!, { recovery: true }), /Mã không đúng/, 'the old paper is waste')
  assert.equal(await hers.second(fresh[0], { recovery: true }), 'in')
  phone.paper.splice(0, 10, ...fresh)
})

test('who guesses the digits waits longer and longer; a sign-in is under way ten minutes at most', async () => {
  at('10:00:00')
  const guesser = browser('198.51.100.66')
  await guesser.signIn('lan')
  let tried = 0
  for (let second = 0; second < 300; second += 5) {
    at(`10:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`)
    const said = await guesser.second('000000')
    if (said.includes('Mã không đúng')) tried++
    else assert.match(said, /Hãy thử lại sau \d+ giây/)
  }
  assert.ok(tried >= 10 && tried <= 15, `${tried} guesses in five minutes`)
  const other = browser('198.51.100.67')
  await other.signIn('lan')
  assert.match(await other.second(phone.code()), /thử lại sau/, 'from another network too')
  assert.ok((await events(lan)).filter((move) => move === 'wrongSecondStep').length >= tried)
  at('10:11:00')
  assert.match(await guesser.second(phone.code(30)), /từ đầu/)
})

test('a trusted device is not asked for thirty days; it is listed and ended', async () => {
  at('12:00:00')
  const hers = browser('203.0.113.70')
  await hers.signIn('lan')
  assert.equal(await hers.second(phone.code(), { trust: true }), 'in')
  assert.equal(await hers.signIn('lan'), 'in')
  const { trusted } = await done(await hers.who(), listTrusted)
  assert.deepEqual(
    [trusted.length, trusted[0].device, trusted[0].until],
    [1, 'Chrome trên Windows', '2023-07-30T05:00:00.000Z'],
  )
  assert.equal(await browser('203.0.113.71').signIn('lan'), 'secondStep', 'no other browser')
  const his = browser()
  for (const [name, value] of hers.jar) if (name === 'dt.device') his.jar.set(name, value)
  await his.signIn('binh')
  assert.equal((await refused(await his.who(), endOneTrusted, { id: trusted[0].id })).code, 'no-such-device')
  app.setNow('2023-07-30T11:59:00+07:00')
  assert.equal(await hers.signIn('lan'), 'in')
  app.setNow('2023-07-30T12:00:00+07:00')
  assert.equal(await hers.signIn('lan'), 'secondStep')
  assert.equal(await hers.second(phone.code(), { trust: true }), 'in')
  await done(await hers.who(), endOneTrusted, { id: (await done(await hers.who(), listTrusted)).trusted[0].id })
  assert.equal(await hers.signIn('lan'), 'secondStep')
  app.setNow('2023-07-30T12:01:00+07:00')
  await hers.second(phone.code(), { trust: true })
  assert.deepEqual(await done(await hers.who(), endEveryTrusted), { untrusted: 1 })
  assert.equal(await hers.signIn('lan'), 'secondStep')
})

test('another password ends all trust, and a sign-in that was half-way with the old one', async () => {
  app.setNow('2023-07-31T08:00:00+07:00')
  const [hers, half] = [browser('203.0.113.80'), browser('203.0.113.81')]
  await hers.signIn('lan')
  await hers.second(phone.code(), { trust: true })
  assert.equal(await half.signIn('lan'), 'secondStep')
  await done(await hers.who(), changePassword, { oldPassword: password, password: 'mùa gặt năm nay sớm' })
  assert.match(await half.second(phone.code(30)), /từ đầu/)
  assert.equal(await hers.signIn('lan', 'mùa gặt năm nay sớm'), 'secondStep')
})

test('tokens go on without a second step', async () => {
  app.setNow('2023-07-31T08:10:00+07:00')
  const hers = browser('203.0.113.80')
  await hers.signIn('lan', 'mùa gặt năm nay sớm')
  await hers.second(phone.code())
  const { token } = await done(await hers.who(), createToken, {
    name: 'Báo cáo',
    scopes: ['read', 'write'],
    expiresOn: '2023-08-31',
  })
  const program = await actorOf(app, new Headers({ authorization: `Bearer ${token}` }))
  assert.ok(program.kind === 'person' && program.roles.length === 1)
  for (const operation of [begin, confirm, renewCodes, end, endEveryTrusted])
    assert.equal((await refused(program, operation, { code: '000000' })).code, 'not-by-token', operation.name)
})

test('a screen left open changes nothing that guards the account', async () => {
  app.setNow('2023-07-31T09:00:00+07:00')
  const hers = browser('203.0.113.80')
  await hers.signIn('lan', 'mùa gặt năm nay sớm')
  await hers.second(phone.code())
  app.setNow('2023-07-31T09:16:00+07:00')
  for (const operation of [begin, key, confirm, renewCodes, end])
    assert.equal((await refused(await hers.who(), operation, { code: '000000' })).code, 'sign-in-again', operation.name)
})

test('another phone: the old one is good until the first code of the new one', async () => {
  app.setNow('2023-07-31T10:00:00+07:00')
  const hers = browser('203.0.113.80')
  await hers.signIn('lan', 'mùa gặt năm nay sớm')
  await hers.second(phone.code())
  const her = await hers.who()
  await done(her, begin)
  const fresh = await phoneOf(her)
  app.setNow('2023-07-31T10:01:00+07:00')
  const other = browser('203.0.113.82')
  await other.signIn('lan', 'mùa gặt năm nay sớm')
  assert.equal(await other.second(phone.code()), 'in')
  const { ended } = await done(her, confirm, { code: fresh.code() })
  assert.ok(ended >= 1 && (await other.who()).kind === 'anonymous', 'whoever else was in must come in again')
  app.setNow('2023-07-31T10:02:00+07:00')
  await other.signIn('lan', 'mùa gặt năm nay sớm')
  assert.match(await other.second(phone.code()), /Mã không đúng/)
  assert.equal(await other.second(fresh.code()), 'in')
})

test('a phone is lost: Hà takes the second step away, not Minh; Lan is told and comes in with her password', async () => {
  app.setNow('2023-07-31T11:00:00+07:00')
  const expectedVersion = await versionOf(lan)
  assert.equal((await refused(await as('minh'), resetSecondStep, { id: lan, expectedVersion })).code, 'not-your-people')
  assert.equal((await refused(ha, resetSecondStep, { id: ha.personId, expectedVersion: 1 })).code, 'not-yourself')
  assert.equal((await refused(ha, resetSecondStep, { id: lan, expectedVersion: 99 })).code, 'changed-meanwhile')
  assert.ok((await done(ha, showPerson, { id: lan })).moves.includes('resetSecondStep'))
  await done(ha, resetSecondStep, { id: lan, expectedVersion })
  const shown = await done(ha, showPerson, { id: lan })
  assert.deepEqual([shown.signIn.secondStep, shown.moves.includes('resetSecondStep')], [false, false])
  assert.equal((await refused(ha, resetSecondStep, { id: lan, expectedVersion: shown.version })).code, 'no-second-step')
  const hers = browser('203.0.113.80')
  assert.equal(await hers.signIn('lan', 'mùa gặt năm nay sớm'), 'in')
  assert.equal((await done(await hers.who(), show)).resetAt, '2023-07-31T04:00:00.000Z')
  const { recent: lines } = await done(await hers.who(), recent)
  assert.deepEqual(lines[0], { at: '2023-07-31T04:00:00.000Z', move: 'signIn', way: 'password', by: null })
  assert.deepEqual([lines[1].move, lines[1].by], ['resetSecondStep', 'Quản trị huyện'])
  await setUp(await hers.who())
  assert.equal((await done(await hers.who(), show)).resetAt, null)
})

test('a role that needs a second step gives no rights until there is one', async () => {
  app.setNow('2023-07-31T13:00:00+07:00')
  const rules = await done(ha, policy.show)
  assert.deepEqual([rules.mayChange, rules.confidence, rules.provider], [false, 'assumed', null])
  const { version, mayChange: _, provider: __, confidence: ___, ...kept } = rules
  const wanted = { ...kept, secondStepRoles: ['head'], basis: 'Quy chế an toàn thông tin', expectedVersion: version }
  assert.equal((await refused(ha, policy.change, wanted)).code, 'not-whole-platform')
  await done(operator, policy.change, wanted)
  assert.equal((await refused(operator, policy.change, wanted)).code, 'changed-meanwhile')
  assert.match(
    (await refused(operator, policy.change, { ...wanted, trustedDeviceDays: 400, basis: ' ' })).said,
    /trustedDeviceDays.*basis/,
  )
  const his = browser('203.0.113.90')
  await his.signIn('binh')
  const he = await his.who()
  assert.ok(isSignedIn(he) && he.mustSetSecondStep && he.roles.length === 0)
  const own = await setUp(he)
  const after = await his.who()
  assert.ok(isSignedIn(after) && !after.mustSetSecondStep && after.roles.length === 1)
  assert.equal((await refused(after, end)).code, 'needed-by-role')
  const { sessions } = await done(after, listSessions)
  assert.deepEqual(
    sessions.map((one: { way: string }) => one.way),
    ['password'],
  )
  await done(ha, resetPassword, { id: binh, expectedVersion: await versionOf(binh) })
  assert.equal(
    (await done(ha, showPerson, { id: binh })).signIn.secondStep,
    true,
    'a new password leaves the second step',
  )
  assert.equal(own.paper.length, 10)
})
