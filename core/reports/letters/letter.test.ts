// A correction and a recall as they reach people: everybody who has the report is told, reads the letter, and answers.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOperations } from '../../documents/index.operations.ts'
import { news } from '../../mail/told.operations.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { partOfZip } from '../docx/unzip.ts'
import { openCast, type Answer } from '../report.cast.ts'
import { reportOperations } from '../index.operations.ts'
import { lineOfReport } from '../report.store.ts'

const { app, as, done: report, refused: reportRefused, programme } = await openCast('2024-01-05T08:00:00+07:00')
const all = [...documentOperations, ...reportOperations]
const ask = async (who: string, name: string, input: unknown) =>
  all.find((operation) => operation.name === name)!.ask(app, await as(who), input)
const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
async function refused(who: string, name: string, input: unknown): Promise<{ code: string; said: string }> {
  const result = await ask(who, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
const { reports } = await report('vanthu', 'list', { programme })
const id = reports.find((one: Answer) => one.stage === 'issued').id as number
const line = (await lineOfReport(app.db, id as never))!
const bodyOf = async (who: string) => {
  const actor = await as(who)
  return actor.kind === 'person' ? actor.roles[0]!.bodyId : 0
}
const women = await bodyOf('phunu.mada')
const farmers = await bodyOf('hnd.huyen')
const newsOf = async (who: string) => must(await news.ask(app, await as(who), {})).news
const words = (file: Answer) =>
  partOfZip(Buffer.from(file.content, 'base64'), 'word/document.xml')!
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|')

test('the report goes out on the platform to Mã Đà and on paper to the farmers of the district', async () => {
  await report('vanthu', 'dispatch', { id, way: 'platform', bodies: [women] })
  await report('vanthu', 'dispatch', { id, way: 'paper', bodies: [farmers], recipients: 'Báo Đồng Nai' })
})

let correction = 0
test('a correction is a letter with its number; who has the report by its body, not by a name in a list, is told', async () => {
  const items = [{ was: 'năm 2022', reads: 'năm 2023' }]
  const signed = { signedBy: 'Nguyễn Thị Phó Bí Thư', signerTitle: 'Phó Bí thư' }
  assert.match(
    (await refused('vanthu', 'documents.correct', { id: line, items, signAuthority: 'direct' })).said,
    /T\/M/,
  )
  const made = await done('vanthu', 'documents.correct', { id: line, items, reason: 'Lỗi đánh máy.', ...signed })
  correction = made.notice
  const shown = await done('vanthu', 'documents.show', { id: line })
  const told = shown.notices.at(-1).told.map(({ body }: Answer) => body)
  assert.ok(told.includes(women) && told.includes(farmers))
  assert.equal(told.length, made.told - 1) // the issuing body knows itself
  assert.deepEqual(shown.outside.includes('Báo Đồng Nai'), true)
  for (const who of ['phunu.mada', 'hnd.huyen']) {
    const one = (await newsOf(who)).find(({ topic }) => topic === 'document.correct')!
    assert.equal(one.path, `/van-ban-den/${correction}`)
  }
  assert.equal(
    (await newsOf('phunu.phuly')).some(({ topic }) => topic === 'document.correct'),
    false,
  )
})

test('the letter says what was printed and how it reads now, in Word and PDF; a stranger does not get it', async () => {
  const said = words(await done('phunu.mada', 'documents.letter', { notice: correction, format: 'docx' }))
  assert.match(said, /-CV\/HU\|V\/v đính chính Báo cáo số 12-BC\/HU\|/)
  assert.match(said, /Kính gửi:.*Đã in: “năm 2022”; nay đọc là: “năm 2023”\./)
  assert.match(said, /Do lỗi đánh máy, văn bản còn sai sót\./)
  assert.match(said, /\|Nơi nhận:\|- \|Như trên\|.*T\/M BAN THƯỜNG VỤ\|PHÓ BÍ THƯ\|.*Nguyễn Thị Phó Bí Thư/)
  const pdf = await done('vanthu', 'documents.letter', { notice: correction, format: 'pdf' })
  assert.equal(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString(), '%PDF-')
  assert.equal(
    (await refused('phunu.phuly', 'documents.letter', { notice: correction, format: 'pdf' })).code,
    'not-told-to-you',
  )
  assert.equal((await refused('phunu.phuly', 'documents.told', { notice: correction })).code, 'not-told-to-you')
  assert.equal((await done('phunu.mada', 'documents.told', { notice: correction })).line, null)
  const only = { notice: correction, body: women }
  assert.equal((await refused('phunu.mada', 'documents.confirmDestroyed', only)).code, 'not-recalled')
})

let recall = 0
test('a recall asks whoever has a copy to destroy it: once, by himself, and the clerk sees who has not', async () => {
  const { dispatch } = (await report('phunu.mada', 'arrived', {})).arrived[0]
  recall = (await done('vanthu', 'documents.recall', { id: line, reason: 'Ban hành khi chưa đủ ý kiến.' })).notice
  assert.match(
    words(await done('vanthu', 'documents.letter', { notice: recall, format: 'docx' })),
    /V\/v thu hồi Báo cáo số 12-BC\/HU.*Lý do: Ban hành khi chưa đủ ý kiến\..*huỷ bản điện tử/,
  )
  const paper = await report('phunu.mada', 'arrivedPaper', { dispatch })
  assert.equal(paper.notices.at(-1).kind, 'recall')
  const mine = { notice: recall, body: women }
  assert.equal((await refused('hnd.huyen', 'documents.confirmDestroyed', mine)).code, 'not-told-to-you')
  assert.equal(
    (await refused('phunu.mada', 'documents.confirmDestroyed', { ...mine, notice: 999 })).code,
    'no-such-notice',
  )
  const both = await Promise.all([1, 2].map(() => ask('phunu.mada', 'documents.confirmDestroyed', mine)))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['destroyed-before', 'done'])
  const { told } = (await done('vanthu', 'documents.show', { id: line })).notices.at(-1)
  const answered = told.filter(({ destroyedAt }: Answer) => destroyedAt).map(({ body }: Answer) => body)
  assert.deepEqual(answered, [women])
  assert.equal((await reportRefused('phunu.mada', 'openArrived', { dispatch, format: 'pdf' })).code, 'copy-destroyed')
  const waiting = (who: string) => done(who, 'documents.toldToMe', {})
  assert.deepEqual(
    (await waiting('phunu.mada')).told.map(({ kind }: Answer) => kind),
    ['correction'],
  )
  assert.deepEqual(
    (await waiting('hnd.huyen')).told.map(({ kind }: Answer) => kind),
    ['recall', 'correction'],
  )
})

test('a document replaced by another tells them too, unless the new number is cancelled', async () => {
  const body = await bodyOf('vanthu')
  const letter = { body, kind: 'BC', dated: '2024-01-05', summary: 'Báo cáo làm ngoài nền tảng' }
  const old = await done('vanthu', 'documents.takeNumber', {
    ...letter,
    recipients: '- Hội Nông dân huyện Vĩnh Cửu (để biết)',
  })
  const fresh = await done('vanthu', 'documents.takeNumber', { ...letter, replaces: old.id })
  const { notices, line: shown } = await done('vanthu', 'documents.show', { id: old.id })
  assert.deepEqual(
    notices.map(({ kind, number }: Answer) => [kind, number]),
    [['replacement', fresh.fullNumber]],
  )
  assert.deepEqual(shown.notices, [])
  assert.equal((await newsOf('hnd.huyen'))[0]!.topic, 'document.replace')
  await done('vanthu', 'documents.cancelNumber', { id: fresh.id, reason: 'lấy nhầm số' })
  assert.deepEqual((await done('vanthu', 'documents.show', { id: old.id })).notices, [])
})

test('the letter is to those in “Nơi nhận”, once marked off, and not to the place where it is kept', async () => {
  const body = await bodyOf('vanthu')
  const taken = await done('vanthu', 'documents.takeNumber', {
    ...{ body, kind: 'BC', dated: '2024-01-05', summary: 'Báo cáo công tác quý' },
    recipients: '- Thường trực Tỉnh ủy (để báo cáo);\n- Hội Nông dân huyện Vĩnh Cửu (để biết);\n- Lưu: VT.',
  })
  const { notice } = await done('vanthu', 'documents.correct', { id: taken.id, items: [{ was: 'a', reads: 'b' }] })
  const said = words(await done('vanthu', 'documents.letter', { notice, format: 'docx' }))
  assert.match(said, /\|Kính gửi:\|- Thường trực Tỉnh ủy;\|- Hội Nông dân huyện Vĩnh Cửu\.\|Ngày/)
})
