// A district gives 40 new models down to its communes; they take them up, or less; gaps stay open until somebody says why.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCast, type Answer } from './cascade.cast.ts'

const { app, ask, done, refused, bodyOf, programme, calendar, models, seen } = await openCast()
const [tanAn, triAn, maDa] = await Promise.all(
  ['Tân An', 'Trị An', 'Mã Đà'].map((name) => bodyOf(`Đảng ủy xã ${name}`)),
)
const page = async (at: Answer = models) => done('chuyenvien', 'cascades.show', at)
const give = (units: unknown[], more: Answer = {}) => ({
  ...{ ...models, expectedVersion: 0, rule: 'sum', organisation: 'partyCommittee', units },
  ...more,
})
const version = async () => ({ expectedVersion: (await page()).version as number })
const only = (unit: Answer) => [unit.bodyId, unit.threshold, unit.givenFault]
const reason = 'Xã có địa bàn rừng, ít dân; huyện chưa giao trong năm nay.'
/** Newest first, of this year's programme. */
const told = async (who: string) =>
  ((await done(who, 'messages.news', {})).news as Answer[])
    .filter(({ path }) => path === `/chuong-trinh/${programme}`)
    .map(({ topic }) => topic as string)
const events = async (move: string) =>
  app.db.selectFrom('event').select(['changes', 'person_id']).where('move', '=', move).orderBy('id').execute()

test('trang giao xuống nêu mọi đảng ủy xã, theo cùng hệ thống; người ngoài không xem được', async () => {
  const { units, organisation, groups, rules, rule, given, mayEdit } = await page()
  assert.deepEqual([organisation, units.length, rule, given, mayEdit], ['partyCommittee', 12, null, null, true])
  assert.deepEqual(rules, ['sum', 'minimum'])
  assert.ok(groups.some((group: Answer) => group.organisation === 'farmersUnion' && group.bodies === 12))
  assert.equal((await refused('khoi.tanan', 'cascades.show', models)).code, 'not-your-programme')
  assert.equal((await refused('nongdan.tanan', 'cascades.give', give([]))).code, 'role-needed')
  assert.equal((await refused('khoi.tanan', 'cascades.give', give([]))).code, 'not-your-programme')
})

test('đề xuất chỉ là đề xuất: chia đều 40 cho 12 xã, chưa ghi gì', async () => {
  const asked = { ...models, organisation: 'partyCommittee', rule: 'sum' }
  const { shares } = await done('chuyenvien', 'cascades.propose', { ...asked, way: 'equal' })
  assert.equal(
    shares.reduce((sum: number, one: Answer) => sum + Number(one.threshold), 0),
    40,
  )
  const pasted = { ...asked, way: 'paste', paste: 'Xã Tân An\t5\nXã Vô Danh\t4' }
  assert.match((await refused('chuyenvien', 'cascades.propose', pasted)).said, /Dòng 2: .*Xã Vô Danh/)
  assert.equal((await refused('chuyenvien', 'cascades.propose', { ...asked, way: 'figure' })).code, 'invalid-input')
  assert.equal((await page()).version, 0)
})

test('ghi sai thì nói hết một lần, không ghi gì', async () => {
  const outside = await bodyOf('Thành ủy Đông Hà')
  const { said } = await refused(
    'chuyenvien',
    'cascades.give',
    give(
      [
        { body: tanAn, threshold: '4.5', weight: '3' },
        { body: tanAn, threshold: '4' },
        { body: outside, threshold: '1' },
      ],
      { organisation: 'partyCommittee', weightPeriod: 999_999 },
    ),
  )
  for (const part of [/số nguyên/, /hai lần/, /không thuộc cấp dưới/, /phải ghi căn cứ/, /Kỳ này không thuộc/])
    assert.match(said, part)
  assert.match(
    (await refused('chuyenvien', 'cascades.give', give([], { rule: 'weightedMean' }))).said,
    /không cộng lại được/,
  )
  assert.match(
    (await refused('chuyenvien', 'cascades.give', give([], { organisation: 'veterans2' }))).said,
    /không có đơn vị/,
  )
  assert.match(
    (await refused('chuyenvien', 'cascades.give', give([{ body: tanAn, threshold: '-4' }]))).said,
    /Ghi một số/,
  )
  assert.equal((await refused('chuyenvien', 'cascades.give', { ...give([]), no: 99 })).code, 'no-such-target')
  assert.equal((await page()).version, 0)
})

