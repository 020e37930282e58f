// A count of models that nobody types: Tân Triều's bloc reports what the registry has, model by model, and it follows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCatalogue } from '../programmes/forms/catalogue.load.ts'
import { addCount, showCatalogue } from '../programmes/forms/catalogue.operations.ts'
import { acceptEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { open } from '../programmes/entries/entry.reads.ts'
import { pinnedIn, sourcesNow } from '../programmes/drawn/drawn.store.ts'
import { assign, put as putForm } from '../programmes/forms/form.operations.ts'
import { periodsOf } from '../programmes/forms/form.store.ts'
import { operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'
import { app, bloc, blocTanAn, board, done, modelIn, seenBy, told, womenTanAn } from './model.cast.ts'

await loadCatalogue(app, [2026])
const { calendars } = must(await showCatalogue.ask(app, operator, {}))
const calendar = calendars.find(({ key }) => key === 'danVanYear')!.id as Id<'reporting_calendar'>
const period = (await periodsOf(app.db, calendar)).find(({ key }) => key === '2026')!.id
const count = { unit: 'model', overPlaces: 'sum', overTime: 'sum', confidence: 'assumed' }
const source = (part: string) => ({ source: 'models', what: 'guide', part })
for (const [key, part] of [
  ['mhRegistered', 'registered'],
  ['mhNew', 'fresh'],
])
  must(
    await addCount.ask(app, operator, {
      ...count,
      key,
      name: key,
      definition: 'Theo sổ mô hình.',
      source: source(part!),
    }),
  )
const rows = ['mhRegistered', 'mhNew'].map((key) => ({ count: key, label: key }))
const { form } = must(
  await putForm.ask(app, operator, { body: board, calendar, key: 'MH', name: 'Mô hình', rows, checks: [] }),
)
must(await assign.ask(app, operator, { form, lines: [{ body: bloc, to: board }] }))
const at = { form, body: bloc, period }
const newest = async () => must(await open.ask(app, operator, at)).versions.at(-1)!
const valuesOf = async () => (await newest()).values.map(({ value }) => value)

test('một số đếm nói nguồn của nó; nguồn lạ không nhận', async () => {
  const { counts } = must(await showCatalogue.ask(app, operator, {}))
  assert.deepEqual(counts.find(({ key }) => key === 'mhNew')!.source, source('fresh'))
  assert.equal(counts.find(({ key }) => key === 'members')!.source, null)
  const odd = {
    ...count,
    key: 'mhOdd',
    name: 'lạ',
    definition: 'Theo sổ mô hình.',
    source: { ...source('fresh'), what: 'anybody' },
  }
  assert.ok(!(await addCount.ask(app, operator, odd)).ok)
})

test('chưa có mô hình nào thì biểu hỏi gõ; có rồi thì số là của sổ, gõ số khác bị từ chối', async () => {
  assert.deepEqual(must(await open.ask(app, operator, at)).drawn, [])
  await modelIn('registered')
  const opened = must(await open.ask(app, operator, at))
  assert.deepEqual(
    opened.drawn.map(({ value, source }) => [value, source]),
    [
      [1, 'models'],
      [0, 'models'],
    ],
  )
  const wrong = await submitEntry.ask(app, operator, { ...at, expectedVersion: 0, rows: [{ no: 1, value: 7 }] })
  assert.ok(!wrong.ok && wrong.refusal.kind === 'invalid')
  assert.match(wrong.refusal.problems[0]!.sentence.vi, /tính từ sổ mô hình \(1\), không gõ \(7\)/)
})

test('nhận rồi, thêm mô hình được công nhận thì số đổi theo, có danh sách phía sau', async () => {
  const sent = must(await submitEntry.ask(app, operator, { ...at, expectedVersion: 0, rows: [] }))
  must(await acceptEntry.ask(app, operator, { id: sent.entry, expectedVersion: sent.version }))
  assert.deepEqual(await valuesOf(), [1, 0])
  const id = await modelIn('recognised', { name: 'Tiếng kẻng giờ học' })
  assert.deepEqual(await valuesOf(), [2, 1])
  const version = await newest()
  assert.match(version.reason!, /^Tính lại từ sổ mô hình: /)
  const cells = (await app.db.selectFrom('cell').select('id').execute()).map((one) => one.id)
  const pinned = await pinnedIn(app.db, [version.id as Id<'entry_version'>], cells)
  assert.deepEqual(pinned.map(({ units }) => units.length).sort(), [1, 2])
  await done('khanh', 'end', { ...(await seenBy('khanh', id)), note: 'Gộp vào phong trào chung của phường.' })
  assert.deepEqual(await valuesOf(), [2, 0])
})

test('số xã Tân An gõ trước khi có sổ thì đứng yên, cạnh số sổ nay đếm được', async () => {
  must(await assign.ask(app, operator, { form, lines: [{ body: blocTanAn, to: board }] }))
  const here = { form, body: blocTanAn, period }
  const rows = [3, 2].map((value, at) => ({ no: at + 1, value }))
  const sent = must(await submitEntry.ask(app, operator, { ...here, expectedVersion: 0, rows }))
  must(await acceptEntry.ask(app, operator, { id: sent.entry, expectedVersion: sent.version }))
  const { id } = await done('thu', 'create', { ...told, owner: womenTanAn, guide: blocTanAn, name: 'Xóm không rác' })
  await done('thu', 'register', await seenBy('thu', id))
  const { versions, drawn } = must(await open.ask(app, operator, here))
  const kept = versions.at(-1)!
  assert.deepEqual([kept.no, kept.values.map(({ value }) => value)], [1, [3, 2]])
  assert.deepEqual(drawn.map(({ value, typed }) => [value, typed]), [[1, true], [0, true]]) // prettier-ignore
  const cells = (await app.db.selectFrom('cell').select('id').execute()).map((one) => one.id)
  const beside = await sourcesNow(app.db, [kept.id as Id<'entry_version'>], cells)
  assert.deepEqual(beside.map(({ source, value }) => [source, value]).sort(), [['models', 0], ['models', 1]]) // prettier-ignore
})
