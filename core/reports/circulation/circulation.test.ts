// Stories of a draft sent round: asked, commented on by two at once, late, decided, explained on paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { runJobsOnce } from '../../jobs/jobs.ts'
import { news } from '../../mail/told.operations.ts'
import { must } from '../../shared/result.ts'
import { partOfZip } from '../docx/unzip.ts'
import { writtenSections } from '../outline.ts'
import { openCast, type Answer } from '../report.cast.ts'

const { app, as, done, refused, programme } = await openCast()
const bodyNamed = async (name: string) =>
  (await app.db.selectFrom('body_version').select('body_id').where('name', '=', name).executeTakeFirstOrThrow()).body_id
const labour = await bodyNamed('Liên đoàn Lao động huyện Vĩnh Cửu')
const womenOf = async (slug: string) => {
  const actor = await as(`phunu.${slug}`)
  return actor.kind === 'person' ? actor.roles[0]!.bodyId : 0
}
const [women, other] = [await womenOf('tanan'), await womenOf('phuly')]
const { report: id } = await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })
const version = async () => (await done('chuyenvien', 'show', { id })).report.version as number
const ask = async (more: Answer) => ({ id, expectedVersion: await version(), dueOn: '2023-12-26', ...more })
const said = { id, body: labour, section: 'proposals', text: 'Thêm việc chăm lo công nhân.', expectedVersion: 0 }
const all = async () => (await done('chuyenvien', 'comments', { id })).comments as Answer[]

test('the officer asks bodies by a day; not the clerk, not a body elsewhere, not for yesterday, not nobody', async () => {
  assert.equal((await refused('vanthu', 'circulate', await ask({ bodies: [labour] }))).code, 'role-needed')
  assert.match((await refused('chuyenvien', 'circulate', await ask({}))).said, /Chọn ít nhất một đơn vị/)
  assert.match((await refused('chuyenvien', 'circulate', await ask({ bodies: [999_999] }))).said, /địa bàn/)
  const past = await ask({ bodies: [labour], dueOn: '2023-12-01' })
  assert.match((await refused('chuyenvien', 'circulate', past)).said, /Hạn góp ý đã qua/)
  assert.equal((await refused('ldld', 'comment', said)).code, 'not-asked')
  const asked = await ask({ bodies: [labour, women] })
  assert.equal((await done('chuyenvien', 'circulate', asked)).round, 1)
  assert.equal((await refused('truongban', 'circulate', asked)).code, 'changed-meanwhile')
})

test('who is asked finds it on the desk and in the news, and reads the draft; others do not', async () => {
  const { drafts } = await done('ldld', 'toComment', {})
  assert.deepEqual(
    drafts.map((one: Answer) => [one.report, one.dueOn, one.comments]),
    [[id, '2023-12-26', 0]],
  )
  const told = must(await news.ask(app, await as('phunu.tanan'), {})).news.find(
    (one) => one.topic === 'draft.circulate',
  )
  assert.equal(told?.path, `/bao-cao/gop-y/${id}/${women}`)
  const read = await done('phunu.tanan', 'draft', { id, body: women })
  assert.match(read.parts.map((part: Answer) => part.html).join(''), /KIẾN NGHỊ/)
  assert.equal((await refused('phunu.tanan', 'draft', { id, body: labour })).code, 'not-asked')
  assert.equal((await refused('phunu.phuly', 'draft', { id, body: other })).code, 'not-asked')
})

test('words are kept as versions; the slower of two is told; a person named is asked about first', async () => {
  await done('ldld', 'comment', said)
  assert.equal((await refused('ldld', 'comment', { ...said, text: 'Khác' })).code, 'said-meanwhile')
  const named = { ...said, text: 'Gọi ông Nguyễn Văn Bình 0912345678 để biết.', expectedVersion: 1 }
  assert.equal((await refused('ldld', 'comment', named)).code, 'mentions-person')
  await done('ldld', 'comment', { ...said, text: 'Thêm việc chăm lo công nhân, 2 lần.', expectedVersion: 1 })
  const kept = await app.db
    .selectFrom('report_comment_text')
    .select('no')
    .where('text', 'like', 'Thêm việc chăm lo%')
    .execute()
  assert.equal(kept.length, 2)
  assert.equal((await refused('ldld', 'comment', { ...said, section: 'poem' })).code, 'invalid-input')
  assert.equal((await refused('phunu.tanan', 'comment', { ...said, body: labour })).code, 'not-asked')
})

