// Stories: the cooperative has nobody who signs in; its sheet comes on paper and is entered for it, with its scan.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ask,
  body,
  committee,
  done,
  launched,
  make,
  refused,
  scoresFor,
  seenBy,
  signed,
  verified,
  women,
  type Answer,
} from './assessment.cast.ts'

await make('tho', 'Chuyên viên Đảng ủy phường', ['officer', committee])

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const paper = { number: '07/BC-HTX', dated: '2026-07-01', files: [{ name: 'phieu-htx.png', content: png }] }
let made = 0
/** A cooperative nobody signs in for, in an assessment of its own. */
async function silent() {
  const unit = await body('enterprise', `Hợp tác xã số ${(made += 1)}`)
  const { id, sheet } = await launched('democracy', [unit, women], 'enterprise')
  return { assessment: id, unit, id: sheet(unit), own: sheet(women) }
}
const enter = async (name: string, id: number, more: object = {}) =>
  done(name, 'enterPaper', { ...(await seenBy(name, id)), ...paper, scores: await scoresFor(id, 0.9), ...more })

test('nhập thay: ghi ai, lúc nào, số và ngày bản giấy, bản quét tải về được; người nhập không thẩm định, đồng chí khác thì được', async () => {
  const { id, assessment } = await silent()
  assert.deepEqual((await done('minh', 'open', { id })).hasAccount, false)
  await enter('minh', id)
  const shown = await done('khanh', 'open', { id })
  assert.equal(shown.stage, 'sent')
  const { number, dated, person, body: by, scan } = shown.paper
  assert.deepEqual([number, dated, person, scan], ['07/BC-HTX', '2026-07-01', 'Tổ phó tổ thẩm định', 'phieu-htx.png'])
  assert.equal(by, 'Ban Chỉ đạo Quy chế dân chủ phường Tân Triều')
  assert.equal((await done('khanh', 'openScan', { id })).mediaType, 'image/png')
  assert.ok(!shown.rounds.self.scores.some(({ points }: Answer) => points === undefined))
  const checked = { on: '2026-07-05', team: 'Tổ thẩm định', minutes: '05/BB', scores: await scoresFor(id, 0.8) }
  assert.equal((await refused('minh', 'verify', { ...(await seenBy('minh', id)), ...checked })).code, 'own-sheet')
  await verified('quy', id, 0.8)
  const { sheets } = await done('khanh', 'assessments.show', { id: assessment })
  const line = sheets.find((one: Answer) => one.id === id)
  assert.deepEqual([line.onPaper, line.hasAccount, line.stage], [true, false, 'verified'])
  await done('khanh', 'assessments.decide', { id: assessment, sheets: [`${id}.${line.version}`], ...signed })
})

test('gõ nhầm thì nhập lại trước khi thẩm định; cả hai người đã nhập đều không thẩm định', async () => {
  const { id } = await silent()
  await enter('minh', id)
  await enter('quy', id, { number: '08/BC-HTX' })
  const shown = await done('khanh', 'open', { id })
  assert.equal(shown.paper.number, '08/BC-HTX')
  for (const name of ['minh', 'quy'])
    assert.equal(
      (
        await refused(name, 'verify', {
          ...(await seenBy(name, id)),
          on: '2026-07-05',
          team: 'Tổ một',
          minutes: '5/BB',
          scores: [],
        })
      ).code,
      'own-sheet',
    )
  await verified('khanh', id, 0.9)
  assert.equal(
    (await refused('minh', 'enterPaper', { ...(await seenBy('minh', id)), ...paper, scores: [] })).code,
    'wrong-stage',
  )
})

test('cấp trên của cơ quan chủ trì cũng nhập thay được; người ngoài, người chỉ đọc thì không', async () => {
  const { id } = await silent()
  const input = { ...(await seenBy('tho', id)), ...paper, scores: await scoresFor(id, 0.7) }
  assert.equal((await refused('hoa', 'enterPaper', input)).code, 'leader-only')
  assert.equal((await refused('bithu', 'enterPaper', input)).code, 'role-needed')
  await done('tho', 'enterPaper', input)
  assert.equal((await done('khanh', 'open', { id })).paper.body, 'Đảng ủy phường Tân Triều')
  assert.equal(
    (
      await refused('tho', 'verify', {
        ...(await seenBy('tho', id)),
        on: '2026-07-05',
        team: 'Tổ một',
        minutes: '5/BB',
        scores: [],
      })
    ).code,
    'leader-only',
  )
  assert.equal((await refused('xa', 'openScan', { id })).code, 'not-yours')
})

