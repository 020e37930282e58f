// The sample year through the door: every line of its result table, exactly.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { showBoard, showPublicBoard } from './board.operations.ts'
import { explainFigure } from './explain.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const officer = await as(app, 'chuyenvien')
const board = must(await showBoard.ask(app, officer, { programme }))
const target = (no: number) => board.targets.find((one) => one.no === no)!

/** T1 counts Thạnh Phú's women as reported at first or as corrected after the report was issued. */
const gatheringBelow = [88335, 88485]

test('kết quả từng chỉ tiêu đúng như bảng của năm mẫu', () => {
  const shown = board.targets.map((t) => [t.indicator, t.numerator, t.value, t.verdict, t.overall, t.complete])
  assert.ok(gatheringBelow.includes(target(1).denominator))
  assert.deepEqual(
    shown.map((line) => line.filter((_, i) => i !== 2 || line[0] !== 'gatheringRate')),
    [
      ['gatheringRate', 75010, 'reached', 'reached', false],
      ['regularActivityRate', 66100, '80.0', 'notReached', 'notReached', false],
      ['coreMemberRate', 34763, '47.6', 'reached', 'notReached', false],
      ['baseOrgGoodRate', 153, '89.0', 'reached', 'notReached', false],
      ['dvkAgencyRate', 36, '83.7', 'reached', 'reached', false],
      ['qcdcGoodRate', 75, '80.6', 'reached', 'reached', true],
    ],
  )
})

test('ngoại lệ xét trên người của chính nó: Đoàn vừa đạt 45,0 %, doanh nghiệp 19,98 % chưa đạt', () => {
  const [youth] = target(1).exceptions
  const [enterprise] = target(3).exceptions
  assert.deepEqual(
    [youth!.numerator, youth!.denominator, youth!.value, youth!.verdict],
    [12726, 28280, '45.0', 'reached'],
  )
  assert.deepEqual(
    [enterprise!.numerator, enterprise!.denominator, enterprise!.value, enterprise!.verdict, enterprise!.complete],
    [1927, 9643, '19.98', 'notReached', true],
  )
  assert.equal(target(2).missing, 1)
  assert.equal(enterprise!.missing, 2)
})

test('điều kiện kèm theo: một tổ chức yếu kém làm cả chỉ tiêu chưa đạt', () => {
  assert.deepEqual(
    target(4).companions.map((c) => [c.condition, c.count, c.verdict]),
    [['không có tổ chức yếu kém', 1, 'notReached']],
  )
})

test('báo cáo được 11 trên 12 xã; Mã Đà thiếu là thiếu, không phải 0', () => {
  assert.deepEqual([board.reported, board.expected], [11, 12])
  assert.deepEqual(
    board.missing.map((one) => one.place.name),
    ['Xã Mã Đà'],
  )
  const maDa = target(2).children.find((child) => child.place.name === 'Xã Mã Đà')!
  assert.deepEqual([maDa.value, maDa.verdict, maDa.complete], [null, 'noData', false])
  assert.deepEqual([target(5).reported, target(5).expected], [43, 46])
  assert.deepEqual([target(6).reported, target(6).expected], [93, 93])
})

test('hệ số trùng 1,21 ở 9 trên 12 xã đã rà soát', () => {
  assert.deepEqual(target(1).overlap, { memberships: 59369, persons: 49255, factor: '1.21', reviewed: 9, places: 12 })
})

test('ở xã, con là tổ chức: Hội Nông dân Bình Hòa đúng 80,0 % là chưa đạt', async () => {
  const place = target(1).children.find((child) => child.place.name === 'Xã Bình Hòa')!.place.id
  const commune = must(await showBoard.ask(app, officer, { programme, place }))
  const farmers = commune.targets[0]!.children.find((child) => child.organisation === 'farmersUnion')!
  assert.deepEqual(
    [farmers.numerator, farmers.denominator, farmers.value, farmers.verdict],
    [560, 700, '80.0', 'notReached'],
  )
  const youth = commune.targets[0]!.exceptions[0]!.children
  assert.deepEqual(
    youth.map((child) => [child.organisation, child.verdict]),
    [['youthUnion', 'reached']],
  )
})

test('vì sao có số này: cộng lại các số đầu vào ra đúng phân số trên bảng, mỗi số có người báo và người nhận', async () => {
  for (const row of [...board.targets, ...board.targets.flatMap((t) => t.exceptions)]) {
    const explained = must(await explainFigure.ask(app, officer, { figure: row.figure }))
    const sum = (role: string) =>
      explained.inputs.filter((input) => input.role === role).reduce((total, input) => total + input.value, 0)
    assert.deepEqual([sum('numerator'), sum('denominator')], [row.numerator, row.denominator], row.name)
    assert.ok(explained.inputs.every((input) => input.reportedBy && input.acceptedBy && input.reportedAt))
    assert.deepEqual([explained.complete, explained.missing], [row.complete, row.missing], row.name)
  }
})

test('tổ chức yếu kém là một số đếm, kèm số và ngày của quyết định xếp loại', async () => {
  const [weak] = target(4).companions
  const explained = must(await explainFigure.ask(app, officer, { figure: weak!.figure }))
  assert.deepEqual([explained.counts, explained.numerator, explained.complete], ['organisation', 1, true])
  const found = explained.inputs.find((input) => input.value === 1)!
  assert.match(`${found.decisionNumber} ${found.decisionOn}`, /^112-QĐ\/LĐLĐ 2023-12-\d\d$/)
  assert.equal(must(await explainFigure.ask(app, officer, { figure: target(4).figure })).counts, null)
})

test('cán bộ đầu mối một xã không xem được bảng có số của đơn vị khác; trang công khai không có số từng đơn vị', async () => {
  const refused = await showBoard.ask(app, await as(app, 'nongdan.tanan'), { programme })
  assert.equal(refused.ok || refused.refusal.code, 'not-your-board')
  const open = must(await showPublicBoard.ask(app, { kind: 'anonymous' }, { programme }))
  assert.ok(open.targets.every((one) => one.children.length === 0))
  assert.equal(open.missing.length, 0)
})

test('kỳ không có, địa bàn ngoài chương trình: nói rõ chọn gì', async () => {
  const period = await showBoard.ask(app, officer, { programme, period: '1999' })
  assert.match(period.ok ? '' : sentencesOf(period.refusal).join(), /Không có kỳ “1999”.*2023/)
  const place = await showBoard.ask(app, officer, { programme, place: 1 })
  assert.equal(place.ok || place.refusal.code, 'place-outside')
})
