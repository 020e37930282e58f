// The tables of a summer of generated cases equal a slow and obvious recount, and each figure its own list.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '../../shared/result.ts'
import { app, as, tanAn, ward } from '../case.cast.ts'
import { figureKeys, type FigureKey } from './figures.ts'
import { liveManyLives } from './lives.cast.ts'
import { periodOf } from './period.ts'
import { recount } from './recount.cast.ts'
import { listTable } from './table.operations.ts'
import { casesOf, countsOf } from './table.store.ts'

await liveManyLives(120)
app.setNow('2026-08-20T10:00:00+07:00')

const asked = (desks: (typeof ward)[], key: string) => {
  const { from, to } = periodOf(key)!
  return { desks, from, to, now: app.clock(), today: '2026-08-20' }
}
const keys = ['2026-M06', '2026-M07', '2026-M08', '2026-Q3', '2026-6T', '2026']

test('every figure of every period, for each desk and both together, with and without denunciations', async () => {
  const seen = new Set<FigureKey>()
  for (const key of keys) {
    const rows = await countsOf(app.db, asked([ward, tanAn], key))
    for (const secret of [false, true]) {
      const slow = await Promise.all([ward, tanAn].map((desk) => recount(app, desk, periodOf(key)!, secret)))
      const fast = [ward, tanAn, null].map((desk) => rows.find((row) => row.deskId === desk && row.secret === secret))
      for (const figure of figureKeys) {
        const [one, other] = slow.map((counts) => counts[figure]) as [number, number]
        const told = fast.map((counts) => counts?.[figure] ?? 0)
        assert.deepEqual(told, [one, other, one + other], `${key} ${figure} ${secret ? 'secret' : 'open'}`)
        if (one + other > 0) seen.add(figure)
      }
    }
  }
  // A recount of noughts would prove nothing; where the law is loaded what is solved had a limit.
  const unseen = figureKeys.filter((key) => !seen.has(key))
  assert.deepEqual(unseen, ['solvedNoLimit'])
})

test('each figure opens as many cases as it counts; none is a denunciation', async () => {
  const tam = await as('tam')
  const [row] = (await countsOf(app.db, asked([ward], '2026-Q3'))).filter(({ secret }) => !secret)
  for (const figure of figureKeys.filter((key) => key !== 'pausedDays')) {
    const listed = must(await listTable.ask(app, tam, { body: ward, period: '2026-Q3', figure }))
    assert.equal(
      listed.cases.reduce((sum, { times }) => sum + times, 0),
      row![figure],
      figure,
    )
    assert.equal(listed.count, row![figure])
  }
  const cases = await casesOf(app.db, asked([ward], '2026-Q3'))
  const secret = new Set<number>(cases.filter((one) => one.secret).map(({ id }) => id))
  assert.ok(secret.size > 2)
  const all = must(await listTable.ask(app, tam, { body: ward, period: '2026-Q3', figure: 'received' }))
  assert.ok(all.cases.every(({ id }) => !secret.has(id)))
})

test('case by case adds up to the same as all at once', async () => {
  const cases = await casesOf(app.db, asked([ward], '2026-Q3'))
  for (const row of (await countsOf(app.db, asked([ward], '2026-Q3'))).filter(({ deskId }) => deskId === ward))
    for (const figure of figureKeys)
      assert.equal(
        cases.filter((one) => one.secret === row.secret).reduce((sum, one) => sum + one[figure], 0),
        row[figure],
        figure,
      )
})
