// Before and after: what the farmers of Phú Lý reported in two years, or what they say themselves; everybody sees which of the two.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as entries from '../programmes/entries/entry.operations.ts'
import { open as openEntry } from '../programmes/entries/entry.reads.ts'
import { anonymous, operator, type Actor } from '../shared/actor.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { as, formOf } from '../testing/sample.ts'
import { faultsOfCited, faultsOfEffect } from './effect.ts'
import { cite, figures } from './figure.operations.ts'
import { modelOperations } from './index.operations.ts'
import { open } from './list.operations.ts'
import { choices, create } from './model.create.operations.ts'
import { story } from './public.operations.ts'

const app = await openTestApp('sample', { now: '2023-12-22T09:00:00+07:00' })
const farmer = await as(app, 'nongdan.phuly')
const bloc = await as(app, 'khoi.phuly')
const told = {
  ...{ kind: 'model', field: 'economy', year: 2023, leaderPost: 'Chủ tịch Hội', contact: 'Trụ sở UBND xã' },
  ...{ forces: 'Hội Nông dân, các ấp', startsOn: '2023-01-05' },
  problem: 'Nông dân làm lẻ, bán trái cây mỗi người một giá.',
  objective: 'Nhà vườn vào tổ hội, bán chung một mối.',
  content: 'Lập tổ hội theo ấp, mỗi tuần họp ngắn tại vườn, chung người bán, ghi sổ treo ở nhà văn hoá ấp.',
  expected: 'Nửa số nhà vườn vào tổ hội trong năm.',
}
const { owners } = must(await choices.ask(app, farmer, {}))
const own = { owner: owners[0]!.id, guide: owners[0]!.guides[0]!.id }
const made = async (name: string) => must(await create.ask(app, farmer, { ...told, ...own, name })).id
const opened = async (id: number) => must(await open.ask(app, farmer, { id }))
const seen = async (id: number) => ({ id, expectedVersion: (await opened(id)).version })
const move = async (name: string, input: object, who: Actor = farmer): Promise<Result<any>> =>
  modelOperations.find((one) => one.name === `models.${name}`)!.ask(app, who, input) as Promise<Result<any>>
const name = 'Tổ hội nhà vườn'
const id = await made(name)
const save = async (effect: object) => move('save', { ...told, name, ...effect, ...(await seen(id)), resources: [] })
async function cited(period: string, indicator?: string) {
  const { periods } = must(await figures.ask(app, farmer, { id }))
  const { figures: found } = must(
    await figures.ask(app, farmer, { id, period: periods.find((one) => one.name.includes(period))!.id }),
  )
  const one = found.find((each) => (indicator ? each.indicator === indicator : each.unit === '%'))!
  const { evidence } = must(await cite.ask(app, farmer, { ...(await seen(id)), figure: one.figure }))
  return { ...one, evidence }
}
const before = await cited('2022')
const after = await cited('2023', before.indicator)
const measured = { effect: 'measured', effectAgainst: 'Cùng kỳ năm trước, cùng biểu' }
const both = { ...measured, effectBeforeCited: before.evidence, effectAfterCited: after.evidence }

const refusedOn = (result: Result<unknown>) => {
  assert.ok(!result.ok && result.refusal.kind === 'invalid')
  return result.refusal.problems.map(({ field, code }) => `${field} ${code}`)
}

test('gõ và chọn cùng lúc, số của hồ sơ khác, kỳ ngược, thiếu một bên: đều bị từ chối bằng lời', async () => {
  assert.deepEqual(refusedOn(await save({ ...both, effectAfter: 90 })), ['effectAfter typed-and-cited'])
  assert.deepEqual(refusedOn(await save({ ...both, effectAfterCited: 999_999 })), ['effectAfterCited not-cited'])
  const back = { ...measured, effectBeforeCited: after.evidence, effectAfterCited: before.evidence }
  assert.deepEqual(refusedOn(await save(back)), ['effectAfterCited not-later'])
  assert.deepEqual(refusedOn(await save({ ...measured, effectBeforeCited: before.evidence })), ['effectAfter missing'])
  const other = await made('Mô hình khác của Hội')
  const stolen = { ...told, ...both, name: 'Mô hình khác của Hội', ...(await seen(other)), resources: [] }
  assert.deepEqual(refusedOn(await move('save', stolen)), ['effectBeforeCited not-cited', 'effectAfterCited not-cited'])
})

test('hai chỉ số khác nhau không so được; thuần quy tắc', () => {
  const effect = { effect: 'measured' as const, effectOf: '', effectUnit: '', effectBefore: null, effectAfter: null, effectAgainst: 'x'.repeat(10) } // prettier-ignore
  const sides = { effectBeforeCited: 1 as never, effectAfterCited: 2 as never }
  const pieces = [
    { id: 1, indicatorId: 5, endsOn: '2022-12-14' },
    { id: 2, indicatorId: 6, endsOn: '2023-12-14' },
  ]
  assert.deepEqual(faultsOfEffect({ ...effect, ...sides }), [])
  assert.equal(faultsOfCited({ ...effect, ...sides }, pieces)[0]!.code, 'other-indicator')
  assert.deepEqual(faultsOfCited({ ...effect, ...sides }, [pieces[0]!, { ...pieces[1]!, indicatorId: 5 }]), [])
})

