// From a nomination to the certificate in the hall, and back when it is revoked; and who may not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aDecision,
  aPerson,
  app,
  ask,
  bloc,
  comments,
  committee,
  done,
  formLike,
  modelIn,
  nomineeIn,
  province,
  provinceDesk,
  refused,
  roundOf,
  seenBy,
  women,
  womenTanAn,
} from './commendation.cast.ts'

const plain = await formLike()
const round = await roundOf(plain.id)
const at = { round, nominator: women }

test('the whole way: proposed, complete, checked, commented on, voted in secret, submitted, decided, presented', async () => {
  const { id } = await done('hoa', 'nominate', { ...at, ...aPerson({ achievement: '', merits: [] }) })
  const { said } = await refused('hoa', 'complete', await seenBy('hoa', id))
  assert.match(said, /Kể thành tích/)
  assert.match(said, /ít nhất một mô hình/)
  const model = await modelIn('recognised', { name: 'Ngõ nở hoa được khen' })
  const told = aPerson({ merits: [{ kind: 'model', modelId: model }] })
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), ...told })
  await done('hoa', 'complete', await seenBy('hoa', id))
  assert.match((await refused('dung', 'check', await seenBy('dung', id))).said, /chưa xác nhận có hay không đơn thư/)
  assert.equal((await refused('dung', 'flag', { ...(await seenBy('dung', id)), pending: false })).code, 'role-needed')
  await done('khanh', 'flag', { ...(await seenBy('khanh', id)), pending: false })
  await done('dung', 'check', await seenBy('dung', id))
  await done('dung', 'takeComments', { ...(await seenBy('dung', id)), ...comments })
  await done('lan', 'cast', { id, inFavour: true })
  await done('minh', 'cast', { id, inFavour: false })
  assert.equal((await done('lan', 'open', { id })).vote.result, null)
  const early = await refused('dung', 'closeVote', { ...(await seenBy('dung', id)), minutes: '04/BB-HĐ' })
  assert.equal(early.code, 'no-quorum')
  await done('nga', 'cast', { id, inFavour: true })
  const closed = await done('dung', 'closeVote', { ...(await seenBy('dung', id)), minutes: '04/BB-HĐ' })
  assert.deepEqual([closed.passed, closed.quorum], [false, true])
  assert.equal((await refused('khanh', 'submit', await seenBy('khanh', id))).code, 'not-passed')
  await done('khanh', 'refuse', { ...(await seenBy('khanh', id)), note: 'Hội đồng không đồng ý đủ tỷ lệ.' })
  const other = await nomineeIn('presented', at)
  const shown = await done('hoa', 'open', { id: other })
  assert.equal(shown.presentedOn, '2026-07-06')
  assert.equal(shown.decision.on, '2026-07-05')
  assert.match(shown.decision.book, /^\d+\/2026$/)
  assert.match(shown.code, /^[0-9a-z]{12}$/)
})

test('nobody does what is not his: another body, the desk before its time, who proposes does not check', async () => {
  const id = await nomineeIn('dossierComplete', at)
  assert.equal((await refused('thu', 'open', { id })).code, 'not-your-round')
  assert.equal((await refused('thu', 'nominate', { ...at, nominator: womenTanAn, ...aPerson() })).code, 'not-inside')
  assert.equal((await refused('thu', 'nominate', { ...at, ...aPerson() })).code, 'not-your-body')
  assert.equal((await refused('both', 'check', await seenBy('both', id))).code, 'desk-only')
  assert.equal((await refused('hoa', 'save', { ...(await seenBy('hoa', id)), ...aPerson() })).code, 'wrong-stage')
  const nominees = [await seenBy('khanh', id)]
  assert.equal((await refused('khanh', 'decide', { round, ...aDecision('900/QĐ'), nominees })).code, 'awarder-only')
  assert.equal((await refused('phuoc', 'decide', { round, ...aDecision('900/QĐ'), nominees })).code, 'wrong-stage')
  assert.equal((await refused('hoa', 'cast', { id, inFavour: true })).code, 'member-only')
  assert.equal((await refused('anybody', 'open', { id })).code, 'sign-in-needed')
  assert.equal((await done('hoa', 'open', { id })).moves.includes('check'), false)
})

