// The register: a visit is one line and, when there is something to handle, one case; who it is about does not see it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { climbReception } from './climb.ts'
import {
  app,
  ask,
  booked,
  caseDone,
  caseRefused,
  done,
  entered,
  keysOf,
  lan,
  onceMark,
  onDesk,
  posted,
  refused,
  visitor,
  ward,
  works,
} from './reception.cast.ts'

const lineOf = async (who: string, id: number, more: object = {}) =>
  (await done(who, 'register', more)).lines.find((one: { id: number }) => one.id === id)

test('Lan comes with her booking: one line, one case with a receipt, and her words stand nowhere twice', async () => {
  const sitting = await posted({ day: '2026-07-06', starts: '10:00' })
  await booked(sitting)
  const [booking] = (await done('tam', 'sitting', { id: sitting })).bookings
  const form = { once: onceMark(), ...visitor, sitting, booking: booking.id }
  const both = await Promise.all([1, 2].map(() => ask('tam', 'enter', form)))
  const made = await done('tam', 'enter', form)
  assert.ok(both.every((one) => one.ok || one.refusal.code === 'sent-at-once' || one.refusal.code === 'wrong-stage'))
  const seen = both.flatMap((one) => (one.ok ? [(one.value as { id: number }).id] : []))
  assert.ok(seen.length >= 1 && seen.every((id) => id === made.id))
  const shown = await done('tam', 'visit', { id: made.id })
  assert.deepEqual([shown.stage, shown.handling, shown.sitting], ['taken', 'taken', sitting])
  assert.deepEqual([shown.limits[0].due, shown.limits[0].rule], ['2026-07-20', 'reception.result.notify'])
  assert.equal((await done('tam', 'sitting', { id: sitting })).bookings[0].stage, 'came')
  const again = await refused('ha', 'enter', { ...form, once: onceMark() })
  assert.equal(again.code, 'wrong-stage')
  const opened = await done('tam', 'openVisit', { id: made.id })
  assert.deepEqual(
    [opened.sender.name, opened.earlier, opened.request],
    [visitor.name, visitor.earlier, visitor.request],
  )
  const at = await onDesk(made.receipt.code)
  await caseDone('tam', 'sort', { ...at, kind: 'petition', lead: works })
  assert.equal((await done('tam', 'openVisit', { id: made.id })).sender.address, 'Khu phố 2')
  assert.equal((await caseDone('lan', 'track', keysOf(made.receipt))).stage, 'open')
})

test('answered on the spot: a line of its own, sealed; no case, no receipt, nothing to conclude', async () => {
  const made = await entered({ handling: 'guided', answer: 'Đã chỉ nơi nộp đơn và mẫu đơn cấp nước.' })
  assert.equal(made.receipt, null)
  const line = await lineOf('minh', made.id)
  assert.deepEqual([line.stage, line.due, line.number], ['noted', null, made.number])
  assert.equal((await done('minh', 'openVisit', { id: made.id })).answer, 'Đã chỉ nơi nộp đơn và mẫu đơn cấp nước.')
  const conclusion = { visit: made.id, expectedVersion: 0, text: 'Giao các phòng xem xét, trả lời.', points: [] }
  const point = { text: 'Xem xét việc này.', body: works, dueOn: '2026-07-20' }
  assert.equal(
    (await refused('minh', 'draftConclusion', { ...conclusion, points: [point] })).code,
    'nothing-to-promise',
  )
})

test('all faults of a line at once: group without a paper, too many to speak, not read back, no ground', async () => {
  const group = { people: 12, representatives: 6, writtenDown: true, handling: 'refused', text: 'ngắn' }
  const { said } = await refused('tam', 'enter', { once: onceMark(), ...visitor, ...group })
  for (const part of [/tối đa 5 người/, /văn bản cử/, /đọc lại/, /căn cứ/, /một câu/]) assert.match(said, part)
  const seven = { people: 7, representatives: 3, appointedBy: 'Giấy cử ngày 05/7/2026, 7 chữ ký' }
  assert.match((await refused('tam', 'enter', { once: onceMark(), ...visitor, ...seven })).said, /tối đa 2 người/)
  const made = await entered({ ...seven, representatives: 2 })
  assert.deepEqual([(await lineOf('tam', made.id)).people], [7])
})

