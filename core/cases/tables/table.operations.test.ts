// Who sees how much of a table, what is withheld, and a table that is fixed beside what changed after it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveFunction } from '../../bodies/body.change.ts'
import { create as createBody } from '../../bodies/body.create.ts'
import { hashPassword } from '../../people/password.ts'
import { insertPerson } from '../../people/person.write.store.ts'
import { placeAt } from '../../places/place.read.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { parse } from 'csv-parse/sync'
import { app, as, city, done, onDesk, photo, submitted, tanAn, today, ward } from '../case.cast.ts'
import { periodBetween, periodOf, periodsUntil } from './period.ts'
import { fixTable } from './fix.operations.ts'
import { listTable, tableFile, tables } from './table.operations.ts'
import { showTable } from './show.operations.ts'
import { toldOf, toldParts } from './withheld.ts'
import { noCounts } from './figures.ts'

type Shown = { [name: string]: any }
const show = async (who: string, input: object) =>
  must((await showTable.ask(app, await as(who), input)) as Result<Shown>)
const july = { body: ward, period: '2026-M07' }
const answer = { text: 'Đã thay nắp cống và thông dòng chảy, nước đã rút hết.', files: [photo] }

/** The board of the ward's Party committee does its mass-mobilisation work. */
async function makeBoard(): Promise<void> {
  const place = await placeAt(app.db, '26188', today)
  const made = { organisation: 'massMobilisationBoard', name: 'Ban Dân vận phường Tân Triều', placeId: place!.placeId }
  const { id } = must(await createBody.ask(app, operator, made))
  must(await giveFunction.ask(app, operator, { id, expectedVersion: 1, function: 'massMobilisation' }))
  const roles = [{ role: 'officer' as const, bodyId: id as Id<'body'>, validFrom: '2026-01-01' }]
  const person = {
    username: 'vy',
    name: 'Chuyên viên Ban Dân vận',
    passwordHash: await hashPassword('ruộng lúa Vĩnh Cửu'),
  }
  await app.db.transaction().execute((tx) => insertPerson(tx, { ...person, roles, at: app.clock() }))
}
await makeBoard()

async function drained(): Promise<number> {
  const { code } = await submitted()
  const at = await onDesk(code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', urgency: 'normal' })
  return at.id
}
async function answered(id: number) {
  const { version } = await done('minh', 'show', { id })
  await done('minh', 'answer', { id, expectedVersion: version, ...answer })
}

test('periods have their days, by keys that come back', () => {
  assert.deepEqual([periodOf('2026-Q4')!.from, periodOf('2026-Q4')!.to], ['2026-10-01', '2026-12-31'])
  assert.deepEqual(
    [periodOf('2028-M02')!.to, periodOf('2026-9T')!.to, periodOf('2026-6T')!.to],
    ['2028-02-29', '2026-09-30', '2026-06-30'],
  )
  assert.deepEqual(periodBetween('2025-12-15', '2026-12-14')!.key, '2025-12-15_2026-12-14')
  assert.equal(periodOf('2025-12-15_2026-12-14')!.to, '2026-12-14')
  for (const key of [
    '2026-12-14_2025-12-15',
    '2020-01-01_2026-01-01',
    '2026-01-01_',
    '2026-02-30_2026-03-01',
    '2026-Q5',
    '2026-M13',
    '2026-M7',
    '26',
    '2026-8T',
    '',
  ])
    assert.equal(periodOf(key), null, key)
  for (const { key, from, to } of periodsUntil('2026-07-06')) assert.equal(periodBetween(from, to)?.key, key)
  assert.ok(!periodsUntil('2026-07-06').some(({ from }) => from > '2026-07-06'))
})

test('a single small part is never the whole less the others', () => {
  const counts = { ...noCounts(), due: 20, dueOnTime: 12, dueLate: 6, dueOpen: 2, solved: 9, solvedOnTime: 9 }
  const told = toldOf(counts, 5)
  assert.deepEqual([told.due, told.dueOnTime, told.dueLate, told.dueOpen], [20, 12, null, null])
  assert.deepEqual([told.solved, told.solvedOnTime, told.solvedLate], [9, 9, 0])
  const alone = toldOf({ ...noCounts(), rated: 4, stars5: 4 }, 5)
  assert.deepEqual([alone.rated, alone.stars5, alone.stars1], [null, null, null])
  const parts = toldParts(
    [
      { value: 'a', name: null, count: 9 },
      { value: 'b', name: null, count: 7 },
      { value: 'c', name: null, count: 1 },
    ],
    5,
  )
  assert.deepEqual(
    parts.map(({ count }) => count),
    [9, null, null],
  )
})

test('the desk sees its own whole; the city no small count; the board counts and never a list; others nothing', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const ids = []
  for (let i = 0; i < 7; i++) ids.push(await drained())
  for (const id of ids.slice(0, 2)) await answered(id)
  app.setNow('2026-07-06T09:30:00+07:00')
  const own = await show('tam', july)
  assert.deepEqual([own.open.received, own.open.solved, own.exact, own.lists], [7, 2, true, true])
  const above = await show('mai', july)
  assert.deepEqual([above.open.received, above.open.solved, above.exact, above.lists], [7, null, false, true])
  const board = await show('vy', july)
  assert.deepEqual([board.open.received, board.open.solved, board.lists], [7, null, false])

  const list = async (who: string, figure: string) => listTable.ask(app, await as(who), { ...july, figure })
  assert.equal((must(await list('mai', 'received')) as Shown).cases.length, 7)
  const refusal = async (who: string, figure: string) => {
    const result = await list(who, figure)
    return result.ok ? 'ok' : result.refusal.code
  }
  assert.equal(await refusal('mai', 'solved'), 'too-few')
  assert.equal(await refusal('tam', 'solved'), 'ok')
  assert.equal(await refusal('vy', 'received'), 'counts-only')
  assert.equal(await refusal('tu', 'received'), 'not-your-table')
  assert.equal(await refusal('hai', 'received'), 'role-needed')
  const { tables: his } = must(await tables.ask(app, await as('mai'), {})) as Shown
  assert.deepEqual(his.map(({ body, reach }: Shown) => [body, reach]).slice(0, 2), [
    [city, 'desk'],
    [city, 'all'],
  ])
  const whole = await show('mai', { body: city, reach: 'all', period: '2026-M07' })
  assert.deepEqual([whole.open.received, whole.desks.length], [7, 3])
  assert.equal(whole.desks.find(({ id }: Shown) => id === tanAn).told.received, 0)
})

