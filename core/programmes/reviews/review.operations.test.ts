// Stories of the two marks: a figure that came back higher after a return, and a fall of members after a review of the roll.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { showBoard } from '../boards/board.operations.ts'
import { explainFigure } from '../boards/explain.operations.ts'
import * as entries from '../entries/entry.operations.ts'
import { open } from '../entries/entry.reads.ts'
import { matrix } from '../entries/work.operations.ts'
import { listReviews, noteReview, takeBackReview } from './review.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const officer = await as(app, 'chuyenvien')
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const rowsOf = (attending: number) =>
  [1500, 1200, 36, 24, 48, attending, 600, 0, 1, 0, 0].map((value, i) => ({ no: i + 1, value }))
const matrixLine = async (name: RegExp, form: string) =>
  must(await matrix.ask(app, officer, { programme })).lines.find((l) => name.test(l.bodyName) && l.formKey === form)!
const inputsOf = async (no: number) => {
  const { targets } = must(await showBoard.ask(app, officer, { programme }))
  const { figure } = targets.find((target) => target.no === no)!
  return must(await explainFigure.ask(app, officer, { figure })).inputs
}

function refusedWith<T>(result: Result<T>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code}: ${sentencesOf(result.refusal).join(' ')}`
}

test('bị trả lại rồi gửi số cao hơn: đánh dấu ở biểu, ai đã gửi, vì sao; gửi số thấp hơn thì không', async () => {
  const first = must(
    await entries.submitEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: rowsOf(1000), ...decision }),
  )
  const reason = 'Đề nghị đếm lại số sinh hoạt'
  const back = must(
    await entries.returnEntry.ask(app, bloc, { id: first.entry, expectedVersion: first.version, reason }),
  )
  const again = { ...at, expectedVersion: back.version, rows: rowsOf(1050), ...decision }
  const sent = must(await entries.submitEntry.ask(app, farmer, again))
  const waiting = must(await open.ask(app, bloc, at)) // seen before accepting
  assert.deepEqual(
    waiting.raised.map(({ no, was, now }) => [no, was, now]),
    [[6, 1000, 1050]],
  )
  assert.equal((await matrixLine(/Hội Nông dân xã Mã Đà/, 'F1-ND')).raised, 0)
  must(await entries.acceptEntry.ask(app, bloc, { id: first.entry, expectedVersion: sent.version }))
  assert.equal((await matrixLine(/Hội Nông dân xã Mã Đà/, 'F1-ND')).raised, 1)
  const marked = (await inputsOf(2)).filter((input) => input.raisedFrom !== null)
  assert.deepEqual(
    marked.map((input) => [input.body.name, input.raisedFrom, input.value]),
    [['Hội Nông dân xã Mã Đà', 1000, 1050]],
  )
  // Tân An's farmers were returned too, and came back lower.
  assert.equal((await matrixLine(/Hội Nông dân xã Tân An/, 'F1-ND')).raised, 0)
})

test('số hội viên giảm sau khi rà soát danh sách: ghi là do rà soát; gỡ ghi nhận thì không còn dấu', async () => {
  const line = await matrixLine(/Hội Cựu chiến binh xã Trị An/, 'F1-CCB')
  assert.equal(line.reviewedOn, '2023-10-20')
  const reviewed = (await inputsOf(2)).filter((input) => input.reviewed !== null)
  assert.deepEqual(
    reviewed.map((input) => [input.body.name, input.reviewed!.was, input.value, input.reviewed!.on]),
    [['Hội Cựu chiến binh xã Trị An', 101, 98, '2023-10-20']],
  )
  const veterans = await as(app, 'ccb.trian')
  const { reviews } = must(await listReviews.ask(app, veterans, { body: line.body }))
  assert.match(reviews[0]!.document, /07-BB\/CCB/)
  const other = await takeBackReview.ask(app, await as(app, 'ccb.tanan'), { id: reviews[0]!.id })
  assert.match(refusedWith(other), /not-your-roll/)
  must(await takeBackReview.ask(app, await as(app, 'khoi.trian'), { id: reviews[0]!.id }))
  must(await takeBackReview.ask(app, veterans, { id: reviews[0]!.id })) // a second time is the same
  assert.equal((await matrixLine(/Hội Cựu chiến binh xã Trị An/, 'F1-CCB')).reviewedOn, null)
  const after = must(await listReviews.ask(app, veterans, { body: line.body })).reviews
  assert.deepEqual(
    after.map((one) => one.withdrawn),
    [true],
  )
})

test('ghi rà soát: ngày chưa tới, thiếu văn bản, nêu tên người đều bị nói; hai lần là một; rà soát ngoài kỳ không đánh dấu', async () => {
  const { body } = await matrixLine(/Hội Cựu chiến binh xã Trị An/, 'F1-CCB')
  const veterans = await as(app, 'ccb.trian')
  const note = (more: object) =>
    noteReview.ask(app, veterans, { body, on: '2023-10-20', document: 'Biên bản 08', ...more })
  assert.match(refusedWith(await note({ on: '2999-01-01' })), /Ngày rà soát/)
  assert.match(refusedWith(await note({ document: '' })), /document/)
  assert.match(refusedWith(await note({ document: 'Biên bản do ông Ba lập' })), /mentions-person/)
  const early = must(await note({ on: '2022-06-01' }))
  assert.deepEqual(must(await note({ on: '2022-06-01' })), early)
  const late = must(await note({ on: '2024-02-01' }))
  assert.notEqual(late.id, early.id)
  assert.equal((await matrixLine(/Hội Cựu chiến binh xã Trị An/, 'F1-CCB')).reviewedOn, null)
  assert.match(
    refusedWith(await noteReview.ask(app, officer, { body: 999_999, on: '2023-10-20', document: 'Biên bản 08' })),
    /no-such-body/,
  )
})
