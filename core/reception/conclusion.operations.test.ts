// What was promised: drafted by the desk, issued by the head with a number, done by the body with a proof, seen by who came.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { news } from '../mail/told.operations.ts'
import { must } from '../shared/result.ts'
import { partOfZip } from '../reports/docx/unzip.ts'
import { photo } from '../cases/case.cast.ts'
import { tidyFiles } from '../cases/tidy.ts'
import { climbReception } from './climb.ts'
import {
  app,
  as,
  ask,
  caseDone,
  city,
  done,
  entered,
  keysOf,
  onDesk,
  refused,
  tanAn,
  ward,
  works,
} from './reception.cast.ts'

const text = 'Phường nhận thiếu sót về việc để mất nước kéo dài, giao làm ngay.'
const points = [
  { text: 'Làm việc với công ty cấp nước, có nước trở lại.', body: works, dueOn: '2026-07-15' },
  { text: 'Thông báo kết quả trên loa khu phố.', body: ward, dueOn: '2026-07-17' },
]
const signed = { signerTitle: 'Chủ tịch', signedBy: 'Người ký giả định' }
const doneText = 'Đã làm việc với công ty, thay van và có nước trở lại từ 06:00 ngày 14/7.'

async function concluded() {
  const visit = await entered()
  await caseDone('tam', 'sort', { ...(await onDesk(visit.receipt.code)), kind: 'petition', lead: works })
  await done('tam', 'draftConclusion', { visit: visit.id, expectedVersion: 0, text, points })
  const { number } = await done('minh', 'issueConclusion', { visit: visit.id, expectedVersion: 1, ...signed })
  return { visit, number: number as string }
}

test('drafted, issued with the next number of the register, given to those responsible, done with a proof, seen by Lan', async () => {
  const { visit, number } = await concluded()
  assert.match(number, /^\d\d\/TB-UBND$/)
  const heard = must(await news.ask(app, await as('hai'), {})).news
  assert.ok(
    heard.some(
      ({ topic, title, path }) => topic === 'reception.point' && title === number && path === '/tiep-dan/viec',
    ),
  )
  const mine = (await done('hai', 'points')).points.filter((one: { conclusion: string }) => one.conclusion === number)
  assert.deepEqual(
    mine.map((one: { no: number; mayFulfil: boolean }) => [one.no, one.mayFulfil]),
    [[1, true]],
  )
  const [point] = mine
  const noted = 'Đã ghi nhận ý kiến của bà con và sẽ nghiên cứu xem xét.'
  assert.match(
    (await refused('hai', 'fulfil', { id: point.id, text: noted, proof: '1/BB' })).said,
    /chưa phải là làm xong/,
  )
  assert.match((await refused('hai', 'fulfil', { id: point.id, text: doneText, proof: '' })).said, /chứng minh/)
  for (const [who, code] of [
    ['deputy', 'not-your-desk'],
    ['minh', 'not-your-part'],
    ['tu', 'role-needed'],
    ['tam', 'role-needed'],
    ['long', 'not-your-desk'],
  ])
    assert.equal((await refused(who!, 'fulfil', { id: point.id, text: doneText, proof: '12/BB-KTHT' })).code, code)
  const fulfil = { id: point.id, text: doneText, proof: '12/BB-KTHT ngày 14/7/2026' }
  const both = await Promise.all([1, 2].map(() => ask('hai', 'fulfil', fulfil)))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['done', 'wrong-stage'])
  const { conclusion } = await done('lan', 'promised', keysOf(visit.receipt))
  assert.deepEqual(
    conclusion.points.map((one: { proof: string | null; late: boolean }) => [one.proof, one.late]),
    [
      ['12/BB-KTHT ngày 14/7/2026', false],
      [null, false],
    ],
  )
})

test('a photo proves a point as well as a paper: Lan opens it with her keys, made clean of where it was taken', async () => {
  const { visit, number } = await concluded()
  const [point] = (await done('hai', 'points')).points.filter(
    (one: { conclusion: string }) => one.conclusion === number,
  )
  const program = { name: 'x.jpg', content: Buffer.from('MZ program').toString('base64') }
  const tried = await refused('hai', 'fulfil', { id: point.id, text: doneText, files: [program] })
  assert.match(tried.said, /x\.jpg.*chương trình/)
  await done('hai', 'fulfil', { id: point.id, text: doneText, files: [photo] })
  const keys = keysOf(visit.receipt)
  const seen = async () => (await done('lan', 'promised', keys)).conclusion.points[0].files
  const [file] = await seen()
  assert.deepEqual([file.name, file.state], [photo.name, 'coming'])
  await tidyFiles(app)
  assert.equal((await seen())[0].state, 'ready')
  assert.equal((await caseDone('lan', 'proof', { ...keys, file: file.id })).mediaType, 'image/jpeg')
  const { conclusion } = await done('tam', 'conclusion', { visit: visit.id })
  assert.deepEqual([conclusion.points[0].files.length, conclusion.points[1].files.length], [1, 0])
  const shown = await caseDone('tam', 'show', { id: (await done('tam', 'visit', { id: visit.id })).case.id })
  assert.deepEqual(shown.files, [])
})

