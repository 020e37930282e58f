// A form of the district is also filled by a unit of another district: its figures are no part of the district's report.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assign } from '../programmes/forms/form.operations.ts'
import { acceptEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { formOf } from '../testing/sample.ts'
import { openCast } from './report.cast.ts'

const { app, as, done, programme } = await openCast()
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
/** A body of another province. */
const other = await as('danvan.dongha')
assert.ok(other.kind === 'person')
const body = other.roles[0]!.bodyId!

test('số của đơn vị huyện khác không vào báo cáo của huyện: báo cáo nói như bản xem trước', async () => {
  const { to_body_id: to } = await app.db
    .selectFrom('duty')
    .select('to_body_id')
    .where('form_id', '=', at.form as never)
    .where('body_id', '=', at.body as never)
    .executeTakeFirstOrThrow()
  must(await assign.ask(app, await as('chuyenvien'), { form: at.form, lines: [{ body, to }] }))
  const rows = [1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0].map((value, i) => ({ no: i + 1, value }))
  const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
  const sent = must(await submitEntry.ask(app, operator, { ...at, body, expectedVersion: 0, rows, ...decision }))
  must(await acceptEntry.ask(app, operator, { id: sent.entry, expectedVersion: sent.version }))
  const asked = { programme, kind: 'interim', period: '2023' }
  const figuresOf = ({ content }: { content?: string }) =>
    JSON.parse(content!).figures.map(({ id, numerator, denominator }: Record<string, unknown>) => [
      id,
      numerator,
      denominator,
    ])
  const preview = figuresOf(await done('chuyenvien', 'preview', { ...asked, format: 'json' }))
  const { report } = await done('chuyenvien', 'create', asked)
  assert.deepEqual(figuresOf(await done('chuyenvien', 'render', { id: report, format: 'json' })), preview)
  assert.deepEqual((await done('chuyenvien', 'show', { id: report })).stale?.added ?? [], [])
})