test('refused on a ground of the law: a written refusal within three working days, late ones are seen', async () => {
  const oral = await entered({ handling: 'refused', ground: 'recording' })
  assert.deepEqual((await done('tam', 'visit', { id: oral.id })).limits, [])
  const made = await entered({ handling: 'refused', ground: 'nothingNew' })
  const { limits, version, ground } = await done('tam', 'visit', { id: made.id })
  assert.deepEqual([limits[0].due, limits[0].rule], ['2026-07-09', 'reception.refusal'])
  assert.match(ground.article, /154\/2026/)
  app.setNow('2026-07-10T09:00:00+07:00')
  assert.equal((await lineOf('tam', made.id, { late: 'true' })).late, true)
  const { content } = await done('tam', 'refusalPaper', { id: made.id, format: 'pdf' })
  assert.equal(Buffer.from(content, 'base64').subarray(0, 5).toString(), '%PDF-')
  const seen = { id: made.id, expectedVersion: version, document: '07/TB-UBND ngày 10/7/2026' }
  const both = await Promise.all(['tam', 'minh'].map((who) => ask(who, 'refuseInWriting', seen)))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['changed-meanwhile', 'done'])
  assert.equal(await lineOf('tam', made.id, { late: 'true' }), undefined)
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('the result is told within ten working days; what is late climbs to the city once, and the city sees it', async () => {
  const made = await entered()
  app.setNow('2026-07-21T09:00:00+07:00')
  assert.ok((await climbReception(app)).results >= 1)
  assert.equal((await climbReception(app)).results, 0)
  const { lateVisits } = await done('long', 'points')
  assert.ok(lateVisits.some(({ number, mine }: { number: string; mine: boolean }) => number === made.number && !mine))
  const { version } = await done('tam', 'visit', { id: made.id })
  const told = {
    id: made.id,
    expectedVersion: version,
    result: 'needsTime',
    note: 'Chờ công ty cấp nước trả lời, hẹn ngày 30/7.',
  }
  await done('tam', 'tellResult', told)
  assert.equal((await refused('minh', 'tellResult', told)).code, 'changed-meanwhile')
  await done('minh', 'tellResult', {
    ...told,
    expectedVersion: version + 1,
    result: 'accepted',
    note: 'Đã thụ lý, giao phòng hạ tầng.',
  })
  const { visit } = await done('lan', 'promised', keysOf(made.receipt))
  assert.deepEqual(
    [visit.result, visit.note, visit.number],
    ['accepted', 'Đã thụ lý, giao phòng hạ tầng.', made.number],
  )
  assert.ok(!(await done('long', 'points')).lateVisits.some(({ id }: { id: number }) => id === made.id))
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('who comes to denounce is sealed and kept so: no answer on the spot, no paper with a name', async () => {
  const denounces = { door: 'denunciation', name: 'Người tố cáo giả định', text: 'Tố cáo việc thu quỹ sai ở khu phố.' }
  const spot = await refused('tam', 'enter', {
    once: onceMark(),
    ...visitor,
    ...denounces,
    handling: 'answered',
    answer: 'Đã nghe, đã ghi.',
  })
  assert.match(spot.said, /nhận thành hồ sơ/)
  const made = await entered({ ...denounces, papers: 'Bản sao kê thu quỹ, 2 tờ' })
  const at = await onDesk(made.receipt.code)
  await caseDone('tam', 'sort', { ...at, kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở một khu phố.' })
  const opened = await done('minh', 'openVisit', { id: made.id })
  assert.deepEqual([opened.sealed, opened.sender, opened.text], [true, {}, ''])
  assert.equal((await refused('tam', 'papersReceipt', { id: made.id })).code, 'stays-sealed')
  assert.equal((await done('tam', 'visit', { id: made.id })).mayConclude, false)
  const { content } = await done('tam', 'registerFile', {
    desk: ward,
    from: '2026-07-01',
    to: '2026-07-31',
    format: 'xlsx',
  })
  assert.ok(!Buffer.from(content, 'base64').includes('Người tố cáo giả định'))
})

test('about the very desk: it stands in the register of the city, and the ward neither lists, opens nor exports it', async () => {
  const made = await entered({ aboutDesk: true, text: 'Trình bày việc chính UBND phường chậm trả hồ sơ của tôi.' })
  assert.match(made.desk, /thành phố/)
  for (const who of ['tam', 'minh']) {
    assert.equal(await lineOf(who, made.id), undefined)
    assert.equal((await refused(who, 'openVisit', { id: made.id })).code, 'no-such-visit')
    assert.equal((await refused(who, 'visit', { id: made.id })).code, 'no-such-visit')
  }
  assert.ok(await lineOf('mai', made.id))
  assert.equal((await done('mai', 'openVisit', { id: made.id })).sender.name, visitor.name)
})

test('found at sorting to be about the ward: its line there is gone from the eyes of the ward', async () => {
  const made = await entered({ door: 'complaint', text: 'Khiếu nại quyết định của chính Chủ tịch phường.' })
  const at = await onDesk(made.receipt.code)
  await caseDone('tam', 'sort', { ...at, kind: 'complaint', accused: [ward] })
  assert.equal(await lineOf('tam', made.id), undefined)
  assert.equal((await refused('tam', 'openVisit', { id: made.id })).code, 'no-such-visit')
  const span = { from: '2026-07-01', to: '2026-07-31' }
  const { content } = await done('tam', 'export', { ...span, format: 'json' })
  assert.ok(!Buffer.from(content).toString().includes(`"${made.number}"`))
  assert.equal((await caseRefused('tam', 'show', { id: at.id })).code, 'not-your-submission')
})

test('another commune, the administrator, who handles and the head do not enter; nobody of another commune opens', async () => {
  const made = await entered()
  const entry = { once: onceMark(), ...visitor }
  for (const [who, code] of [
    ['tu', 'not-your-desk'],
    ['minh', 'role-needed'],
    ['quan', 'role-needed'],
    ['hai', 'role-needed'],
    ['lan', 'sign-in-needed'],
  ])
    assert.equal((await refused(who!, 'enter', entry)).code, code)
  for (const [who, code] of [
    ['tu', 'not-your-desk'],
    ['quan', 'role-needed'],
    ['hai', 'role-needed'],
    ['kien', 'role-needed'],
  ])
    assert.equal((await refused(who!, 'openVisit', { id: made.id })).code, code)
  assert.equal((await refused('tu', 'visit', { id: made.id })).code, 'not-your-desk')
  assert.equal(
    (await refused('tu', 'registerFile', { desk: ward, from: '2026-07-01', to: '2026-07-31' })).code,
    'not-your-desk',
  )
  assert.deepEqual((await done('tu', 'register')).lines, [])
})

test('the register on paper has every column and the names; for other systems it has neither name nor word', async () => {
  const span = { desk: ward, from: '2026-07-01', to: '2026-07-31' }
  const pdf = await done('tam', 'registerFile', { ...span, format: 'pdf' })
  assert.equal(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString(), '%PDF-')
  const { content } = await done('tam', 'export', { from: span.from, to: span.to, format: 'csv' })
  const text = Buffer.from(content).toString()
  assert.match(text, /^\ufeffnumber,desk,day,/)
  for (const secret of [visitor.name, lan.name, 'nước sạch', 'Khu phố 2']) assert.ok(!text.includes(secret), secret)
  assert.match((await refused('tam', 'registerFile', { ...span, from: '2026-08-01' })).said, /Ngày cuối/)
})
