// A model from the first draft to its recognition, its copy elsewhere, its yearly review and its end; and who may not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  app,
  ask,
  bloc,
  blocTanAn,
  board,
  decision,
  done,
  inspection,
  modelIn,
  photo,
  refused,
  scoresFor,
  seenBy,
  told,
  women,
  womenTanAn,
} from './model.cast.ts'

test('what is missing is said in plain words, all at once; complete, it is registered and its guide hears of it', async () => {
  const { id, code } = await done('hoa', 'create', {
    ...told,
    name: 'Biến rác thành tiền',
    problem: '',
    forces: '',
    owner: women,
    guide: bloc,
  })
  assert.match(code, /^DVK-2026-\d{6}$/)
  const { said } = await refused('hoa', 'register', await seenBy('hoa', id))
  assert.match(said, /việc khó, việc cấp bách/)
  assert.match(said, /lực lượng cùng tham gia/)
  const { missing } = await done('hoa', 'open', { id })
  assert.deepEqual(
    missing.map(({ field }: { field: string }) => field),
    ['problem', 'forces'],
  )
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), ...told, name: 'Biến rác thành tiền' })
  assert.equal((await done('hoa', 'register', await seenBy('hoa', id))).stage, 'registered')
  const told_ = app.db.selectFrom('outbox_message').select('body_id').where('topic', '=', 'model.register')
  assert.equal((await told_.execute()).at(-1)!.body_id, bloc)
  const { lines } = await done('dung', 'list', { box: 'toAccept' })
  assert.ok(lines.some((one: { id: number }) => one.id === id))
})

test('registered twice with other marks: asked whether it is another one; said so, it is taken', async () => {
  await modelIn('registered', { name: 'Tổ phụ nữ tự quản' })
  const { id } = await done('hoa', 'create', { ...told, name: 'TÔ PHU NU TU QUAN', owner: women, guide: bloc })
  const { code, said } = await refused('hoa', 'register', await seenBy('hoa', id))
  assert.equal(code, 'same-name')
  assert.match(said, /Tổ phụ nữ tự quản/)
  await done('hoa', 'register', { ...(await seenBy('hoa', id)), notTheSame: true })
})

