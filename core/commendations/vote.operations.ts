// The council: who has an interest stands aside, each votes once, the desk closes the vote. Nowhere stands who voted how.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { outcomeOf } from './commendation.ts'
import { pointsOf } from './assessment.store.ts'
import { begin, make, personOf, type Begun } from './nominee.steps.ts'
import { movedSchema, noteSchema, seen } from './nominee.operations.ts'
import * as store from './nominee.store.ts'
import { keepCouncil } from './round.store.ts'

/** The operator is nobody on a council. */
const memberIn = (context: WriteContext, { members }: Begun) => {
  const me = personOf(context.actor)
  return me === null ? undefined : members.find(({ personId }) => personId === me)
}

export const recuse = writing({
  name: 'commendations.recuse',
  summary: 'Thành viên hội đồng xin không bỏ phiếu cho một đề nghị vì có liên quan',
  http: { method: 'POST', path: '/nominees/{id}/recusal' },
  who: 'signedIn',
  input: z.object({ id: idOf('nominee') }),
  output: movedSchema,
  async run(context, { id }) {
    await keepCouncil(context.db, id)
    const begun = await begin(context, { id, expectedVersion: null }, 'recuse')
    if (!begun.ok) return begun
    const member = memberIn(context, begun.value)
    if (!member) return noMember
    if (!(await store.insertTurnout(context.db, id, { memberId: member.id, kind: 'recused' }))) return actedAlready
    await context.record({ noun: 'nominee', id, move: 'recuse' })
    return ok({ id, stage: begun.value.nominee.stage, version: begun.value.nominee.version })
  },
})

export const cast = writing({
  name: 'commendations.cast',
  summary: 'Thành viên hội đồng bỏ phiếu một lần; chỉ giữ tổng số phiếu và ai đã bỏ, không giữ ai bỏ thế nào',
  http: { method: 'POST', path: '/nominees/{id}/ballots' },
  who: 'signedIn',
  input: z.object({ id: idOf('nominee'), inFavour: z.stringbool().or(z.boolean()) }),
  output: movedSchema,
  async run(context, { id, inFavour }) {
    await keepCouncil(context.db, id)
    const begun = await begin(context, { id, expectedVersion: null }, 'cast')
    if (!begun.ok) return begun
    const { form, nominee } = begun.value
    const member = memberIn(context, begun.value)
    if (!member) return noMember
    if (form.ballot === 'none') return noBallot
    if (!(await store.insertTurnout(context.db, id, { memberId: member.id, kind: 'cast' }))) return actedAlready
    await store.countBallot(context.db, id, inFavour)
    await context.record({ noun: 'nominee', id, move: 'cast' })
    return ok({ id, stage: nominee.stage, version: nominee.version })
  },
})

export const voteAgain = writing({
  name: 'commendations.voteAgain',
  summary:
    'Cho hội đồng bỏ phiếu lại một đề nghị khi chưa khoá phiếu, nêu lý do; phiếu đã bỏ không tính, không ai biết kết quả của chúng',
  http: { method: 'DELETE', path: '/nominees/{id}/ballots' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, note: noteSchema }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    await keepCouncil(context.db, at.id)
    const begun = await begin(context, at, 'voteAgain')
    if (!begun.ok) return begun
    const dropped = await store.dropBallots(context.db, at.id)
    if (dropped === 0) return nothingCast
    const version = await make(context, begun.value, { move: 'voteAgain', note, facts: { dropped } })
    return ok({ id: at.id, stage: begun.value.nominee.stage, version })
  },
})

const number = z.coerce.number().int().min(0).max(1000).nullish()

