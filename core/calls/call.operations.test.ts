// A call from its outline to its end: made, edited by two, issued, answered late, closed in somebody's face, opened again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCast, type Answer } from './call.cast.ts'

const { app, done, refused, bodyOf, programme, committee } = await openCast()
const [maDa, tanAn] = [await bodyOf('Khối dân vận xã Mã Đà'), await bodyOf('Khối dân vận xã Tân An')]
const asked = { body: committee, kind: 'quick', year: 2023, dueOn: '2023-12-12', programme }
let id = 0
const shown = async (who = 'chuyenvien') => done(who, 'calls.show', { id })
const seen = async () => ({ id, expectedVersion: (await shown()).call.version as number })
const texts = {
  developments: 'Bà con lo nước giếng cạn ở hai ấp.',
  firstView: 'Dư luận lo lắng, chưa bức xúc.',
  proposals: '- Đề nghị huyện cho xe chở nước.',
}
const write = (more: Answer = {}) => ({ call: id, body: maDa, texts, expectedVersion: 0, ...more })

test('chuyên viên lập từ đề cương mẫu của loại; đơn vị khác không lập hộ; năm và kỳ phải khớp', async () => {
  assert.equal((await refused('khoi.tanan', 'calls.create', asked)).code, 'not-your-call')
  assert.equal((await refused('nongdan.tanan', 'calls.create', asked)).code, 'role-needed')
  const wrong = { ...asked, kind: 'multiYear', period: '2022-H1' }
  assert.match(
    (await refused('chuyenvien', 'calls.create', wrong)).said,
    /fromYear: .*năm đầu.*period: Kỳ đã chọn là 6 tháng đầu năm 2022, đề cương ghi năm 2023/,
  )
  assert.match(
    (await refused('chuyenvien', 'calls.create', { ...asked, period: 'quý 4' })).said,
    /quý 3 năm 2023 \(2023-Q3\)/,
  )
  id = (await done('chuyenvien', 'calls.create', asked)).call
  const { call, sections, moves } = await shown()
  assert.equal(call.title, 'Báo cáo nhanh tình hình nhân dân (năm 2023)')
  assert.deepEqual(
    sections.map(({ key, asks }: Answer) => [key, asks]),
    [
      ['developments', 'text'],
      ['firstView', 'text'],
      ['proposals', 'proposals'],
    ],
  )
  assert.deepEqual(moves, ['edit'])
})

test('hai người cùng sửa đề cương: người chậm được báo, không mất bản của người trước', async () => {
  const { sections, call } = await shown()
  const draft = { id, title: call.title, dueOn: call.dueOn, sections }
  const elsewhere = await bodyOf('Tỉnh ủy Đồng Nai').catch(() => 999_999)
  assert.match(
    (await refused('chuyenvien', 'calls.edit', { ...draft, expectedVersion: 1, bodies: [elsewhere] })).said,
    /không thuộc địa bàn/,
  )
  const twice = { ...draft, expectedVersion: 1, sections: [sections[0], sections[0]] }
  assert.match((await refused('chuyenvien', 'calls.edit', twice)).said, /trùng mã/)
  assert.match(
    (await refused('chuyenvien', 'calls.edit', { ...draft, expectedVersion: 1, sections: [] })).said,
    /ít nhất một mục/,
  )
  await done('chuyenvien', 'calls.edit', { ...draft, expectedVersion: 1, bodies: [maDa, tanAn] })
  assert.equal((await refused('truongban', 'calls.edit', { ...draft, expectedVersion: 1 })).code, 'changed-meanwhile')
  assert.deepEqual(
    (await shown()).answers.map(({ bodyName }: Answer) => bodyName),
    ['Khối dân vận xã Mã Đà', 'Khối dân vận xã Tân An'],
  )
})

test('chưa ban hành thì xã chưa thấy; lãnh đạo ban ban hành, chuyên viên thì không', async () => {
  assert.equal((await refused('khoi.mada', 'calls.show', { id })).code, 'not-your-call')
  assert.equal((await refused('khoi.mada', 'answers.save', write())).code, 'call-not-issued')
  assert.equal((await refused('chuyenvien', 'calls.issue', await seen())).code, 'role-needed')
  await done('truongban', 'calls.issue', await seen())
  assert.equal(
    (
      await refused('chuyenvien', 'calls.edit', {
        ...(await shown()).call,
        ...(await seen()),
        sections: (await shown()).sections,
      })
    ).code,
    'wrong-stage',
  )
  const { toAnswer } = await done('khoi.mada', 'calls.list', {})
  assert.ok(toAnswer.some((one: Answer) => one.call.id === id && one.standing.stage === 'none'))
  assert.equal((await refused('khoi.trian', 'calls.show', { id })).code, 'not-your-call')
  assert.equal((await refused('khoi.mada', 'calls.section', { id, section: 'proposals' })).code, 'not-your-call')
})

