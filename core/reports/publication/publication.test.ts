// Stories of a report everybody may read: made public by the clerk, corrected in the open, recalled without its file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correct, recall } from '../../documents/notice.operations.ts'
import { answerApi } from '../../http/api.ts'
import { anonymous } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { openCast, type Answer } from '../report.cast.ts'
import { lineOfReport } from '../report.store.ts'
import { file, list, show } from './publication.operations.ts'

const { app, as, ask, done, refused, programme } = await openCast('2024-01-05T08:00:00+07:00')
const { reports } = await done('vanthu', 'list', { programme })
const id = reports.find((one: Answer) => one.stage === 'issued').id as number
const line = (await lineOfReport(app.db, id as never))!
const allowed = { id, allowedBy: 'Thường trực Huyện ủy' }
const shown = async () => must(await show.ask(app, anonymous, { id }))

test('nothing is public by itself; the clerk makes it so, once, and says who allowed it', async () => {
  const asked = await show.ask(app, anonymous, { id })
  assert.equal(!asked.ok && asked.refusal.code, 'not-public')
  assert.deepEqual(must(await list.ask(app, anonymous, {})).reports, [])
  assert.equal((await refused('chuyenvien', 'publish', allowed)).code, 'role-needed')
  assert.match((await refused('vanthu', 'publish', { id, allowedBy: '' })).said, /người cho phép/)
  const both = await Promise.all([1, 2].map(() => ask('vanthu', 'publish', allowed)))
  assert.deepEqual(both.map((one) => (one.ok ? 'done' : one.refusal.code)).sort(), ['done', 'published-before'])
  const draft = (await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })).report
  assert.equal((await refused('vanthu', 'publish', { ...allowed, id: draft })).code, 'wrong-stage')
})

test('everybody reads the fact and the file, and no name of an officer with it', async () => {
  const { number, by, file: has } = await shown()
  assert.deepEqual([number, by, has], ['12-BC/HU', 'Huyện ủy Vĩnh Cửu', true])
  const { content } = must(await file.ask(app, anonymous, { id }))
  assert.equal(Buffer.from(content, 'base64').subarray(0, 5).toString(), '%PDF-')
  const answer = await answerApi(app, new Request(`http://127.0.0.1/api/public/reports/${id}`))
  assert.equal(answer.status, 200)
  assert.doesNotMatch(await answer.text(), /madeBy|publishedBy|allowedBy/)
})

test('a correction stands beside it with number, day and each place; the file is still there', async () => {
  const before = (await shown()).notices.length
  const items = [{ was: 'năm 2022', reads: 'năm 2023' }]
  const { number } = must(await correct.ask(app, await as('vanthu'), { id: line, items, reason: 'Lỗi đánh máy' }))
  const { notices, file: has } = await shown()
  assert.equal(notices.length, before + 1)
  const { kind, number: by, dated, reason, items: places } = notices.at(-1)!
  assert.deepEqual([kind, by, dated, reason, places], ['correction', number, '2024-01-05', 'Lỗi đánh máy', items])
  assert.equal(has, true)
})

test('recalled, the fact, the number and the reason stay, the file is no longer handed out', async () => {
  must(await recall.ask(app, await as('vanthu'), { id: line, reason: 'Ban hành khi chưa đủ ý kiến' }))
  const { number, notices, file: has } = await shown()
  assert.deepEqual([number, notices.at(-1)!.kind, has], ['12-BC/HU', 'recall', false])
  assert.equal(notices.at(-1)!.reason, 'Ban hành khi chưa đủ ý kiến')
  const asked = await file.ask(app, anonymous, { id })
  assert.equal(!asked.ok && asked.refusal.code, 'recalled')
  assert.equal((await answerApi(app, new Request(`http://127.0.0.1/api/public/reports/${id}/file`))).status, 409)
  assert.equal((await refused('vanthu', 'publish', allowed)).code, 'recalled')
})
