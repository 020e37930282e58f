// Stories of estimates: sent in November, shown as such everywhere, replaced by actual figures.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { showBoard, showPublicBoard } from '../boards/board.operations.ts'
import { explainFigure } from '../boards/explain.operations.ts'
import { verifyBoards } from '../boards/verify.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { exportFigures, importFigures } from './exchange.operations.ts'
import * as entries from './entry.operations.ts'
import { open } from './entry.reads.ts'
import { matrix, work } from './work.operations.ts'

const app = await openTestApp('sample')
/** The farmers of Mã Đà, the only ones who sent nothing, write in November of that year. */
const november = { ...app, clock: () => new Date('2023-11-20T09:00:00+07:00') }
const programme = await programme42(app)
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const officer = await as(app, 'chuyenvien')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const rowsOf = (values: number[]) => values.map((value, i) => ({ no: i + 1, value }))
const estimate = rowsOf([1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0])
const actual = rowsOf([1500, 1210, 36, 24, 48, 990, 600, 0, 1, 0, 0])

function refusedWith<T>(result: Result<T>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code}: ${sentencesOf(result.refusal).join(' ')}`
}
const opened = async (when = app) => must(await open.ask(when, farmer, at))
const boardNow = async () => must(await showBoard.ask(app, officer, { programme }))
const regularOf = (board: Awaited<ReturnType<typeof boardNow>>) => board.targets.find((one) => one.no === 2)!

test('trước ngày chốt số thì biểu gợi ý số ước; qua ngày đó gợi ý số chính thức', async () => {
  assert.equal((await opened(november)).proposedNature, 'estimate')
  assert.equal((await opened()).proposedNature, 'actual')
})

test('số ước được nhận thì được tính, và mọi nơi nói là ước: bảng, vì sao, ai đã gửi, công khai, CSV', async () => {
  const before = await boardNow()
  assert.equal(before.estimated, 0)
  const sending = { ...at, expectedVersion: 0, rows: estimate, ...decision, nature: 'estimate' }
  const sent = must(await entries.submitEntry.ask(november, farmer, sending))
  must(await entries.acceptEntry.ask(november, bloc, { id: sent.entry, expectedVersion: sent.version }))

  const board = await boardNow()
  const [was, now] = [regularOf(before), regularOf(board)]
  assert.deepEqual([now.numerator - was.numerator, now.denominator - was.denominator], [1000, 1200])
  assert.deepEqual([board.estimated, now.estimated, now.complete], [1, 1, false])
  const child = now.children.find((one) => one.place.name === 'Xã Mã Đà')!
  assert.deepEqual([child.estimated, child.complete], [1, false])
  assert.equal(board.targets.find((one) => one.no === 6)!.estimated, 0)
  assert.equal(must(await showPublicBoard.ask(app, { kind: 'anonymous' }, { programme })).targets[1]!.estimated, 1)
  assert.deepEqual(await verifyBoards(app, { repair: false }).then((one) => [one.sums, one.standings]), [[], []])

  const explained = must(await explainFigure.ask(app, officer, { figure: now.figure }))
  const about = explained.inputs.filter((input) => input.nature === 'estimate')
  assert.deepEqual([explained.estimated, [...new Set(about.map((input) => input.body.name))].length], [1, 1])
  const { lines } = must(await matrix.ask(app, officer, { programme }))
  assert.deepEqual(
    lines.filter((line) => line.estimated).map((line) => line.bodyName),
    ['Hội Nông dân xã Mã Đà'],
  )
  const figures = must(await exportFigures.ask(app, officer, { programme }))
  assert.equal(figures.csv.split('\r\n').filter((line) => /,ước,/.test(line)).length, 11)
})

test('xã khác gửi ước không đủ làm xanh: kết luận trên số ước luôn là tạm tính', async () => {
  const place = regularOf(await boardNow()).children.find((one) => one.place.name === 'Xã Mã Đà')!.place.id
  const commune = must(await showBoard.ask(app, officer, { programme, place }))
  const farmers = regularOf(commune).children.find((one) => one.organisation === 'farmersUnion')!
  assert.deepEqual([farmers.verdict, farmers.complete, farmers.estimated], ['reached', false, 1])
})

test('qua ngày chốt số, bàn làm việc nhắc; gửi số chính thức không cần lý do, số ước còn tính cho đến khi được nhận', async () => {
  const { toFinalise } = must(await work.ask(app, farmer, {}))
  assert.deepEqual(
    toFinalise.map((line) => [line.formKey, line.periodKey]),
    [['F1-ND', '2023']],
  )
  assert.deepEqual(must(await work.ask(november, farmer, {})).toFinalise, [])
  const { version, moves } = await opened()
  assert.ok(moves.includes('finalise') && moves.includes('correct'))
  const other = await entries.finaliseEntry.ask(app, await as(app, 'phunu.mada'), { ...at, expectedVersion: version })
  assert.match(refusedWith(other), /not-your-form/)
  const sending = { ...at, expectedVersion: version, rows: actual, ...decision }
  const [first, second] = await Promise.all([1, 2].map(() => entries.finaliseEntry.ask(app, farmer, sending)))
  assert.deepEqual([must(first!).version, must(second!).version], [version + 1, version + 1])
  assert.equal(regularOf(await boardNow()).numerator, 67100)
  must(await entries.acceptEntry.ask(app, bloc, { id: must(first!).entry, expectedVersion: version + 1 }))
  const board = await boardNow()
  assert.deepEqual([board.estimated, regularOf(board).numerator, regularOf(board).estimated], [0, 67090, 0])
  assert.deepEqual(must(await work.ask(app, farmer, {})).toFinalise, [])
  assert.deepEqual((await verifyBoards(app, { repair: false })).standings, [])
})

test('số chính thức không quay lại thành số ước; không có số ước thì không có gì để thay', async () => {
  const { version } = await opened()
  const back = { ...at, expectedVersion: version, rows: estimate, ...decision, nature: 'estimate', reason: 'đếm lại' }
  assert.match(refusedWith(await entries.correctEntry.ask(app, farmer, back)), /Số chính thức của kỳ này đã được nhận/)
  const again = { ...at, expectedVersion: version, rows: actual, ...decision }
  assert.match(refusedWith(await entries.finaliseEntry.ask(app, farmer, again)), /no-estimate/)
})

test('CSV vào: cột loai_so nhận “ước”, “chính thức”; chữ khác, hay lẫn trong một biểu, bị nêu theo dòng', async () => {
  const women = await formOf(app, 'phunu.mada', { form: 'F1-PN', year: '2023' })
  const asWomen = await as(app, 'phunu.mada')
  const csv = (kinds: string[]) =>
    ['don_vi,bieu,dong,gia_tri,loai_so', ...kinds.map((kind, i) => `${women.at.body},F1-PN,${i + 1},10,${kind}`)].join(
      '\n',
    )
  const given = (kinds: string[]) => importFigures.ask(app, asWomen, { programme, csv: csv(kinds) })
  assert.match(refusedWith(await given(['ước', 'đoán'])), /Dòng 3, cột loai_so: “đoán”/)
  assert.match(refusedWith(await given(['ước', 'chính thức'])), /không vừa là số ước vừa là số chính thức/)
  must(await given(['Ước', '']))
  const draft = must(await open.ask(app, asWomen, women.at))
  assert.deepEqual([draft.versions.at(-1)!.nature, draft.proposedNature], ['estimate', 'estimate'])
})
