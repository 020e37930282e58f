// A programme of the whole country: forms of communes in two provinces, read by province, commune and organisation.
import assert from 'node:assert/strict'
import test from 'node:test'
import { giveFunction } from '../../bodies/body.change.ts'
import { create as createBody } from '../../bodies/body.create.ts'
import { childrenOf, placeAt } from '../../places/place.read.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { acceptEntry, submitEntry } from '../entries/entry.operations.ts'
import { addCalendar, addPeriods, listPeriods } from '../forms/calendar.operations.ts'
import { loadCatalogue } from '../forms/catalogue.load.ts'
import { assign, put as putForm } from '../forms/form.operations.ts'
import { formsFromTargets } from '../forms/form.propose.operations.ts'
import { create, issue } from '../programme.operations.ts'
import { put } from '../targets/target.operations.ts'
import { showBoard } from './board.operations.ts'
import { explainFigure } from './explain.operations.ts'

const day = '2026-12-31'
const app = await openTestApp('places', { now: '2026-12-10T09:00:00+07:00' })
await loadCatalogue(app, [])
const country = (await placeAt(app.db, 'VN', day))!.placeId

async function body(organisation: string, name: string, at: { placeId: Id<'place'>; parentId?: number }) {
  const { id } = must(await createBody.ask(app, operator, { organisation, name, ...at }))
  return id as Id<'body'>
}

const committee = await body('partyCommittee', 'Ban Chấp hành Trung ương (thử)', { placeId: country })
const board = { placeId: country, parentId: committee }
const office = await body('massMobilisationBoard', 'Ban Tuyên giáo và Dân vận Trung ương (thử)', board)
must(await giveFunction.ask(app, operator, { id: office, expectedVersion: 1, function: 'massMobilisation' }))

/** Cà Mau is entered before Hà Nội: the board puts provinces in official order whatever came first. */
const communes: { placeId: Id<'place'>; union: Id<'body'> }[] = []
for (const code of ['96', '01']) {
  const province = (await placeAt(app.db, code, day))!
  for (const { placeId, fullName } of (await childrenOf(app.db, province.placeId, day)).slice(0, 2))
    communes.push({ placeId, union: await body('farmersUnion', `Hội Nông dân ${fullName}`, { placeId }) })
}

const calendar = must(
  await addCalendar.ask(app, operator, { key: 'wholeYear', name: 'Cả năm', entryKind: 'year', confidence: 'assumed' }),
).calendar
const days = { startsOn: '2026-01-01', endsOn: day, cutOffOn: '2026-12-14', dueOn: '2026-12-18' }
const year = { key: '2026', kind: 'year', name: 'Năm 2026', ...days }
must(await addPeriods.ask(app, operator, { calendar, periods: [year] }))
const period = must(await listPeriods.ask(app, operator, { calendar })).periods[0]!.id

const title = 'Chương trình công tác dân vận toàn quốc năm 2026 (thử)'
const { programme } = must(await create.ask(app, operator, { body: committee, year: 2026, title, calendar }))
const target = {
  ...{ no: 1, indicator: 'regularActivityRate', name: 'Sinh hoạt thường xuyên', comparator: '>', threshold: '80' },
  bindings: [{ organisation: 'farmersUnion', sector: null }],
}
const { version } = must(await put.ask(app, operator, { programme, expectedVersion: 1, ...target }))
const made = must(await formsFromTargets.ask(app, operator, { programme, expectedVersion: version }))
const [form] = made.forms
must(await issue.ask(app, operator, { programme, expectedVersion: made.version }))

/** Members, then those who take part regularly. */
async function report(at: number, values: number[]) {
  const entry = { form: form!.form, body: communes[at]!.union, period, expectedVersion: 0 }
  const rows = values.map((value, i) => ({ no: i + 1, value }))
  const sent = must(await submitEntry.ask(app, operator, { ...entry, rows }))
  must(await acceptEntry.ask(app, operator, { id: sent.entry, expectedVersion: sent.version }))
}
const boardAt = async (place?: number) =>
  must(await showBoard.ask(app, operator, { programme: programme as Id<'programme'>, period: '2026', place }))

