// Vĩnh Cửu 2023: what the score sheets come to stands in the form, the sums and the board, is walked back, follows, and freezes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { followAll } from '../programmes/drawn/follow.ts'
import { closePeriod } from '../programmes/forms/calendar.operations.ts'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { explainFigure } from '../programmes/boards/explain.operations.ts'
import { correctEntry } from '../programmes/entries/entry.operations.ts'
import { open as openEntry } from '../programmes/entries/entry.reads.ts'
import { operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'
import { as, programme42 } from '../testing/sample.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { show, list } from './assessment.operations.ts'
import { decide, reopen } from './decision.operations.ts'
import { excuse, submit, verify } from './scoresheet.operations.ts'
import { open } from './scoresheet.reads.ts'

const app = await openTestApp('sample', { now: '2023-12-20T09:00:00+07:00' })
const programme = await programme42(app)
const who = {
  officer: await as(app, 'chuyenvien'),
  secretary: await as(app, 'bcdqcdc'),
  head: await as(app, 'truong.bcd'),
  farmers: await as(app, 'hnd.huyen'),
}
const { led } = must(await list.ask(app, who.head, {}))
const agencies = led.find(({ purpose }) => purpose === 'agency')!.id
const democracy = led.find(({ purpose }) => purpose === 'democracy')!.id

async function rate(no = 5) {
  const { targets } = must(await showBoard.ask(app, who.officer, { programme }))
  const { numerator, denominator, reported, expected, figure } = targets.find((one) => one.no === no)!
  return { numerator, denominator, reported, expected, figure }
}
const form = async () => {
  const { rows } = await sql<{
    body: number
    form: number
    period: number
  }>`select e.body_id as body, e.form_id as form,
    e.period_id as period from entry e join form f on f.id = e.form_id where f.key = 'F5'`.execute(app.db)
  return rows[0]!
}
const entry = async () => must(await openEntry.ask(app, who.secretary, await form()))
const newest = async () => {
  const { versions } = await entry()
  return versions.at(-1)!
}
const valuesOf = ({ values }: { values: { no: number; value: number }[] }) => values.map(({ value }) => value)
const sheetOf = async (assessment: number, body: string) => {
  const { sheets } = must(await show.ask(app, who.head, { id: assessment }))
  return sheets.find((one) => one.body === body)!
}
const scoresFor = async (id: number, share: number) => {
  const { set } = must(await open.ask(app, operator, { id }))
  return set.criteria.map(({ no, most }) => ({
    no,
    points: most * share,
    met: true,
    note: 'theo hồ sơ',
    proof: 'KH 01',
  }))
}
/** The farmers' union scores itself, is verified and decided with the head's signature. */
async function recogniseFarmers() {
  const { id } = await sheetOf(agencies, 'Hội Nông dân huyện Vĩnh Cửu')
  const scores = await scoresFor(id, 0.9)
  const sent = must(await submit.ask(app, who.farmers, { id, expectedVersion: 1, scores }))
  const found = { on: '2023-12-19', team: 'Tổ thẩm định của Ban Chỉ đạo', minutes: '07/BB' }
  const { version } = must(await verify.ask(app, who.head, { id, expectedVersion: sent.version, ...found, scores }))
  const signed = { decision: '12-QĐ/BCĐ', on: '2023-12-20', signerPost: 'Trưởng Ban Chỉ đạo' }
  must(await decide.ask(app, who.head, { id: agencies, sheets: [`${id}.${version}`], ...signed }))
  return id
}

test('biểu không hỏi gõ: số là của phiếu; gõ số khác thì nói rõ và không lưu', async () => {
  const opened = await entry()
  assert.deepEqual(
    opened.drawn.map(({ value }) => value),
    [46, 43, 36, 11, 11, 10, 62, 62, 52, 20, 20, 13],
  )
  assert.ok(
    opened.drawn.every(
      ({ source, sourceId, typed }) => source === 'assessment' && [agencies, democracy].includes(sourceId) && !typed,
    ),
  )
  const at = {
    ...(await form()),
    expectedVersion: opened.version,
    reason: 'Kiểm tra lại số.',
    decisionNumber: '09-QĐ/BCĐ',
    decisionOn: '2023-12-12',
  }
  const wrong = await correctEntry.ask(app, who.secretary, { ...at, rows: [{ no: 3, value: '40' }] })
  assert.ok(!wrong.ok && wrong.refusal.kind === 'invalid')
  assert.deepEqual(
    wrong.refusal.problems.map(({ field, code }) => [field, code]),
    [['rows.3.value', 'drawn']],
  )
  assert.match(wrong.refusal.problems[0]!.sentence.vi, /tính từ phiếu chấm điểm \(36\), không gõ \(40\)/)
})

test('từ con số trên bảng lần về từng phiếu, ai chấm, ai thẩm định', async () => {
  const { figure } = await rate()
  const { inputs } = must(await explainFigure.ask(app, who.officer, { figure: figure! }))
  const met = inputs.find(({ role }) => role === 'numerator')!
  assert.equal(met.value, 36)
  assert.equal(met.drawn!.units.length, 36)
  assert.ok(met.drawn!.units.every(({ result }) => result === 'Đạt'))
  const sheet = must(await open.ask(app, who.officer, { id: met.drawn!.units[0]!.id }))
  assert.deepEqual([sheet.stage, sheet.acts.map(({ move }) => move)], ['decided', ['submit', 'verify', 'decide']])
  assert.equal(sheet.verifications[0]!.body, 'Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở huyện Vĩnh Cửu')
})

test('thêm một cơ quan được công nhận: số đã nhận đổi theo ngay, thành bản mới nói vì sao; rút lại thì số rút theo', async () => {
  assert.deepEqual((await rate()).numerator, 36)
  const before = await newest()
  const id = await recogniseFarmers()
  const { numerator, denominator, reported, expected } = await rate()
  assert.deepEqual([numerator, denominator, reported, expected], [37, 44, 44, 46])
  const version = await newest()
  assert.deepEqual([version.no, version.reason], [2, 'Tính lại từ phiếu chấm điểm: quyết định 12-QĐ/BCĐ.'])
  assert.deepEqual([before.submittedBy === null, version.submittedBy], [false, before.submittedBy])
  const { version: seen } = must(await open.ask(app, who.head, { id }))
  must(await reopen.ask(app, who.head, { id, expectedVersion: seen, note: 'Có đơn phản ánh, thẩm định lại.' }))
  assert.deepEqual([(await rate()).numerator, (await newest()).no], [36, 3])
})

test('mẫu số chỉ đếm đơn vị còn đó ngày cuối kỳ: đơn vị kết thúc trước thì việc chạy nền tính lại', async () => {
  const before = await rate(6)
  const { bodyId } = await sheetOf(democracy, 'Doanh nghiệp số 20 (minh hoạ)')
  await sql`update body_version set valid_to = '2023-11-30' where body_id = ${bodyId}`.execute(app.db)
  assert.deepEqual(await followAll(app, new AbortController().signal), { followed: 1 })
  const after = await rate(6)
  assert.deepEqual(
    [after.numerator, after.denominator, after.expected],
    [before.numerator, before.denominator - 1, before.expected - 1],
  )
  assert.deepEqual(await followAll(app, new AbortController().signal), { followed: 0 })
  await sql`update body_version set valid_to = '2025-06-30' where body_id = ${bodyId}`.execute(app.db)
  await followAll(app, new AbortController().signal)
})

test('thuộc tính: số của biểu luôn bằng đếm chậm từng phiếu, qua nhiều thay đổi', async () => {
  const step = fc.record({ which: fc.integer({ min: 0, max: 92 }), act: fc.constantFrom('reopen', 'excuse', 'decide') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { which, act } of steps) await change(which, act)
      const { sheets } = must(await show.ask(app, who.head, { id: democracy }))
      const counted = ['commune', 'agency', 'enterprise'].flatMap((kind) => {
        const of = sheets.filter((one) => one.ofKind === kind && one.stage !== 'excused')
        const graded = of.filter((one) => one.stage === 'decided')
        return [of.length, graded.length, graded.filter((one) => one.class === 'Tốt').length]
      })
      assert.deepEqual(valuesOf(await newest()).slice(3), counted)
      const { numerator, denominator } = await rate(6)
      const sum = (from: number) => counted.reduce((total, value, i) => total + (i % 3 === from ? value : 0), 0)
      assert.deepEqual([numerator, denominator], [sum(2), sum(1)])
    }),
    { numRuns: 8 },
  )
})

