// The first administrator of an empty platform.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAt } from '../places/place.read.ts'
import { anonymous, operator } from '../shared/actor.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { create } from './person.operations.ts'
import { anySamplePerson } from './person.store.ts'
import { begin, look, setupLink } from './setup.operations.ts'
import { actorOfPerson, signIn } from './sign-in.ts'

const app = await openTestApp('places', { now: '2026-03-02T09:00:00+07:00' })
const vinhCuu =
  (await placeAt(app.db, '26179', '2026-03-02'))?.placeId ?? (await placeAt(app.db, '75', '2026-03-02'))!.placeId
const tokenOf = (link: string | null) => link!.split('/cai-dat/')[1]!
const input = {
  ...{ name: 'Quản trị tỉnh', username: 'QuanTri', password: 'sông Đồng Nai mùa nước' },
  body: { name: 'Tỉnh ủy', organisation: 'partyCommittee', placeId: vinhCuu },
}
const refused = async (typed: object) => {
  const result = await begin.ask(app, anonymous, typed)
  assert.ok(!result.ok)
  return sentencesOf(result.refusal).join(' ')
}

test('the link makes the first administrator, once', async () => {
  const [link, other] = [await setupLink(app), await setupLink(app)]
  assert.match(link!, /^http:\/\/127\.0\.0\.1:3000\/cai-dat\/[\w-]{32}$/)
  const token = tokenOf(link)
  assert.deepEqual(must(await look.ask(app, anonymous, { token })).bodies, [])
  assert.match(await refused({ ...input, token: 'đoán bừa' }), /không|đã dùng/)
  const faults = await refused({ ...input, token, username: 'Quản Trị', password: 'ngắn', body: undefined })
  assert.match(faults, /username: .* password: .* body.name: /)
  assert.match(
    await refused({ ...input, token, body: { ...input.body, organisation: 'choir' } }),
    /body.organisation: /,
  )
  const answers = await Promise.all(
    [token, tokenOf(other)].map((each) => begin.ask(app, anonymous, { ...input, token: each })),
  )
  assert.equal(answers.filter((answer) => answer.ok).length, 1, 'two at once: one is made')
  const actor = await actorOfPerson(app, 'quantri')
  assert.deepEqual(
    actor.roles.map((held) => held.role),
    ['administrator'],
  )
  assert.equal((await signIn(app, { ...input, headers: new Headers() })).ok, true)
  assert.match(await refused({ ...input, token }), /đã dùng/)
  assert.equal(await setupLink(app), null)
  const kept = await app.db.selectFrom('setup_link').select('hash').execute()
  assert.ok(!kept.some(({ hash }) => hash === token))
})

test('a link is good for a day; where there are bodies one of them is chosen', async () => {
  await app.db.updateTable('person').set({ disabled_at: new Date() }).execute()
  const token = tokenOf(await setupLink(app))
  const { bodies } = must(await look.ask(app, anonymous, { token }))
  assert.deepEqual(
    bodies.map((body) => body.name),
    ['Tỉnh ủy'],
  )
  assert.match(await refused({ ...input, token, username: 'hai' }), /bodyId: Đã có đơn vị/)
  app.setNow('2026-03-03T09:00:01+07:00')
  const late = await look.ask(app, anonymous, { token })
  assert.equal(!late.ok && late.refusal.code, 'link-gone')
  const again = {
    ...input,
    token: tokenOf(await setupLink(app)),
    username: 'hai',
    body: undefined,
    bodyId: bodies[0]!.id,
  }
  assert.equal(must(await begin.ask(app, anonymous, again)).username, 'hai')
})

test('a database with sample people is known as such', async () => {
  assert.equal(await anySamplePerson(app.db), false)
  const body = (await actorOfPerson(app, 'hai')).roles[0]!.bodyId
  await create.ask(app, operator, { name: 'Mẫu', bodyId: body, role: 'officer', password: 'mau', sample: true })
  assert.equal(await anySamplePerson(app.db), true)
})
