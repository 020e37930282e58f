// Models of the registry in a sentence of the year's report, and back: the figure, the list behind it, its recount.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { create } from '../models/model.create.operations.ts'
import { modelOperations } from '../models/index.operations.ts'
import { statistics } from '../models/statistics.operations.ts'
import { operator } from '../shared/actor.ts'
import { must, type Result } from '../shared/result.ts'
import { openCast, type Answer } from './report.cast.ts'
import { modelFigure, type ModelCounts } from './model-figures.ts'
import { verifyReport } from './verify.ts'

const { app, done, programme } = await openCast('2023-03-01T08:00:00+07:00')
const bodyOf = async (name: string) =>
  (await sql<{ id: number }>`select body_id as id from body_version where name = ${name}`.execute(app.db)).rows[0]!.id
const [women, guide] = [await bodyOf('Hội Liên hiệp Phụ nữ xã Phú Lý'), await bodyOf('Khối dân vận xã Phú Lý')]
const told = {
  ...{ kind: 'model', year: 2023, leaderPost: 'Chủ tịch Hội', contact: 'Trụ sở UBND xã', startsOn: '2023-03-01' },
  ...{ forces: 'Hội Phụ nữ, các ấp', problem: 'Rác đổ ven đường ấp, dân phản ánh nhiều lần.' },
  ...{ objective: 'Không còn điểm đổ rác ven đường ấp.', expected: 'Hết điểm rác trong ba tháng đầu năm.' },
  content: 'Mỗi tổ nhận một đoạn đường, dọn rác, trồng hoa, cử người tưới hằng ngày trong tuần.',
}
const move = async (name: string, input: object): Promise<Answer> =>
  must(
    (await modelOperations.find((one) => one.name === `models.${name}`)!.ask(app, operator, input)) as Result<Answer>,
  )
async function registered(name: string, field: string): Promise<number> {
  const { id, version } = must(await create.ask(app, operator, { ...told, name, field, owner: women, guide }))
  await move('register', { id, expectedVersion: version, notTheSame: true })
  return id
}
const ids = [await registered('Đường hoa ấp Một', 'culture'), await registered('Tổ vay vốn ấp Hai', 'economy')]
// One of the sample's stands beside them.
const of2023 = sql<{ id: number }>`select id from model where year = 2023 and name = 'Mỗi hội viên mời một đồng đội'`
const sampleOne = (await of2023.execute(app.db)).rows[0]!.id
app.setNow('2024-01-06T08:00:00+07:00')
const { report: id } = await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })

test('the sentence tells how many were registered, in all and by field; nothing invented for a name that is none', async () => {
  const { sections } = await done('chuyenvien', 'show', { id })
  const section = sections.find((one: Answer) => one.key === 'situationPeople')
  const text =
    'Năm nay đăng ký {MH.registered} mô hình, kinh tế {MH.registered.economy}, mới {MH.fresh}, {MH.nothing} và {MH.fresh.nowhere}.'
  await done('chuyenvien', 'writeText', { id, section: section.key, text, expectedVersion: section.version })
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  const said = /<p[^>]*>((?:(?!<\/p>).)*Năm nay đăng ký(?:(?!<\/p>).)*)<\/p>/s
    .exec(content)![1]!
    .replaceAll(/<[^>]+>/g, '')
  assert.equal(said, 'Năm nay đăng ký 3 mô hình, kinh tế 1, mới 0, {MH.nothing} và {MH.fresh.nowhere}.')
  const { cells } = must(await statistics.ask(app, operator, { year: 2023 }))
  assert.ok(cells.reduce((sum, one) => sum + one.registered, 0) >= 2)
})

test('nobody knows a code: the paragraph and the table of models stand there by themselves, by field, each figure walked back', async () => {
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  const plain = content.replaceAll(/<[^>]+>/g, '')
  assert.match(plain, /Theo sổ mô hình “Dân vận khéo”, năm 2023 có 3 mô hình, điển hình đăng ký; 0 đã được công nhận\./)
  const table = /<table[^>]*>\s*<caption>(?:(?!<\/table>).)*điển hình(?:(?!<\/table>).)*<\/table>/s.exec(content)![0]
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => cell!.replaceAll(/<[^>]+>/g, '')),
  )
  assert.deepEqual(rows.at(-1)!.slice(1, 4), ['Cộng', '3', '0'])
  assert.deepEqual(rows.slice(1, 4).map((row) => [row[0], row[2]]), [['1', '1'], ['2', '1'], ['3', '1']]) // prettier-ignore
  const { figures } = await done('chuyenvien', 'trace', { id })
  assert.ok(figures.some((one: Answer) => /^mh\.registered\.culture\.p\d+\.y2023$/.test(one.id)))
})

test('walked back to each model; a saved file adds up again, also one of a model withdrawn since is told', async () => {
  const { figures } = await done('chuyenvien', 'trace', { id })
  const all = figures.find((one: Answer) => /^mh\.registered\.p\d+\.y2023$/.test(one.id))
  assert.deepEqual(
    all.inputs[0].models.map((one: Answer) => one.id),
    [sampleOne, ...ids],
  )
  assert.equal(
    (await done('chuyenvien', 'figure', { id, figure: all.id })).inputs[0].models[1].name,
    'Đường hoa ấp Một',
  )
  for (const format of ['html', 'docx', 'json']) {
    const { content, encoding } = await done('chuyenvien', 'render', { id, format })
    const verdict = await verifyReport(app.readDb, Buffer.from(content, encoding), '2024-01-06')
    assert.deepEqual(verdict!.mismatches, [], format)
  }
  const { content } = await done('chuyenvien', 'render', { id, format: 'html' })
  const { version } = await move('open', { id: ids[0] })
  await move('withdraw', { id: ids[0], expectedVersion: version, note: 'Ấp không còn người làm trong năm nay.' })
  const late = await verifyReport(app.readDb, Buffer.from(content), '2024-01-06')
  assert.ok(late!.mismatches.some(({ figure }) => figure === all.id))
})

test('narrowed by level and owner as by field; a count in none is nought, not missing', () => {
  const one = {
    registered: true,
    recognised: true,
    effective: false,
    fresh: true,
    maintained: false,
    replicated: false,
    ended: false,
  }
  const models = [
    { ...one, id: 1, code: 'MH-1', name: 'A', field: 'culture', owner: 'womensUnion', level: 'district' },
    { ...one, id: 2, code: 'MH-2', name: '', field: 'economy', owner: 'youthUnion', level: null, recognised: false },
  ] as unknown as ModelCounts['models']
  const of: ModelCounts = {
    year: 2023,
    place: { id: 9, code: null, name: 'Huyện' },
    models,
    fields: [],
    by: new Map(['district', 'womensUnion', 'economy', 'defence'].map((key) => [key, key])),
  }
  const values = [
    'registered',
    'registered.womensUnion',
    'recognised.district',
    'fresh.economy',
    'ended',
    'fresh.defence',
  ].map((key) => modelFigure(of, key)!.value)
  assert.deepEqual(values, ['2', '1', '1', '1', '0', '0'])
  assert.equal(modelFigure(of, 'fresh.nowhere'), null)
  assert.equal(modelFigure(of, 'toString'), null)
})
