// A platform that was started by an earlier version gets the counts a later one brings; what its people made stays theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { loadCatalogue } from './catalogue.load.ts'
import { addCount, showCatalogue } from './catalogue.operations.ts'

const app = await openTestApp('empty')
const shown = async () => must(await showCatalogue.ask(app, operator, {}))

test('bản mới thêm số đếm mô hình vào danh mục đang dùng, không ghi đè số cùng khoá của địa phương, không thêm hai lần', async () => {
  await loadCatalogue(app, [2026])
  const first = await shown()
  assert.deepEqual(first.counts.find(({ key }) => key === 'modelsNew')!.source, {
    ...{ source: 'models', what: 'guide', part: 'fresh' },
  })
  // As it was before: none of models, and one of the same key that a commune made for itself.
  await sql`delete from indicator_term where count_id in (select id from count_kind where unit = 'model')`.execute(
    app.db,
  )
  await sql`delete from indicator_version v using indicator i where i.id = v.indicator_id and i.key ~* 'models'`.execute(
    app.db,
  )
  await sql`delete from indicator where key ~* 'models'`.execute(app.db)
  await sql`delete from cell where count_id in (select id from count_kind where unit = 'model')`.execute(app.db)
  await sql`delete from count_source where source = 'models'`.execute(app.db)
  await sql`delete from count_kind where unit = 'model'`.execute(app.db)
  const own = { key: 'modelsEnded', name: 'Mô hình thôi làm', unit: 'model', overPlaces: 'sum', overTime: 'sum' }
  must(await addCount.ask(app, operator, { ...own, definition: 'Xã tự đếm.', confidence: 'assumed' }))
  await loadCatalogue(app, [2026])
  await loadCatalogue(app, [2026])
  const { counts, indicators, calendars } = await shown()
  assert.deepEqual(counts.map(({ key }) => key).sort(), first.counts.map(({ key }) => key).sort())
  assert.deepEqual(indicators.map(({ key }) => key).sort(), first.indicators.map(({ key }) => key).sort())
  assert.deepEqual(calendars, first.calendars)
  const ended = counts.find(({ key }) => key === 'modelsEnded')!
  assert.deepEqual([ended.name, ended.source], ['Mô hình thôi làm', null])
})
