// Stories of a template changed in Word: the clerk sends it, the administrator makes it the next version, reports follow.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOperations } from '../../documents/index.operations.ts'
import { answerApi } from '../../http/api.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { partOfZip } from '../docx/unzip.ts'
import { verifyLayout } from '../layout/check.ts'
import { writtenSections } from '../outline.ts'
import { approval, openCast, type Answer } from '../report.cast.ts'
import { reportOperations } from '../index.operations.ts'
import { verifyReport } from '../verify.ts'
import { hasLibreOffice, inDocument, inStyles, styled, throughLibreOffice } from './form.cast.ts'

const { app, as, done: report, programme } = await openCast('2023-12-30T08:30:00+07:00')
const all = [...documentOperations, ...reportOperations]
const ask = async (who: string, name: string, input: unknown) =>
  all.find((operation) => operation.name === `templates.${name}`)!.ask(app, await as(who), input)
const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
async function refused(who: string, name: string, input: unknown): Promise<{ code: string; said: string }> {
  const result = await ask(who, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
const party = async () => (await done('vanthu', 'list', {})).templates[0] as Answer
const because = { basis: 'Hướng dẫn 05-HD/VPTW, phụ lục in', confidence: 'read' }
const takeForm = async () => Buffer.from((await done('vanthu', 'wordForm', { family: 'party' })).content, 'base64')
const send = async (who: string, file: Buffer, expectedNo: number) =>
  (
    await done(who, 'sendWord', {
      family: 'party',
      expectedNo,
      file: file.toString('base64'),
      fileName: 'C:\\mau.docx',
    })
  ).draft as number

/** What an officer does: larger kind, wider margin, one line more, and saved by LibreOffice where it is installed. */
const change = (form: Buffer) => {
  const larger = inStyles(form, (xml) => styled(xml, 'kind', 15))
  const added = '<w:p><w:r><w:t>(Tài liệu lưu hành nội bộ)</w:t></w:r></w:p>'
  const changed = inDocument(larger, (xml) =>
    xml.replace('w:left="1701"', 'w:left="1746"').replace('<w:sectPr', `${added}<w:sectPr`),
  )
  return hasLibreOffice ? throughLibreOffice(changed) : changed
}
let draft = 0

test('Thu of the office sends it; a report writer may not, and a spoilt one is refused with all its faults', async () => {
  const form = await takeForm()
  const spoilt = inDocument(form, (xml) =>
    xml.replaceAll(/<w:tag w:val="field:(number|signer)"\/>/g, '<w:tag w:val="x"/>'),
  )
  const input = { family: 'party', expectedNo: 1, file: spoilt.toString('base64') }
  assert.equal((await refused('chuyenvien', 'sendWord', input)).code, 'role-needed')
  const { said } = await refused('vanthu', 'sendWord', input)
  assert.match(said, /ô không rõ là ô nào.*Thiếu ô “Số và ký hiệu”.*Thiếu ô “Tên người ký”/)
  assert.deepEqual((await done('vanthu', 'drafts', {})).drafts, [])
  draft = await send('vanthu', change(form), 1)
  const { drafts } = await done('quantri', 'drafts', {})
  assert.deepEqual([drafts[0].id, drafts[0].fileName, drafts[0].baseNo], [draft, 'mau.docx', 1])
})

test('looked at: what changes, what only Word has, what is outside the rule, and a sample as Word and as PDF', async () => {
  const seen = await done('quantri', 'draft', { id: draft })
  assert.deepEqual(
    seen.changes.map(({ key, before, after }: Answer) => [key, before, after]),
    [
      ['marginLeft', 30, 30.8],
      ['kindSize', 16, 15],
    ],
  )
  assert.deepEqual(seen.onlyInWord, ['(Tài liệu lưu hành nội bộ)'])
  assert.deepEqual(
    seen.outside.map(({ rule }: Answer) => rule),
    ['Tên loại văn bản: cỡ chữ'],
  )
  for (const format of ['docx', 'pdf']) {
    const { content } = await done('quantri', 'sample', { id: draft, format })
    const { findings } = (await verifyLayout(Buffer.from(content, 'base64'), 'party'))!
    const wrong = findings.filter(({ ok }) => !ok).map(({ rule }) => rule)
    assert.deepEqual(wrong, ['Tên loại văn bản: cỡ chữ'], format)
  }
  assert.equal((await refused('chuyenvien', 'draft', { id: draft })).code, 'role-needed')
  assert.equal((await refused('quantri', 'draft', { id: 999 })).code, 'no-such-draft')
})

let before = 0

test('confirmed by the administrator alone; two at once, or a newer version meanwhile: the slower is told', async () => {
  before = (await report('chuyenvien', 'create', { programme, kind: 'interim', period: '2023-H1' })).report
  assert.equal((await refused('vanthu', 'adoptWord', { id: draft, ...because })).code, 'role-needed')
  assert.match((await refused('quantri', 'adoptWord', { id: draft, ...because, basis: '' })).said, /căn cứ/)
  const other = await send('quantri', await takeForm(), 1)
  const both = await Promise.all([1, 2].map(() => ask('quantri', 'adoptWord', { id: draft, ...because })))
  assert.equal(both.filter((one) => one.ok).length, 1)
  assert.equal((await refused('quantri', 'adoptWord', { id: draft, ...because })).code, 'draft-ended')
  assert.equal((await refused('quantri', 'adoptWord', { id: other, ...because })).code, 'changed-meanwhile')
  assert.equal((await done('quantri', 'draft', { id: other })).outdated, true)
  await done('vanthu', 'dropWord', { id: other })
  assert.equal((await refused('vanthu', 'dropWord', { id: other })).code, 'draft-ended')
  const now = await party()
  assert.deepEqual([now.no, now.word, now.values.find((one: Answer) => one.key === 'kindSize').value], [2, true, 15])
  const late = { family: 'party', expectedNo: 1, file: (await takeForm()).toString('base64') }
  assert.equal((await refused('vanthu', 'sendWord', late)).code, 'changed-meanwhile')
})

const docxOf = async (id: number) =>
  Buffer.from((await report('vanthu', 'render', { id, format: 'docx' })).content, 'base64')
const wordsIn = (file: Buffer) => partOfZip(file, 'word/document.xml')!.replaceAll(/<[^>]*>/g, '')

test('a report made before keeps its version; one made after stands in the form, and every figure is walked back', async () => {
  assert.equal(wordsIn(await docxOf(before)).includes('lưu hành nội bộ'), false)
  const id = (await report('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })).report as number
  const issued = await issue(id)
  for (const made of [await docxOf(id), issued]) {
    const { mismatches, citations, report: cited } = (await verifyReport(app.readDb, made, '2023-12-30'))!
    assert.deepEqual([mismatches, cited], [[], id])
    assert.ok(citations > 40, String(citations))
    assert.match(wordsIn(made), /\(Tài liệu lưu hành nội bộ\)/)
  }
  const nicer = inDocument(issued, (xml) => xml.replace(/(figure:[^]*?<w:t[^>]*>)[^<]+/, '$199'))
  assert.notDeepEqual((await verifyReport(app.readDb, nicer, '2023-12-30'))!.mismatches, [])
  const { findings } = (await verifyLayout(issued, 'party'))!
  assert.deepEqual(
    findings.filter(({ ok }) => !ok).map(({ rule }) => rule),
    ['Tên loại văn bản: cỡ chữ'],
  )
})

/** From draft to a number, and the file as it was issued. */
async function issue(id: number): Promise<Buffer> {
  const version = async () => (await report('chuyenvien', 'show', { id })).report.version as number
  const step = async (who: string, name: string, more: Answer = {}) =>
    report(who, name, { id, expectedVersion: await version(), ...more })
  for (const { key, make } of writtenSections('interim'))
    if (!make) await report('chuyenvien', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })
  await step('chuyenvien', 'setHead', { title: 'Sơ kết sáu tháng', recipients: '- Tỉnh ủy\n- Phòng 12' })
  await step('chuyenvien', 'submit')
  await step('truongban', 'accept')
  await step('vanthu', 'approve', approval)
  await step('thuongtruc', 'sign', { title: 'Phó Bí thư' })
  await step('vanthu', 'issue')
  return docxOf(id)
}

test('values that the form says are changed in the form; the others on the page, and the form stays', async () => {
  const edit = { family: 'party', expectedNo: 2, ...because }
  assert.match((await refused('quantri', 'edit', { ...edit, changes: { bodySize: 13 } })).said, /nằm trong mẫu Word/)
  await done('quantri', 'edit', { ...edit, changes: { endMark: '' } })
  assert.deepEqual([(await party()).no, (await party()).word], [3, true])
})

test('back to an earlier version is a new version; nobody else may, nor to the one in use', async () => {
  const back = { family: 'party', expectedNo: 3, no: 1, reason: 'Phụ lục mới chưa có hiệu lực' }
  assert.equal((await refused('vanthu', 'restore', back)).code, 'role-needed')
  assert.equal((await refused('quantri', 'restore', { ...back, no: 3 })).code, 'invalid-input')
  assert.equal((await refused('quantri', 'restore', { ...back, no: 8 })).code, 'no-such-version')
  assert.equal((await refused('quantri', 'restore', { ...back, expectedNo: 2 })).code, 'changed-meanwhile')
  assert.equal((await done('quantri', 'restore', back)).no, 4)
  const now = await party()
  assert.deepEqual([now.word, now.values.find((one: Answer) => one.key === 'kindSize').value], [false, 16])
  assert.deepEqual(
    now.versions.map(({ no, word }: Answer) => [no, word]),
    [
      [4, false],
      [3, true],
      [2, true],
      [1, false],
    ],
  )
})

test('over REST a stranger gets neither the form nor what waits', async () => {
  for (const path of ['document-templates/party/word', `document-template-drafts/${draft}/samples/pdf`])
    assert.equal((await answerApi(app, new Request(`http://127.0.0.1/api/${path}`))).status, 401)
})