test('something pending bars, and only the checking body reads that it does', async () => {
  const id = await nomineeIn('dossierComplete', at)
  await done('khanh', 'flag', { ...(await seenBy('khanh', id)), pending: true })
  assert.match((await refused('dung', 'check', await seenBy('dung', id))).said, /Đang có đơn thư/)
  const [desk, proposer, member] = [
    await done('khanh', 'open', { id }),
    await done('hoa', 'open', { id }),
    await done('lan', 'open', { id }),
  ]
  assert.equal(desk.complaintPending, true)
  for (const seen of [proposer, member]) {
    assert.equal(seen.complaintPending, null)
    assert.ok(!JSON.stringify(seen.checks).includes('đơn thư'))
  }
  const late = await nomineeIn('submitted', at)
  await done('khanh', 'flag', { ...(await seenBy('khanh', late)), pending: true })
  const nominees = [await seenBy('phuoc', late)]
  assert.equal((await refused('phuoc', 'decide', { round, ...aDecision('901/QĐ'), nominees })).code, 'barred')
})

test('a vote is cast once, not by who stands aside; two at once count once; nowhere stands who voted how', async () => {
  const id = await nomineeIn('opinionCollected', at)
  await done('lan', 'recuse', { id })
  assert.equal((await refused('lan', 'cast', { id, inFavour: true })).code, 'acted-already')
  const both = await Promise.all([1, 2].map(() => done('minh', 'cast', { id, inFavour: true }).catch(() => null)))
  assert.equal(both.filter(Boolean).length, 1)
  assert.equal((await refused('minh', 'recuse', { id })).code, 'acted-already')
  await done('nga', 'cast', { id, inFavour: true })
  const paper = { ...(await seenBy('dung', id)), minutes: '05/BB', inFavour: 4, against: 0 }
  assert.equal((await refused('dung', 'closeVote', paper)).code, 'voted-here')
  const rows = await app.db
    .selectFrom('nominee_turnout')
    .selectAll()
    .where('nominee_id', '=', id as never)
    .execute()
  assert.deepEqual(Object.keys(rows[0]!).sort(), ['kind', 'member_id', 'nominee_id'])
  assert.equal(rows.length, 3)
  const events = app.db.selectFrom('event').select('changes').where('noun', '=', 'nominee').where('noun_id', '=', id)
  for (const { changes } of await events.where('move', '=', 'cast').execute()) assert.deepEqual(changes, {})
})

test('a council of which too few have accounts is not stuck: its head has it vote again, all on paper; nothing of the ballots is told', async () => {
  const id = await nomineeIn('opinionCollected', at)
  const note = 'Bốn thành viên không có tài khoản, chuyển sang bỏ phiếu giấy.'
  assert.equal((await refused('khanh', 'voteAgain', { ...(await seenBy('khanh', id)), note })).code, 'nothing-cast')
  await done('lan', 'recuse', { id })
  await done('minh', 'cast', { id, inFavour: false })
  const minutes = '05/BB-HĐ'
  assert.equal((await refused('dung', 'closeVote', { ...(await seenBy('dung', id)), minutes })).code, 'no-quorum')
  assert.equal((await refused('dung', 'voteAgain', { ...(await seenBy('dung', id)), note })).code, 'role-needed')
  assert.equal((await refused('hoa', 'voteAgain', { ...(await seenBy('hoa', id)), note })).code, 'role-needed')
  const seen = await seenBy('khanh', id)
  await done('khanh', 'voteAgain', { ...seen, note })
  assert.equal((await refused('khanh', 'voteAgain', { ...seen, note })).code, 'changed-meanwhile')
  const { vote, life } = await done('khanh', 'open', { id })
  assert.deepEqual([vote.took, vote.recused, vote.result], [0, 1, null])
  assert.deepEqual([life.at(-1).move, life.at(-1).note], ['voteAgain', note])
  assert.equal((await refused('lan', 'cast', { id, inFavour: true })).code, 'acted-already')
  const closed = await done('dung', 'closeVote', { ...(await seenBy('dung', id)), minutes, inFavour: 4, against: 0 })
  assert.deepEqual([closed.passed, closed.quorum], [true, true])
  assert.equal((await refused('khanh', 'voteAgain', { ...(await seenBy('khanh', id)), note })).code, 'wrong-stage')
})

test('on paper the totals of the minutes are taken, never more than there are members', async () => {
  const id = await nomineeIn('opinionCollected', at)
  const close = async (input: object) => ({ ...(await seenBy('dung', id)), minutes: '06/BB', ...input })
  assert.match(
    (await refused('dung', 'closeVote', await close({ inFavour: 5, against: 1 }))).said,
    /nhiều hơn số thành viên/,
  )
  assert.match((await refused('dung', 'closeVote', await close({ minutes: '', inFavour: 5 }))).said, /biên bản/)
  assert.equal((await done('dung', 'closeVote', await close({ inFavour: 4, against: 0, recused: 1 }))).passed, true)
})

