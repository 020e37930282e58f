// Merit that nobody types: figures of the sample year as their body reported them; nothing where nothing was reported.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ownFigure } from '../programmes/programme.read.ts'
import type { Id } from '../shared/id.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import type { Merit } from './commendation.ts'
import { reckon, recordText, readsNow } from './reckoned.ts'

const app = await openTestApp('sample')
const blank = { modelId: null, indicatorId: null, text: '', periodId: null, cites: '', year: null }
const { rows } = await sql<{ bodyId: Id<'body'>; periodId: Id<'period'> }>`select e.body_id as "bodyId",
  e.period_id as "periodId" from entry e where e.counted_id is not null group by 1, 2 order by count(*) desc, 1, 2 limit 1`.execute(
  app.db,
)
const { bodyId, periodId } = rows[0]!
const indicators = await app.db.selectFrom('indicator').select('id').orderBy('id').execute()
const at = { db: app.db, today: '2026-11-30', bodyId }

test('a figure reported for the period stands with its fraction, walks back to who reported it, and reads the same now', async () => {
  const of = (indicatorId: number): Merit => ({
    ...blank,
    kind: 'indicator',
    indicatorId: indicatorId as never,
    periodId,
  })
  const all = await Promise.all(indicators.map(({ id }) => reckon(at, [of(id)])))
  const found = all.flatMap(({ merits }) => merits)
  assert.ok(found.length > 0)
  for (const one of found) {
    const figure = (await ownFigure(app.db, one.cites, at.today))!
    assert.ok(one.text.includes(figure.period.name) && figure.inputs.length > 0, one.text)
    assert.ok(figure.indicator.unit !== '%' || one.text.includes(`(${figure.numerator}/${figure.denominator})`))
    assert.equal(await readsNow(at, one), null)
    assert.match((await readsNow(at, { ...one, text: '0 %' }))!, /\d/)
  }
  const refused = all.filter(({ faults }) => faults.length > 0)
  assert.ok(refused.length > 0 && refused.every(({ merits }) => merits.length === 0))
  assert.match(refused[0]!.faults[0]!.sentence.vi, /chưa có số đã được nhận/)
})

test('what a body did for citizens in a year is counted, never typed; with nothing done there is no such line', async () => {
  const record = (year: number): Merit => ({ ...blank, kind: 'record', year })
  const { rows } = await sql<{ id: Id<'body'>; year: number }>`select body_id as id, extract(year from at)::int as year
    from submission_answer group by 1, 2 order by count(*) desc, 1 limit 1`.execute(app.db)
  const busy = rows[0]!
  const { merits } = await reckon({ ...at, bodyId: busy.id }, [record(busy.year)])
  assert.match(merits[0]!.text, new RegExp(`^trả lời \\d+ việc của dân, \\d+ việc đúng hạn.*, năm ${busy.year}$`))
  assert.equal(await readsNow({ ...at, bodyId: busy.id }, merits[0]!), null)
  const none = await reckon({ ...at, bodyId: busy.id }, [record(2016)])
  assert.deepEqual([none.merits.length, none.faults[0]!.code], [0, 'nothing-counted'])
  assert.equal(recordText({ answered: 0, onTime: 0, promised: 2, kept: 1 }, 2026), 'giữ 1 trên 2 việc đã hứa, năm 2026')
})