test('denunciations stand apart, few of them are told to nobody, and no list has them', async () => {
  const receipt = await done('tam', 'register', {
    desk: ward,
    channel: 'paper',
    door: 'denunciation',
    text: 'Tố cáo việc thu quỹ sai quy định.',
  })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở khu phố.' })
  app.setNow('2026-07-06T10:00:00+07:00')
  const own = await show('tam', july)
  assert.deepEqual([own.open.received, own.secret.received, own.secret.solved], [7, null, 0])
  assert.ok(!own.parts.some(({ value }: Shown) => value === 'denunciation'))
  const listed = must(await listTable.ask(app, await as('tam'), { ...july, figure: 'received' })) as Shown
  assert.ok(!listed.cases.some(({ id }: Shown) => id === at.id))
})

test('fixed in August, a case solved late in July is withdrawn from nothing: what changes later is told with its case and move', async () => {
  app.setNow('2026-07-31T09:00:00+07:00')
  const early = await fixTable.ask(app, await as('tam'), { ...july, seen: 0 })
  assert.ok(!early.ok && /chưa hết/.test(sentencesOf(early.refusal).join()))
  app.setNow('2026-08-03T09:00:00+07:00')
  const above = await fixTable.ask(app, await as('mai'), { ...july, seen: 0 })
  assert.ok(!above.ok && above.refusal.code === 'not-your-desk')
  const both = await Promise.all(
    ['tam', 'minh'].map(async (who) => fixTable.ask(app, await as(who), { ...july, seen: 0 })),
  )
  assert.deepEqual(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort(), ['fixed-meanwhile', 'ok'])
  let shown = await show('tam', july)
  assert.deepEqual([shown.fixed.no, shown.fixed.differences], [1, []])

  app.setNow('2026-08-03T10:00:00+07:00')
  // A letter of 30 July comes to light and is registered in August: July has one more than was fixed.
  const found = await done('tam', 'register', {
    desk: ward,
    channel: 'paper',
    door: 'petition',
    receivedOn: '2026-07-30',
    text: 'Đề nghị sửa đường vào chợ đã hỏng.',
  })
  shown = await show('tam', july)
  const received = shown.fixed.differences.find(({ figure }: Shown) => figure === 'received')
  assert.deepEqual([received.fixed, received.now], [7, 8])
  assert.deepEqual(
    received.cases.map(({ number, more, moves }: Shown) => [number, more, moves]),
    [[found.number, true, ['receive']]],
  )
  assert.equal(shown.fixed.open.received, 7)
  const why = await fixTable.ask(app, await as('tam'), { ...july, seen: 1 })
  assert.ok(!why.ok && why.refusal.code === 'invalid-input')
  must(
    await fixTable.ask(app, await as('tam'), { ...july, seen: 1, reason: 'Tìm thấy một đơn ngày 30/7 chưa vào sổ.' }),
  )
  shown = await show('tam', july)
  assert.deepEqual([shown.fixed.no, shown.fixed.open.received, shown.fixed.differences], [2, 8, []])
})

test('as a file: each figure with what it counts, withheld said as withheld and not as nought', async () => {
  const file = async (who: string, format: string) =>
    must((await tableFile.ask(app, await as(who), { ...july, format })) as Result<Shown>)
  const rows = parse(Buffer.from((await file('mai', 'csv')).content), { bom: true, columns: true }) as Record<
    string,
    string
  >[]
  const of = (key: string) => rows.find((row) => row['Mã'] === key)!
  assert.equal(of('received')['Không kể tố cáo'], '8')
  assert.equal(of('solved')['Không kể tố cáo'], 'ít hơn 5')
  assert.match(of('due')['Đếm gì']!, /kết thúc trong kỳ/)
  assert.equal(
    Buffer.from((await file('tam', 'xlsx')).content)
      .subarray(0, 2)
      .toString(),
    'PK',
  )
  assert.equal(JSON.parse(Buffer.from((await file('tam', 'json')).content).toString()).open.solved, 2)
})

test('what is about the ward itself is in the table of the city that has it, and not in the ward’s', async () => {
  app.setNow('2026-08-04T09:00:00+07:00')
  const receipt = await submitted({ door: 'petition', topic: '' })
  app.setNow('2026-08-04T09:30:00+07:00')
  const before = (await show('tam', { body: ward, period: '2026-M08' })).open.received
  await done('tam', 'sort', { ...(await onDesk(receipt.code)), kind: 'complaint', accused: [ward] })
  app.setNow('2026-08-04T10:00:00+07:00')
  assert.equal((await show('tam', { body: ward, period: '2026-M08' })).open.received, before - 1)
  assert.equal((await show('mai', { body: city, period: '2026-M08' })).open.transferredIn, 1)
})
