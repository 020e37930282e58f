// Stories of opening: Kiên asks, Bình approves, others are told why not; who watches reads every look.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerApi } from '../../http/api.ts'
import { me } from '../../people/account.operations.ts'
import { browser } from '../../people/browser.cast.ts'
import { set as setDeputy } from '../../people/deputy.operations.ts'
import { app, as, done, farmers, refused } from '../../people/person.cast.ts'
import { createToken } from '../../people/token.operations.ts'
import { operator } from '../../shared/actor.ts'
import { forbidden } from '../../shared/result.ts'
import { onSealAsked } from '../asked.ts'
import * as policy from '../policy.operations.ts'
import * as record from '../record/record.operations.ts'
import { what } from '../seal.cast.ts'
import {
  kien,
  thu,
  binh,
  bytes,
  letter,
  letters,
  reason,
  at,
  taken,
  asked,
  keys,
  denunciation,
  openedRequest,
} from '../story.cast.ts'
import { open, openOriginalFile } from './request.look.operations.ts'
import { approve, ask, end, list, refuse } from './request.operations.ts'

test('Kiên asks with a reason, Bình approves for two hours, Kiên looks and takes the scan; then it is over by itself', async () => {
  at('07-03T08:00:00')
  const handle = await denunciation()
  const id = await asked(handle)
  const his = await as('kien')
  assert.equal((await refused(his, open, { id })).code, 'not-approved')
  assert.equal((await refused(his, ask, { handle, reason })).code, 'asked-already')
  assert.match((await refused(await as('binh'), approve, { id, hours: 25 })).said, /tối đa 24 giờ/)
  await done(await as('binh'), approve, { id, hours: 2, note: 'đúng việc' })
  at('07-03T09:59:00')
  const seen = await done(his, open, { id })
  assert.deepEqual(seen.sender, letter.sender)
  assert.deepEqual(seen.originals, [
    { no: 1, name: 'Đơn của người gửi.pdf', mediaType: 'application/pdf', bytes: bytes.length },
  ])
  const file = await done(his, openOriginalFile, { id, no: 1 })
  assert.deepEqual([file.fileName, Buffer.from(file.content)], ['ban-goc-1.pdf', bytes])
  assert.equal((await refused(his, openOriginalFile, { id, no: 2 })).code, 'no-such-original')
  at('07-03T10:00:00')
  for (const look of [open, openOriginalFile])
    assert.equal((await refused(his, look, { id, no: 1 })).code, 'opening-over')
  const again = await asked(handle) // nothing hinders him from asking once more
  assert.notEqual(again, id)
})

test('nobody approves his own request; nor the operator, nor a program, nor who has no part in it', async () => {
  const id = await asked(await denunciation())
  assert.equal((await refused(await as('kien'), approve, { id })).code, 'own-request')
  assert.equal((await refused(operator, approve, { id })).code, 'person-needed')
  assert.equal((await refused({ ...(await as('binh')), scopes: ['write'] }, approve, { id })).code, 'person-needed')
  assert.equal((await refused(await as('tam'), approve, { id })).code, 'role-needed')
  assert.equal((await refused(await as('an'), approve, { id })).code, 'not-seal-approver')
  assert.equal((await refused(await as('binh'), approve, { id: 99_999 })).code, 'no-such-request')
  await done(await as('yen'), approve, { id })
  assert.equal((await refused(await as('yen'), open, { id })).code, 'not-your-request') // who approves does not see it
  assert.equal((await refused(operator, open, { id })).code, 'person-needed')
  assert.equal((await refused(await as('vy'), open, { id })).code, 'role-needed')
  assert.equal((await refused(await as('binh'), open, { id })).code, 'role-needed')
})

test('who is not an opener of this body cannot ask; an unsorted letter has no seal to open', async () => {
  const handle = await denunciation()
  assert.equal((await refused(await as('an'), ask, { handle, reason })).code, 'not-seal-opener')
  assert.equal((await refused(await as('vy'), ask, { handle, reason })).code, 'role-needed')
  assert.equal((await refused(await as('kien'), ask, { handle: 'f'.repeat(32), reason })).code, 'no-such-sealed-item')
  assert.equal((await refused(await as('kien'), ask, { handle, reason: 'xem' })).code, 'invalid-input')
  assert.equal((await refused(await as('kien'), ask, { handle: await taken(), reason })).code, 'not-sorted')
})

