// A database of an earlier version comes up in this one with every figure, every reason and every report it had.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { openApp } from '../../app.ts'
import { restoreBackup } from '../../db/backup/restore.ts'
import { migrationFiles } from '../../db/migrate.ts'
import { loadPlaces } from '../../places/place.load.ts'
import { showBoard } from '../../programmes/boards/board.operations.ts'
import { explainFigure } from '../../programmes/boards/explain.operations.ts'
import { verifyBoards } from '../../programmes/boards/verify.ts'
import { preview } from '../../reports/report.render.operations.ts'
import { must } from '../../shared/result.ts'
import { openTestDatabase } from '../open-test-db.ts'
import { as, programme42 } from '../sample.ts'

const folder = new URL('./', import.meta.url)

for (const name of readdirSync(folder).filter((one) => one.endsWith('.tar.gz')))
  test(`từ ${name}: bảng, lý do của từng số và báo cáo đã ban hành còn nguyên`, async (t) => {
    const database = await openTestDatabase('blank', t)
    const { header } = await restoreBackup(database.url, fileURLToPath(new URL(name, folder)), () => {})
    assert.ok(header.migrations.length <= migrationFiles().length)
    const app = openApp({ databaseUrl: database.url, poolSize: 2 })
    database.beforeDrop(app.close)
    await loadPlaces(app) // as every start does: what this version adds to the places
    const programme = await programme42(app)
    const officer = await as(app, 'chuyenvien')
    const board = must(await showBoard.ask(app, officer, { programme }))
    assert.deepEqual(
      board.targets.map(({ indicator, numerator, verdict }) => [indicator, numerator, verdict]),
      [
        ['gatheringRate', 75010, 'reached'],
        ['regularActivityRate', 66100, 'notReached'],
        ['coreMemberRate', 34763, 'reached'],
        ['baseOrgGoodRate', 153, 'reached'],
        ['dvkAgencyRate', 36, 'reached'],
        ['qcdcGoodRate', 75, 'reached'],
      ],
    )
    for (const { figure, numerator } of board.targets) {
      const { inputs } = must(await explainFigure.ask(app, officer, { figure }))
      const sum = inputs.filter(({ role }) => role === 'numerator').reduce((total, { value }) => total + value, 0)
      assert.equal(sum, numerator)
    }
    const found = await verifyBoards(app, { repair: false })
    assert.deepEqual([found.sums, found.standings], [[], []])
    const report = must(await preview.ask(app, officer, { programme, kind: 'final', period: '2023', format: 'html' }))
    assert.match(report.content, /12-BC\/HU/)
    assert.match(report.content, /75\.010/)
  })
