// Phượng of one commune uses the district's form in a programme of her own: she reads her commune through it, nobody else's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '../shared/result.ts'
import { as as actorOf } from '../testing/sample.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { programmeOperations } from './index.operations.ts'

type Answer = { [key: string]: any }

const app = await openTestApp('sample', { now: '2023-12-22T09:00:00+07:00' })
const phuong = await actorOf(app, 'khoi.tanan')
const ask = (name: string, input: unknown) =>
  programmeOperations.find((one) => one.name === name)!.ask(app, phuong, input)
const done = async (name: string, input: unknown) => must(await ask(name, input)) as Answer
const codeOf = async (name: string, input: unknown) => {
  const result = await ask(name, input)
  return result.ok ? 'answered' : result.refusal.code
}

const upper = await app.db
  .selectFrom('programme')
  .selectAll()
  .where('number', '=', '42-CTr/HU')
  .executeTakeFirstOrThrow()
assert.ok(phuong.kind === 'person')
const bloc = await app.db
  .selectFrom('body_version')
  .select(['parent_id', 'place_id'])
  .where('body_id', '=', phuong.roles[0]!.bodyId)
  .executeTakeFirstOrThrow()
const own = { body_id: bloc.parent_id!, place_id: bloc.place_id }
const head = { body: own.body_id, year: 2023, title: 'Chương trình riêng của xã', calendar: upper.calendar_id }
const { programme } = await done('programmes.create', head)
/** A form of the district on which her commune was accepted too. */
const form = await app.db
  .selectFrom('form')
  .innerJoin('entry', 'entry.form_id', 'form.id')
  .select(['form.id'])
  .where('form.key', '=', 'F1-ND')
  .where('entry.place_id', '=', own.place_id)
  .where('entry.counted_id', 'is not', null)
  .orderBy('form.id')
  .executeTakeFirstOrThrow()
await done('forms.attach', { programme, expectedVersion: 1, form: form.id })
const elsewhere = await app.db
  .selectFrom('entry')
  .selectAll()
  .where('form_id', '=', form.id)
  .where('place_id', '<>', own.place_id)
  .where('counted_id', 'is not', null)
  .orderBy('period_id', 'desc')
  .executeTakeFirstOrThrow()

test('lists and exports hold the units of her commune alone', async () => {
  for (const name of ['figures.export', 'entries.matrix']) {
    const { lines } = await done(name, { programme })
    assert.deepEqual([...new Set(lines.map((line: Answer) => line.placeName))], ['Xã Tân An'], name)
  }
})

test('the form of another commune stays closed to her, with its scans and reminders', async () => {
  for (const name of ['entries.show', 'entries.scans'])
    assert.equal(await codeOf(name, { id: elsewhere.id }), 'not-your-entry', name)
  const at = { programme, form: form.id, body: elsewhere.body_id, period: elsewhere.period_id }
  assert.equal(await codeOf('reminders.note', { ...at, channel: 'phone' }), 'not-awaited-by-you')
  assert.equal(await codeOf('reminders.list', at), 'not-your-entry')
})

test('no figure is explained, and nothing pinned, outside of the place of the programme', async () => {
  const borrowed = await app.db
    .selectFrom('target')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .select('target.id')
    .where('programme.title', 'like', '%Đảng ủy xã Mã Đà')
    .executeTakeFirstOrThrow()
  await app.db.updateTable('target').set({ programme_id: programme }).where('id', '=', borrowed.id).execute()
  const figure = (place: number) => `t${borrowed.id}.main.p${place}.y${elsewhere.period_id}`
  const here = await done('figures.explain', { figure: figure(own.place_id) })
  assert.ok(here.inputs.length > 0)
  for (const place of [upper.place_id, elsewhere.place_id])
    assert.equal(await codeOf('figures.explain', { figure: figure(place) }), 'no-such-figure')
  await app.db.updateTable('programme').set({ stage: 'issued' }).where('id', '=', programme).execute()
  const { consolidation } = await done('consolidations.make', { programme })
  const pinned = await app.db
    .selectFrom('consolidation_pin')
    .innerJoin('entry', 'entry.id', 'entry_id')
    .select('place_id')
    .distinct()
    .where('consolidation_id', '=', consolidation)
    .execute()
  assert.deepEqual(pinned, [{ place_id: own.place_id }])
})

test('the district, which asks the form, reads every unit as before', async () => {
  const officer = await actorOf(app, 'chuyenvien')
  const shown = programmeOperations.find((one) => one.name === 'entries.matrix')!
  const { lines } = must(await shown.ask(app, officer, { programme: upper.id })) as Answer
  assert.ok(new Set(lines.map((line: Answer) => line.placeName)).size > 10)
})

test('two who consolidate in the same moment get two numbers; a unit named twice for a form is told by its line', async () => {
  const officer = await actorOf(app, 'chuyenvien')
  const of = (name: string) => programmeOperations.find((one) => one.name === name)!
  const made = await Promise.all(
    [1, 2, 3].map(() => of('consolidations.make').ask(app, officer, { programme: upper.id })),
  )
  assert.ok(made.every(({ ok }) => ok))
  const [to, body] = [bloc.parent_id!, elsewhere.body_id]
  const assigned = await of('duties.assign').ask(app, officer, {
    form: form.id,
    lines: [
      { body, to },
      { body, to: elsewhere.to_body_id },
    ],
  })
  assert.deepEqual(assigned.ok || (assigned.refusal.kind === 'invalid' && assigned.refusal.problems[0]), {
    field: 'lines.1.body',
    code: 'twice',
    sentence: {
      vi: 'Đơn vị này đã có ở dòng 1. Mỗi đơn vị chỉ giao một lần, cho một nơi nhận.',
      en: 'This body stands in line 1 already.',
    },
  })
})

test('issued, her programme takes no work list away from the district’s', async () => {
  await app.db.updateTable('programme').set({ stage: 'issued' }).where('id', '=', programme).execute()
  const { toFill, toAccept } = await done('entries.work', {})
  const lines = [...toFill, ...toAccept].filter((line: Answer) => line.form === form.id)
  assert.ok(lines.length > 0)
  assert.deepEqual([...new Set(lines.map((line: Answer) => line.programme))], [upper.id])
})