test('giao hụt 2, bỏ sót Mã Đà: chỗ hở tính ngay; hai cán bộ cùng sửa thì người chậm được báo', async () => {
  const { units } = await page()
  const shares = units.map((unit: Answer) => ({ body: unit.bodyId, threshold: unit.bodyId === maDa ? null : '3' }))
  const [first, ...rest] = shares.filter((one: Answer) => one.body !== maDa)
  const all = [{ ...first, threshold: '8' }, ...rest, { body: maDa }]
  const [one, two] = await Promise.all([
    ask('chuyenvien', 'cascades.give', give(all)),
    ask('truongban', 'cascades.give', give(all.map((unit) => ({ ...unit, threshold: '9' })))),
  ])
  const slow = one.ok ? two : one
  assert.ok(!slow.ok && slow.refusal.code === 'changed-meanwhile')
  const now = await page()
  assert.equal(now.version, 1)
  if (two.ok) await done('chuyenvien', 'cascades.give', give(all, await version()))
  const { given, taken, units: after, history } = await page()
  assert.deepEqual([given.holds, given.open, given.total, given.lacking, given.missing], [false, true, '38', '2', 1])
  assert.equal(taken, null)
  const { cascades } = await done('thuongtruc', 'cascades.list', { programme })
  assert.deepEqual(
    cascades.map((line: Answer) => [line.no, line.rule, line.given.open, line.taken]),
    [[7, 'sum', true, null]],
  )
  assert.equal((await refused('khoi.tanan', 'cascades.list', { programme })).code, 'not-your-programme')
  assert.deepEqual(only(after.find((unit: Answer) => unit.bodyId === maDa)), [maDa, null, 'missing'])
  assert.ok(history.some((line: Answer) => line.givenBy === 'Chuyên viên Ban Dân vận Huyện ủy'))
  const before = (await events('giveDown')).length
  const again = await done('chuyenvien', 'cascades.give', give(all, await version()))
  assert.equal(again.version, (await page()).version)
  assert.equal((await events('giveDown')).length, before, 'lưu lại như cũ không phải là một lần giao')
})

