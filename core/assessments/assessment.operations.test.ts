// Stories: Tân Triều's steering committee has bodies score themselves, verifies what they gave, and recognises them by a decision.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  app,
  ask,
  body,
  done,
  found,
  launched,
  refused,
  school,
  scoresFor,
  seenBy,
  sent,
  signed,
  steering,
  verified,
  women,
  works,
} from './assessment.cast.ts'

test('từ tự chấm đến quyết định: hai cột điểm cạnh nhau, khác thì có lý do, xếp loại theo điểm thẩm định', async () => {
  const { id: assessment, sheet } = await launched('agency', [women, school])
  const id = sheet(women)
  assert.deepEqual((await done('hoa', 'open', { id })).moves, ['save', 'addEvidence', 'removeEvidence', 'submit'])
  await sent('hoa', id, 0.95)
  const silent = { ...(await seenBy('minh', id)), ...found, scores: await scoresFor(id, 0.9, { note: '' }) }
  const told = await refused('minh', 'verify', silent)
  assert.deepEqual(
    told.fields,
    [1, 2, 3, 4, 5].map((no) => `note.${no} reason-needed`),
  )
  assert.match(told.said, /Tiêu chí 1 khác điểm tự chấm: nói vì sao/)
  await verified('minh', id, 0.9)
  const shown = await done('hoa', 'open', { id })
  assert.deepEqual(
    [shown.rounds.self.points, shown.rounds.verified.points, shown.rounds.verified.class],
    [95, 90, 'Đạt'],
  )
  assert.deepEqual(
    [shown.verifications[0].person, shown.verifications[0].minutes],
    ['Tổ phó tổ thẩm định', found.minutes],
  )
  assert.equal((await refused('minh', 'assessments.decide', { id: assessment, ...signed })).code, 'role-needed')
  const answer = await done('khanh', 'assessments.decide', {
    id: assessment,
    sheets: [`${id}.${shown.version}`],
    ...signed,
  })
  assert.deepEqual([answer.decided, answer.passing], [1, 1])
  const { decision, stage } = await done('hoa', 'open', { id })
  assert.deepEqual([stage, decision.number, decision.class, decision.passes], ['decided', signed.decision, 'Đạt', true])
})

test('điểm quá tối đa, thiếu minh chứng, thiếu tiêu chí: nói hết, không mất gì; nháp thì chấm đến đâu lưu đến đó', async () => {
  const { sheet } = await launched('agency', [women])
  const id = sheet(women)
  const scores = [
    { no: 1, points: 15.5, proof: 'KH 01' },
    { no: 2, points: 20 },
  ]
  const wrong = await refused('hoa', 'submit', { ...(await seenBy('hoa', id)), scores })
  assert.deepEqual(wrong.fields.sort(), [
    'proof.2 no-evidence',
    'score.1 too-many',
    'score.3 missing',
    'score.4 missing',
    'score.5 missing',
  ])
  assert.match(wrong.said, /Tiêu chí 1 được 15,5 điểm nhưng tối đa là 15\. Hãy sửa lại\./)
  assert.deepEqual((await refused('hoa', 'save', { ...(await seenBy('hoa', id)), scores })).fields, [
    'score.1 too-many',
  ])
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), scores: [{ no: 1, points: 15, proof: 'KH 01' }] })
  const kept = await done('hoa', 'open', { id })
  assert.deepEqual([kept.stage, kept.rounds.self.points, kept.rounds.self.scores[0].proof], ['draft', 15, 'KH 01'])
})

