// Bodies not divided by commune: the bases of a labour federation lie at its place, report to it, and stand on the board by name.
import assert from 'node:assert/strict'
import test from 'node:test'
import { giveFunction } from '../../bodies/body.change.ts'
import { create as createBody } from '../../bodies/body.create.ts'
import { create as createPerson } from '../../people/person.operations.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { childrenOf, placeAt } from '../../places/place.read.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { acceptEntry, submitEntry } from '../entries/entry.operations.ts'
import { matrix, work } from '../entries/work.operations.ts'
import { addCalendar, addPeriods, listPeriods } from '../forms/calendar.operations.ts'
import { loadCatalogue } from '../forms/catalogue.load.ts'
import { attach, show as showForm } from '../forms/form.operations.ts'
import { formsFromTargets } from '../forms/form.propose.operations.ts'
import { create, issue } from '../programme.operations.ts'
import { put } from '../targets/target.operations.ts'
import { showBoard } from './board.operations.ts'
import { explainFigure } from './explain.operations.ts'
import { verifyBoards } from './verify.ts'

const day = '2026-12-31'
const app = await openTestApp('places', { now: '2026-12-20T09:00:00+07:00' })
await loadCatalogue(app, [])
const province = (await placeAt(app.db, '96', day))!.placeId

async function body(organisation: string, name: string, more: { placeId?: Id<'place'>; parentId?: number } = {}) {
  const { id } = must(await createBody.ask(app, operator, { organisation, name, placeId: province, ...more }))
  return id as Id<'body'>
}

const committee = await body('partyCommittee', 'Tỉnh ủy (thử)')
const office = await body('massMobilisationBoard', 'Ban Tuyên giáo và Dân vận Tỉnh ủy (thử)', { parentId: committee })
must(await giveFunction.ask(app, operator, { id: office, expectedVersion: 1, function: 'massMobilisation' }))
const federation = await body('tradeUnion', 'Liên đoàn Lao động tỉnh (thử)')
const bases: Id<'body'>[] = []
for (const name of ['Công ty Thủy sản', 'Sở Tài chính', 'Trường Cao đẳng nghề'])
  bases.push(await body('tradeUnion', `Công đoàn cơ sở ${name} (thử)`, { parentId: federation }))
const communes = (await childrenOf(app.db, province, day)).slice(0, 2)
const unions: Id<'body'>[] = []
for (const { placeId, fullName } of communes)
  unions.push(await body('farmersUnion', `Hội Nông dân ${fullName}`, { placeId }))

const made = { key: 'wholeYear', name: 'Cả năm', entryKind: 'year', confidence: 'assumed' }
const { calendar } = must(await addCalendar.ask(app, operator, made))
const days = { startsOn: '2026-01-01', endsOn: day, cutOffOn: '2026-12-14', dueOn: '2026-12-18' }
const periods = [{ key: '2026', kind: 'year', name: 'Năm 2026', ...days }]
must(await addPeriods.ask(app, operator, { calendar, periods }))
const period = must(await listPeriods.ask(app, operator, { calendar })).periods[0]!.id

/** A programme with one target that binds these organisations. */
async function draftOf(title: string, organisations: string[]) {
  const { programme } = must(await create.ask(app, operator, { body: committee, year: 2026, title, calendar }))
  const level = { indicator: 'regularActivityRate', comparator: '>', threshold: '80' }
  const target = { no: 1, name: 'Sinh hoạt thường xuyên', ...level }
  const bindings = organisations.map((organisation) => ({ organisation, sector: null }))
  const { version } = must(await put.ask(app, operator, { programme, expectedVersion: 1, ...target, bindings }))
  return { programme: programme as Id<'programme'>, expectedVersion: version }
}

const draft = await draftOf('Chương trình của tỉnh (thử)', ['tradeUnion', 'farmersUnion'])
const { programme } = draft
const { forms, version } = must(await formsFromTargets.ask(app, operator, draft))
must(await issue.ask(app, operator, { programme, expectedVersion: version }))
const formOf = (name: RegExp) => forms.find((form) => name.test(form.name))!.form
const ofLabour = formOf(/Công đoàn|Lao động/)

async function report(at: { form: number; body: Id<'body'> }, values: number[]) {
  const rows = values.map((value, i) => ({ no: i + 1, value }))
  const sent = must(await submitEntry.ask(app, operator, { ...at, period, expectedVersion: 0, rows }))
  must(await acceptEntry.ask(app, operator, { id: sent.entry, expectedVersion: sent.version }))
}
const board = async () => must(await showBoard.ask(app, operator, { programme }))
const labourRow = async () => (await board()).targets[0]!.children.find((child) => child.organisation === 'tradeUnion')!