test('one achievement is not honoured twice at a level; once-only and waiting years bar; revoked, it holds nothing', async () => {
  const told = aPerson()
  const first = await nomineeIn('decided', { ...at, ...told })
  const again = await nomineeIn('dossierComplete', { round: await roundOf(plain.id), nominator: women, ...told })
  await done('khanh', 'flag', { ...(await seenBy('khanh', again)), pending: false })
  assert.match((await refused('dung', 'check', await seenBy('dung', again))).said, /không khen hai lần/)
  const revoked = { on: '2026-07-06', document: '77/QĐ-UBND', why: 'Hồ sơ khai không đúng sự thật.' }
  assert.equal(
    (await refused('khanh', 'revoke', { ...(await seenBy('khanh', first)), ...revoked })).code,
    'awarder-only',
  )
  await done('vinh', 'revoke', { ...(await seenBy('vinh', first)), ...revoked })
  await done('dung', 'check', await seenBy('dung', again))
  for (const [more, words] of [
    [{ once: true }, /chỉ tặng một lần/],
    [{ waitingYears: 3 }, /phải cách 3 năm, từ 05\/07\/2029/],
  ] as const) {
    const { id: form } = await formLike(more)
    const who = { name: `Người chờ ${form}` }
    await nomineeIn('decided', { round: await roundOf(form), nominator: women, ...who })
    const next = await nomineeIn('dossierComplete', { round: await roundOf(form), nominator: women, ...who })
    await done('khanh', 'flag', { ...(await seenBy('khanh', next)), pending: false })
    assert.match((await refused('dung', 'check', await seenBy('dung', next))).said, words)
  }
})

test('over the quota nobody goes on until one is taken out; the same honouree stands in a round once', async () => {
  const { id: form } = await formLike({ quotaPersons: 1 })
  const narrow = { round: await roundOf(form), nominator: women }
  const first = await nomineeIn('dossierComplete', { ...narrow, name: 'Người thứ nhất' })
  const again = { ...narrow, ...aPerson({ name: 'NGUOI THU NHAT' }) }
  assert.equal((await refused('hoa', 'nominate', again)).code, 'in-round-already')
  const other = { ...narrow, ...aPerson({ name: 'Người thứ hai' }) }
  const twice = await Promise.all([1, 2].map(() => done('hoa', 'nominate', other).catch(() => null)))
  const [{ id: second }] = twice.filter((one) => one !== null) as [{ id: number }]
  assert.equal(twice.filter(Boolean).length, 1)
  await done('khanh', 'flag', { ...(await seenBy('khanh', first)), pending: false })
  assert.match((await refused('dung', 'check', await seenBy('dung', first))).said, /hạn mức là 1/)
  await done('hoa', 'withdraw', { ...(await seenBy('hoa', second)), note: 'Nhường suất cho người làm trực tiếp.' })
  await done('dung', 'check', await seenBy('dung', first))
})

test('days of comment as the form asks, counted with both ends; comments need a word on what became of them', async () => {
  const { id: form } = await formLike({ commentDays: 10 })
  const id = await nomineeIn('checked', { round: await roundOf(form), nominator: women })
  const take = async (more: object) => ({ ...(await seenBy('dung', id)), ...comments, ...more })
  const short = await take({ from: '2026-06-23', until: '2026-07-01' })
  assert.match((await refused('dung', 'takeComments', short)).said, /ít nhất 10 ngày/)
  assert.match((await refused('dung', 'takeComments', await take({ until: '2026-07-09' }))).said, /chưa hết/)
  assert.match((await refused('dung', 'takeComments', await take({ count: 2 }))).said, /giải quyết ra sao/)
  await done('dung', 'takeComments', await take({ from: '2026-06-22', until: '2026-07-01' }))
})

test('two at once: one moves, the other is told; a decision for several is whole or nothing, numbers run without a gap', async () => {
  const id = await nomineeIn('nominated', at)
  const seen = await seenBy('hoa', id)
  const moved = await Promise.all(
    [1, 2].map(() => done('hoa', 'complete', seen).catch((error: Error) => error.message)),
  )
  assert.equal(moved.filter((one) => typeof one === 'string').length, 1)
  assert.ok(moved.some((one) => typeof one === 'string' && one.includes('Người khác vừa sửa')))
  const three = [await nomineeIn('submitted', at), await nomineeIn('submitted', at), await nomineeIn('voted', at)]
  const nominees = await Promise.all(three.map((one) => seenBy('phuoc', one)))
  assert.equal((await refused('phuoc', 'decide', { round, ...aDecision('950/QĐ'), nominees })).code, 'wrong-stage')
  assert.equal((await done('phuoc', 'open', { id: three[0] })).stage, 'submitted')
  const [one, two] = await Promise.all(
    nominees
      .slice(0, 2)
      .map((nominee, i) => done('phuoc', 'decide', { round, ...aDecision(`95${i + 1}/QĐ`), nominees: [nominee] })),
  )
  const numbers = [one, two].map((each) => Number(each!.nominees[0].book.split('/')[0])).sort((a, b) => a - b)
  assert.equal(numbers[1]! - numbers[0]!, 1)
  const late = await nomineeIn('submitted', at)
  const taken = { round, ...aDecision('951/QĐ'), nominees: [await seenBy('phuoc', late)] }
  assert.match((await refused('phuoc', 'decide', taken)).said, /đã ghi cho một quyết định/)
  assert.match((await refused('phuoc', 'decide', { ...taken, number: '960/QĐ', on: '2026-07-07' })).said, /sau hôm nay/)
  assert.match(
    (await refused('phuoc', 'decide', { ...taken, number: '960/QĐ', on: '2025-12-31' })).said,
    /không có hiệu lực/,
  )
})

