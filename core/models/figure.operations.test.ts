// A model rests on what its body really reported: chosen, walked back to who reported it, told when it is corrected.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as entries from '../programmes/entries/entry.operations.ts'
import { explainFigure } from '../programmes/boards/explain.operations.ts'
import { open as openEntry } from '../programmes/entries/entry.reads.ts'
import type { Actor } from '../shared/actor.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { as, formOf } from '../testing/sample.ts'
import { cite, figures } from './figure.operations.ts'
import { open } from './list.operations.ts'
import { choices, create } from './model.create.operations.ts'

const app = await openTestApp('sample', { now: '2023-12-20T09:00:00+07:00' })
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const values = [1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0]
const rowsWith = (members: number) => values.map((value, i) => ({ no: i + 1, value: i === 5 ? members : value }))

const { owners } = must(await choices.ask(app, farmer, {}))
const { id } = must(
  await create.ask(app, farmer, {
    ...{ kind: 'model', field: 'economy', year: 2023, name: 'Tổ hội trồng xoài' },
    ...{ owner: owners[0]!.id, guide: owners[0]!.guides[0]!.id },
  }),
)
const seen = async () => ({ id, expectedVersion: must(await open.ask(app, farmer, { id })).version })
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const evidence = async (actor: Actor = farmer) => must(await open.ask(app, actor, { id })).evidence

async function sendEntry(members: number, how: 'submitEntry' | 'correctEntry'): Promise<void> {
  const { version } = must(await openEntry.ask(app, farmer, at))
  const asked = { ...at, expectedVersion: version, rows: rowsWith(members), ...decision, reason: 'Đếm sót tổ hội số 4' }
  const sent = must(await entries[how].ask(app, farmer, asked))
  must(await entries.acceptEntry.ask(app, bloc, { id: sent.entry, expectedVersion: sent.version }))
}

test('nothing reported, nothing to cite; a name made up, another body’s or a whole commune’s is refused in words', async () => {
  const none = must(await figures.ask(app, farmer, { id }))
  assert.deepEqual(none.figures, [])
  for (const figure of ['abc', 't999.main.p1.y1.farmersUnion.b1', `t1.main.p${at.body}.y${at.period}`]) {
    const refused = await cite.ask(app, farmer, { ...(await seen()), figure })
    assert.ok(!refused.ok)
    assert.match(sentencesOf(refused.refusal).join(), /đã báo cáo và đã được nhận/)
  }
})

test('accepted, it can be chosen and cited once; every reader sees who reported and who accepted it', async () => {
  await sendEntry(1000, 'submitEntry')
  const found = must(await figures.ask(app, farmer, { id }))
  assert.ok(found.figures.length > 0)
  const percent = found.figures.find(({ numerator, denominator }) => numerator === 1000 && denominator === 1200)!
  const refused = await figures.ask(app, await as(app, 'phunu.mada'), { id })
  assert.equal(codeOf(refused), 'owner-only')
  must(await cite.ask(app, farmer, { ...(await seen()), figure: percent.figure }))
  assert.equal(codeOf(await cite.ask(app, farmer, { ...(await seen()), figure: percent.figure })), 'cited-already')
  const [one] = await evidence()
  assert.equal(one!.title, percent.indicator)
  assert.match(one!.figure, /^83,\d+ % \(1000\/1200\)/)
  assert.equal(one!.cited!.changed, false)
  const line = one!.cited!.inputs.find(({ value }) => value === 1000)!
  assert.ok(line.reportedBy && line.acceptedBy && line.reportedAt)
  const why = must(await explainFigure.ask(app, await as(app, 'chuyenvien'), { figure: one!.cited!.figure }))
  assert.deepEqual([why.numerator, why.denominator], [1000, 1200])
})

test('corrected and accepted anew, the model says so and what it reads now; what was written stays', async () => {
  const before = await evidence()
  await sendEntry(1012, 'correctEntry')
  const [one] = await evidence()
  assert.equal(one!.figure, before[0]!.figure)
  assert.equal(one!.cited!.changed, true)
  assert.match(one!.cited!.now!, /\(1012\/1200\)/)
  assert.equal(Math.max(...one!.cited!.inputs.map(({ version }) => version)), 2)
})
