// Stories of a board's own report: its head signs directly, its drafts change hands when an officer leaves.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create as createSeries } from '../documents/series.operations.ts'
import { end } from '../people/role.operations.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'
import { writtenSections } from './outline.ts'
import { openCast } from './report.cast.ts'

const { app, as, done, refused, programme } = await openCast('2024-01-10T08:00:00+07:00')
const board = (
  await app.db.selectFrom('body_version').select('body_id').where('symbol', '=', 'BDVHU').executeTakeFirstOrThrow()
).body_id
const asked = { programme, kind: 'interim', period: '2023', body: board }
let id = 0
const show = async (who = 'chuyenvien') => done(who, 'show', { id })
const step = async (who: string, name: string, more: object = {}) =>
  done(who, name, { id, expectedVersion: (await show(who)).report.version, ...more })

test('the board’s report names the committee above it, and is the board’s own', async () => {
  id = (await done('chuyenvien', 'create', asked)).report
  const { report } = await show()
  assert.deepEqual([report.bodyName, report.upperIssuer], ['Ban Dân vận Huyện ủy Vĩnh Cửu', 'Huyện ủy Vĩnh Cửu'])
  const elsewhere = { ...asked, body: report.placeId + 100_000 }
  assert.equal((await refused('chuyenvien', 'create', elsewhere)).code, 'no-such-body')
})

test('its head accepts and signs directly, the clerk of the committee numbers it', async () => {
  for (const { key, make } of writtenSections('interim'))
    if (!make) await done('chuyenvien', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })
  await step('chuyenvien', 'submit')
  await step('truongban', 'accept')
  const { version } = (await show()).report
  assert.equal((await refused('thuongtruc', 'sign', { id, expectedVersion: version })).code, 'signer-only')
  await step('truongban', 'sign')
  const series = { body: board, kind: 'BC', symbol: 'BC/BDVHU', validFrom: '2020-08-01', validTo: '2025-06-30' }
  must(await createSeries.ask(app, await as('vanthu'), series))
  assert.equal((await step('vanthu', 'issue')).number, '01-BC/BDVHU')
  const { content } = await done('vanthu', 'render', { id, format: 'html' })
  assert.match(content, /class="office">TRƯỞNG BAN</)
  assert.match(content, /class="upper">Huyện ủy Vĩnh Cửu</)
})

test('when the officer’s role ends his drafts go to the colleague named, who then cannot accept them', async () => {
  id = (await step('chuyenvien', 'supersede')).report
  const [officer, head] = [await as('chuyenvien'), await as('truongban')]
  assert.ok(officer.kind === 'person' && head.kind === 'person')
  assert.equal((await show()).report.drafterName, officer.name)
  const { id: role } = await roleOf(officer.personId)
  const { version } = await personOf(officer.personId)
  const ended = { id: role, lastDay: '2024-01-09', handOverTo: head.personId, expectedVersion: version }
  must(await end.ask(app, await as('quantri'), ended))
  assert.equal((await show('truongban')).report.drafterName, head.name)
  await step('truongban', 'submit')
  const at = { id, expectedVersion: (await show('truongban')).report.version }
  assert.equal((await refused('truongban', 'accept', at)).code, 'own-report')
  const moves = (await show('truongban')).history.map((line: { move: string }) => line.move)
  assert.deepEqual(moves, ['create', 'handOver', 'submit'])
})

async function roleOf(person: Id<'person'>) {
  const held = app.db.selectFrom('role_held').select('id').where('person_id', '=', person)
  return held.where('role', '=', 'officer').executeTakeFirstOrThrow()
}

async function personOf(person: Id<'person'>) {
  return app.db.selectFrom('person').select('version').where('id', '=', person).executeTakeFirstOrThrow()
}

test('a body that ended before the period does is told so, with the day and who makes the report', async () => {
  await app.db.updateTable('body_version').set({ valid_to: '2023-06-30' }).where('body_id', '=', board).execute()
  const { said } = await refused('chuyenvien', 'create', { ...asked, kind: 'final' })
  assert.match(
    said,
    /Ban Dân vận Huyện ủy Vĩnh Cửu đã kết thúc từ sau ngày 30\/6\/2023, trước khi hết kỳ \(14\/12\/2023\)/,
  )
  assert.match(said, /do đơn vị tiếp nhận lập/)
  await app.db
    .updateTable('body_version')
    .set({ valid_from: '2024-01-01', valid_to: null })
    .where('body_id', '=', board)
    .execute()
  assert.match((await refused('chuyenvien', 'create', { ...asked, kind: 'final' })).said, /chưa có vào ngày cuối kỳ/)
})
