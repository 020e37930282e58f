// Stories of causes: written by an office beside a red figure, shown there, changed as a new wording, never about a person.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { operator } from '../../shared/actor.ts'
import { showBoard, showPublicBoard } from '../boards/board.operations.ts'
import { explainFigure } from '../boards/explain.operations.ts'
import { listCauses, writeCause } from './cause.operations.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)
const officer = await as(app, 'chuyenvien')
const head = await as(app, 'truongban')
const boardOf = async () => must(await showBoard.ask(app, officer, { programme }))
const board = await boardOf()
const core = board.targets.find((one) => one.no === 3)!
const good = board.targets.find((one) => one.no === 6)!
const at = { target: core.id, place: board.place.id, period: board.period.id }
const wording = 'Công nhân làm ca, khó họp chi đoàn trong giờ hành chính.'

function refusedWith<T>(result: Result<T>): string {
  assert.ok(!result.ok, 'should have been refused')
  return `${result.refusal.code}: ${sentencesOf(result.refusal).join(' ')}`
}

test('cán bộ ghi nguyên nhân: hiện cạnh số đỏ trên bảng và ở “vì sao có số này”, kèm đơn vị và ngày; công khai thì không', async () => {
  const first = must(await writeCause.ask(app, officer, { ...at, expectedNo: 0, wording }))
  assert.deepEqual(must(await writeCause.ask(app, officer, { ...at, expectedNo: 0, wording })), first) // pressed twice
  const shown = (await boardOf()).targets.find((one) => one.no === 3)!
  assert.deepEqual(
    shown.causes.map((one) => [one.bodyName, one.wording, one.by]),
    [['Ban Dân vận Huyện ủy Vĩnh Cửu', wording, 'Chuyên viên Ban Dân vận Huyện ủy']],
  )
  const explained = must(await explainFigure.ask(app, officer, { figure: core.exceptions[0]!.figure }))
  assert.equal(explained.causes[0]!.wording, wording)
  const open = must(await showPublicBoard.ask(app, { kind: 'anonymous' }, { programme }))
  assert.ok(open.targets.every((one) => one.causes.length === 0))
})

test('hai người cùng sửa: người sau được báo; lời cũ vẫn giữ; để trống là gỡ', async () => {
  const late = await writeCause.ask(app, head, { ...at, expectedNo: 0, wording: 'Doanh nghiệp ít tổ chức.' })
  assert.match(refusedWith(late), /written-meanwhile.*vẫn còn ở đây/)
  must(await writeCause.ask(app, head, { ...at, expectedNo: 1, wording: 'Doanh nghiệp ít tổ chức Đoàn.' }))
  must(await writeCause.ask(app, officer, { ...at, expectedNo: 2, wording: '' }))
  const { own, wordings } = must(await listCauses.ask(app, officer, at))
  assert.deepEqual(own, { no: 3, wording: null })
  assert.deepEqual(
    wordings.map((one) => [one.no, one.wording]),
    [
      [3, null],
      [2, 'Doanh nghiệp ít tổ chức Đoàn.'],
      [1, wording],
    ],
  )
  assert.deepEqual((await boardOf()).targets.find((one) => one.no === 3)!.causes, [])
})

test('nêu tên người thì được hỏi trước khi lưu; chỉ tiêu đạt thì không có gì để giải thích; quá dài bị từ chối', async () => {
  const named = { ...at, expectedNo: 3, wording: 'Do ông Ba ở ấp 2 không chịu tham gia.' }
  assert.match(refusedWith(await writeCause.ask(app, officer, named)), /mentions-person.*“ông Ba”/)
  must(await writeCause.ask(app, officer, { ...named, wording: 'Do thiếu cán bộ phong trào.' }))
  const green = await writeCause.ask(app, officer, { ...at, target: good.id, expectedNo: 0, wording })
  assert.match(refusedWith(green), /not-red/)
  const long = await writeCause.ask(app, officer, { ...at, expectedNo: 4, wording: 'x'.repeat(601) })
  assert.match(refusedWith(long), /wording/)
})

test('khối dân vận của xã ghi cho xã mình, không ghi cho xã khác hay cho huyện; đầu mối không ghi', async () => {
  const regular = board.targets.find((one) => one.no === 2)!
  const red = regular.children.find((child) => child.verdict === 'notReached')!
  const slug = { 'Xã Phú Lý': 'phuly', 'Xã Bình Hòa': 'binhhoa' }[red.place.name]
  const bloc = await as(app, `khoi.${slug}`)
  const there = { target: regular.id, place: red.place.id, period: board.period.id }
  const { own } = must(await listCauses.ask(app, bloc, there))
  const here = { ...there, expectedNo: 0, wording }
  must(await writeCause.ask(app, bloc, { ...here, expectedNo: own!.no }))
  const child = (await boardOf()).targets
    .find((one) => one.no === 2)!
    .children.find((one) => one.place.id === red.place.id)!
  assert.match(child.causes[0]!.bodyName, /^Khối dân vận/)
  must(await writeCause.ask(app, officer, { ...here, wording: 'Xã rộng, tổ hội ở xa nhau.' })) // the district in its own words
  const offices = must(await listCauses.ask(app, bloc, here)).wordings.map((one) => one.bodyName)
  assert.equal(new Set(offices).size, 2)
  assert.match(refusedWith(await writeCause.ask(app, bloc, { ...here, place: board.place.id })), /not-your-board/)
  const other = await as(app, 'khoi.tanan')
  assert.match(refusedWith(await writeCause.ask(app, other, here)), /not-your-board/)
  assert.match(refusedWith(await writeCause.ask(app, await as(app, `nongdan.${slug}`), here)), /role-needed/)
  assert.match(refusedWith(await writeCause.ask(app, operator, here)), /sign-in-needed/)
  assert.match(refusedWith(await writeCause.ask(app, officer, { ...here, place: 1 })), /no-such-figure/)
})
