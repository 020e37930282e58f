// Papers of cases: from the move that was made, the same again whatever happens later, with the sender for whom may read him.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { app, done as move, drain, onDesk, onceMark, submitted, tanAn, ward, works } from '../cases/case.cast.ts'
import { moves } from '../cases/submission.moves.ts'
import { allForms } from './form.ts'
import { done, refused, unpacked, wordsOf } from './paper.cast.ts'

const name = 'Người gửi giả định Lan'
const address = 'số 5 khu phố Bình Thạnh'
const content = 'đề nghị sửa nắp cống trước chợ'
const note = 'Việc này do thành phố quản lý; ông bà gửi đơn đến Sở Xây dựng.'

async function complained() {
  const words = { ...drain, door: 'complaint', topic: '', address }
  const { code } = await move('lan', 'submit', { once: onceMark(), desk: ward, ...words })
  const at = await onDesk(code)
  await move('tam', 'sort', { ...at, kind: 'complaint' })
  return at.id
}
const seen = async (who: string, id: number) => ({
  id,
  expectedVersion: (await move(who, 'show', { id })).version as number,
})
const formsAt = async (who: string, id: number) =>
  (await done(who, 'casePapers.list', { id })).forms as { [name: string]: any }[]
async function made(who: string, id: number, form: string, more: object = {}): Promise<number> {
  const one = (await formsAt(who, id)).find((each) => each.form === form)
  assert.ok(one, `no form ${form}`)
  return (await done(who, 'casePapers.make', { id, act: one.act, form, typed: { content }, ...more })).paper as number
}
const file = async (who: string, paper: number, more: object = {}) =>
  (await done(who, 'casePapers.file', { paper, format: 'docx', ...more })).content as Uint8Array

test('every form belongs to a move there is, with its article, its mark and a day from which it holds', () => {
  const known = new Set<string>(['receive', ...moves])
  for (const form of allForms) {
    assert.ok(known.has(form.move), form.key)
    assert.ok(form.article.length > 8 && /^\d{4}-\d\d-\d\d$/.test(form.validFrom), form.key)
    const typed = new Set(form.fields.map(({ key }) => key))
    const recorded = [
      'number',
      'issuer',
      'receivedOn',
      'channel',
      'on',
      'decisionDay',
      'note',
      'to',
      'lead',
      'reason',
      'complex',
      'due',
      'limit',
      'article',
      'sendLimit',
      'sendArticle',
      'answer',
      'further',
      'published',
      'sender',
      'address',
    ]
    const used = [...form.paragraphs, form.about, ...form.to, ...form.copies].flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!),
    )
    for (const key of used) assert.ok(typed.has(key) || recorded.includes(key), `${form.key}: {${key}}`)
  }
})

