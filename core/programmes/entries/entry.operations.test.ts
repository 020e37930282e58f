// Stories of figures: entered, refused with every reason, sent, returned, mended, accepted, corrected, posted twice.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { showBoard } from '../boards/board.operations.ts'
import { closePeriod } from '../forms/calendar.operations.ts'
import * as entries from './entry.operations.ts'
import { open } from './entry.reads.ts'
import { matrix, work } from './work.operations.ts'
import { listAll } from '../programme.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const farmer = await as(app, 'nongdan.mada')
const bloc = await as(app, 'khoi.mada')
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
const values = [1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0]
const rows = values.map((value, i) => ({ no: i + 1, value }))
const changed = (no: number, value: unknown, note?: string) =>
  rows.map((row) => (row.no === no ? { no, value, note } : row))

function refusedWith<T>(result: Result<T>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code}: ${sentencesOf(result.refusal).join(' ')}`
}
const opened = async (actor = farmer) => must(await open.ask(app, actor, at))

test('Mã Đà chưa nhập: mở biểu thấy việc phải làm và chưa có bản nào', async () => {
  const form = await opened()
  assert.deepEqual([form.stage, form.version, form.versions.length], ['none', 0, 0])
  assert.deepEqual(form.moves, ['save', 'submit'])
  assert.deepEqual((await opened(bloc)).moves, [])
})

test('nói hết mọi lỗi một lần, bằng câu có số và việc phải làm; không lưu gì', async () => {
  const wrong = [...changed(6, 1300).filter((row) => row.no !== 7), { no: 99, value: 1 }].map((row) =>
    row.no === 1 ? { no: 1, value: '12,5 nghìn' } : row,
  )
  const said = refusedWith(await entries.submitEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: wrong }))
  for (const words of [
    'không phải số đếm',
    'không có dòng 99',
    'Nòng cốt: chưa có số',
    '(1.300) nhiều hơn số hội viên (1.200)',
    'số của quyết định xếp loại',
  ])
    assert.match(said, new RegExp(words.replace(/[()]/g, '\\$&')))
  assert.equal((await opened()).stage, 'none')
})

test('số âm, số quá lớn, chữ, số lẻ: từng ô một câu; nháp cũng không nhận', async () => {
  for (const value of [-5, 1e15, 'mười', 3.5]) {
    const result = await entries.saveEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: changed(2, value) })
    assert.match(refusedWith(result), /rows\.2\.value/)
  }
})

test('đơn vị khác không nhập hộ được; người lạ phải đăng nhập', async () => {
  const other = await entries.saveEntry.ask(app, await as(app, 'phunu.mada'), { ...at, expectedVersion: 0, rows })
  assert.match(refusedWith(other), /not-your-form/)
  const nobody = await entries.saveEntry.ask(app, { kind: 'anonymous' }, { ...at, expectedVersion: 0, rows })
  assert.match(refusedWith(nobody), /sign-in-needed/)
  const elsewhere = await open.ask(app, await as(app, 'nongdan.tanan'), at)
  assert.match(refusedWith(elsewhere), /not-your-entry/)
})

test('lưu nháp chưa đủ vẫn được; gửi hai lần cùng một biểu là một lần; hai người cùng lưu thì người sau được báo', async () => {
  const draft = must(await entries.saveEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: rows.slice(0, 2) }))
  assert.deepEqual([draft.stage, draft.version], ['draft', 1])
  const late = await entries.saveEntry.ask(app, farmer, { ...at, expectedVersion: 0, rows: changed(2, 1111) })
  assert.match(refusedWith(late), /changed-meanwhile.*vẫn còn nguyên/)
  const [first, second] = await Promise.all(
    [1, 2].map(() => entries.submitEntry.ask(app, farmer, { ...at, expectedVersion: 1, rows, ...decision })),
  )
  assert.deepEqual([must(first!).version, must(second!).version], [2, 2])
  assert.equal((await opened()).versions.length, 1)
})

test('chưa nhận thì chưa tính; không ai tự nhận số của mình; nhận rồi bảng của xã và huyện đổi ngay', async () => {
  const before = must(await showBoard.ask(app, await as(app, 'chuyenvien'), { programme })).targets[1]!
  const { entry, version } = await opened()
  const own = await entries.acceptEntry.ask(app, farmer, { id: entry, expectedVersion: version })
  assert.match(refusedWith(own), /role-needed/)
  const other = await entries.acceptEntry.ask(app, await as(app, 'khoi.tanan'), { id: entry, expectedVersion: version })
  assert.match(refusedWith(other), /not-addressed-to-you/)
  must(await entries.acceptEntry.ask(app, bloc, { id: entry, expectedVersion: version }))
  const after = must(await showBoard.ask(app, await as(app, 'chuyenvien'), { programme })).targets[1]!
  assert.deepEqual([after.numerator - before.numerator, after.denominator - before.denominator], [1000, 1200])
})

test('đính chính phải có lý do; số cũ còn tính cho đến khi nhận bản mới; số cũ vẫn giữ', async () => {
  const { version } = await opened()
  const silent = await entries.correctEntry.ask(app, farmer, { ...at, expectedVersion: version, rows, ...decision })
  assert.match(refusedWith(silent), /reason/)
  const reason = 'Đếm sót tổ hội số 4'
  const sent = must(
    await entries.correctEntry.ask(app, farmer, {
      ...at,
      expectedVersion: version,
      rows: changed(6, 1010),
      ...decision,
      reason,
    }),
  )
  const waiting = await opened()
  assert.deepEqual([waiting.stage, waiting.versions.length, waiting.counted], ['submitted', 2, waiting.versions[0]!.id])
  const returned = must(
    await entries.returnEntry.ask(app, bloc, {
      id: sent.entry,
      expectedVersion: sent.version,
      reason: 'Kèm danh sách tổ hội',
    }),
  )
  assert.equal(returned.stage, 'returned')
  const again = must(
    await entries.submitEntry.ask(app, farmer, {
      ...at,
      expectedVersion: returned.version,
      rows: changed(6, 1012),
      ...decision,
    }),
  )
  must(await entries.acceptEntry.ask(app, bloc, { id: again.entry, expectedVersion: again.version }))
  const now = await opened()
  assert.deepEqual(
    now.versions.map((v) => v.values.find((value) => value.no === 6)!.value),
    [1000, 1010, 1012],
  )
  assert.equal(now.counted, now.versions[2]!.id)
})

test('rút lại khi chưa nhận; mở lại sau khi nhận cần lý do', async () => {
  const now = await opened()
  const unexplained = await entries.reopenEntry.ask(app, bloc, {
    id: now.entry,
    expectedVersion: now.version,
    reason: '',
  })
  assert.match(refusedWith(unexplained), /reason/)
  const reopened = must(
    await entries.reopenEntry.ask(app, bloc, {
      id: now.entry,
      expectedVersion: now.version,
      reason: 'Huyện đề nghị rà lại',
    }),
  )
  const sent = must(
    await entries.submitEntry.ask(app, farmer, { ...at, expectedVersion: reopened.version, rows, ...decision }),
  )
  const back = must(await entries.takeBackEntry.ask(app, farmer, { id: sent.entry, expectedVersion: sent.version }))
  assert.equal(back.stage, 'draft')
  const late = await entries.acceptEntry.ask(app, bloc, { id: sent.entry, expectedVersion: back.version })
  assert.match(refusedWith(late), /wrong-stage/)
})

test('kỳ đã khoá sổ thì không nhập được; chỉ người của đơn vị ra biểu khoá và mở', async () => {
  const { version } = await opened()
  const { programmes } = must(await listAll.ask(app, farmer, { number: '42-CTr/HU' }))
  const closing = { body: programmes[0]!.bodyId, period: at.period }
  assert.match(refusedWith(await closePeriod.ask(app, bloc, closing)), /not-your-forms/)
  const head = await as(app, 'truongban')
  must(await closePeriod.ask(app, head, closing))
  const saved = await entries.saveEntry.ask(app, farmer, { ...at, expectedVersion: version, rows })
  assert.match(refusedWith(saved), /period-closed/)
  must(await closePeriod.ask(app, head, { ...closing, closed: false }))
})

test('việc của tôi và bảng ai đã gửi chỉ có đơn vị mình', async () => {
  const mine = must(await work.ask(app, farmer, {}))
  assert.ok(mine.toFill.every((line) => line.bodyName.endsWith('Mã Đà')))
  const all = must(await matrix.ask(app, await as(app, 'chuyenvien'), { programme }))
  assert.equal(all.lines.length, 12 * 6 + 2)
  const late = all.lines.filter((line) => line.formKey === 'F3' && line.bodyName.endsWith('Phú Lý'))
  assert.deepEqual(
    late.map((line) => [line.stage, line.daysLate]),
    [['accepted', 3]],
  )
  const own = must(await matrix.ask(app, farmer, { programme }))
  assert.ok(own.lines.every((line) => line.bodyName.endsWith('Mã Đà')))
})

test('bảng cộng sẵn bằng đúng tổng cộng thẳng từ các số được tính', async () => {
  const { rows: differences } = await sql`
    with recursive up as (
      select v.place_id as leaf, v.place_id as id, v.parent_id from place_version v
      where date '2023-12-14' between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')
      union all
      select up.leaf, v.place_id, v.parent_id from up join place_version v on v.place_id = up.parent_id
      where date '2023-12-14' between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')),
    plain as (
      select up.id as place_id, e.period_id, e.cell_id, sum(e.value)::bigint as value
      from entry_value e join period p on p.id = e.period_id and p.key = '2023' join up on up.leaf = e.place_id
      where e.counted group by 1, 2, 3)
    select * from rollup_cached r join period p on p.id = r.period_id and p.key = '2023'
    left join plain on plain.place_id = r.place_id and plain.period_id = r.period_id and plain.cell_id = r.cell_id
    where plain.value is distinct from r.value`.execute(app.db)
  assert.deepEqual(differences, [])
})
