// The year of each of the other four pages: a filled board that says what its file says, nothing without an explanation.
import assert from 'node:assert/strict'
import test from 'node:test'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { explainFigure } from '../programmes/boards/explain.operations.ts'
import { verifyBoards } from '../programmes/boards/verify.ts'
import { listAll } from '../programmes/programme.operations.ts'
import { matrix } from '../programmes/entries/work.operations.ts'
import { list } from '../reports/report.read.operations.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { readPageYear, type PageForm } from './page.ts'

const app = await openTestApp('sample')
const { programmes } = must(await listAll.ask(app, operator, {}))
const idOf = (body: string) => programmes.find(({ bodyName }) => bodyName === body)!.id

/** What a file's accepted lines add up to, by hand: column `no` of a form. */
const total = (form: PageForm, no: number) =>
  form.figures
    .filter(({ year, returned }) => year === undefined && returned === undefined)
    .reduce((sum, { values }) => sum + values[no - 1]!, 0)

const pages = [
  {
    file: 'dong-ha',
    body: 'Thành ủy Đông Hà',
    verdicts: ['notReached', 'reached', 'reached', 'notReached'],
    // [form, column of the numerator, column of the denominator; 0: a plain count]
    figures: [[0, 1, 0], [2, 2, 1], [1, 2, 1], [1, 3, 2]],
  },
  {
    file: 'thi-xa',
    body: 'Thị ủy (trang không nêu tên)',
    verdicts: ['reached', 'reached', 'notReached'],
    figures: [[0, 3, 2], [0, 4, 0], [0, 6, 5]],
  },
  {
    file: 'hoang-mai',
    body: 'Quận ủy Hoàng Mai',
    verdicts: ['notReached', 'reached', 'reached', 'notReached'],
    figures: [[1, 2, 1], [1, 3, 0], [0, 2, 1], [0, 3, 2]],
  },
] as const // prettier-ignore

for (const { file, body, verdicts, figures } of pages)
  test(`${body}: bảng ghi đúng tổng của tệp, có chỉ tiêu đạt và chưa đạt`, async () => {
    const { forms } = readPageYear(file)
    const { targets } = must(await showBoard.ask(app, operator, { programme: idOf(body) }))
    const expected = figures.map(([form, over, under]) => {
      return [total(forms[form]!, over), under === 0 ? 1 : total(forms[form]!, under)]
    })
    assert.deepEqual(targets.map(({ numerator, denominator }) => [numerator, denominator]), expected) // prettier-ignore
    assert.deepEqual(targets.map(({ verdict }) => verdict), verdicts) // prettier-ignore
  })

test('Thừa Thiên Huế: cộng theo chín huyện, Đoàn tính riêng, huyện chưa gửi và bị trả lại không tính', async () => {
  const { forms } = readPageYear('hue')
  const board = must(await showBoard.ask(app, operator, { programme: idOf('Tỉnh ủy Thừa Thiên Huế') }))
  const [youth, women, farmers, veterans, front] = forms as [PageForm, PageForm, PageForm, PageForm, PageForm]
  const three = [women, farmers, veterans]
  const sum = (no: number) => three.reduce((all, form) => all + total(form, no), 0)
  const [qcdc, gathered, regular] = board.targets
  assert.deepEqual([qcdc!.numerator, qcdc!.denominator], [total(front, 3), total(front, 2)])
  assert.deepEqual([gathered!.numerator, gathered!.denominator], [sum(2), sum(1)])
  assert.deepEqual([gathered!.exceptions[0]!.numerator, gathered!.exceptions[0]!.denominator], [total(youth, 2), total(youth, 1)]) // prettier-ignore
  assert.deepEqual([regular!.numerator, regular!.denominator], [sum(3) + total(youth, 4), sum(2) + total(youth, 3)])
  assert.deepEqual(board.targets.map(({ overall }) => overall), ['reached', 'reached', 'notReached']) // prettier-ignore
  assert.deepEqual([gathered!.children.length, board.expected, board.reported], [9, 9, 7])
  assert.deepEqual(board.missing.map(({ place }) => place.name), ['Huyện Phú Vang', 'Huyện A Lưới']) // prettier-ignore
})

test('Đông Hà: tám mô hình năm 2022 như trang nêu, đứng trước số năm 2023', async () => {
  const { targets } = must(await showBoard.ask(app, operator, { programme: idOf('Thành ủy Đông Hà') }))
  assert.deepEqual(targets[0]!.trend.map(({ value }) => value), ['8', '6']) // prettier-ignore
  const before = must(await showBoard.ask(app, operator, { programme: idOf('Thành ủy Đông Hà'), period: '2022' }))
  const { inputs } = must(await explainFigure.ask(app, operator, { figure: before.targets[0]!.figure }))
  assert.match(inputs[0]!.note!, /\(7\) Đá nở hoa; \(8\) Xử lý rác thải hữu cơ thành phân hữu cơ/)
  const named = inputs[0]!.drawn!.units.map(({ name }) => name.replace(/^.* · /, ''))
  assert.equal(named.length, 8)
  // The page lists them by number in the note; the registry holds those and no other.
  for (const name of named) assert.ok(inputs[0]!.note!.includes(name), name)
  const now = must(await explainFigure.ask(app, operator, { figure: targets[0]!.figure }))
  assert.deepEqual([now.inputs[0]!.drawn!.source, now.inputs[0]!.drawn!.units.length], ['models', 6])
})

test('mọi số của bốn bảng đều nói được từ đâu mà có', async () => {
  for (const body of [...pages.map((page) => page.body), 'Tỉnh ủy Thừa Thiên Huế']) {
    const { targets } = must(await showBoard.ask(app, operator, { programme: idOf(body) }))
    const parts = targets.flatMap((target) => [target, ...target.exceptions])
    const shown = parts.flatMap((part) => [part, ...part.children].filter(({ value }) => value !== null))
    assert.ok(shown.length > parts.length, body)
    for (const { figure } of shown) {
      const { inputs } = must(await explainFigure.ask(app, operator, { figure }))
      assert.ok(inputs.length > 0 && inputs.every(({ acceptedBy, reportedBy }) => acceptedBy && reportedBy), figure)
    }
  }
})

test('số đã cộng sẵn của mọi bảng đúng bằng cộng lại từ đầu', async () => {
  const { sums, standings } = await verifyBoards(app, { repair: false })
  assert.deepEqual([sums, standings], [[], []])
})

test('ai đã gửi: bốn nơi đều có biểu trễ, biểu chưa gửi và biểu bị trả lại', async () => {
  for (const body of [...pages.map((page) => page.body), 'Tỉnh ủy Thừa Thiên Huế']) {
    const { lines, period } = must(await matrix.ask(app, operator, { programme: idOf(body) }))
    const stages = lines.map(({ stage }) => stage)
    assert.ok(stages.includes('returned') && stages.includes('none'), body)
    assert.ok(
      lines.some(({ submittedAt }) => submittedAt && submittedAt.slice(0, 10) > period.dueOn),
      body,
    )
  }
})

test('báo cáo: hai bản đã ban hành có số, hai bản còn là nháp', async () => {
  const told = new Map<string, [string, string | null]>()
  for (const body of [...pages.map((page) => page.body), 'Tỉnh ủy Thừa Thiên Huế']) {
    const { reports } = must(await list.ask(app, operator, { programme: idOf(body) }))
    told.set(body, [reports[0]!.stage, reports[0]!.number])
  }
  assert.deepEqual([...told.values()], [
    ['issued', '08-BC/TU'],
    ['draft', null],
    ['issued', '22-BC/QU'],
    ['draft', null],
  ]) // prettier-ignore
})