test('accepted: the notice has number, day, limit with article, the body and the office that signs; its mark is not on its face', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const id = await complained()
  await move('minh', 'accept', {
    ...(await seen('minh', id)),
    document: '05/TB-UBND ngày 01/7/2026',
    complex: ['contradictory'],
  })
  const { number } = await move('tam', 'show', { id })
  const forms = await formsAt('tam', id)
  const form = forms.find((one) => one.form === 'acceptComplaint')!
  assert.deepEqual(
    [form.article, form.confidence, form.document],
    ['Nghị định 155/2026/NĐ-CP, Điều 10', 'read', '05/TB-UBND ngày 01/7/2026'],
  )
  const paper = await made('tam', id, 'acceptComplaint', { number: '05/TB-UBND', signer: 'Nguyễn Văn Mẫu' })
  const bytes = await file('tam', paper)
  const words = wordsOf(bytes)
  for (const wanted of [
    'ỦY BAN NHÂN DÂN PHƯỜNG TÂN TRIỀU',
    '05/TB-UBND',
    'ngày 01 tháng 7 năm 2026',
    'THÔNG BÁO',
    number,
    content,
    'chứng cứ mâu thuẫn nhau',
    '45 ngày',
    'hết ngày 17 tháng 8 năm 2026',
    'Luật Khiếu nại 02/2011/QH13, Điều 28',
    'CHỦ TỊCH',
    'Nguyễn Văn Mẫu',
  ])
    assert.ok(words.includes(wanted), `${wanted} in\n${words}`)
  assert.ok(words.includes(`người gửi đơn số ${number}`) && !words.includes(name))
  assert.ok(!/\[V\]|\{|………/.test(words))
  assert.match(unpacked(bytes), /dong-thuan-confidence"><vt:lpwstr>\[V\]</)
})

test('printed with the sender it is a look on record; without, it is none; both are the same bytes again, whatever comes later', async () => {
  app.setNow('2026-07-01T09:00:00+07:00')
  const id = await complained()
  await move('minh', 'accept', { ...(await seen('minh', id)), document: '05/TB-UBND' })
  const paper = await made('tam', id, 'acceptComplaint')
  const looks = async () =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from submission_look where submission_id = ${id}`.execute(app.db))
        .rows[0]!.n,
    )
  const before = await looks()
  const [plain, pdf] = [await file('tam', paper), await file('tam', paper, { format: 'pdf' })]
  assert.equal(await looks(), before)
  const named = await file('tam', paper, { named: 'true' })
  assert.equal(await looks(), before + 1)
  assert.ok(wordsOf(named).includes(`ông (bà) ${name}, địa chỉ: ${address}`))
  app.setNow('2026-07-10T09:00:00+07:00')
  const decided = { on: '2026-07-10', note: 'Chờ kết quả đo đạc lại của cơ quan thứ ba.', document: '21/QĐ-UBND' }
  await move('minh', 'suspend', { ...(await seen('minh', id)), ...decided })
  await sql`update body_version set name = 'Ủy ban nhân dân phường đổi tên' where body_id = ${ward}`.execute(app.db)
  assert.deepEqual(await file('tam', paper), plain)
  assert.deepEqual(await file('tam', paper, { format: 'pdf' }), pdf)
  assert.deepEqual(await file('tam', paper, { named: 'true' }), named)
  await sql`update body_version set name = 'Ủy ban nhân dân phường Tân Triều' where body_id = ${ward}`.execute(app.db)
  // The decision that suspends says its own day and ground, and not the limit of today.
  const suspension = wordsOf(await file('minh', await made('minh', id, 'suspension', { number: '21/QĐ-UBND' })))
  for (const wanted of [
    'QUYẾT ĐỊNH',
    'Căn cứ Nghị định 155/2026/NĐ-CP',
    'kể từ ngày 10 tháng 7 năm 2026',
    decided.note,
  ])
    assert.ok(suspension.includes(wanted), wanted)
})

test('the desk that passes it on has the slip with its own number, and the sender no more; the next desk has none of it', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await submitted({ address })
  const at = await onDesk(receipt.code)
  await move('tam', 'transfer', { ...at, desk: tanAn, note: 'Việc thuộc địa bàn xã Tân An.' })
  const slip = await made('tam', at.id, 'transferSlip')
  const words = wordsOf(await file('tam', slip))
  for (const wanted of ['PHIẾU CHUYỂN ĐƠN', receipt.number, 'Kính gửi: Ủy ban nhân dân xã Tân An', 'chuyển một lần'])
    assert.ok(words.includes(wanted), wanted)
  assert.equal(
    (await refused('tam', 'casePapers.file', { paper: slip, format: 'docx', named: 'true' })).code,
    'no-sender-here',
  )
  assert.ok(!(await formsAt('tam', at.id)).some(({ form }) => form === 'answerLetter'))
  assert.equal((await refused('hai', 'casePapers.list', { id: at.id })).code, 'not-your-submission')
})

test('what no move records is asked for; a day before the move, a foreign form and a foreign case are refused', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await submitted({ door: 'petition', topic: '' })
  const at = await onDesk(receipt.code)
  await move('tam', 'guide', { ...at, note })
  const [form] = (await formsAt('tam', at.id)).filter((one) => one.form === 'guidance')
  const making = { id: at.id, act: form!.act, form: 'guidance' }
  assert.match((await refused('tam', 'casePapers.make', making)).said, /tóm tắt/)
  assert.equal(
    (await refused('tam', 'casePapers.make', { ...making, typed: { content }, dated: '2026-07-05' })).code,
    'invalid-input',
  )
  assert.equal(
    (await refused('tam', 'casePapers.make', { ...making, typed: { content }, dated: '2026-07-07' })).code,
    'invalid-input',
  )
  assert.equal(
    (await refused('tam', 'casePapers.make', { ...making, form: 'suspension', typed: { content } })).code,
    'no-such-form',
  )
  assert.equal(
    (await refused('tam', 'casePapers.make', { ...making, form: 'acceptToDenouncer', typed: { content } })).code,
    'no-such-form',
  )
  assert.equal((await refused('tu', 'casePapers.make', { ...making, typed: { content } })).code, 'not-your-submission')
  const paper = (await done('tam', 'casePapers.make', { ...making, typed: { content: 'sửa {sender} cống' } })).paper
  const words = wordsOf(await file('tam', paper, { named: 'true' }))
  assert.ok(words.includes(note) && words.includes('sửa (sender) cống'))
  assert.equal((await refused('tu', 'casePapers.file', { paper, format: 'docx' })).code, 'not-your-submission')
})

test('an answered petition, a complaint decided, a dialogue with its minutes: each says what was recorded', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const receipt = await submitted({ door: 'petition', topic: '' })
  const at = await onDesk(receipt.code)
  await move('tam', 'sort', { ...at, kind: 'petition', lead: works })
  const text = 'Tổ công trình đã thay nắp cống.\nNước đã rút hết trong ngày 5/7.'
  await move('hai', 'answer', { ...(await seen('hai', at.id)), text, document: '12/KTHT' })
  const letter = wordsOf(await file('hai', await made('hai', at.id, 'answerLetter', { number: '12/KTHT' })))
  for (const wanted of [
    'V/v trả lời phản ánh, kiến nghị',
    'PHÒNG KINH TẾ, HẠ TẦNG',
    'Tổ công trình đã thay nắp cống.',
    'Nước đã rút hết',
  ])
    assert.ok(letter.includes(wanted), wanted)

  const id = await complained()
  await move('minh', 'accept', { ...(await seen('minh', id)), document: '05/TB-UBND' })
  const typed = {
    content,
    time: '8 giờ ngày 20/7/2026',
    place: 'Trụ sở UBND phường',
    chair: 'Chủ tịch UBND phường',
    clerk: 'Công chức tư pháp',
    attending: 'Chủ tịch UBND; Chủ tịch Mặt trận phường',
    agenda: 'Ranh giới thửa đất',
    said: 'Bên khiếu nại đề nghị đo lại.\nBên bị khiếu nại đồng ý đo lại.',
    result: 'Thống nhất đo lại trước 25/7/2026.',
  }
  const minutes = wordsOf(await file('minh', await made('minh', id, 'dialogueMinutes', { typed })))
  for (const wanted of ['BIÊN BẢN', 'NGƯỜI CHỦ TRÌ', 'Bên bị khiếu nại đồng ý đo lại.', 'lập thành ba bản'])
    assert.ok(minutes.includes(wanted), wanted)
  assert.ok(!minutes.includes('Vắng mặt, có hoặc không'))
  await move('minh', 'answer', {
    ...(await seen('minh', id)),
    text: 'Công nhận khiếu nại: đo lại ranh giới, trả lại 35 m² đất.',
    document: '45/QĐ-UBND',
  })
  const decision = wordsOf(await file('minh', await made('minh', id, 'decision', { number: '45/QĐ-UBND' })))
  for (const wanted of ['khiếu nại lần hai', '3 ngày làm việc', 'Điều 32', 'trả lại 35 m²'])
    assert.ok(decision.includes(wanted), wanted)
  const listed = (await done('tam', 'casePapers.list', { id })).papers
  assert.deepEqual(
    listed.map(({ form }: { form: string }) => form),
    ['dialogueMinutes', 'decision'],
  )
})