test('tệp minh chứng của một tiêu chí thay cho lời; lần thẩm định giữ tệp như lúc đó', async () => {
  const { sheet } = await launched('agency', [women])
  const id = sheet(women)
  const scores = (await scoresFor(id)).map((one: object) => ({ ...one, proof: '' }))
  assert.deepEqual((await refused('hoa', 'submit', { ...(await seenBy('hoa', id)), scores })).fields, [
    'proof.1 no-evidence',
    'proof.2 no-evidence',
    'proof.4 no-evidence',
  ])
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const file = { title: 'Kế hoạch', files: [{ name: 'ke-hoach.png', content: png }] }
  for (const no of [1, 2, 4]) await done('hoa', 'addEvidence', { ...(await seenBy('hoa', id)), no, ...file })
  assert.deepEqual(
    (await refused('hoa', 'addEvidence', { ...(await seenBy('hoa', id)), no: 9, title: 'Kế hoạch' })).fields,
    ['no no-such-criterion'],
  )
  await done('hoa', 'submit', { ...(await seenBy('hoa', id)), scores })
  const { evidence } = await done('minh', 'open', { id })
  assert.equal((await done('minh', 'openEvidence', { id, evidence: evidence[0].id })).fileName, 'ke-hoach.png')
  assert.equal((await refused('xa', 'openEvidence', { id, evidence: evidence[0].id })).code, 'not-yours')
  await verified('minh', id)
  await done('minh', 'giveBack', { ...(await seenBy('minh', id)), note: 'Thay tệp kế hoạch cho đúng năm.' })
  await done('hoa', 'removeEvidence', { ...(await seenBy('hoa', id)), evidence: evidence[0].id })
  const after = await done('hoa', 'open', { id })
  assert.deepEqual([after.stage, after.gone, after.evidence.length], ['returned', 1, 2])
})

test('không ai thẩm định phiếu của đơn vị mình, dù ở cả hai bên; đơn vị khác và khách không xem được', async () => {
  const { sheet } = await launched('agency', [school])
  const id = sheet(school)
  await sent('lan', id)
  const scores = { ...(await seenBy('minh', id)), ...found, scores: await scoresFor(id) }
  assert.equal((await refused('both', 'verify', scores)).code, 'leader-only')
  assert.equal((await refused('lan', 'verify', scores)).code, 'role-needed')
  assert.equal((await refused('hoa', 'verify', scores)).code, 'leader-only')
  assert.equal((await refused('minh', 'submit', scores)).code, 'unit-only')
  assert.equal((await refused('xa', 'open', { id })).code, 'not-yours')
  assert.equal((await refused('anybody', 'open', { id })).code, 'sign-in-needed')
  assert.equal((await done('bithu', 'open', { id })).moves.length, 0)
  await done('minh', 'verify', scores)
})

test('hai người thẩm định cùng lúc: một người được, người kia biết và không mất gì', async () => {
  const { sheet } = await launched('agency', [women])
  const id = sheet(women)
  await sent('hoa', id)
  const input = { ...(await seenBy('minh', id)), ...found }
  const [high, low] = [await scoresFor(id, 0.9), await scoresFor(id, 0.5)]
  const answers = await Promise.all([
    ask('minh', 'verify', { ...input, scores: high }),
    ask('quy', 'verify', { ...input, scores: low }),
  ])
  assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true])
  assert.equal(answers.flatMap((one) => (one.ok ? [] : [one.refusal.code]))[0], 'changed-meanwhile')
  const won = answers[0]!.ok ? 90 : 50
  assert.equal((await done('hoa', 'open', { id })).rounds.verified.points, won)
})

test('tiêu chí bắt buộc không đạt: đủ điểm cũng không được công nhận', async () => {
  const { id: assessment, sheet } = await launched('democracy', [women], 'commune')
  const id = sheet(women)
  await sent('hoa', id)
  await verified('minh', id, 0.95, [1])
  const { version, rounds } = await done('khanh', 'open', { id })
  assert.deepEqual(
    [rounds.verified.passes, rounds.verified.barredBy, rounds.verified.class],
    [false, [1], 'Trung bình'],
  )
  const { passing } = await done('khanh', 'assessments.decide', {
    id: assessment,
    sheets: [`${id}.${version}`],
    ...signed,
  })
  assert.equal(passing, 0)
})

