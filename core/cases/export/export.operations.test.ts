// The register goes out as a file: each line once, with both ways of being on time, and nobody's name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { app, done, drain, keysOf, onDesk, onceMark, photo, refused, submitted, ward, works } from '../case.cast.ts'

const span = { from: '2026-07-01', to: '2026-07-31' }
const rowsOf = async (who: string, more: object = {}) => {
  const { content } = await done(who, 'export', { ...span, ...more })
  return parse(Buffer.from(content), { bom: true, columns: true }) as Record<string, string>[]
}
const answer = { text: 'Đã thay nắp cống và thông dòng chảy, nước đã rút hết.', files: [photo] }

test('answered after the first limit but within the extended one: late by the first, on time by the present', async () => {
  const receipt = await submitted()
  const { id, expectedVersion } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, expectedVersion, kind: 'petition', lead: works })
  const at = async (who: string) => ({ id, expectedVersion: (await done(who, 'show', { id })).version as number })
  await done('minh', 'extend', { ...(await at('minh')), by: 10, note: 'Chờ vật tư về trong tuần tới.' })
  app.setNow('2026-07-24T09:00:00+07:00')
  await done('hai', 'answer', { ...(await at('hai')), ...answer })
  const [row] = (await rowsOf('tam')).filter(({ number }) => number === receipt.number)
  assert.deepEqual([row!.firstDue, row!.due, row!.onTime, row!.onFirst], ['2026-07-20', '2026-08-03', 'có', 'không'])
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('no name, telephone, word or code of a sender is in it; nor a line of another desk', async () => {
  const receipt = await submitted()
  const { content } = await done('tam', 'export', { ...span, format: 'json' })
  const text = Buffer.from(content).toString()
  assert.match(text, new RegExp(receipt.number))
  for (const secret of [drain.name, drain.phone, 'Cống trước chợ', keysOf(receipt).code])
    assert.doesNotMatch(text, new RegExp(secret))
  assert.deepEqual(await rowsOf('tu'), [])
})

test('what is about the ward itself is not in the register its people take out', async () => {
  const receipt = await done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, door: 'petition' })
  const { id, expectedVersion } = await onDesk(receipt.code)
  await done('tam', 'sort', { id, expectedVersion, kind: 'complaint', accused: [ward] })
  assert.ok(!(await rowsOf('tam')).some(({ number }) => number === receipt.number))
  assert.ok((await rowsOf('mai')).length > 0)
})

test('a workbook opens; days the wrong way round are refused; only desks take it out', async () => {
  const { content } = await done('tam', 'export', { ...span, format: 'xlsx' })
  assert.equal(Buffer.from(content).subarray(0, 2).toString(), 'PK')
  assert.equal((await refused('tam', 'export', { from: span.to, to: span.from })).code, 'invalid-input')
  assert.equal((await refused('hai', 'export', span)).code, 'role-needed')
})