test('còn hở thì chưa ban hành; ghi lý do theo tên người thì ban hành được; số đổi thì lý do đã cũ', async () => {
  const issue = async () => ask('thuongtruc', 'programmes.issue', await seen())
  const stopped = await issue()
  assert.ok(!stopped.ok && stopped.refusal.code === 'open-gap')
  assert.match((await refused('thuongtruc', 'programmes.issue', await seen())).said, /chỉ tiêu 7 \(Mô hình.*ghi lý do/)
  const { given } = await page()
  const record = { ...models, side: 'given', seen: given.numbers, reason }
  assert.equal((await refused('khoi.tanan', 'cascades.recordGap', record)).code, 'not-your-programme')
  assert.equal((await refused('operator', 'cascades.recordGap', record)).code, 'sign-in-needed')
  assert.equal(
    (await refused('chuyenvien', 'cascades.recordGap', { ...record, seen: 'sum>=40' })).code,
    'numbers-moved',
  )
  assert.match((await refused('chuyenvien', 'cascades.recordGap', { ...record, reason: 'rừng' })).said, /Ghi rõ lý do/)
  const named = { ...record, reason: 'Hộ ông Ba ở ấp 2 gọi 0912345678 nói xã không làm được.' }
  assert.equal((await refused('chuyenvien', 'cascades.recordGap', named)).code, 'mentions-person')
  await done('chuyenvien', 'cascades.recordGap', record)
  const { given: said } = await page()
  assert.deepEqual(
    [said.open, said.stale, said.gap.reason, said.gap.by],
    [...[false, false, reason, 'Chuyên viên Ban Dân vận Huyện ủy']],
  )
  const event = (await events('recordGap')).at(-1)
  const { lacking, missing } = event!.changes as Answer
  assert.deepEqual([lacking, missing, event!.person_id === null], ['2', 1, false])

  await done('chuyenvien', 'cascades.give', give([{ body: tanAn, threshold: '2' }], await version()))
  const { given: moved } = await page()
  assert.deepEqual([moved.stale, moved.open, moved.gap.lacking], [true, true, '2'])
  assert.equal((await refused('thuongtruc', 'programmes.issue', await seen())).code, 'open-gap')
  await done('chuyenvien', 'cascades.recordGap', { ...record, seen: moved.numbers })
  assert.deepEqual(await told('khoi.tanan'), [], 'dự thảo chưa báo cho ai')
  assert.ok((await issue()).ok)
  assert.deepEqual(await told('khoi.tanan'), ['target.giveDown'])
})

test('giao thêm, thu lại sau khi ban hành: đơn vị đó được báo, nơi không đổi thì không', async () => {
  await done('chuyenvien', 'cascades.give', give([{ body: maDa, threshold: '1' }], await version()))
  await done('chuyenvien', 'cascades.give', give([{ body: maDa }], await version()))
  assert.deepEqual(await told('khoi.mada'), ['target.takeBack', 'target.giveDown'])
  assert.deepEqual(await told('khoi.tanan'), ['target.giveDown'])
})

let commune = 0
const communeSeen = async () => {
  const { programme: head } = await done('operator', 'programmes.show', { programme: commune })
  return { programme: commune, expectedVersion: head.version }
}
const given = async () => (await done('khoi.tanan', 'cascades.given', { programme: commune })).given as Answer[]

test('xã thấy chỉ tiêu được giao ở chương trình của mình, đưa vào bằng một lần bấm; bấm hai lần vẫn là một', async () => {
  const waiting = async (who: string) =>
    (await done(who, 'cascades.waiting', {})).waiting.filter((line: Answer) => line.year === 2024)
  const [line] = await waiting('khoi.tanan')
  assert.deepEqual([line.threshold, line.programmeId, line.bodyName], ['2', null, 'Đảng ủy xã Tân An'])
  assert.deepEqual([await waiting('khoi.mada'), await waiting('nongdan.tanan')], [[], []])
  const title = 'Chương trình công tác dân vận xã Tân An năm 2024'
  const made = await done('khoi.tanan', 'programmes.create', { body: tanAn, year: 2024, title, calendar })
  commune = made.programme
  const [one] = await given()
  assert.deepEqual(
    [one!.no, one!.threshold, one!.upperBodyName, one!.taken, one!.own],
    [7, '2', 'Huyện ủy Vĩnh Cửu', null, null],
  )
  assert.equal((await refused('khoi.trian', 'cascades.given', { programme: commune })).code, 'not-your-programme')
  const take = { ...(await communeSeen()), upper: one!.upperId }
  assert.equal((await refused('khoi.trian', 'cascades.take', take)).code, 'not-your-programme')
  assert.equal((await refused('khoi.tanan', 'cascades.take', { ...take, upper: 1 })).code, 'not-given')
  const both = await Promise.all([ask('khoi.tanan', 'cascades.take', take), ask('khoi.tanan', 'cascades.take', take)])
  assert.equal(both.filter((result) => result.ok).length, 1)
  const { targets } = await done('khoi.tanan', 'programmes.show', { programme: commune })
  assert.deepEqual(
    targets.map((target: Answer) => [target.no, target.indicator.key, target.comparator, target.threshold]),
    [[1, 'newModels', '>=', '2']],
  )
  assert.deepEqual(await waiting('khoi.tanan'), [])
  const [after] = await given()
  assert.deepEqual([after!.here, after!.own.holds, after!.own.open], [true, true, false])
  assert.equal(
    (await refused('khoi.tanan', 'cascades.take', { ...take, ...(await communeSeen()) })).code,
    'already-taken',
  )
})

test('xã tự hạ mức thì thấy mình thấp hơn mức được giao, chưa ban hành được nếu chưa nói vì sao', async () => {
  const put = { no: 1, name: 'Mô hình Dân vận khéo mới', indicator: 'newModels', comparator: '>=' }
  await done('khoi.tanan', 'targets.put', { ...(await communeSeen()), ...put, threshold: '1' })
  const [less] = await given()
  assert.deepEqual([less!.own.holds, less!.own.open, less!.own.lessStrict], [false, true, 1])
  const { said } = await refused('operator', 'programmes.issue', await communeSeen())
  assert.match(said, /chỉ tiêu 1 \(.*\) thấp hơn mức cấp trên giao/)
  const record = { programme: commune, no: 1, side: 'own', seen: less!.own.numbers, reason }
  assert.equal((await refused('chuyenvien', 'cascades.recordGap', record)).code, 'not-your-programme')
  await done('khoi.tanan', 'cascades.recordGap', record)
  await done('operator', 'programmes.issue', await communeSeen())
  assert.equal((await given())[0]!.own.gap.by, 'Trưởng khối dân vận xã Tân An')
})

test('huyện thấy nơi nào đã đưa vào, nơi nào chưa; dự thảo chưa là lời hứa; ghi lý do cho phần này riêng', async () => {
  const { taken, units } = await page()
  assert.deepEqual([taken.total, taken.lacking, taken.missing, taken.open], ['1', '39', 11, true])
  const mine = units.find((unit: Answer) => unit.bodyId === tanAn)
  assert.deepEqual([mine.taken.threshold, mine.taken.stage, mine.takenFault], ['1', 'issued', null])
  await done('truongban', 'cascades.recordGap', { ...models, side: 'taken', seen: taken.numbers, reason })
  const title = 'Chương trình công tác dân vận xã Trị An năm 2024'
  const other = await done('khoi.trian', 'programmes.create', { body: triAn, year: 2024, title, calendar })
  const upper = (await given())[0]!.upperId
  await done('khoi.trian', 'cascades.take', { programme: other.programme, expectedVersion: 1, upper })
  assert.deepEqual([(await page()).taken.missing, (await page()).taken.stale], [11, false])
  await done('operator', 'programmes.issue', { programme: other.programme, expectedVersion: 2 })
  const { taken: after } = await page()
  assert.deepEqual([after.missing, after.stale, after.open], [10, true, true])
})

test('liên kết chỉ tiêu đang có: chỉ khi cùng chỉ số; đổi chỉ số về sau thì không còn tính', async () => {
  const title = 'Chương trình công tác dân vận xã Mã Đà năm 2024'
  await done('chuyenvien', 'cascades.give', give([{ body: maDa, threshold: '1' }], await version()))
  const made = await done('khoi.mada', 'programmes.create', { body: maDa, year: 2024, title, calendar })
  const at = (expectedVersion: number) => ({ programme: made.programme, expectedVersion })
  const core = { name: 'Lực lượng nòng cốt', indicator: 'coreMemberRate', comparator: '>', threshold: '45' }
  await done('khoi.mada', 'targets.put', { ...at(1), no: 1, ...core })
  await done('khoi.mada', 'targets.put', {
    ...at(2),
    no: 2,
    ...core,
    name: 'Mô hình',
    indicator: 'newModels',
    threshold: '1',
  })
  const [one] = (await done('khoi.mada', 'cascades.given', { programme: made.programme })).given
  assert.deepEqual(one.proposals, [{ no: 2, name: 'Mô hình' }])
  const link = { ...at(3), upper: one.upperId }
  assert.match((await refused('khoi.mada', 'cascades.link', { ...link, no: 1 })).said, /“Mô hình Dân vận khéo mới”/)
  await done('khoi.mada', 'cascades.link', { ...link, no: 2 })
  const unit = async () => (await page()).units.find((each: Answer) => each.bodyId === maDa)
  assert.equal((await unit()).taken.sameIndicator, true)
  assert.equal((await done('khoi.mada', 'cascades.given', { programme: made.programme })).given[0].own.holds, true)
  await done('khoi.mada', 'targets.put', { ...at(4), no: 2, ...core })
  assert.deepEqual([(await unit()).taken.sameIndicator, (await unit()).takenFault], [false, 'missing'])
  assert.equal((await done('khoi.mada', 'cascades.given', { programme: made.programme })).given[0].own.holds, false)
  assert.equal((await refused('khoi.mada', 'cascades.unlink', { ...at(5), no: 1 })).code, 'not-linked')
  await done('khoi.mada', 'cascades.unlink', { ...at(5), no: 2 })
  assert.equal((await unit()).taken, null)
})

test('đã có xã thực hiện thì không thôi giao được; chỉ tiêu khác chưa ai nhận thì được, lịch sử còn', async () => {
  assert.equal((await refused('chuyenvien', 'cascades.stop', { ...models, ...(await version()) })).code, 'taken-up')
  const other = { programme, no: 5 }
  const units = [{ body: tanAn, threshold: '80' }]
  await done('chuyenvien', 'cascades.give', { ...give(units, { rule: 'minimum' }), ...other })
  await done('chuyenvien', 'cascades.stop', { ...other, expectedVersion: 1 })
  const { rule, history, given: side } = await page(other)
  assert.deepEqual([rule, side, history.map((line: Answer) => line.threshold)], [null, null, [null, '80']])
  assert.equal((await given()).length, 1)
  assert.equal((await refused('chuyenvien', 'cascades.stop', { ...other, expectedVersion: 2 })).code, 'not-given-down')
})

test('giao lại cho loại đơn vị khác: mức của loại cũ được thu lại và báo; không ghi là đơn vị đó đã kết thúc', async () => {
  const other = { programme, no: 6 }
  const at = async () => ({ ...other, expectedVersion: (await page(other)).version })
  const units = [{ body: triAn, threshold: '80' }]
  await done('chuyenvien', 'cascades.give', { ...give(units, { rule: 'minimum' }), ...(await at()) })
  const of = async () =>
    (await done('khoi.trian', 'cascades.waiting', {})).waiting.filter((one: Answer) => one.no === 6)
  assert.equal((await of()).length, 1)
  const union = await bodyOf('Hội Nông dân xã Trị An')
  const again = { rule: 'minimum', organisation: 'farmersUnion' }
  await done('chuyenvien', 'cascades.give', { ...give([{ body: union, threshold: '85' }], again), ...(await at()) })
  const now = await page(other)
  assert.deepEqual(
    [now.organisation, now.units.length, now.units.filter((one: Answer) => one.endedOn !== null)],
    ['farmersUnion', 12, []],
  )
  assert.deepEqual(await of(), [])
  assert.equal((await told('khoi.trian'))[0], 'target.takeBack')
  const moved = give([{ body: union, threshold: '1' }], { rule: 'minimum', organisation: 'farmersUnion' })
  const refusal = await refused('chuyenvien', 'cascades.give', { ...moved, ...models, ...(await version()) })
  assert.equal(refusal.code, 'taken-up', 'a commune carries target 7 already')
})

test('chương trình của xã nói rõ thực hiện chỉ tiêu nào của cấp trên, và đang thấp hơn mức được giao', async () => {
  const board = await done('khoi.tanan', 'boards.show', { programme: commune, period: '2024' })
  const { no, threshold, lessStrict, open } = board.targets[0].serves
  assert.deepEqual([no, threshold, lessStrict, open], [7, '2', true, false])
})

test('đảng ủy nhập vào nơi khác: mức giao còn trong lịch sử, ghi đã kết thúc, không tính nữa', async () => {
  const before = await page()
  const { version: bodyVersion } = await app.db
    .selectFrom('body')
    .select('version')
    .where('id', '=', maDa!)
    .executeTakeFirstOrThrow()
  app.setNow('2024-07-05T08:30:00+07:00')
  await done('quantri', 'bodies.succeed', {
    id: maDa,
    expectedVersion: bodyVersion,
    kind: 'merged',
    toIds: [triAn],
    on: '2024-07-01',
  })
  const { units, given: side, taken } = await page()
  assert.equal(units.length, 12)
  const ended = units.at(-1)
  assert.deepEqual([ended.name, ended.endedOn, ended.threshold], ['Đảng ủy xã Mã Đà', '2024-06-30', '1'])
  assert.equal(Number(side.total), Number(before.given.total) - 1)
  assert.equal(side.missing, 0)
  const waits = (await done('khoi.mada', 'cascades.waiting', {})).waiting as Answer[]
  assert.ok(
    waits.every((line) => line.bodyId !== maDa || line.year !== 2024),
    'nobody is asked to take up an ended share',
  )
  assert.equal(taken.missing, before.taken.missing - 1)
  const more = give([{ body: maDa, threshold: '5' }], await version())
  assert.match((await refused('chuyenvien', 'cascades.give', more)).said, /Đảng ủy xã Mã Đà đã kết thúc/)
})

test('lập chương trình năm sau: mức giao không đi theo, phải giao lại; liên kết cũ chỉ còn là đề xuất', async () => {
  const copied = { year: 2025, title: 'Chương trình công tác dân vận năm 2025' }
  const copy = await done('chuyenvien', 'programmes.copy', { programme, ...copied })
  const next = { programme: copy.programme, no: 7 }
  const { rule, history, version: none } = await page(next)
  assert.deepEqual([rule, history, none], [null, [], 0])
  const lower = await done('khoi.tanan', 'programmes.copy', { programme: commune, ...copied })
  const again = async () => (await done('khoi.tanan', 'cascades.given', { programme: lower.programme })).given
  assert.deepEqual(await again(), [])
  await done('chuyenvien', 'cascades.give', { ...give([{ body: tanAn, threshold: '3' }]), ...next })
  const { given: side } = await page(next)
  await done('chuyenvien', 'cascades.recordGap', { ...next, side: 'given', seen: side.numbers, reason })
  await done('thuongtruc', 'programmes.issue', { programme: copy.programme, expectedVersion: 1 })
  const [one] = await again()
  assert.deepEqual(
    [one.threshold, one.taken, one.proposals],
    ['3', null, [{ no: 1, name: 'Mô hình Dân vận khéo mới' }]],
  )
})
