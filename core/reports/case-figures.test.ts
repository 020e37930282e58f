// From six petitions answered late to a sentence of the year's report, and back: figure, tables, definition, cases.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveFunction } from '../bodies/body.change.ts'
import { caseOperations } from '../cases/index.operations.ts'
import { figureNames } from '../cases/tables/names.ts'
import { fixTable } from '../cases/tables/fix.operations.ts'
import { listTable } from '../cases/tables/table.operations.ts'
import { showTable } from '../cases/tables/show.operations.ts'
import { loadLaws } from '../law/law.load.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, type Result } from '../shared/result.ts'
import { caseFigure, type CaseTables } from './case-figures.ts'
import { noCounts } from '../cases/tables/figures.ts'
import { openCast, type Answer } from './report.cast.ts'
import { verifyReport } from './verify.ts'

const { app, as, done, programme } = await openCast('2023-11-06T08:00:00+07:00')
await loadLaws(app)
const desk = (
  await app.db
    .selectFrom('body_version')
    .select('body_id as id')
    .where('name', '=', 'Ủy ban nhân dân huyện Vĩnh Cửu')
    .executeTakeFirstOrThrow()
).id
must(
  await giveFunction.ask(app, operator, {
    id: desk,
    expectedVersion: 1,
    function: 'citizenReception',
    from: '2023-01-01',
  }),
)
const roles = (['receiver', 'handler', 'head'] as const).map((role) => ({
  role,
  bodyId: desk,
  validFrom: '2023-01-01',
}))
const person = {
  username: 'tiepdan.huyen',
  name: 'Cán bộ tiếp công dân huyện',
  passwordHash: 'x',
  roles,
  at: app.clock(),
}
await app.db.transaction().execute((tx) => insertPerson(tx, person))
const tiepDan = await actorOfPerson(app, 'tiepdan.huyen')
const move = async (name: string, input: object): Promise<Answer> => {
  const operation = caseOperations.find((one) => one.name === `submissions.${name}`)!
  return must((await operation.ask(app, tiepDan, input)) as Result<Answer>)
}
const at = async (id: number) => ({ id, expectedVersion: (await move('show', { id })).version as number })

/** The year of the report runs from the 15th of December to the 14th. */
const period = '2022-12-15_2023-12-14'
const table = { body: desk, period }
const numbers: string[] = []
let id = 0

async function answeredOn(day: string): Promise<void> {
  app.setNow('2023-11-06T08:00:00+07:00')
  const made = await move('register', {
    desk,
    channel: 'paper',
    door: 'petition',
    text: 'Đề nghị sửa đường vào chợ đã hỏng.',
  })
  await move('sort', { ...(await at(made.id)), kind: 'petition' })
  app.setNow(`${day}T09:00:00+07:00`)
  const text = 'Đã trải lại 200 m mặt đường vào chợ, xe qua lại bình thường.'
  await move('answer', { ...(await at(made.id)), text, document: '15/BB' })
  if (day > '2023-11-20') numbers.push(made.number)
}

async function sentenceOf(text: string): Promise<string> {
  const { sections } = await done('chuyenvien', 'show', { id })
  const { version } = sections.find((one: Answer) => one.key === 'situationPeople')
  await done('chuyenvien', 'writeText', { id, section: 'situationPeople', text, expectedVersion: version })
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  return /<p[^>]*>((?:(?!<\/p>).)*Đơn của bà con(?:(?!<\/p>).)*)<\/p>/s.exec(content)![1]!.replaceAll(/<[^>]+>/g, '')
}

test('until the desk has fixed its table the report has no figure of it', async () => {
  for (const day of ['2023-11-10', '2023-11-16', '2023-11-17', '2023-11-14', '2023-11-15']) await answeredOn(day)
  for (let late = 0; late < 6; late++) await answeredOn('2023-12-05')
  app.setNow('2024-01-06T08:00:00+07:00')
  id = (await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })).report
  const said = await sentenceOf('Đơn của bà con: {DT.solvedLate} việc trả lời trễ.')
  assert.match(said, /chưa có số liệu \(còn nơi chưa chốt bảng đơn thư từ 15\/12\/2022 đến 14\/12\/2023\)/)
})

