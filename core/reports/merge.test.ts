// Passages of units merged into a report: whose words they are, two officers at once, posted twice, taken from others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callOperations } from '../calls/index.operations.ts'
import { must } from '../shared/result.ts'
import { lineOfGroup, withLines } from './merge.ts'
import { fitting } from './own-answers.ts'
import { openCast, type Answer } from './report.cast.ts'

const { app, as, done, refused, programme } = await openCast()
const read = async (name: string, input: unknown) =>
  must(await callOperations.find((one) => one.name === name)!.ask(app, await as('chuyenvien'), input)) as Answer

const call = (await read('calls.list', {})).ours[0].id as number
const report = (await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })).report as number
const { units } = await read('calls.section', { id: call, section: 'situationPeople' })
const unitOf = (name: string) => units.find(({ bodyName }: Answer) => bodyName.endsWith(name))
const [phuLy, tanAn] = [unitOf('Phú Lý'), unitOf('Tân An')]
const at = { id: report, section: 'situationPeople', call, callSection: 'situationPeople' }
const textOf = async (section: string) =>
  (await done('chuyenvien', 'show', { id: report })).sections.find((one: Answer) => one.key === section)

test('đoạn được ghép nguyên văn kèm đơn vị; ghép lại lần nữa thì không thêm', async () => {
  const items = [`${phuLy.version}.2`, `${tanAn.version}.1`]
  const merged = await done('chuyenvien', 'merge', { ...at, items, expectedVersion: 0 })
  assert.deepEqual([merged.version, merged.merged], [1, 2])
  const again = await done('chuyenvien', 'merge', { ...at, items, expectedVersion: 0 })
  assert.deepEqual([again.version, again.merged], [1, 0])
  assert.equal((await textOf(at.section)).text, `${phuLy.paragraphs[1].text}\n${tanAn.paragraphs[0].text}`)
  const { passages } = await done('truongban', 'sources', { id: report })
  assert.deepEqual(
    passages.map(({ bodyName, unchanged }: Answer) => [bodyName, unchanged]),
    [
      ['Khối dân vận xã Phú Lý', true],
      ['Khối dân vận xã Tân An', true],
    ],
  )
})

test('đồng nghiệp vừa sửa mục đó: được báo, không mất bản của ai; sửa lời thì nguồn ghi là đã sửa', async () => {
  const text = `Bà con đồng tình.\n${tanAn.paragraphs[0].text}`
  await done('truongban', 'writeText', { id: report, section: at.section, text, expectedVersion: 1 })
  const more = { ...at, items: [`${phuLy.version}.1`] }
  assert.equal((await refused('chuyenvien', 'merge', { ...more, expectedVersion: 1 })).code, 'written-meanwhile')
  assert.equal((await textOf(at.section)).text, text)
  await done('chuyenvien', 'merge', { ...more, expectedVersion: 2 })
  assert.equal((await textOf(at.section)).text, `${text}\n${phuLy.paragraphs[0].text}`)
  const { passages } = await done('chuyenvien', 'sources', { id: report })
  assert.deepEqual(
    passages.filter(({ unchanged }: Answer) => !unchanged).map(({ text }: Answer) => text),
    [phuLy.paragraphs[1].text],
  )
})

test('không chọn gì, mục lạ, đề cương lạ, ý của người khác, đơn vị không phải của mình', async () => {
  assert.match((await refused('chuyenvien', 'merge', { ...at, expectedVersion: 3 })).said, /ít nhất một đoạn/)
  const one = { ...at, items: [`${phuLy.version}.1`], expectedVersion: 3 }
  assert.match((await refused('chuyenvien', 'merge', { ...one, section: 'poem' })).said, /không có mục này/)
  assert.equal((await refused('chuyenvien', 'merge', { ...one, call: 999_999 })).code, 'no-such-call')
  assert.equal((await refused('chuyenvien', 'merge', { ...one, items: ['999999.1'] })).code, 'answers-changed')
  assert.equal(
    (await refused('chuyenvien', 'merge', { ...one, items: [`${phuLy.version}.99`] })).code,
    'answers-changed',
  )
  assert.equal((await refused('chuyenvien', 'merge', { ...one, groups: [999_999] })).code, 'answers-changed')
  assert.equal((await refused('chuyenvien', 'merge', { ...one, items: ['x'] })).code, 'invalid-input')
  assert.equal((await refused('khoi.tanan', 'merge', one)).code, 'not-your-report')
})

test('ý đã gộp vào báo cáo thành một gạch đầu dòng có số đơn vị', async () => {
  const section = 'weaknesses'
  const { proposed } = await read('calls.section', { id: call, section })
  const items = proposed[0].items.map((one: Answer) => `${one.version}.${one.paragraph}`)
  await read('groups.make', { call, section, label: 'Thiếu nước sạch vào mùa khô', items })
  const { groups } = await read('calls.section', { id: call, section })
  await done('chuyenvien', 'merge', {
    ...at,
    section,
    callSection: section,
    groups: [groups[0].id],
    expectedVersion: 0,
  })
  const { text } = await textOf(section)
  assert.match(text, /^- Thiếu nước sạch vào mùa khô \(\d đơn vị: Khối dân vận xã .*, Khối dân vận xã .*\)$/)
  const { passages } = await done('chuyenvien', 'sources', { id: report })
  assert.equal(passages.filter((one: Answer) => one.section === section && one.unchanged).length, items.length)
})

test('lời có tên người được báo trước khi lưu vào báo cáo', async () => {
  const written = { id: report, section: 'strengths', text: 'Ông Ba ở ấp 2 hiến đất.', expectedVersion: 0 }
  assert.equal((await refused('chuyenvien', 'writeText', written)).code, 'mentions-person')
  await done('chuyenvien', 'writeText', { ...written, mentionsConfirmed: true })
  await done('chuyenvien', 'writeText', { ...written, text: 'Ông Ba hiến đất làm đường.', expectedVersion: 1 })
})

test('dòng của nhóm và dòng thêm vào', () => {
  assert.equal(lineOfGroup({ label: 'Thiếu nước. ', units: ['A', 'B'] }), 'Thiếu nước (2 đơn vị: A, B)')
  assert.equal(withLines('', [{ text: 'Một' }, { text: 'Một' }, { text: 'Hai' }], 'difficulties'), '- Một\n- Hai')
})

test('câu trả lời dài vừa hết mức, thêm dấu đầu dòng thì quá mức: không tự lấy vào mục', () => {
  const answer = { kind: 'final', periodKey: '2023', section: 'proposals', asks: 'proposals' }
  const fit = (length: number) =>
    fitting([{ ...answer, text: 'x'.repeat(length) }] as never, { kind: 'final', periodKey: '2023' }, ['proposals'])
  assert.deepEqual([fit(19_998).length, fit(20_000).length], [1, 0])
})