test('the whole way: guided, begun, scored by itself with evidence, inspected by others, recognised by decision', async () => {
  const id = await modelIn('underway')
  const scores = await scoresFor(id)
  assert.match((await refused('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores })).said, /phải có minh chứng/)
  await done('hoa', 'addEvidence', {
    ...(await seenBy('hoa', id)),
    kind: 'photo',
    title: 'Đường hoa',
    on: '2026-06-01',
    files: [photo],
  })
  const own = async (evidence: number[]) => {
    const each = (await scoresFor(id)).map((one: object) => ('evidence' in one ? { ...one, evidence } : one))
    return (await refused('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: each })).said
  }
  assert.match(await own([]), /Đánh dấu minh chứng nào cho tiêu chí này/)
  const elsewhere = (await done('hoa', 'open', { id: await modelIn('selfScored') })).evidence[0].id
  assert.match(await own([elsewhere]), /không còn ở hồ sơ này/)
  const shown = await scoresFor(id)
  const over = shown.map((one: { no: number; points: number }) => (one.no === 3 ? { ...one, points: 99 } : one))
  assert.match(
    (await refused('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: over })).said,
    /Tiêu chí 3 được 99 điểm nhưng tối đa là 20/,
  )
  assert.match(
    (await refused('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: shown.slice(1) })).said,
    /Chưa cho điểm tiêu chí 1/,
  )
  await done('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: shown })
  const [photoOf] = (await done('dung', 'open', { id })).evidence
  const told = (await done('dung', 'open', { id })).rounds.self.scores
  assert.deepEqual(
    told.filter((one: { evidence: number[] }) => one.evidence.includes(photoOf.id)).map(({ no }: { no: number }) => no),
    [3, 4, 5, 6],
  )
  await done('dung', 'inspect', { ...(await seenBy('dung', id)), ...inspection, scores: await scoresFor(id, 0.8) })
  const { rounds, set } = await done('dung', 'open', { id })
  assert.deepEqual(
    [rounds.self.outcome.points, rounds.inspected.outcome.points, rounds.final.outcome.class],
    [100, 80, 'Khá'],
  )
  assert.equal(set.key, 'model.default')
  assert.equal((await refused('dung', 'recognise', { ...(await seenBy('dung', id)), ...decision })).code, 'role-needed')
  assert.equal((await refused('hoa', 'recognise', { ...(await seenBy('hoa', id)), ...decision })).code, 'role-needed')
  assert.equal((await done('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })).stage, 'recognised')
  assert.equal(
    (await refused('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })).code,
    'recognised-already',
  )
})

test('who belongs to the unit that registers does not appraise it, whatever else he is', async () => {
  const id = await modelIn('selfScored')
  const input = { ...inspection, scores: await scoresFor(id) }
  assert.equal((await refused('both', 'inspect', { ...(await seenBy('both', id)), ...input })).code, 'guide-only')
  assert.equal((await refused('binh', 'inspect', { ...(await seenBy('hoa', id)), ...input })).code, 'guide-only')
  assert.equal((await refused('thu', 'save', { ...(await seenBy('hoa', id)), ...told })).code, 'owner-only')
  assert.equal((await refused('quan', 'save', { ...(await seenBy('hoa', id)), ...told })).code, 'role-needed')
  assert.equal((await refused('thu', 'open', { id })).code, 'not-your-model')
})

test('a criterion that bars is not outweighed by points; put right and scored again, it is recognised', async () => {
  const id = await modelIn('selfScored')
  await done('dung', 'inspect', { ...(await seenBy('dung', id)), ...inspection, scores: await scoresFor(id, 1, [6]) })
  const no = await refused('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })
  assert.match(no.said, /Tiêu chí bắt buộc chưa đạt: 6/)
  await done('khanh', 'askImprove', { ...(await seenBy('khanh', id)), note: 'Họp dân lấy ý kiến rồi chấm lại.' })
  await done('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: await scoresFor(id) })
  assert.equal((await done('dung', 'open', { id })).rounds.final.outcome, null)
  await done('dung', 'inspect', { ...(await seenBy('dung', id)), ...inspection, scores: await scoresFor(id, 0.6) })
  assert.equal(
    (await refused('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })).code,
    'not-enough',
  )
  await done('dung', 'inspect', { ...(await seenBy('dung', id)), ...inspection, scores: await scoresFor(id, 0.9) })
  await done('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })
})

test('evidence changed after the inspection is marked; what lay there then is counted as gone', async () => {
  const id = await modelIn('inspected')
  const { evidence } = await done('hoa', 'open', { id })
  await done('hoa', 'removeEvidence', { ...(await seenBy('hoa', id)), evidence: evidence[0].id })
  await done('hoa', 'addEvidence', {
    ...(await seenBy('hoa', id)),
    kind: 'figure',
    title: 'Hộ tham gia',
    on: '2026-06-30',
    figure: '212 hộ, quý II năm 2026',
  })
  const seen = await done('khanh', 'open', { id })
  assert.deepEqual([seen.gone, seen.evidence[0].sinceInspection], [1, true])
})

test('the city recognises what the ward has recognised, not before; and not by a level that ended', async () => {
  const inspected = await modelIn('inspected')
  const higher = { level: 'province', decision: '9/QĐ-TU', on: '2026-07-01', signerPost: 'Phó Bí thư Thành ủy' }
  assert.equal(
    (await refused('son', 'recognise', { ...(await seenBy('khanh', inspected)), ...higher })).code,
    'not-above',
  )
  assert.equal(
    (await refused('khanh', 'recognise', { ...(await seenBy('khanh', inspected)), ...higher })).code,
    'level-below-first',
  )
  const id = await modelIn('recognised')
  const gone = { ...higher, level: 'district' }
  assert.match(
    (await refused('son', 'recognise', { ...(await seenBy('son', id)), ...gone })).said,
    /không có vào ngày ký/,
  )
  await done('son', 'recognise', { ...(await seenBy('son', id)), ...higher })
  const { recognitions } = await done('hoa', 'open', { id })
  assert.deepEqual(
    recognitions.map(({ level }: { level: string }) => level),
    ['commune', 'province'],
  )
  assert.equal((await refused('binh', 'recognise', { ...(await seenBy('binh', id)), ...higher })).code, 'not-above')
})

test('copied to Tân An: the origin stays, what was changed must be told, the family shows how far it went', async () => {
  const id = await modelIn('recognised', { name: 'Nhà sạch vườn đẹp' })
  assert.equal((await refused('thu', 'replicate', { id, owner: women, guide: blocTanAn })).code, 'not-your-body')
  const copy = await done('thu', 'replicate', { id, owner: womenTanAn, guide: blocTanAn })
  const { said } = await refused('thu', 'register', await seenBy('thu', copy.id))
  assert.match(said, /đã đổi gì so với nơi đầu tiên/)
  const own = {
    leaderPost: 'Chủ tịch Hội Phụ nữ xã',
    contact: 'UBND xã Tân An',
    startsOn: '2026-07-05',
    changed: 'Làm theo xóm thay vì theo tổ, thêm hố ủ rác.',
  }
  await done('thu', 'save', { ...(await seenBy('thu', copy.id)), ...told, name: 'Nhà sạch vườn đẹp', ...own })
  await done('thu', 'register', await seenBy('thu', copy.id))
  const { family } = await done('hoa', 'lineage', { id: copy.id })
  assert.deepEqual(
    family.map(({ id: one, depth }: { id: number; depth: number }) => [one, depth]),
    [
      [id, 0],
      [copy.id, 1],
    ],
  )
  assert.equal((await refused('anybody', 'lineage', { id: copy.id })).code, 'no-such-model')
  const draft = await modelIn('registered', { name: 'Chưa ai quyết định' })
  assert.equal((await refused('thu', 'lineage', { id: draft })).code, 'no-such-model')
  assert.equal(
    (await refused('thu', 'replicate', { id: draft, owner: womenTanAn, guide: blocTanAn })).code,
    'not-recognised',
  )
})

test('reviewed once a year, from the year of recognition on; ended with a reason, it stays in the register', async () => {
  const id = await modelIn('recognised')
  const seen = { class: 'good', note: 'Đường hoa vẫn đẹp, dân tự chăm.' }
  assert.match(
    (await refused('dung', 'review', { ...(await seenBy('dung', id)), ...seen, year: 2025 })).said,
    /từ năm được công nhận/,
  )
  await done('dung', 'review', { ...(await seenBy('dung', id)), ...seen, year: 2026 })
  assert.equal(
    (await refused('dung', 'review', { ...(await seenBy('dung', id)), ...seen, year: 2026 })).code,
    'reviewed-already',
  )
  const wrong = { year: 2026, class: 'formal', note: 'Đi xem lại: hoa chết quá nửa, không ai tưới.' }
  const why = 'Tổ rà soát ghi nhầm sang mô hình bên cạnh.'
  const put = async (who: string, more: object) => ({ ...(await seenBy(who, id)), ...wrong, why, ...more })
  assert.equal((await refused('dung', 'correctReview', await put('dung', {}))).code, 'role-needed')
  assert.equal((await refused('khanh', 'correctReview', await put('khanh', { year: 2024 }))).code, 'no-such-review')
  await done('khanh', 'correctReview', await put('khanh', {}))
  const { reviews, acts } = await done('khanh', 'open', { id })
  assert.deepEqual([reviews.length, reviews[0].class], [1, 'formal'])
  assert.deepEqual([acts.at(-1).note, acts.at(-1).facts.before], [why, 'good'])
  await done('hoa', 'end', { ...(await seenBy('hoa', id)), note: 'Kênh được kè bê tông, không còn chỗ trồng.' })
  assert.equal((await done('khanh', 'open', { id })).stage, 'ended')
  assert.equal((await refused('thu', 'replicate', { id, owner: womenTanAn, guide: blocTanAn })).code, 'not-recognised')
})

test('a decision that was written down wrong is put right by the head who signed, nobody else; what stood there stays told', async () => {
  const id = await modelIn('recognised')
  const right = { level: 'commune', decision: '64/QĐ-UBND', on: '2026-06-30', signerPost: 'Chủ tịch UBND phường' }
  const put = async (who: string, more: object = {}) => ({
    ...{ ...(await seenBy(who, id)), ...right, why: 'Gõ ngược hai chữ số của số quyết định.', ...more },
  })
  assert.equal((await refused('son', 'correctRecognition', await put('son'))).code, 'not-recogniser')
  assert.equal((await refused('both', 'correctRecognition', await put('both'))).code, 'heads-only')
  assert.match(
    (await refused('khanh', 'correctRecognition', await put('khanh', { on: '2026-12-01' }))).said,
    /sau hôm nay/,
  )
  assert.equal(
    (await refused('khanh', 'correctRecognition', await put('khanh', { level: 'province' }))).code,
    'no-such-recognition',
  )
  const before = (await done('khanh', 'open', { id })).recognitions[0]
  await done('khanh', 'correctRecognition', await put('khanh'))
  const { recognitions, acts } = await done('khanh', 'open', { id })
  assert.deepEqual([recognitions.length, recognitions[0].decision, recognitions[0].on], [1, '64/QĐ-UBND', '2026-06-30'])
  assert.ok(acts.at(-1).facts.before.startsWith(before.decision))
})

test('the button pressed twice writes one draft; other words, or the same a while later, write another', async () => {
  const input = { ...told, name: 'Bấm hai lần', owner: women, guide: bloc }
  const [first, second] = await Promise.all([done('hoa', 'create', input), done('hoa', 'create', input)])
  assert.deepEqual([second.id, second.code, second.version], [first.id, first.code, 1])
  const other = await done('hoa', 'create', { ...input, content: `${told.content} Thêm một câu nữa.` })
  assert.notEqual(other.id, first.id)
  const now = app.clock()
  app.setNow(new Date(now.getTime() + 61_000).toISOString())
  assert.notEqual((await done('hoa', 'create', input)).id, first.id)
  app.setNow(now.toISOString())
})

test('two at once: the second is told and loses nothing; another body as guide, an effect without figures: refused', async () => {
  const id = await modelIn('registered')
  const at = await seenBy('dung', id)
  const both = await Promise.all([
    ask('dung', 'accept', at),
    ask('khanh', 'giveBack', { ...at, note: 'Bổ sung phần kết quả mong đợi.' }),
  ])
  const codes = both.map((one) => (one.ok ? 'ok' : one.refusal.code))
  assert.deepEqual(codes.sort(), ['changed-meanwhile', 'ok'])
  const input = { ...told, owner: women, guide: women }
  assert.match((await refused('hoa', 'create', input)).said, /không phải chính đơn vị đăng ký/)
  const measured = { ...told, owner: women, guide: board, effect: 'measured', effectOf: 'Điểm rác', effectBefore: 12 }
  assert.match((await refused('hoa', 'create', measured)).said, /cần cả số trước và số sau/)
  assert.match((await refused('hoa', 'create', { ...told, owner: women, guide: bloc, field: 'khac' })).said, /lĩnh vực/)
})

test('a set changed in mid-year: what was scored keeps its version, what is scored next takes the new one', async () => {
  const old = await modelIn('selfScored')
  const input = {
    ...{ key: 'model.tanTrieu', expectedNo: 0, purpose: 'model', name: 'Tiêu chí mô hình của phường', body: bloc },
    ...{ validFrom: '2026-07-01', basis: 'Hướng dẫn 02-HD/KDV ngày 30/6/2026', confidence: 'read' },
    criteria: [{ text: 'Có hiệu quả', most: 10, knockOut: true }],
    classes: [
      { name: 'Đạt', least: 6, passes: true },
      { name: 'Chưa', least: 0 },
    ],
  }
  assert.equal((await refused('binh', 'criteria.save', input)).code, 'not-your-body')
  assert.match(
    (await refused('khanh', 'criteria.save', { ...input, classes: [{ name: 'Đạt', least: 99, passes: true }] })).said,
    /cần 99 điểm nhưng cả bộ chỉ có 10/,
  )
  await done('khanh', 'criteria.save', input)
  assert.equal((await refused('khanh', 'criteria.save', input)).code, 'changed-meanwhile')
  assert.equal((await done('dung', 'open', { id: old })).set.key, 'model.default')
  const next = await modelIn('selfScored')
  const { set, rounds } = await done('dung', 'open', { id: next })
  assert.deepEqual([set.key, rounds.self.outcome.most], ['model.tanTrieu', 10])
})

test('recognising is offered to those who may: the head of the body that guides, never the head of another ward', async () => {
  const id = await modelIn('recognised')
  const offered = async (name: string) => (await done(name, 'open', { id })).moves.includes('recognise')
  assert.deepEqual(
    [await offered('khanh'), await offered('son'), await offered('dung'), await offered('thu')],
    [true, true, false, false],
  )
  const signed = { ...(await seenBy('binh', id)), ...decision, level: 'province' }
  assert.equal(await offered('binh'), false)
  assert.match((await refused('binh', 'recognise', signed)).said, /cơ quan cấp trên/)
})