test('đổi bộ tiêu chí giữa năm: phiếu cũ giữ bộ cũ, đơn vị vào sau theo bộ mới', async () => {
  const { id, sheet } = await launched('government', [women])
  const old = (await done('hoa', 'open', { id: sheet(women) })).set.id
  const classes = [
    { name: 'Tốt', least: 8, passes: true },
    { name: 'Chưa đạt', least: 0, passes: false },
  ]
  await done('operator', 'criteria.save', {
    ...{ key: 'government.tanTrieu', expectedNo: 0, purpose: 'government', name: 'Bộ của phường', body: steering },
    ...{ validFrom: '2026-07-06', basis: 'Hướng dẫn 02-HD/BCĐ', confidence: 'read', classes },
    criteria: [{ text: 'Đối thoại', most: 10 }],
  })
  const { version } = await done('minh', 'assessments.show', { id })
  await done('minh', 'assessments.addUnits', { id, expectedVersion: version, bodies: [school] })
  const { sheets } = await done('khanh', 'assessments.show', { id })
  const late = sheets.find((one: { bodyId: number }) => one.bodyId === school)
  assert.equal((await done('lan', 'open', { id: late.id })).set.name, 'Bộ của phường')
  assert.equal((await done('hoa', 'open', { id: sheet(women) })).set.id, old)
  await sent('hoa', sheet(women), 0.8)
  assert.equal((await done('hoa', 'open', { id: sheet(women) })).rounds.self.class, 'Khá')
})

test('trả lại để bổ sung, rút lại, ra khỏi đợt rồi trở lại: mỗi bước có lý do và ở lại trong phiếu', async () => {
  const { sheet } = await launched('agency', [women])
  const id = sheet(women)
  await sent('hoa', id)
  await done('hoa', 'takeBack', await seenBy('hoa', id))
  await sent('hoa', id)
  assert.deepEqual((await refused('minh', 'giveBack', { ...(await seenBy('minh', id)), note: 'thiếu' })).fields, [
    'note too_small',
  ])
  await done('minh', 'giveBack', { ...(await seenBy('minh', id)), note: 'Thiếu kế hoạch của năm.' })
  await sent('hoa', id)
  assert.equal(
    (await refused('hoa', 'takeBack', { ...(await seenBy('hoa', id)), expectedVersion: 1 })).code,
    'changed-meanwhile',
  )
  await done('minh', 'excuse', { ...(await seenBy('minh', id)), note: 'Hội vừa giải thể chi hội, năm nay không chấm.' })
  assert.equal((await refused('hoa', 'submit', { ...(await seenBy('hoa', id)), scores: [] })).code, 'wrong-stage')
  await done('minh', 'include', { ...(await seenBy('minh', id)), note: 'Hội hoạt động trở lại từ tháng bảy.' })
  const { acts, stage } = await done('hoa', 'open', { id })
  assert.equal(stage, 'due')
  assert.deepEqual(
    acts.map(({ move }: { move: string }) => move),
    ['submit', 'takeBack', 'submit', 'giveBack', 'submit', 'excuse', 'include'],
  )
})

test('quyết định cho nhiều phiếu: một phiếu đổi giữa chừng thì không ghi phiếu nào, và nói phiếu nào', async () => {
  const { id: assessment, sheet } = await launched('agency', [women, school])
  await sent('hoa', sheet(women))
  await sent('lan', sheet(school))
  for (const each of [women, school]) await verified('minh', sheet(each), 0.9)
  const seen = async (of: typeof women) => `${sheet(of)}.${(await seenBy('khanh', sheet(of))).expectedVersion}`
  const sheets = [await seen(women), await seen(school)]
  await verified('quy', sheet(school), 0.4)
  const late = await refused('khanh', 'assessments.decide', { id: assessment, sheets, ...signed })
  assert.match(late.said, /Trường Tiểu học Tân Triều: phiếu vừa đổi/)
  assert.equal((await done('hoa', 'open', { id: sheet(women) })).stage, 'verified')
  const now = [await seen(women), await seen(school)]
  assert.equal((await done('khanh', 'assessments.decide', { id: assessment, sheets: now, ...signed })).passing, 1)
  await done('khanh', 'reopen', { ...(await seenBy('khanh', sheet(women))), note: 'Có đơn phản ánh, thẩm định lại.' })
  assert.equal((await done('hoa', 'open', { id: sheet(women) })).decision, null)
})