test('số trước tự khai, số sau đã báo cáo: mỗi số nói mình từ đâu; số đang dùng thì không bỏ khỏi minh chứng được', async () => {
  must(await save({ ...measured, effectOf: 'Hội viên sinh hoạt', effectBefore: 61, effectAfterCited: after.evidence }))
  const { effect } = await opened(id)
  assert.deepEqual([effect!.before.origin, effect!.before.value, effect!.before.text], ['typed', 61, null])
  assert.deepEqual([effect!.after.origin, effect!.after.value, effect!.after.figure], ['reported', null, after.figure])
  assert.match(effect!.after.text!, /% \(\d+\/\d+\), .*2023/)
  const removal = await move('removeEvidence', { ...(await seen(id)), evidence: after.evidence })
  assert.ok(!removal.ok && removal.refusal.code === 'in-effect')
})

test('hai người cùng sửa hiệu quả: người chậm được báo, không mất gì', async () => {
  const at = await seen(id)
  const both2 = [0, 1].map(() => move('save', { ...told, name, ...both, ...at, resources: [] }))
  const codes = (await Promise.all(both2)).map((one) => (one.ok ? 'ok' : one.refusal.code))
  assert.deepEqual(codes.sort(), ['changed-meanwhile', 'ok'])
  const { effect } = await opened(id)
  assert.deepEqual([effect!.of, effect!.before.figure], [before.indicator, before.figure])
})

test('công nhận rồi ai cũng đọc được hai số và nguồn, không có phân số; biểu sửa về sau thì cả hai trang báo', async () => {
  for (const step of ['register', 'accept', 'start']) must(await move(step, { ...(await seen(id)), notTheSame: true }, operator)) // prettier-ignore
  const { set, evidence } = await opened(id)
  const all = evidence.map((one) => one.id)
  const scores = set!.criteria.map(({ no, most }) => ({ no, points: most, met: true, evidence: all }))
  const found = { on: '2023-12-21', team: 'Khối dân vận', minutes: '07/BB', scores }
  const signed = { level: 'commune', decision: '31/QĐ-UBND', on: '2023-12-22', signerPost: 'Chủ tịch UBND xã' }
  must(await move('selfScore', { ...(await seen(id)), scores }, operator))
  must(await move('inspect', { ...(await seen(id)), ...found }, operator))
  must(await move('recognise', { ...(await seen(id)), ...signed }, operator))
  const summary = 'Nhà vườn vào tổ hội theo ấp, bán chung một mối, sổ treo ở nhà văn hoá cho mọi người xem.'
  must(await move('show', { ...(await seen(id)), summary }, operator))
  const read = async () => must(await story.ask(app, anonymous, { id })).effect!
  const shown = await read()
  assert.deepEqual([shown.before.origin, shown.after.origin, shown.after.changed], ['reported', 'reported', false])
  assert.match(shown.after.text!, /^[\d,]+ %, .*2023/)
  assert.ok(!JSON.stringify(shown).includes('/') && shown.after.figure === null)
  await correctFarmers()
  const now = await read()
  assert.deepEqual([now.before.changed, now.after.changed, now.after.text], [false, true, shown.after.text])
  assert.match(now.after.now!, /^[\d,]+ %/)
  assert.equal((await opened(id)).effect!.after.changed, true)
})

test('đo được sau khi công nhận: cơ sở ghi tiếp, cơ quan phát động được báo; thiếu một bên hay người khác thì không', async () => {
  const seenNow = await seen(id)
  const typed = { ...measured, effectOf: 'Tiền bán trái cây một vụ', effectUnit: 'triệu đồng', effectBefore: 40 }
  assert.deepEqual(refusedOn(await move('measure', { ...seenNow, ...typed })), ['effectAfter missing'])
  const whole = { ...seenNow, ...typed, effectAfter: 52.5 }
  const stranger = await move('measure', whole, bloc)
  assert.ok(!stranger.ok && stranger.refusal.code === 'owner-only')
  const twice = await Promise.all([move('measure', whole), move('measure', whole)])
  assert.deepEqual(twice.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort(), ['changed-meanwhile', 'ok'])
  const { effect, acts, stage } = await opened(id)
  assert.deepEqual([stage, effect!.before.value, effect!.after.value], ['recognised', 40, 52.5])
  assert.deepEqual([acts.at(-1)!.move, acts.at(-1)!.facts.after], ['measure', 52.5])
  assert.equal(must(await story.ask(app, anonymous, { id })).effect!.after.value, 52.5)
  must(await move('measure', { ...(await seen(id)), ...both }))
  assert.equal((await opened(id)).effect!.after.origin, 'reported')
})

/** Fifty who could join and were not counted. */
async function correctFarmers(): Promise<void> {
  const { at } = await formOf(app, 'nongdan.phuly', { form: 'F1-ND', year: '2023' })
  const { version, versions } = must(await openEntry.ask(app, farmer, at))
  const rows = versions.at(-1)!.values.map(({ no, value }) => ({ no, value: no === 1 ? value + 50 : value }))
  const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
  const asked = { ...at, expectedVersion: version, rows, ...decision, reason: 'Đếm sót một tổ hội ở ấp xa' }
  const sent = await entries.correctEntry.ask(app, farmer, asked)
  assert.ok(sent.ok, sent.ok ? '' : sentencesOf(sent.refusal).join(' '))
  must(await entries.acceptEntry.ask(app, bloc, { id: sent.value.entry, expectedVersion: sent.value.version }))
}