test('biểu lập từ chỉ tiêu giao cho từng công đoàn cơ sở, gửi thẳng liên đoàn; liên đoàn không bị hỏi lại số ấy', async () => {
  const { duties } = must(await showForm.ask(app, operator, { form: ofLabour }))
  assert.deepEqual(
    duties.map((duty) => duty.body).sort((a, b) => a - b),
    [...bases].sort((a, b) => a - b),
  )
  assert.ok(duties.every((duty) => duty.to === federation))
})

test('trên bảng, công đoàn cơ sở đứng theo tên dưới tổ chức của mình; thiếu ai nêu đúng tên người đó', async () => {
  await report({ form: ofLabour, body: bases[0]! }, [200, 150])
  await report({ form: ofLabour, body: bases[1]! }, [100, 95])
  await report({ form: formOf(/Nông dân/), body: unions[0]! }, [500, 410])
  const shown = await board()
  assert.deepEqual([shown.reported, shown.expected], [1, 2])
  assert.deepEqual(
    shown.missing.map((one) => one.body?.name ?? one.place.name),
    [communes[1]!.fullName, 'Công đoàn cơ sở Trường Cao đẳng nghề (thử)'],
  )
  const row = await labourRow()
  assert.deepEqual([row.numerator, row.denominator, row.complete, row.reported], [245, 300, false, false])
  assert.deepEqual(
    row.bodies.map((one) => [one.body.name, one.numerator, one.denominator, one.verdict, one.reported]),
    [
      ['Công đoàn cơ sở Công ty Thủy sản (thử)', 150, 200, 'notReached', true],
      ['Công đoàn cơ sở Sở Tài chính (thử)', 95, 100, 'reached', true],
      ['Công đoàn cơ sở Trường Cao đẳng nghề (thử)', 0, 0, 'noData', false],
    ],
  )
  assert.deepEqual((await verifyBoards(app, { repair: false })).standings, [])
})

test('vì sao có số của một công đoàn cơ sở: chỉ số của chính cơ sở đó', async () => {
  const { bodies, figure } = await labourRow()
  const own = must(await explainFigure.ask(app, operator, { figure: bodies[0]!.figure }))
  assert.deepEqual([own.body?.name, own.numerator, own.denominator], [bodies[0]!.body.name, 150, 200])
  assert.ok(own.inputs.every((input) => input.body.id === bases[0]))
  const all = must(await explainFigure.ask(app, operator, { figure }))
  assert.deepEqual([all.body, all.numerator, all.denominator], [null, 245, 300])
})

test('chương trình chỉ có công đoàn: đã báo cáo mấy trên mấy là mấy cơ sở, không phải một tổ chức', async () => {
  const labour = await draftOf('Chương trình riêng của công đoàn (thử)', ['tradeUnion'])
  must(await attach.ask(app, operator, { ...labour, form: ofLabour })) // the same form: nobody types twice
  must(await issue.ask(app, operator, { ...labour, expectedVersion: labour.expectedVersion + 1 }))
  const shown = must(await showBoard.ask(app, operator, { programme: labour.programme }))
  assert.deepEqual([shown.reported, shown.expected], [2, 3])
  const [target] = shown.targets
  assert.deepEqual([target!.reported, target!.expected, target!.complete], [2, 3, false])
})

test('liên đoàn nhận biểu của cơ sở mình, thấy ai đã gửi, nhưng không mở bảng có số của mọi tổ chức trong tỉnh', async () => {
  const name = 'Trưởng ban Tổ chức Liên đoàn Lao động tỉnh (thử)'
  must(
    await createPerson.ask(app, operator, {
      name,
      username: 'ldld.tinh',
      role: 'head',
      bodyId: federation,
      from: '2026-01-01',
    }),
  )
  const head = await actorOfPerson(app, 'ldld.tinh')
  const { toAccept } = must(await work.ask(app, head, {}))
  assert.equal(toAccept.length, 3)
  const { lines } = must(await matrix.ask(app, head, { programme }))
  assert.equal(lines.length, 3)
  const refused = await showBoard.ask(app, head, { programme, place: province })
  assert.equal(refused.ok || refused.refusal.code, 'not-your-board')
})