async function change(which: number, act: 'reopen' | 'excuse' | 'decide') {
  const { sheets } = must(await show.ask(app, who.head, { id: democracy }))
  const { id, version } = sheets[which]!
  const at = { id, expectedVersion: version, note: 'Thử đổi một phiếu trong năm.' }
  const signed = { decision: '13-QĐ/BCĐ', on: '2023-12-20', signerPost: 'Trưởng Ban Chỉ đạo' }
  if (act === 'decide') await decide.ask(app, who.head, { id: democracy, sheets: [`${id}.${version}`], ...signed })
  else await (act === 'reopen' ? reopen : excuse).ask(app, who.head, at)
}

test('hai phiếu đổi cùng lúc: số cuối cùng đúng cả hai', async () => {
  const { sheets } = must(await show.ask(app, who.head, { id: democracy }))
  const two = sheets.filter((one) => one.stage === 'decided').slice(0, 2)
  const before = valuesOf(await newest())
    .filter((_, i) => [4, 7, 10].includes(i))
    .reduce((a, b) => a + b, 0)
  await Promise.all(
    two.map(async ({ id, version }) =>
      must(await reopen.ask(app, who.head, { id, expectedVersion: version, note: 'Thẩm định lại hai phiếu.' })),
    ),
  )
  const after = valuesOf(await newest())
    .filter((_, i) => [4, 7, 10].includes(i))
    .reduce((a, b) => a + b, 0)
  assert.equal(after, before - 2)
})

test('khoá kỳ là đóng băng: phiếu đổi tiếp, số đã chốt đứng yên, chỗ khác nhau được nói', async () => {
  const { period } = await form()
  const committee = (await sql<{ body: Id<'body'> }>`select body_id as body from form where key = 'F5'`.execute(app.db))
    .rows[0]!
  must(await closePeriod.ask(app, operator, { period, body: committee.body }))
  const kept = valuesOf(await newest())
  const { sheets } = must(await show.ask(app, who.head, { id: agencies }))
  const one = sheets.find((each) => each.stage === 'decided' && each.passes)!
  must(
    await reopen.ask(app, who.head, {
      id: one.id,
      expectedVersion: one.version,
      note: 'Thẩm định lại sau khi khoá kỳ.',
    }),
  )
  await followAll(app, new AbortController().signal)
  const opened = await entry()
  assert.deepEqual(valuesOf(opened.versions.at(-1)!), kept)
  assert.equal(opened.drawn.find(({ no }) => no === 3)!.value, kept[2]! - 1)
  const { inputs } = must(await explainFigure.ask(app, who.officer, { figure: (await rate()).figure! }))
  assert.ok(inputs.find(({ role }) => role === 'numerator')!.drawn!.units.some(({ id }) => id === one.id))
})