test('thiếu gì nói hết một lần: điểm, ngày, bản quét; đơn vị đã có tài khoản thì không nhập thay', async () => {
  const { id, own } = await silent()
  const scores = (await scoresFor(id)).slice(1)
  const bare = { ...(await seenBy('minh', id)), number: '1', dated: '2026-12-01', scores }
  const { fields } = await refused('minh', 'enterPaper', bare)
  assert.deepEqual(fields.sort(), ['dated in-future', 'files missing', 'score.1 missing'])
  const two = { ...bare, ...paper, scores: await scoresFor(id), files: [...paper.files, ...paper.files] }
  assert.deepEqual((await refused('minh', 'enterPaper', two)).fields, ['files too-many'])
  assert.equal((await done('minh', 'open', { id })).stage, 'due')
  const theirs = { ...(await seenBy('minh', own)), ...paper, scores: await scoresFor(own) }
  assert.equal((await refused('minh', 'enterPaper', theirs)).code, 'scores-itself')
  assert.equal((await refused('minh', 'openScan', { id })).code, 'no-scan')
})

test('hai người nhập cùng lúc: một bản được giữ, người kia được báo', async () => {
  const { id } = await silent()
  const input = { ...(await seenBy('minh', id)), ...paper, scores: await scoresFor(id) }
  const both = await Promise.all(['minh', 'quy'].map((name) => ask(name, 'enterPaper', input)))
  assert.deepEqual(both.map((one) => (one.ok ? 'saved' : one.refusal.code)).sort(), ['changed-meanwhile', 'saved'])
})

test('đơn vị có tài khoản rồi thì thấy phiếu, không đồng ý được trước khi có quyết định, rồi tự chấm và gửi; sau quyết định thì thôi', async () => {
  const { id, unit, assessment } = await silent()
  await enter('minh', id)
  await verified('quy', id, 0.5)
  const name = `htx${made}`
  await make(name, 'Giám đốc hợp tác xã', ['reporter', unit])
  const mine = await done(name, 'open', { id })
  assert.deepEqual([mine.moves, mine.paper.number], [['object'], '07/BC-HTX'])
  assert.equal(
    (await refused('minh', 'object', { ...(await seenBy('minh', id)), note: 'Đơn vị không gửi.' })).code,
    'unit-only',
  )
  assert.deepEqual((await refused(name, 'object', { ...(await seenBy(name, id)), note: 'sai' })).fields.length, 1)
  const stale = await seenBy('khanh', id)
  await done(name, 'object', { ...(await seenBy(name, id)), note: 'Hợp tác xã không gửi bản giấy nào như vậy.' })
  const decision = { id: assessment, sheets: [`${id}.${stale.expectedVersion}`], ...signed }
  assert.deepEqual((await refused('khanh', 'assessments.decide', decision)).fields, ['sheets moved-meanwhile'])
  const { acts } = await done('khanh', 'open', { id })
  assert.match(acts.at(-1).note, /không gửi bản giấy/)
  assert.equal(
    (await refused('minh', 'enterPaper', { ...(await seenBy('minh', id)), ...paper, scores: [] })).code,
    'scores-itself',
  )
  await done(name, 'submit', { ...(await seenBy(name, id)), scores: await scoresFor(id, 1) })
  const own = await done(name, 'open', { id })
  assert.deepEqual([own.paper, own.moves], [null, ['takeBack']])
  // What he entered is gone with the sheet the body sent itself.
  await verified('minh', id, 1)
  const { version } = await done('khanh', 'open', { id })
  await done('khanh', 'assessments.decide', { ...decision, sheets: [`${id}.${version}`] })
  assert.equal(
    (await refused(name, 'object', { ...(await seenBy(name, id)), note: 'Nay mới không đồng ý.' })).code,
    'wrong-stage',
  )
})