test('late: it climbs to the body above once, stands on the page of both heads, and Lan sees that it is late', async () => {
  const { visit, number } = await concluded()
  app.setNow('2026-07-16T08:00:00+07:00')
  const told = await climbReception(app)
  assert.ok(told.points >= 1)
  assert.equal((await climbReception(app)).points, 0)
  for (const who of ['minh', 'long']) {
    const late = (await done(who, 'points')).points.filter(
      (one: { late: boolean; conclusion: string }) => one.late && one.conclusion === number,
    )
    assert.equal(late.length, 1, who)
  }
  assert.equal((await done('lan', 'promised', keysOf(visit.receipt))).conclusion.points[0].late, true)
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('only the head issues; nobody changes what was issued; the slower of two loses nothing silently', async () => {
  const visit = await entered()
  const draft = { visit: visit.id, expectedVersion: 0, text, points }
  const both = await Promise.all(['tam', 'minh'].map((who) => ask(who, 'draftConclusion', draft)))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['changed-meanwhile', 'done'])
  assert.equal(
    (await refused('tam', 'issueConclusion', { visit: visit.id, expectedVersion: 1, ...signed })).code,
    'role-needed',
  )
  assert.equal(
    (await refused('long', 'issueConclusion', { visit: visit.id, expectedVersion: 1, ...signed })).code,
    'not-your-desk',
  )
  await done('tam', 'draftConclusion', { ...draft, expectedVersion: 1, points: points.slice(0, 1) })
  assert.equal(
    (await refused('minh', 'issueConclusion', { visit: visit.id, expectedVersion: 1, ...signed })).code,
    'changed-meanwhile',
  )
  await done('minh', 'issueConclusion', { visit: visit.id, expectedVersion: 2, ...signed })
  assert.equal((await refused('tam', 'draftConclusion', { ...draft, expectedVersion: 3 })).code, 'wrong-stage')
  assert.equal(
    (await refused('minh', 'issueConclusion', { visit: visit.id, expectedVersion: 3, ...signed })).code,
    'wrong-stage',
  )
})

test('a day gone by, a body far away, one complained about, and a name in the words are held back', async () => {
  const visit = await entered()
  const draft = { visit: visit.id, expectedVersion: 0, text }
  const wrong = [
    { ...points[0], dueOn: '2026-07-01' },
    { ...points[1], body: tanAn },
  ]
  const { said } = await refused('tam', 'draftConclusion', { ...draft, points: wrong })
  assert.match(said, /đã qua/)
  assert.match(said, /cùng địa bàn/)
  const named = [{ ...points[0], text: 'Trả lời ông Nguyễn Văn Giả Định về việc nước.' }]
  const held = await refused('tam', 'draftConclusion', { ...draft, points: named })
  assert.equal(held.code, 'mentions-person')
  await done('tam', 'draftConclusion', { ...draft, points: named, mentionsConfirmed: true })
  const about = await entered({ aboutDesk: true, text: 'Trình bày việc chính UBND phường chậm trả hồ sơ của tôi.' })
  const toWard = { visit: about.id, expectedVersion: 0, text, points: [{ ...points[1], body: ward }] }
  assert.match((await refused('mai', 'draftConclusion', toWard)).said, /nói về chính cơ quan|cùng địa bàn/)
  await done('mai', 'draftConclusion', { ...toWard, points: [{ ...points[1], body: city }] })
  assert.equal((await refused('minh', 'conclusion', { visit: about.id })).code, 'no-such-visit')
})

test('the notice as Word and PDF: points with body and day, no name of who came; those given a point read it', async () => {
  const { visit, number } = await concluded()
  const { content } = await done('hai', 'conclusionPaper', { visit: visit.id })
  const words = partOfZip(Buffer.from(content, 'base64'), 'word/document.xml')!
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|')
  assert.match(words, new RegExp(number.split('/')[1]!))
  assert.match(words, /Kết luận việc tiếp công dân ngày 06\/07\/2026/)
  assert.match(words, /hoàn thành chậm nhất ngày 15\/07\/2026/)
  assert.doesNotMatch(words, /giả định Lan/)
  const pdf = await done('minh', 'conclusionPaper', { visit: visit.id, format: 'pdf' })
  assert.equal(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString(), '%PDF-')
  assert.equal((await refused('tu', 'conclusionPaper', { visit: visit.id })).code, 'not-your-desk')
})