test('who said nothing, or took it back, is reminded the day before, once; who commented is not', async () => {
  const taken = { id, body: women, section: 'proposals', text: 'Nhầm mục.', expectedVersion: 0 }
  await done('phunu.tanan', 'comment', taken)
  await done('phunu.tanan', 'comment', { ...taken, text: '', expectedVersion: 1 })
  app.setNow('2023-12-25T08:00:00+07:00')
  await runJobsOnce(app)
  await runJobsOnce(app)
  const reminded = await app.db
    .selectFrom('outbox_message')
    .select('body_id')
    .where('topic', '=', 'draft.remind')
    .execute()
  assert.deepEqual(
    reminded.map((one) => one.body_id),
    [women],
  )
})

test('a late comment is taken and marked', async () => {
  app.setNow('2023-12-28T08:00:00+07:00')
  const late = { id, body: women, section: 'all', text: 'Nên ngắn hơn.', expectedVersion: 0 }
  assert.equal((await done('phunu.tanan', 'comment', late)).late, true)
  assert.equal((await refused('phunu.tanan', 'agree', { id, body: women })).code, 'said-something')
  assert.deepEqual(
    (await all()).map(({ section, late: marked }) => [section, marked]),
    [
      ['all', true],
      ['proposals', false],
    ]
      .sort((a, b) => (a[0]! < b[0]! ? 1 : -1))
      .reverse(),
  )
})

test('undecided comments hold the report back, each with its sentence', async () => {
  for (const { key, make } of writtenSections('interim'))
    if (!make) await done('chuyenvien', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })
  const { code, said: told } = await refused('chuyenvien', 'submit', { id, expectedVersion: await version() })
  assert.equal(code, 'undecided-comments')
  assert.match(told, /Liên đoàn Lao động huyện Vĩnh Cửu về “V\. KIẾN NGHỊ” chưa được xử lý/)
})

test('not taken needs a reason; two officers deciding one comment meet', async () => {
  const [whole, proposal] = ['all', 'proposals'].map((key) => key)
  const of = async (key: string) => (await all()).find((one) => one.section === key)!
  const one = await of(proposal!)
  const at = { id, comment: one.id, expectedVersion: one.version }
  assert.match((await refused('chuyenvien', 'decide', { ...at, verdict: 'notTaken' })).said, /Ghi vì sao/)
  assert.equal((await refused('ldld', 'decide', { ...at, verdict: 'taken' })).code, 'role-needed')
  await done('chuyenvien', 'decide', { ...at, verdict: 'notTaken', why: 'Đã có trong chương trình riêng.' })
  assert.equal((await refused('truongban', 'decide', { ...at, verdict: 'taken' })).code, 'decided-meanwhile')
  const two = await of(whole!)
  await done('truongban', 'decide', { id, comment: two.id, expectedVersion: two.version, verdict: 'taken' })
  const read = await done('ldld', 'draft', { id, body: labour })
  assert.equal(read.comments[0].why, 'Đã có trong chương trình riêng.')
})

test('new words take the verdict away; then it is submitted, and nobody comments any more', async () => {
  const one = (await all()).find((each) => each.section === 'proposals')!
  await done('ldld', 'comment', { ...said, text: 'Thêm việc chăm lo công nhân xa quê.', expectedVersion: one.version })
  const again = (await all()).find((each) => each.section === 'proposals')!
  assert.equal(again.verdict, null)
  const at = { id, comment: again.id, expectedVersion: again.version }
  await done('chuyenvien', 'decide', { ...at, verdict: 'partly', why: 'Nêu gọn ở mục kiến nghị.' })
  await done('chuyenvien', 'submit', { id, expectedVersion: await version() })
  assert.equal((await refused('ldld', 'comment', { ...said, expectedVersion: 9 })).code, 'wrong-stage')
})

test('the table of comments says unit, section, comment and answer, in HTML and Word', async () => {
  const { content } = await done('truongban', 'explanation', { id, format: 'html' })
  const plain = content.replaceAll(/<[^>]+>/g, '')
  assert.match(plain, /BẢNG TỔNG HỢP/)
  assert.match(plain, /chăm lo công nhân xa quê/)
  assert.match(plain, /Tiếp thu một phần\. Nêu gọn ở mục kiến nghị/)
  const word = await done('truongban', 'explanation', { id, format: 'docx' })
  const xml = partOfZip(Buffer.from(word.content, 'base64'), 'word/document.xml')!.toString()
  assert.match(xml.replaceAll(/<[^>]+>/g, ''), /Nên ngắn hơn\. \(góp ý trễ hạn\)/)
  const pdf = await done('truongban', 'explanation', { id, format: 'pdf' })
  const opened = await getDocumentProxy(new Uint8Array(Buffer.from(pdf.content, 'base64')), { verbosity: 0 })
  const { text } = await extractText(opened, { mergePages: true })
  assert.match(text.normalize('NFC').replaceAll(/\s+/g, ' '), /BẢNG TỔNG HỢP.*góp ý trễ hạn/)
  assert.equal((await refused('ldld', 'explanation', { id, format: 'html' })).code, 'role-needed')
})