export const closeVote = writing({
  name: 'commendations.closeVote',
  summary: 'Khoá phiếu: kết quả theo số người dự và tỷ lệ của hình thức; bỏ phiếu giấy thì ghi tổng số theo biên bản',
  http: { method: 'POST', path: '/nominees/{id}/vote' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...seen,
    minutes: typedText().max(200).default('').meta({ description: 'số, ngày biên bản' }),
    inFavour: number.meta({ description: 'bỏ phiếu giấy: số phiếu đồng ý' }),
    against: number.meta({ description: 'bỏ phiếu giấy: số phiếu không đồng ý' }),
    recused: number.meta({ description: 'bỏ phiếu giấy: số thành viên không bỏ phiếu vì có liên quan' }),
  }),
  output: movedSchema.extend({ passed: z.boolean(), quorum: z.boolean() }),
  async run(context, { minutes, inFavour, against, recused, ...at }) {
    await keepCouncil(context.db, at.id)
    const begun = await begin(context, at, 'closeVote')
    if (!begun.ok) return begun
    const { nominee, form, members } = begun.value
    const asked = form.ballot !== 'none'
    if (asked && minutes.length < 3) return invalid([minutesNeeded])
    if (asked && members.length === 0) return noCouncil
    if (begun.value.round.assessGap !== null) {
      const { state } = await pointsOf(context.db, begun.value)
      if (state !== 'agreed' && state !== 'settled') return notAssessed
    }
    const turnout = await store.turnoutOf(context.db, at.id)
    const cast = turnout.filter(({ kind }) => kind === 'cast').length
    const onPaper = asked && (typeof inFavour === 'number' || typeof against === 'number')
    if (onPaper && cast > 0) return votedHere
    const aside = turnout.length - cast
    const tally = onPaper
      ? { inFavour: inFavour ?? 0, against: against ?? 0, recused: Math.max(recused ?? 0, aside) }
      : { inFavour: nominee.inFavour, against: nominee.against, recused: aside }
    if (tally.inFavour + tally.against + tally.recused > members.length)
      return invalid([moreThanMembers(members.length)])
    const { eligible, passed, quorum } = outcomeOf(form, { members: members.length, ...tally })
    if (!quorum) return noQuorum(members.length, form.quorumPercent)
    const facts = { inFavour: tally.inFavour, against: tally.against, recused: tally.recused, passed }
    const changes = { in_favour: tally.inFavour, against: tally.against, eligible, minutes, passed }
    const version = await make(context, begun.value, { move: 'closeVote', facts }, changes)
    return ok({ id: at.id, stage: 'voted' as const, version, passed, quorum })
  },
})

const noMember = conflict(
  'no-member',
  'Đồng chí không phải thành viên hội đồng của đợt này.',
  'You are no member of the council of this round.',
)
const actedAlready = conflict(
  'acted-already',
  'Đồng chí đã bỏ phiếu, hoặc đã xin không bỏ phiếu, cho đề nghị này. Mỗi người một lần.',
  'You have voted or stood aside already. Each does so once.',
)
const noBallot = conflict('no-ballot', 'Hình thức này không bỏ phiếu.', 'This form is not voted upon.')
const minutesNeeded = problem('minutes', 'missing', 'Ghi số, ngày biên bản họp hội đồng.', 'Give the minutes.')
const noCouncil = conflict(
  'no-council',
  'Đợt này chưa ghi hội đồng. Hãy ghi thành viên hội đồng trước.',
  'No council is named in this round. Name its members first.',
)
const notAssessed = conflict(
  'not-assessed',
  'Đợt này có chấm điểm: hai người chấm phải chấm xong, chênh nhiều thì ghi đã thống nhất ra sao, rồi mới khoá phiếu.',
  'Two assessors give points first; where they differ too much, say what was settled.',
)
const votedHere = conflict(
  'voted-here',
  'Đã có người bỏ phiếu trên hệ thống nên không ghi thêm phiếu giấy: cộng hai loại thì lộ ai bỏ thế nào. Bỏ trống hai ô số phiếu rồi khoá; hoặc để người đứng đầu nơi thẩm định cho bỏ phiếu lại, rồi cả hội đồng bỏ phiếu giấy.',
  'Somebody has voted here, so totals from paper are not taken: the sum of both would show who voted how. Leave them empty and close, or let the head have the council vote again, on paper.',
)
const nothingCast = conflict(
  'nothing-cast',
  'Chưa ai bỏ phiếu trên hệ thống nên không có gì để bỏ phiếu lại.',
  'Nobody has voted here yet.',
)
const moreThanMembers = (members: number) =>
  problem(
    'inFavour',
    'too-many',
    `Tổng số phiếu và người không bỏ phiếu nhiều hơn số thành viên (${members}).`,
    `There are more ballots than the ${members} members.`,
  )
const noQuorum = (members: number, percent: number) =>
  conflict(
    'no-quorum',
    `Chưa đủ người dự: cần ít nhất ${percent} % của ${members} thành viên bỏ phiếu. Phiếu vẫn mở.`,
    `Too few took part: ${percent} % of ${members} members are needed. The vote stays open.`,
  )
