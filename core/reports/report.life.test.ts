// A story of a half-year report: drafted, written by two at once, sent back, accepted, signed, numbered, superseded.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create as createSeries } from '../documents/series.operations.ts'
import { must } from '../shared/result.ts'
import { writtenSections } from './outline.ts'
import { approval, openCast, type Answer } from './report.cast.ts'

const { app, as, done, refused, programme } = await openCast()
/** The kind and period no other story uses. */
const asked = { programme, kind: 'interim', period: '2023' }
let id = 0
const version = async () => (await done('chuyenvien', 'show', { id })).report.version as number
const movesOf = async (who: string) => (await done(who, 'show', { id })).moves as string[]
const step = async (who: string, name: string, more: Answer = {}) =>
  done(who, name, { id, expectedVersion: await version(), ...more })

test('an officer of the board makes it; the clerk, and a union of a commune, may not', async () => {
  assert.equal((await refused('vanthu', 'create', asked)).code, 'role-needed')
  assert.equal((await refused('phunu.tanan', 'create', asked)).code, 'role-needed')
  assert.equal((await refused('khoi.tanan', 'create', asked)).code, 'not-your-report')
  assert.match((await refused('chuyenvien', 'create', { ...asked, period: '1890' })).said, /Không có kỳ/)
  id = (await done('chuyenvien', 'create', asked)).report
  assert.equal((await refused('chuyenvien', 'create', asked)).code, 'already-on-the-way')
  assert.equal((await refused('phunu.tanan', 'show', { id })).code, 'role-needed')
  assert.equal((await refused('khoi.tanan', 'show', { id })).code, 'not-your-report')
})

test('two officers write one section: the slower is told, nothing is overwritten', async () => {
  const section = 'situationPeople'
  const written = { id, section, text: 'Bà con đồng tình.', expectedVersion: 0 }
  await done('chuyenvien', 'writeText', written)
  assert.equal((await refused('truongban', 'writeText', { ...written, text: 'Khác' })).code, 'written-meanwhile')
  await done('truongban', 'writeText', { ...written, text: 'Bà con đồng tình, mong nước sạch.', expectedVersion: 1 })
  const pasted = { id, section: 'strengths', text: 'Làm được\u000bnhiều\u0000 việc.', expectedVersion: 0 }
  await done('chuyenvien', 'writeText', pasted)
  const { sections } = await done('chuyenvien', 'show', { id })
  assert.equal(sections.find((one: Answer) => one.key === 'strengths').text, 'Làm được nhiều  việc.')
  assert.equal(sections.find((one: Answer) => one.key === section).text, 'Bà con đồng tình, mong nước sạch.')
  assert.match((await refused('chuyenvien', 'writeText', { ...written, section: 'poem' })).said, /không có mục này/)
})

test('empty sections are told all at once; a stale page is a conflict', async () => {
  const { code, said } = await refused('chuyenvien', 'submit', { id, expectedVersion: await version() })
  assert.equal(code, 'empty-sections')
  assert.match(said, /Công tác dân vận của hệ thống chính trị.*KIẾN NGHỊ/)
  for (const { key, make } of writtenSections('interim'))
    if (!make && key !== 'situationPeople')
      await done('chuyenvien', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })
  assert.equal((await refused('chuyenvien', 'submit', { id, expectedVersion: 1 })).code, 'changed-meanwhile')
  await step('chuyenvien', 'setHead', { title: 'Sơ kết công tác dân vận năm 2023', recipients: '- Tỉnh ủy' })
  await step('chuyenvien', 'refresh')
  assert.equal((await step('chuyenvien', 'submit')).stage, 'submitted')
  assert.deepEqual(await movesOf('chuyenvien'), [])
  assert.deepEqual(await movesOf('truongban'), ['return', 'accept'])
})

