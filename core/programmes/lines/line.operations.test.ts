// Stories of two lines: one entry, two receivers, each with its own word; boards count one, the difference is shown to all.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { list as listBodies } from '../../bodies/body.operations.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { operator } from '../../shared/actor.ts'
import { showBoard } from '../boards/board.operations.ts'
import * as entries from '../entries/entry.operations.ts'
import { open, openById } from '../entries/entry.reads.ts'
import { matrix, work } from '../entries/work.operations.ts'
import { listPeriods } from '../forms/calendar.operations.ts'
import { assign, show as showForm } from '../forms/form.operations.ts'
import { show as showProgramme } from '../programme.operations.ts'
import { acceptLine, returnLine } from './line.operations.ts'
import { setLine } from './line.set.operations.ts'
import { showLine } from './line.reads.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const union = await as(app, 'hnd.huyen')
const officer = await as(app, 'chuyenvien')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const rowsOf = (members: number) =>
  [1500, members, 36, 24, 48, 1000, 600, 0, 1, 0, 0].map((value, i) => ({ no: i + 1, value }))
const opened = async (who = farmer) => must(await open.ask(app, who, at))
const lineOf = async () => (await opened()).line!
const regular = async () => must(await showBoard.ask(app, officer, { programme })).targets[1]!
const unionBody = must(await work.ask(app, union, {})).lines[0]!.body