test('two approve at once: one is told; refused is refused; too late is too late', async () => {
  at('07-05T08:00:00')
  const id = await asked(await denunciation())
  const [one, other] = await Promise.all([
    approve.ask(app, await as('binh'), { id }),
    refuse.ask(app, await as('yen'), { id, note: 'chưa cần' }),
  ])
  assert.deepEqual([one.ok, other.ok].sort(), [false, true])
  const second = await asked(await denunciation())
  await done(await as('yen'), refuse, { id: second, note: 'chưa cần' })
  assert.equal((await refused(await as('kien'), open, { id: second })).code, 'request-refused')
  const third = await asked(await denunciation())
  at('07-12T08:00:01')
  assert.equal((await refused(await as('binh'), approve, { id: third })).code, 'request-lapsed')
})

test('asked twice at once, one request is made', async () => {
  const handle = await denunciation()
  const his = await as('kien')
  const both = await Promise.all([1, 2].map(() => ask.ask(app, his, { handle, reason })))
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true])
})

test('who approved, or asked, ends it early; a stranger does not', async () => {
  const id = await openedRequest()
  assert.equal((await refused(await as('yen'), end, { id })).code, 'not-your-request')
  await done(await as('binh'), end, { id })
  assert.equal((await refused(await as('kien'), open, { id })).code, 'opening-over')
  assert.equal((await refused(await as('kien'), end, { id })).code, 'opening-over')
})

test('whoever stands in for the asker, or he for them, does not approve; opening is not lent at all', async () => {
  at('08-01T08:00:00')
  const headRole = (await done(await as('binh'), me)).roles[0].id
  const days = { from: '2023-08-01', to: '2023-08-03', reason: 'đi học' }
  await done(await as('binh'), setDeputy, { id: headRole, deputyId: thu, ...days })
  const handle = await denunciation()
  const id = await asked(handle, 'thu')
  assert.equal((await refused(await as('binh'), approve, { id })).code, 'deputy-of-asker')
  assert.equal((await refused(await as('thu'), approve, { id })).code, 'own-request')
  at('08-04T08:00:00') // the absence is over, the request is from its days
  assert.equal((await refused(await as('binh'), approve, { id })).code, 'deputy-of-asker')
  await done(await as('yen'), approve, { id })
  const opener = (await done(await as('kien'), me)).roles[0].id
  const lent = { id: opener, deputyId: thu, from: '2023-08-05', to: '2023-08-06', reason: 'đi học' }
  assert.equal((await refused(await as('kien'), setDeputy, lent)).code, 'opening-not-lent')
})

test('the role is asked again at every look: taken away, or the letter handed on, he sees no more', async () => {
  const id = await openedRequest()
  const his = await as('kien')
  assert.ok(await done(his, open, { id }))
  const without = { ...his, roles: his.roles.map((held) => ({ ...held, bodyId: farmers })) }
  assert.equal((await refused(without, open, { id })).code, 'not-seal-opener')
  const row = await app.db
    .selectFrom('seal_request')
    .select('item_id')
    .where('id', '=', id as never)
    .executeTakeFirstOrThrow()
  const item = app.db.selectFrom('sealed_item').select('handle').where('id', '=', row.item_id)
  const { handle } = await item.executeTakeFirstOrThrow()
  await done(await as('tam'), letters.handOn(farmers), { handle })
  assert.equal((await refused(his, open, { id })).code, 'not-seal-opener')
  assert.ok(await asked(handle, 'an'))
  await done(await as('tam'), letters.destroy, { handle })
  assert.equal((await refused(await as('an'), ask, { handle, reason })).code, 'destroyed')
})

test('whom the case keeps away neither asks, nor approves, nor looks', async (t) => {
  const away = new Set<number>()
  const accused = forbidden('of-the-accused', 'Đồng chí cùng đơn vị với người bị tố cáo.', 'Same body as the accused.')
  onSealAsked(what, async (_, { personId }) => (away.has(personId) ? accused : null))
  t.after(() => onSealAsked(what, async () => null))
  const id = await openedRequest()
  away.add(kien)
  assert.equal((await refused(await as('kien'), open, { id })).code, 'of-the-accused')
  const handle = await denunciation()
  assert.equal((await refused(await as('kien'), ask, { handle, reason })).code, 'of-the-accused')
  away.add(binh)
  const other = await asked(handle, 'yen')
  assert.equal((await refused(await as('binh'), approve, { id: other })).code, 'of-the-accused')
  const seen = async (who: string) => (await done(await as(who), list)).requests as { id: number; moves: string[] }[]
  assert.ok(!(await seen('binh')).some((one) => one.id === other), 'nor does he learn that somebody asks, and why')
  assert.deepEqual((await seen('kien')).find((one) => one.id === id)!.moves, ['end'], 'no button that only refuses')
  away.delete(binh)
  assert.ok((await seen('binh')).some((one) => one.id === other))
})

