// Tuấn asks for the board of one commune by the code it bore when the period ended.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { askOf, Usage, type DataCommand } from './command.ts'
import { programmeCommands } from './programmes.ts'

const app = await openTestApp('sample', { now: '2024-01-06T08:00:00+07:00' })
const board = (options: Record<string, string>) =>
  (programmeCommands[0] as DataCommand).run({ app, ask: askOf(app), args: [], options })
const programme = '42-CTr/HU'

test('mã địa bàn là mã vào ngày cuối của kỳ được hỏi, không phải của một ngày đặt sẵn', async () => {
  const { json } = await board({ programme, place: '26170', period: '2023' })
  assert.equal((json as { place: { code: string } }).place.code, '26170')
  await app.db.updateTable('period').set({ ends_on: '2023-12-31' }).where('key', '=', '2023').execute()
  await assert.rejects(
    board({ programme, place: '99999', period: '2023' }),
    (error) => error instanceof Usage && error.message === 'Không có địa bàn mang mã “99999” vào ngày 31/12/2023.',
  )
})