test('chương trình đứng ở cả nước giao biểu cho các tổ chức ở xã của hai tỉnh', () => {
  assert.deepEqual([form!.rows, form!.assigned], [2, 4])
})

test('bảng cả nước có từng tỉnh theo thứ tự danh mục, cộng đúng, nói còn thiếu tỉnh nào', async () => {
  await report(0, [1000, 700])
  await report(2, [3000, 2600])
  await report(3, [500, 400])
  const national = await boardAt()
  const [shown] = national.targets
  assert.deepEqual([national.place.name, national.above], ['Việt Nam', []])
  assert.deepEqual([shown!.numerator, shown!.denominator, shown!.value, shown!.complete], [3700, 4500, '82.2', false])
  assert.deepEqual([national.reported, national.expected], [1, 2])
  assert.deepEqual(
    national.missing.map((one) => one.place.name),
    ['Tỉnh Cà Mau'],
  )
  assert.deepEqual(
    shown!.children.map(({ place, numerator, denominator }) => [place.name, numerator, denominator]),
    [
      ['Thành phố Hà Nội', 3000, 3500],
      ['Tỉnh Cà Mau', 700, 1000],
    ],
  )
})

test('từ cả nước xuống tỉnh, xã, tổ chức; đường quay lên có đủ', async () => {
  const caMau = (await boardAt()).targets[0]!.children.at(-1)!.place
  const province = await boardAt(caMau.id)
  assert.deepEqual(
    province.above.map((one) => one.name),
    ['Việt Nam'],
  )
  assert.deepEqual([province.reported, province.expected], [1, 2])
  const commune = await boardAt(communes[0]!.placeId)
  assert.deepEqual(
    commune.above.map((one) => one.name),
    ['Việt Nam', 'Tỉnh Cà Mau'],
  )
  assert.deepEqual(
    commune.targets[0]!.children.map((child) => [child.organisation, child.numerator, child.denominator]),
    [['farmersUnion', 700, 1000]],
  )
})

test('vì sao có số của cả nước: đủ ba đơn vị đã gửi', async () => {
  const { figure, numerator, denominator } = (await boardAt()).targets[0]!
  const { inputs } = must(await explainFigure.ask(app, operator, { figure }))
  const sum = (role: string) =>
    inputs.filter((input) => input.role === role).reduce((total, input) => total + input.value, 0)
  assert.deepEqual([sum('numerator'), sum('denominator')], [numerator, denominator])
  assert.equal(inputs.length, 6)
})

test('xã cuối cùng gửi: cả nước đủ, số đổi ngay', async () => {
  await report(1, [1000, 900])
  const national = await boardAt()
  const [shown] = national.targets
  assert.deepEqual([shown!.numerator, shown!.denominator, shown!.complete], [4600, 5500, true])
  assert.deepEqual([national.reported, national.expected, national.missing], [2, 2, []])
})

test('biểu của chương trình khác ở một tỉnh khác không phải là nợ của chương trình này', async () => {
  const haTinh = (await placeAt(app.db, '42', day))!.placeId
  const theirs = await body('farmersUnion', 'Hội Nông dân tỉnh Hà Tĩnh', { placeId: haTinh })
  const rows = [{ count: 'members', organisation: 'farmersUnion', label: 'Hội viên' }]
  const asked = { body: committee, calendar, key: 'KHAC', name: 'Biểu của chương trình khác', rows, checks: [] }
  const { form: other } = must(await putForm.ask(app, operator, asked))
  must(await assign.ask(app, operator, { form: other, lines: [{ body: theirs, to: office }] }))
  const { reported, expected, missing } = await boardAt()
  assert.deepEqual([reported, expected, missing], [2, 2, []])
})