test('đợt chấm: mỗi loại một năm một đợt, người ngoài không mở, đơn vị phải ở địa bàn, không tự chấm mình', async () => {
  const { id, year } = await launched('agency', [women])
  const made = { body: steering, purpose: 'agency', year, dueOn: '2026-11-25' }
  assert.equal((await refused('khanh', 'assessments.launch', made)).code, 'launched-already')
  assert.equal((await refused('hoa', 'assessments.launch', made)).code, 'not-your-body')
  const { version } = await done('minh', 'assessments.show', { id })
  const add = { id, expectedVersion: version }
  assert.deepEqual((await refused('minh', 'assessments.addUnits', { ...add, bodies: [steering] })).fields, [
    'bodies not-reached',
    'bodies missing',
  ])
  assert.deepEqual(
    (await refused('minh', 'assessments.addUnits', { ...add, ofKind: 'commune', bodies: [works] })).fields,
    ['ofKind wrong-kind'],
  )
  assert.equal((await refused('hoa', 'assessments.show', { id })).code, 'not-your-assessment')
  const { asked } = await done('hoa', 'assessments.list')
  assert.ok(asked.some((one: { year: number }) => one.year === year))
})

test('đôn đốc mỗi ngày một lần, chỉ đơn vị chưa gửi và còn hoạt động', async () => {
  const ending = await body('otherAssociation', 'Hội sắp giải thể', { validTo: '2026-07-06' })
  const { id, sheet } = await launched('agency', [women, school, ending], '', 2026)
  await sent('lan', sheet(school))
  app.setNow('2026-07-07T09:00:00+07:00')
  const { version } = await done('minh', 'assessments.show', { id })
  assert.equal((await done('minh', 'assessments.urge', { id, expectedVersion: version })).urged, 1)
  assert.equal((await refused('minh', 'assessments.urge', { id, expectedVersion: version + 1 })).code, 'urged-today')
  const { sheets } = await done('minh', 'assessments.show', { id })
  assert.equal(sheets.find((one: { bodyId: number }) => one.bodyId === ending).endedOn, '2026-07-06')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('mọi người đọc tên đơn vị được công nhận; không điểm, không tên người', async () => {
  const { id: assessment, year, sheet } = await launched('agency', [women, school])
  await sent('hoa', sheet(women))
  await sent('lan', sheet(school))
  await verified('minh', sheet(women), 0.9)
  await verified('minh', sheet(school), 0.3)
  const seen = async (of: typeof women) => `${sheet(of)}.${(await seenBy('khanh', sheet(of))).expectedVersion}`
  await done('khanh', 'assessments.decide', {
    id: assessment,
    sheets: [await seen(women), await seen(school)],
    ...signed,
  })
  const { lines } = await done('anybody', 'publicAssessments.list', { year })
  assert.deepEqual(
    lines.map((one: { body: string; class: string }) => [one.body, one.class]),
    [['Hội Liên hiệp Phụ nữ phường Tân Triều', 'Đạt']],
  )
  assert.doesNotMatch(JSON.stringify(lines), /Tổ phó|Chủ tịch|points/)
  const found = async (asked: object) => (await done('anybody', 'publicAssessments.list', { year, ...asked })).total
  assert.deepEqual([await found({ q: 'HOI lien hiep' }), await found({ q: 'nông dân' })], [1, 0])
  assert.deepEqual([await found({ purpose: 'agency' }), await found({ purpose: 'government' })], [1, 0])
  assert.deepEqual((await done('anybody', 'publicAssessments.list', { year, page: 2 })).lines, [])
})