test('xã viết nháp, tên người được báo trước khi lưu; gửi hai lần là một; thiếu mục thì nói đủ', async () => {
  assert.equal((await refused('khoi.tanan', 'answers.save', write())).code, 'not-your-answer')
  const named = write({ texts: { ...texts, developments: 'Hộ ông Ba ở ấp 2 gọi 0912345678.' } })
  const warned = await refused('khoi.mada', 'answers.save', named)
  assert.equal(warned.code, 'mentions-person')
  assert.match(warned.said, /texts\.developments: .*“ông Ba” \(tên người\), “0912345678”/)
  await done('khoi.mada', 'answers.save', { ...named, mentionsConfirmed: true })
  const event = await app.db
    .selectFrom('event')
    .selectAll()
    .where('move', '=', 'confirmMentions')
    .executeTakeFirstOrThrow()
  assert.deepEqual(event.changes, { found: { name: 1, phone: 1 } })
  const few = write({ texts: { firstView: 'x '.repeat(900) }, expectedVersion: 1 })
  assert.match(
    (await refused('khoi.mada', 'answers.submit', few)).said,
    /Diễn biến” chưa viết.*dài 900 chữ.*đầu” chưa viết/,
  )
  assert.match(
    (await refused('khoi.mada', 'answers.save', write({ texts: { poem: 'x' }, expectedVersion: 1 }))).said,
    /không có mục này/,
  )
  assert.match(
    (
      await refused(
        'khoi.mada',
        'answers.save',
        write({ texts: { firstView: 'x'.repeat(20_001) }, expectedVersion: 1 }),
      )
    ).said,
    /Dài quá 20000/,
  )
  assert.equal((await refused('khoi.mada', 'answers.submit', write({ expectedVersion: 0 }))).code, 'changed-meanwhile')
  const sent = await done('khoi.mada', 'answers.submit', write({ expectedVersion: 1 }))
  assert.deepEqual(await done('khoi.mada', 'answers.submit', write({ expectedVersion: 1 })), sent)
})

test('nháp của xã chỉ xã đọc; nơi nhận nhận, trả lại kèm lý do; bản đã gửi giữ nguyên', async () => {
  await done('khoi.tanan', 'answers.save', { call: id, body: tanAn, expectedVersion: 0, texts: { firstView: 'Nháp.' } })
  const unread = await done('chuyenvien', 'answers.open', { call: id, body: tanAn })
  assert.ok(unread.sections.every(({ text }: Answer) => text === ''))
  assert.equal((await refused('khoi.tanan', 'answers.open', { call: id, body: maDa })).code, 'not-your-answer')
  const step = { call: id, body: maDa, expectedVersion: 2 }
  assert.equal((await refused('khoi.tanan', 'answers.accept', step)).code, 'not-addressed-to-you')
  assert.match((await refused('chuyenvien', 'answers.return', { ...step, reason: '' })).said, /^reason: /)
  const returned = await done('chuyenvien', 'answers.return', { ...step, reason: 'Nêu rõ mấy ấp thiếu nước.' })
  assert.equal(returned.stage, 'returned')
  assert.equal((await refused('truongban', 'answers.accept', step)).code, 'changed-meanwhile')
  const again = write({ expectedVersion: 3, texts: { ...texts, developments: 'Giếng cạn ở ba ấp.' } })
  const sent = await done('khoi.mada', 'answers.submit', again)
  const { versions } = await done('khoi.mada', 'answers.open', { call: id, body: maDa })
  assert.deepEqual(
    versions.map((version: Answer) => [version.no, version.returnReason]),
    [
      [1, 'Nêu rõ mấy ấp thiếu nước.'],
      [2, null],
    ],
  )
  await done('chuyenvien', 'answers.accept', { ...step, expectedVersion: sent.version })
  const { units } = await done('chuyenvien', 'calls.section', { id, section: 'developments' })
  assert.deepEqual(
    units.map(({ bodyName, accepted, paragraphs }: Answer) => [bodyName, accepted, paragraphs[0].text]),
    [['Khối dân vận xã Mã Đà', true, 'Giếng cạn ở ba ấp.']],
  )
})

test('hết hạn vẫn gửi được và ghi trễ; kết thúc rồi thì điều gõ vẫn còn và có câu chỉ đường; mở lại gửi được', async () => {
  app.setNow('2023-12-15T09:00:00+07:00')
  assert.equal((await done('khoi.tanan', 'answers.open', { call: id, body: tanAn })).daysLate, 3)
  await done('chuyenvien', 'calls.close', await seen())
  const late = { call: id, body: tanAn, expectedVersion: 1, texts }
  const closed = await refused('khoi.tanan', 'answers.submit', late)
  assert.equal(closed.code, 'call-closed')
  assert.match(closed.said, /vẫn còn ở đây/)
  assert.equal((await refused('chuyenvien', 'calls.reopen', await seen())).code, 'role-needed')
  await done('truongban', 'calls.reopen', { ...(await seen()), dueOn: '2023-12-20' })
  const sent = await done('khoi.tanan', 'answers.submit', late)
  await done('chuyenvien', 'calls.close', await seen())
  await done('chuyenvien', 'answers.accept', { call: id, body: tanAn, expectedVersion: sent.version })
})

test('ý giống nhau của nhiều đơn vị được gợi gộp, gộp có số đơn vị, bỏ gộp hai lần vẫn xong', async () => {
  const { units, proposed } = await done('chuyenvien', 'calls.section', { id, section: 'proposals' })
  assert.equal(units.length, 2)
  assert.deepEqual([proposed.length, proposed[0].units], [1, 2])
  const byClerk = await done('vanthu', 'calls.section', { id, section: 'proposals' })
  assert.deepEqual([byClerk.units.length, byClerk.mayGroup], [2, false])
  const items = proposed[0].items.map((one: Answer) => `${one.version}.${one.paragraph}`)
  const group = { call: id, section: 'proposals', label: 'Đề nghị cho xe chở nước', items }
  assert.equal((await refused('khoi.mada', 'groups.make', group)).code, 'not-your-call')
  assert.equal((await refused('chuyenvien', 'groups.make', { ...group, items: ['999999.1'] })).code, 'answers-changed')
  await done('chuyenvien', 'groups.make', group)
  const { groups, proposed: left } = await done('chuyenvien', 'calls.section', { id, section: 'proposals' })
  assert.deepEqual([groups[0].units.length, left.length], [2, 0])
  for (const _ of [1, 2]) await done('chuyenvien', 'groups.dissolve', { call: id, group: groups[0].id })
})
