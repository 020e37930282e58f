// A denunciation's papers: the desk's name nobody, the keeper's go to the denouncer; a marker name is looked for in every one.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { app, as, done as move, onDesk, ward } from '../cases/case.cast.ts'
import { places } from '../seal/nowhere.cast.ts'
import { approve, ask as askSeal } from '../seal/requests/request.operations.ts'
import { must } from '../shared/result.ts'
import { done, refused, unpacked, wordsOf } from './paper.cast.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const marker = 'Khuất Quỳnh Ẩn Danh'
const home = 'ấp Mốc Bí Mật'
const note = 'Phải xác minh ở nhiều nơi, chờ các cơ quan trả lời.'

test('all papers of a denunciation from receipt to the published conclusion: its sender is in none the desk can open', async () => {
  const text = `Tôi là ${marker}, tố cáo việc thu quỹ sai quy định.`
  const receipt = await move('tam', 'register', {
    desk: ward,
    channel: 'paper',
    door: 'denunciation',
    text,
    name: marker,
    address: home,
  })
  const { id } = await onDesk(receipt.code)
  const at = async () => ({ id, expectedVersion: (await move('minh', 'show', { id })).version as number })
  await move('tam', 'askMore', { ...(await at()), text: 'Xin bổ sung nơi xảy ra việc.' })
  await move('lan', 'tell', { code: receipt.code, secret: receipt.secret, text: `${marker} xin thêm.` })
  await move('tam', 'sort', { ...(await at()), kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở khu phố.' })
  await move('minh', 'accept', { ...(await at()), document: '1/QĐ-UBND' })
  await move('minh', 'suspend', { ...(await at()), on: '2026-07-06', note, document: '2/QĐ-UBND' })
  await move('minh', 'goOn', { ...(await at()), on: '2026-07-06', note, document: '3/QĐ-UBND' })
  await move('minh', 'extend', { ...(await at()), note, document: '4/QĐ-UBND' })
  await move('minh', 'answer', {
    ...(await at()),
    text: 'Nội dung tố cáo đúng một phần; đã trả lại quỹ cho dân.',
    document: '5/KL-UBND',
  })

  await move('tam', 'send', await at())
  const told = 'Kết luận: việc thu quỹ đúng một phần; số tiền thu sai đã trả lại cho dân.'
  await move('minh', 'publishConclusion', { ...(await at()), on: '2026-07-06', text: told })

  const { forms } = await done('minh', 'casePapers.list', { id })
  const keys = forms.map(({ form }: { form: string }) => form)
  for (const wanted of [
    'receipt',
    'completeRequest',
    'acceptDenunciation',
    'suspensionDenunciation',
    'continuationDenunciation',
    'extensionDenunciation',
    'conclusionPublic',
  ])
    assert.ok(keys.includes(wanted), wanted)
  assert.ok(!keys.some((key: string) => key.endsWith('ToDenouncer')))
  const everything = new Map<string, Buffer>()
  for (const { act, form, fields } of forms) {
    const typed = Object.fromEntries(fields.map(({ key }: { key: string }) => [key, 'việc thu quỹ ở khu phố']))
    const { paper } = await done('minh', 'casePapers.make', { id, act, form, typed })
    const word = (await done('minh', 'casePapers.file', { paper, format: 'docx' })).content
    everything.set(`${form}.docx`, Buffer.from(unpacked(word)))
    const pdf = (await done('minh', 'casePapers.file', { paper, format: 'pdf' })).content
    everything.set(`${form}.pdf`, pdfText(pdf))
    assert.equal(
      (await refused('minh', 'casePapers.file', { paper, format: 'pdf', named: 'true' })).code,
      'no-sender-here',
    )
  }
  const { rows } = await sql<{
    all: string
  }>`select coalesce(string_agg(document::text, ' '), '') as all from case_paper`.execute(app.db)
  everything.set('case_paper', Buffer.from(rows[0]!.all))
  for (const secret of [marker, home]) assert.deepEqual(places(secret, everything), [])
  assert.ok(places('việc thu quỹ', everything).length >= 2 * forms.length)
})

/** The words of a PDF, lines joined: its streams are packed and its letters are numbers. */
function pdfText(content: Uint8Array): Buffer {
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, content)
  return Buffer.from(execFileSync('pdftotext', [file, '-']).toString().replaceAll(/\s+/g, ' '))
}

test('Kiên has the seal open and prints to the denouncer, each time on record; kept without the name; the desk has none of it', async () => {
  const receipt = await move('tam', 'register', {
    desk: ward,
    channel: 'paper',
    door: 'denunciation',
    text: 'Tôi tố cáo việc thu quỹ sai.',
    name: marker,
    address: home,
  })
  const { id } = await onDesk(receipt.code)
  const at = async () => ({ id, expectedVersion: (await move('minh', 'show', { id })).version as number })
  await move('tam', 'sort', { ...(await at()), kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở khu phố.' })
  await move('minh', 'accept', { ...(await at()), document: '1/QĐ-UBND' })
  const { cases } = await move('kien', 'sealed')
  const { handle } = cases.find(({ number }: { number: string }) => number === receipt.number).items[0]
  const { id: request } = must(
    await askSeal.ask(app, await as('kien'), { handle, reason: 'Gửi thông báo thụ lý cho người tố cáo' }),
  )
  assert.equal((await refused('kien', 'casePapers.sealed', { request })).code, 'seal-not-open')
  must(await approve.ask(app, await as('minh'), { id: request }))
  const { forms } = await done('kien', 'casePapers.sealed', { request })
  const [form] = forms
  assert.deepEqual(
    forms.map((one: { form: string }) => one.form),
    ['acceptToDenouncer'],
  )
  const { paper } = await done('kien', 'casePapers.makeSealed', {
    request,
    act: form.act,
    form: form.form,
    typed: { content: 'việc thu quỹ ở khu phố' },
  })
  const looks = async () =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from seal_look where request_id = ${request}`.execute(app.db))
        .rows[0]!.n,
    )
  const before = await looks()
  const printed = await done('kien', 'casePapers.printSealed', { request, paper, format: 'docx' })
  assert.equal(await looks(), before + 1)
  assert.ok(wordsOf(printed.content).includes(`Ông (bà) ${marker}, địa chỉ: ${home}`))
  assert.equal(printed.fileName, `giay-${paper}.docx`)
  assert.deepEqual(
    (await done('kien', 'casePapers.printSealed', { request, paper, format: 'docx' })).content,
    printed.content,
  )
  const { rows } = await sql<{ document: string }>`select document::text from case_paper where id = ${paper}`.execute(
    app.db,
  )
  assert.ok(!rows[0]!.document.includes(marker))
  assert.deepEqual((await done('minh', 'casePapers.list', { id })).papers, [])
  assert.equal((await refused('minh', 'casePapers.file', { paper, format: 'docx' })).code, 'no-such-paper')
  assert.equal(
    (await refused('minh', 'casePapers.printSealed', { request, paper, format: 'docx' })).code,
    'role-needed',
  )
  app.setNow('2026-07-20T09:00:00+07:00')
  assert.equal(
    (await refused('kien', 'casePapers.printSealed', { request, paper, format: 'docx' })).code,
    'seal-not-open',
  )
})