test('fixed, the sentence says six late of eleven, with the rate and its fraction; a name of no figure stays what was typed', async () => {
  must(await fixTable.ask(app, tiepDan, { ...table, seen: 0 }))
  const said = await sentenceOf(
    'Đơn của bà con: trả lời {DT.solved} việc, {DT.solvedLate} việc trễ hạn, đúng hạn {DT.onTime}; nối {DT.joined}, chờ {DT.nothing}.',
  )
  assert.equal(said, 'Đơn của bà con: trả lời 11 việc, 6 việc trễ hạn, đúng hạn 45,5\u00a0%; nối 0, chờ {DT.nothing}.')
})

test('from the report back: figure, the fixed table it adds up, what it counts, and the cases for the desk alone', async () => {
  const { figures } = await done('chuyenvien', 'trace', { id })
  const late = figures.find((one: Answer) => one.id.startsWith('dt.solvedLate.'))
  assert.deepEqual([late.numerator, late.inputs.length, late.inputs[0].tables.length], [6, 1, 1])
  const one = await done('chuyenvien', 'figure', { id, figure: late.id })
  const [source] = one.inputs[0].tables
  assert.equal(source.body, desk)
  assert.match(figureNames.solvedLate[1], /sau hạn hiện hành/)
  const shown = must((await showTable.ask(app, tiepDan, { body: source.body, period })) as Result<Answer>)
  assert.deepEqual([shown.fixed.no, shown.fixed.open.solvedLate], [source.no, 6])
  const listed = must((await listTable.ask(app, tiepDan, { ...table, figure: 'solvedLate' })) as Result<Answer>)
  assert.deepEqual(
    listed.cases.map(({ number }: Answer) => number),
    numbers,
  )
  const board = await listTable.ask(app, await as('chuyenvien'), { ...table, figure: 'solvedLate' })
  assert.ok(!board.ok && ['counts-only', 'not-your-table'].includes(board.refusal.code))
})

test('a saved file adds up again from the fixed table; a nicer number is found', async () => {
  for (const format of ['html', 'docx', 'json']) {
    const { content, encoding } = await done('chuyenvien', 'render', { id, format })
    assert.deepEqual(
      (await verifyReport(app.readDb, Buffer.from(content, encoding), '2024-01-06'))!.mismatches,
      [],
      format,
    )
  }
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  const nicer = content.replace(/(data-figure="dt\.solvedLate[^>]*>)6</, '$15<')
  assert.notEqual(nicer, content)
  const { mismatches } = (await verifyReport(app.readDb, Buffer.from(nicer), '2024-01-06'))!
  assert.deepEqual(
    mismatches.map(({ what, found }) => [what, found]),
    [['text', '5']],
  )
})

test('small sums, and rates by which they could be had, are not told in a report', () => {
  const tables = [
    {
      id: 1 as Id<'case_table_fixed'>,
      bodyId: desk,
      no: 1,
      open: { ...noCounts(), solvedLate: 4, due: 20, dueOnTime: 3, solved: 30 },
    },
  ]
  const of: CaseTables = {
    period,
    from: '2022-12-15',
    to: '2023-12-14',
    place: { id: 1, code: null, name: 'Huyện' },
    desks: 1,
    tables,
  }
  assert.equal(caseFigure(of, 'solvedLate'), 'withheld')
  assert.equal(caseFigure(of, 'onTime'), 'withheld')
  assert.equal((caseFigure(of, 'solved') as Answer).value, '30')
  assert.equal((caseFigure(of, 'joined') as Answer).value, '0')
  assert.equal(caseFigure({ ...of, desks: 2 }, 'solved'), 'notFixed')
  assert.equal(caseFigure(of, 'toString'), null)
})