test('the head sends it back with a reason, then accepts; not the officer, not the standing board', async () => {
  const at = { id, expectedVersion: await version() }
  assert.equal((await refused('chuyenvien', 'accept', at)).code, 'role-needed')
  assert.match((await refused('truongban', 'return', { ...at, reason: '' })).said, /^reason: /)
  await step('truongban', 'return', { reason: 'Nêu rõ việc chưa làm được.' })
  assert.equal((await done('chuyenvien', 'show', { id })).report.returnReason, 'Nêu rõ việc chưa làm được.')
  await step('chuyenvien', 'submit')
  assert.equal((await step('truongban', 'accept')).stage, 'accepted')
})

test('the standing board signs T/M, nobody signs for a committee K/T', async () => {
  const at = { id, expectedVersion: await version() }
  assert.equal((await refused('truongban', 'sign', at)).code, 'signer-only')
  assert.equal((await refused('thuongtruc', 'sign', { ...at, authority: 'forHead' })).code, 'committee-has-no-for-head')
  assert.match((await refused('thuongtruc', 'sign', at)).said, /Ban Thường vụ chưa thông qua báo cáo/)
  await step('vanthu', 'approve', approval)
  await step('thuongtruc', 'sign', { title: 'Phó Bí thư' })
  const { report } = await done('vanthu', 'show', { id })
  assert.deepEqual([report.stage, report.signAuthority, report.signerTitle], ['signed', 'onBehalf', 'Phó Bí thư'])
})

test('the clerk gives the number: without a series not, with one at once, and then nothing changes', async () => {
  const seriesOf = async () => await app.db.selectFrom('number_series').selectAll().execute()
  if ((await seriesOf()).length === 0) {
    assert.equal((await refused('vanthu', 'issue', { id, expectedVersion: await version() })).code, 'no-series')
    const body = (await done('vanthu', 'show', { id })).report.bodyId
    const term = { body, kind: 'BC', symbol: 'BC/HU', validFrom: '2020-08-01', validTo: '2025-06-30' }
    must(await createSeries.ask(app, await as('vanthu'), term))
  }
  app.setNow('2024-02-01T09:00:00+07:00')
  assert.equal((await refused('thuongtruc', 'issue', { id, expectedVersion: await version() })).code, 'role-needed')
  const issued = await step('vanthu', 'issue')
  assert.match(issued.number, /^\d{2,}-BC\/HU$/)
  assert.equal(issued.issuedOn, '2024-02-01')
  const written = { id, section: 'situationPeople', text: 'Khác', expectedVersion: 2 }
  assert.equal((await refused('chuyenvien', 'writeText', written)).code, 'wrong-stage')
  assert.equal((await refused('chuyenvien', 'create', asked)).code, 'already-issued')
  assert.deepEqual(await movesOf('chuyenvien'), ['supersede'])
  assert.deepEqual(await movesOf('vanthu'), ['dispatch', 'receive', 'publish'])
})

test('a new report supersedes the issued one, and says which', async () => {
  const old = id
  id = (await step('chuyenvien', 'supersede')).report
  assert.notEqual(id, old)
  assert.equal((await done('chuyenvien', 'show', { id })).sections[0].text, 'Bà con đồng tình, mong nước sạch.')
  await step('chuyenvien', 'submit')
  await step('truongban', 'accept')
  await step('vanthu', 'approve', approval)
  await step('thuongtruc', 'sign')
  assert.equal((await done('chuyenvien', 'show', { id: old })).report.stage, 'issued')
  await step('vanthu', 'issue')
  const before = (await done('chuyenvien', 'show', { id: old })).report
  assert.deepEqual([before.stage, before.supersededById], ['superseded', id])
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  assert.match(content, new RegExp(`thay thế .*Báo cáo số ${before.number} ngày 01/02/2024`))
  const { history } = await done('chuyenvien', 'show', { id: old })
  assert.deepEqual(
    history.map((line: Answer) => line.move).filter((move: string) => !['setHead', 'refresh'].includes(move)),
    ['create', 'submit', 'return', 'submit', 'accept', 'approve', 'sign', 'issue', 'supersede'],
  )
})

test('the list shows it to the officers of the district, and nothing to a commune', async () => {
  const mine = (await done('chuyenvien', 'list', { programme })).reports as Answer[]
  assert.ok(mine.some((one) => one.id === id))
  assert.deepEqual((await done('khoi.tanan', 'list', {})).reports, [])
})
