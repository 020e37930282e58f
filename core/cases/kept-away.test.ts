// Who has no part in a case, or another one than he thinks: the body it is about, supports, and who reads from the side.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insertPerson } from '../people/person.write.store.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { show } from './show.operations.ts'
import { app, as, city, done, drain, onDesk, onceMark, refused, submitted, tanAn, ward, works } from './case.cast.ts'

const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number
const note = 'Thuộc thẩm quyền của nơi này, chuyển để xem xét.'

async function make(username: string, ...held: [Role, Id<'body'>][]) {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2026-01-01' }))
  const made = { username, name: `${username} giả định`, passwordHash: 'x', roles, at: app.clock() }
  return app.db.transaction().execute((tx) => insertPerson(tx, made))
}
await make('hoa', ['receiver', city], ['receiver', tanAn])
await make('binh', ['receiver', city], ['handler', ward])
await make('yen', ['handler', tanAn], ['head', tanAn])

const aboutWard = () =>
  done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, door: 'complaint', topic: '', aboutDesk: true })

test('Lan says it is about the ward: the city neither sends it back down nor gives it to the ward, and who works in both is kept away', async () => {
  const receipt = await aboutWard()
  const at = await onDesk(receipt.code, 'mai')
  assert.match((await refused('mai', 'transfer', { ...at, desk: ward, note })).said, /nói về chính cơ quan/)
  assert.deepEqual((await done('binh', 'queue', { q: receipt.code })).lines, [])
  assert.equal((await refused('binh', 'look', { id: at.id })).code, 'not-your-submission')
  assert.match((await refused('mai', 'sort', { ...at, kind: 'petition', lead: ward })).said, /nói về chính cơ quan/)
  await done('mai', 'sort', { ...at, kind: 'petition' })
})

test('also who acts there only for somebody away, or below it', async () => {
  const receipt = await aboutWard()
  const { id } = await onDesk(receipt.code, 'mai')
  const mai = await as('mai')
  for (const bodyId of [ward, works]) {
    assert.ok(mai.kind === 'person')
    const deputy: Actor = { ...mai, roles: [...mai.roles, { role: 'handler', bodyId, deputyFor: mai.personId }] }
    const seen = await show.ask(app, deputy, { id })
    assert.equal(!seen.ok && seen.refusal.code, 'not-your-submission')
  }
  assert.ok((await show.ask(app, mai, { id })).ok)
})

test('nothing is joined by somebody who must not know the case it would be joined to', async () => {
  const root = await aboutWard()
  const at = await onDesk(root.code, 'mai')
  await done('mai', 'sort', { ...at, kind: 'petition' })
  const other = await onDesk((await submitted({ desk: city })).code, 'binh')
  assert.equal((await refused('binh', 'link', { ...other, to: at.id, note })).code, 'no-such-submission')
  await done('mai', 'link', { ...other, to: at.id, note })
})

test('a body that supports reads, notes and writes; it neither answers for the lead nor gives the case away', async () => {
  const at = await onDesk((await submitted({ desk: city })).code, 'mai')
  await done('mai', 'sort', { ...at, kind: 'fieldReport' })
  const now = async () => ({ id: at.id, expectedVersion: await version('mai', at.id) })
  await done('mai', 'assign', { ...(await now()), lead: ward, supports: [tanAn] })
  const answer = { text: 'Đã thay nắp cống và nạo vét 20 m, nước đã thoát.', document: '12/BC' }
  assert.equal((await refused('yen', 'answer', { ...(await now()), ...answer })).code, 'not-your-part')
  assert.equal((await refused('yen', 'returnWrong', { ...(await now()), note })).code, 'not-your-part')
  assert.equal((await done('yen', 'queue')).lines[0].id, at.id)
  await done('yen', 'note', { id: at.id, text: 'Đội thoát nước đi cùng chiều nay.' })
  const { notes, open } = await done('yen', 'show', { id: at.id })
  assert.equal(notes[0].body, 'Ủy ban nhân dân xã Tân An')
  assert.deepEqual(open, ['note', 'write'])
  await done('mai', 'assign', { ...(await now()), lead: ward, supports: [] })
  assert.equal((await refused('yen', 'show', { id: at.id })).code, 'not-your-submission')
  assert.equal((await refused('hai', 'show', { id: at.id })).code, 'not-your-submission')
})

test('after a transfer the desk it came from and a former receiver read and do nothing', async () => {
  const receipt = await submitted()
  const at = await onDesk(receipt.code)
  await done('tam', 'transfer', { ...at, desk: tanAn, note })
  for (const move of ['look', 'show'])
    assert.equal((await refused('tam', move, { id: at.id })).code, 'not-your-submission')
  const now = await onDesk(receipt.code, 'hoa')
  assert.equal((await refused('tam', 'sort', { ...now, kind: 'fieldReport' })).code, 'not-your-submission')
  await app.db.updateTable('role_held').set({ valid_to: '2026-07-01' }).where('body_id', '=', tanAn).execute()
  assert.equal((await refused('hoa', 'show', { id: at.id })).code, 'not-your-submission')
})