test('what waits stands first in the list, before fifty newer ones that are over', async () => {
  const id = await asked(await denunciation(), 'yen')
  for (let i = 0; i < 51; i++) {
    const other = await asked(await denunciation())
    await done(await as('binh'), refuse, { id: other, note: 'chưa cần' })
  }
  const { requests } = await done(await as('binh'), list)
  assert.ok(requests.some((one: { id: number }) => one.id === id))
  assert.equal(requests[0].state, 'waiting')
  await done(await as('yen'), end, { id })
})

test('each sees what waits for him, with the moves he may make', async () => {
  const id = await asked(await denunciation())
  const of = async (who: string) =>
    (await done(await as(who), list)).requests.find((one: { id: number }) => one.id === id)?.moves
  assert.deepEqual([await of('kien'), await of('binh'), await of('an')], [['end'], ['approve', 'refuse'], undefined])
  await done(await as('binh'), approve, { id })
  assert.deepEqual([await of('kien'), await of('binh'), await of('yen')], [['open', 'end'], ['end'], undefined])
})

test('data protection above and the inspector of the unit read every look; verifiers and other units do not', async () => {
  at('09-01T08:00:00')
  const id = await openedRequest()
  await done(await as('kien'), open, { id })
  await done(await as('kien'), openOriginalFile, { id, no: 1 })
  await done(await as('tam'), letters.look, { handle: await taken() })
  const lines = async (who: string) =>
    (await done(await as(who), record.requests)).requests.filter((one: { id: number }) => one.id === id)
  for (const who of ['hoa', 'son']) {
    const [line] = await lines(who)
    assert.deepEqual([line.askerName, line.reason, line.deciderName], ['Chánh Thanh tra', reason, 'Trưởng ban Dân vận'])
    assert.deepEqual(
      line.looks.map((look: { part: number }) => look.part),
      [0, 1],
    )
    const { looks } = await done(await as(who), record.looks)
    assert.ok(looks.some((look: any) => look.requestId === null && look.personName === 'Cán bộ tiếp dân'))
    assert.ok(!JSON.stringify(looks).includes('giả định'))
  }
  assert.deepEqual(await lines('an'), [])
  for (const who of ['vy', 'binh', 'kien'])
    assert.equal((await refused(await as(who), record.requests)).code, 'role-needed')
})

test('over HTTP Kiên, signed in, gets the scan under a plain name, and no cache may keep it; a token is refused', async () => {
  app.seal = keys
  at('09-04T08:00:00')
  const kiens = browser()
  assert.equal(await kiens.signIn('kien'), 'in')
  const id = await openedRequest()
  const scopes = { name: 'thử', scopes: ['read', 'write'], expiresOn: '2023-12-31' }
  const { token } = await done(await as('kien'), createToken, scopes)
  const asking = (path: string, headers: Headers) =>
    answerApi(app, new Request(`http://127.0.0.1:3000/api/seal/requests/${id}${path}`, { method: 'POST', headers }))
  const byToken = await asking('/open', new Headers({ authorization: `Bearer ${token}` }))
  assert.deepEqual([byToken.status, ((await byToken.json()) as { code: string }).code], [403, 'person-needed'])
  const [text, scan] = [await asking('/open', kiens.headers()), await asking('/originals/1', kiens.headers())]
  assert.deepEqual([text.headers.get('cache-control'), scan.headers.get('cache-control')], ['no-store', 'no-store'])
  assert.equal(((await text.json()) as { text: string }).text, letter.text)
  assert.match(scan.headers.get('content-disposition')!, /^attachment; filename="ban-goc-1.pdf"/)
  assert.deepEqual([scan.headers.get('etag'), Buffer.from(await scan.arrayBuffer())], [null, bytes])
})

test('how long is data: changed by data protection over everything, compared by version', async () => {
  const shown = await done(await as('vy'), policy.show)
  assert.deepEqual([shown.openHours, shown.waitDays, shown.confidence], [24, 7, 'assumed'])
  const to = { openHours: 8, waitDays: 3, basis: 'Quy chế bảo mật của Huyện ủy', expectedVersion: shown.version }
  assert.equal((await refused(await as('hoa'), policy.change, to)).code, 'not-whole-platform') // a province's body is above
  assert.equal((await refused(await as('binh'), policy.change, to)).code, 'role-needed')
  await done(operator, policy.change, to)
  assert.equal((await refused(operator, policy.change, to)).code, 'changed-meanwhile')
  const id = await asked(await denunciation())
  assert.match((await refused(await as('binh'), approve, { id, hours: 9 })).said, /tối đa 8 giờ/)
})