function refusedWith<T>(result: Result<T>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code}: ${sentencesOf(result.refusal).join(' ')}`
}

test('một lần gửi, hai nơi cùng thấy: khối và Hội Nông dân huyện; ngành dọc nhận không đổi bảng của chương trình', async () => {
  const before = await regular()
  const sent = must(
    await entries.submitEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: rowsOf(1200), ...decision }),
  )
  const waiting = must(await work.ask(app, union, {})).toAcceptInLine
  assert.ok(waiting.some((line) => line.bodyName === 'Hội Nông dân xã Mã Đà' && line.lineStage === 'waiting'))
  assert.deepEqual((await opened(union)).line!.moves, ['acceptLine', 'returnLine'])
  assert.deepEqual((await opened(union)).moves, [])
  const stranger = await acceptLine.ask(app, bloc, { id: sent.entry, expectedLineVersion: 1 })
  assert.match(refusedWith(stranger), /not-your-line/)
  assert.match(refusedWith(await open.ask(app, await as(app, 'phunu.mada'), at)), /not-your-entry/)
  const [first, second] = await Promise.all(
    [1, 2].map(() => acceptLine.ask(app, union, { id: sent.entry, expectedLineVersion: 1 })),
  )
  assert.deepEqual([must(first!).lineVersion, must(second!).lineVersion], [2, 2])
  const line = await lineOf()
  assert.deepEqual(
    [line.stage, line.countedNo, line.differs, line.by],
    ['accepted', 1, false, 'Chủ tịch Hội Nông dân huyện Vĩnh Cửu'],
  )
  assert.equal((await regular()).numerator, before.numerator)
  assert.equal((await opened()).stage, 'submitted')
})

test('khối trả lại bản ngành dọc đã nhận: chỗ khác nhau hiện cho cả ba; bản mới chỉ đơn vị gõ một lần', async () => {
  const { entry: id, version } = await opened()
  const reason = 'Đếm lại theo danh sách từng tổ hội'
  must(await entries.returnEntry.ask(app, bloc, { id, expectedVersion: version, reason }))
  for (const who of [farmer, bloc, union]) assert.equal((await opened(who)).line!.differs, true)
  const again = { ...at, expectedVersion: version + 1, rows: rowsOf(1190), ...decision }
  const sent = must(await entries.submitEntry.ask(app, farmer, again))
  must(await entries.acceptEntry.ask(app, bloc, { id, expectedVersion: sent.version }))
  const line = await lineOf()
  assert.deepEqual([line.stage, line.judgedNo, line.countedNo, line.differs], ['waiting', 2, 1, true])
  assert.deepEqual(
    line.figures.map((one) => [one.label, one.mobilisation, one.line]),
    [['Số hội viên cuối kỳ', 1190, 1200]].map(([, ...rest]) => [line.figures[0]!.label, ...rest]),
  )
  const { lines } = must(await matrix.ask(app, officer, { programme }))
  assert.deepEqual(
    lines.filter((one) => one.differs).map((one) => one.bodyName),
    ['Hội Nông dân xã Tân An', 'Hội Nông dân xã Mã Đà'].sort(
      (a, b) => lines.findIndex((l) => l.bodyName === a) - lines.findIndex((l) => l.bodyName === b),
    ),
  )
})

test('ngành dọc trả lại kèm lý do: đơn vị đính chính, hai nơi cùng nhận bản mới thì hết khác', async () => {
  const { entry: id } = await opened()
  const seen = await lineOf()
  const silent = await returnLine.ask(app, union, { id, expectedLineVersion: seen.version, reason: '' })
  assert.match(refusedWith(silent), /reason/)
  const late = await returnLine.ask(app, union, { id, expectedLineVersion: seen.version - 1, reason: 'Thiếu tổ hội 4' })
  assert.match(refusedWith(late), /moved-meanwhile/)
  must(await returnLine.ask(app, union, { id, expectedLineVersion: seen.version, reason: 'Thiếu tổ hội 4' }))
  const told = must(await work.ask(app, farmer, {})).news[0]!
  assert.deepEqual(
    [told.topic, told.payload.to, told.payload.reason],
    ['entry.returnLine', 'Hội Nông dân huyện Vĩnh Cửu', 'Thiếu tổ hội 4'],
  )
  const before = await opened()
  assert.deepEqual([before.stage, before.line!.stage], ['accepted', 'returned'])
  const correction = {
    ...at,
    expectedVersion: before.version,
    rows: rowsOf(1205),
    ...decision,
    reason: 'Thêm tổ hội 4',
  }
  const sent = must(await entries.correctEntry.ask(app, farmer, correction))
  must(await acceptLine.ask(app, union, { id, expectedLineVersion: (await lineOf()).version }))
  must(await entries.acceptEntry.ask(app, bloc, { id, expectedVersion: sent.version }))
  const line = await lineOf()
  assert.deepEqual([line.countedNo, line.differs, line.figures, line.opinions.length], [3, false, [], 3])
})

test('rút lại bản mà ngành dọc đã nhận: bản đó giữ nguyên, sửa là bản mới', async () => {
  const { calendarId } = must(await showProgramme.ask(app, operator, { programme })).programme
  const { periods } = must(await listPeriods.ask(app, operator, { calendar: calendarId }))
  const earlier = { ...at, period: periods.find((one) => one.key === '2022')!.id }
  const first = { ...earlier, expectedVersion: 0, rows: rowsOf(1150), ...decision }
  const sent = must(await entries.submitEntry.ask(app, farmer, first))
  must(await acceptLine.ask(app, union, { id: sent.entry, expectedLineVersion: 1 }))
  const back = must(await entries.takeBackEntry.ask(app, farmer, { id: sent.entry, expectedVersion: sent.version }))
  must(await entries.submitEntry.ask(app, farmer, { ...first, expectedVersion: back.version, rows: rowsOf(1160) }))
  const now = must(await openById.ask(app, farmer, { id: sent.entry }))
  assert.deepEqual(
    now.versions.map((version) => [version.no, version.values.find((value) => value.no === 2)!.value]),
    [
      [1, 1150],
      [2, 1160],
    ],
  )
  assert.deepEqual([now.line!.stage, now.line!.judgedNo, now.line!.countedNo], ['waiting', 2, 1])
})

test('danh sách và tổng của ngành dọc là số ngành dọc đã nhận, cạnh số khối đã nhận; đơn vị khác không xem được', async () => {
  const asked = { body: unionBody, form: at.form, period: at.period }
  const { shown } = must(await showLine.ask(app, union, asked))
  assert.equal(shown!.units.length, 12)
  const members = shown!.rows.find((row) => row.no === 2)!
  // Of the twelve, Phú Lý still waits with the line, and of Tân An it has taken the first version.
  const phuLy = { members: 3055, attending: 2495 }
  assert.deepEqual([shown!.accepted, members.line], [11, members.mobilisation! - phuLy.members])
  const attending = shown!.rows.find((row) => row.no === 6)!
  assert.equal(attending.line, attending.mobilisation! - phuLy.attending + 2735 - 2335)
  const differing = shown!.units.filter((unit) => unit.differs)
  assert.deepEqual(
    differing.map((unit) => unit.bodyName),
    ['Hội Nông dân xã Tân An'],
  )
  assert.match(refusedWith(await showLine.ask(app, bloc, asked)), /not-your-line/)
  assert.match(refusedWith(await showLine.ask(app, await as(app, 'truongban'), asked)), /not-your-line/)
})

test('nơi nhận theo ngành dọc là dữ liệu: giao, để như cũ, bỏ; không trùng nơi nhận kia, không phải chính đơn vị', async () => {
  const line = must(await showForm.ask(app, operator, { form: at.form })).duties.find((duty) => duty.body === at.body)!
  assert.equal(line.lineName, 'Hội Nông dân huyện Vĩnh Cửu')
  const given = (more: object) =>
    assign.ask(app, officer, { form: at.form, lines: [{ body: at.body, to: line.to, ...more }] })
  assert.match(refusedWith(await given({ line: line.to })), /ngành dọc phải khác nơi nhận/)
  assert.match(refusedWith(await given({ line: at.body })), /không tự nhận/)
  assert.match(refusedWith(await given({ line: 999_999 })), /Không có đơn vị số 999999/)
  must(await given({}))
  assert.equal((await lineOf()).name, 'Hội Nông dân huyện Vĩnh Cửu')
  must(await given({ line: null }))
  assert.equal((await opened()).line, null)
  assert.match(
    refusedWith(await acceptLine.ask(app, union, { id: (await opened()).entry, expectedLineVersion: 1 })),
    /no-line/,
  )
  assert.match(refusedWith(await setLine.ask(app, farmer, { form: at.form, way: 'none' })), /role-needed/)
  assert.match(refusedWith(await setLine.ask(app, officer, { form: at.form, way: 'body' })), /Chọn đơn vị nhận/)
  must(await setLine.ask(app, officer, { form: at.form, way: 'body', line: unionBody }))
  assert.equal((await lineOf()).countedNo, 3)
})

test('đổi nơi nhận theo ngành dọc: điều nơi cũ đã nhận không còn là của ngành dọc; nơi mới tự nhận; trả về nơi cũ thì lời cũ lại đứng', async () => {
  const asked = { q: 'Hội Liên hiệp Phụ nữ huyện Vĩnh Cửu', on: '2023-12-14' }
  const women = must(await listBodies.ask(app, operator, asked)).bodies[0]!.bodyId
  const before = await lineOf()
  assert.deepEqual([before.stage, before.countedNo], ['accepted', 3])
  const { entry: id } = await opened()
  const { to } = must(await showForm.ask(app, operator, { form: at.form })).duties.find((one) => one.body === at.body)!
  for (const change of [
    async (line: number) => void must(await setLine.ask(app, officer, { form: at.form, way: 'body', line })),
    async (line: number) =>
      void must(await assign.ask(app, officer, { form: at.form, lines: [{ body: at.body, to, line }] })),
  ]) {
    const { version } = await lineOf()
    await change(women)
    const now = await lineOf()
    assert.deepEqual(
      [now.name, now.stage, now.countedNo, now.by, now.differs],
      ['Hội Liên hiệp Phụ nữ huyện Vĩnh Cửu', 'waiting', null, null, false],
    )
    assert.deepEqual([...new Set(now.opinions.map((one) => one.body))], ['Hội Nông dân huyện Vĩnh Cửu'])
    const old = await acceptLine.ask(app, union, { id, expectedLineVersion: version })
    assert.match(refusedWith(old), /not-your-line/)
    const list = must(await showLine.ask(app, operator, { body: women, form: at.form, period: at.period })).shown!
    assert.equal(list.units.find((unit) => unit.body === at.body)!.lineNo, null)
    assert.ok(
      must(await matrix.ask(app, officer, { programme })).lines.every(
        (one) => one.bodyName !== 'Hội Nông dân xã Mã Đà' || one.lineStage !== 'accepted',
      ),
    )
    await change(unionBody)
    const back = await lineOf()
    assert.deepEqual([back.stage, back.countedNo, back.version], ['accepted', 3, version + 2])
  }
  // Saying the same once more moves nothing under the hands of an officer.
  const { version } = await lineOf()
  must(await setLine.ask(app, officer, { form: at.form, way: 'body', line: unionBody }))
  assert.equal((await lineOf()).version, version)
  const reason = 'Thiếu tổ hội 5'
  await Promise.all([
    returnLine.ask(app, union, { id, expectedLineVersion: version, reason }),
    setLine.ask(app, officer, { form: at.form, way: 'body', line: women }),
  ])
  const crossed = await lineOf()
  assert.deepEqual([crossed.stage, crossed.countedNo, crossed.reason], ['waiting', null, null], 'whoever was first')
})