test('a round is opened for what the body may award, by the desk of the place; the council stays once it votes', async () => {
  const { forms } = await done('anybody', 'forms')
  const of = (key: string) => forms.find((one: { key: string }) => one.key === key).id
  const open = (form: number, more: object = {}) => ({
    ...{
      form,
      body: committee,
      desk: bloc,
      year: 2026,
      occasion: 'Tổng kết năm',
      nominationsUntil: '2026-07-31',
      ...more,
    },
  })
  assert.match((await refused('khanh', 'openRound', open(of('bangKhen.province')))).said, /không có thẩm quyền/)
  assert.match((await refused('khanh', 'openRound', open(of('giayKhen.district')))).said, /không có thẩm quyền/)
  assert.match((await refused('khanh', 'openRound', open(plain.id, { body: province }))).said, /cùng địa bàn/)
  assert.equal((await refused('hoa', 'openRound', open(plain.id))).code, 'role-needed')
  assert.equal((await refused('binh', 'openRound', open(plain.id))).code, 'not-your-desk')
  await done('tinh', 'openRound', open(of('bangKhen.province'), { body: province, desk: provinceDesk }))
  const twice = { occasion: 'Tổng kết năm, bấm hai lần' }
  const pressed = await Promise.all(
    [1, 2, 3].map(async () => {
      const result = await ask('khanh', 'openRound', open(plain.id, twice))
      return result.ok ? 'opened' : result.refusal.code
    }),
  )
  assert.deepEqual(pressed.sort(), ['opened', 'opened-already', 'opened-already'])
  assert.equal(
    (await refused('khanh', 'openRound', open(plain.id, { occasion: 'TONG KET  nam, bam hai lan' }))).code,
    'opened-already',
  )
  const { desks } = await done('khanh', 'choices')
  assert.ok(desks[0].awarding.some(({ id }: { id: number }) => id === committee))
  const { version } = await done('khanh', 'round', { id: round })
  const council = { id: round, expectedVersion: version, members: [{ post: 'Chủ tịch' }] }
  assert.equal((await refused('khanh', 'setCouncil', council)).code, 'already-voted')
  const fresh = await roundOf(plain.id)
  const unknown = { id: fresh, expectedVersion: 2, members: [{ post: 'Ai đó', username: 'khongco' }] }
  assert.match((await refused('khanh', 'setCouncil', unknown)).said, /Không có tài khoản “khongco”/)
  assert.equal((await refused('khanh', 'setCouncil', { ...unknown, expectedVersion: 1 })).code, 'changed-meanwhile')
  const offered = async () =>
    (await done('khanh', 'councilChoices', { round: fresh })).accounts.map(
      ({ username }: { username: string }) => username,
    )
  assert.ok((await offered()).includes('lan') && !(await offered()).includes('tinh')) // of the city, not the ward
  assert.equal((await refused('tinh', 'councilChoices', { round: fresh })).code, 'not-your-round')
  await app.db.updateTable('person').set({ disabled_at: app.clock() }).where('username', '=', 'nga').execute()
  assert.ok(!(await offered()).includes('nga'))
  const closed = { id: fresh, expectedVersion: 2, members: [{ post: 'Ai đó', username: 'nga' }] }
  assert.match((await refused('khanh', 'setCouncil', closed)).said, /Không có tài khoản “nga”/)
  await app.db.updateTable('person').set({ disabled_at: null }).where('username', '=', 'nga').execute()
})

test('a reason of nothing but unseen marks is no reason, and a vote that was not chosen is missing', async () => {
  const id = await nomineeIn('dossierComplete', { round, nominator: women })
  const note = '\u200b'.repeat(30)
  assert.match((await refused('khanh', 'giveBack', { ...(await seenBy('khanh', id)), note })).said, /Nêu lý do/)
  assert.match((await refused('khanh', 'flag', await seenBy('khanh', id))).said, /Còn thiếu mục này/)
  assert.match((await refused('lan', 'cast', { id })).said, /Còn thiếu mục này/)
})
