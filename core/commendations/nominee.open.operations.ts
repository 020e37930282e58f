// One nomination opened by who has a part in it: what it is for, what bars it, how the vote went, what can be done now.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { forbidden, ok } from '../shared/result.ts'
import { pointStates } from './assessment.ts'
import { pointsOf } from './assessment.store.ts'
import { correctionsOf } from './correction.store.ts'
import { honourees, meritKinds, outcomeOf } from './commendation.ts'
import { decisionOf } from './decision.store.ts'
import { moves, movesOpen, parts as allParts } from './nominee.moves.ts'
import { movedSchema } from './nominee.operations.ts'
import { checksAt, noSuchNominee, personOf, standingOf } from './nominee.steps.ts'
import { meritsOf } from './merit.store.ts'
import { readsNow } from './reckoned.ts'
import * as store from './nominee.store.ts'

export const open = reading({
  name: 'commendations.open',
  summary:
    'Một đề nghị khen: thành tích, điều vướng theo quy định, lấy ý kiến, kết quả bỏ phiếu, quyết định, việc làm được',
  http: { method: 'GET', path: '/nominees/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('nominee') }),
  output: movedSchema.extend({
    round: z.object({ id: z.number().int(), occasion: z.string(), body: z.string(), desk: z.string() }),
    form: z.object({
      name: z.string(),
      confirmation: z.boolean(),
      honours: z.array(z.enum(honourees)),
      commentDays: z.number().int(),
      ballot: z.string(),
      basis: z.string(),
      confidence: z.string(),
      doubts: z.string(),
    }),
    ...{ kind: z.enum(honourees), bodyId: z.number().int().nullable(), name: z.string(), post: z.string() },
    ...{ unit: z.string(), direct: z.boolean(), remote: z.boolean(), achievement: z.string(), nominator: z.string() },
    confirmation: z.string().meta({ description: 'văn bản xác nhận của cấp uỷ' }),
    merits: z.array(
      z.object({
        ...{ kind: z.enum(meritKinds), modelId: z.number().int().nullable(), indicatorId: z.number().int().nullable() },
        ...{ text: z.string(), of: z.string(), cites: z.string() },
        ...{ periodId: z.number().int().nullable(), year: z.number().int().nullable() },
        now: z.string().nullable().meta({ description: 'số máy đếm nay đọc thế này; null: như lúc đề nghị' }),
      }),
    ),
    checks: z.array(z.object({ kind: z.string(), bars: z.boolean(), vi: z.string(), en: z.string() })),
    complaintPending: z.boolean().nullable().meta({ description: 'chỉ nơi thẩm định thấy' }),
    comments: z
      .object({ from: z.string(), until: z.string(), where: z.string(), count: z.number().int(), settled: z.string() })
      .nullable(),
    vote: z.object({
      ...{ members: z.number().int(), recused: z.number().int(), took: z.number().int() },
      mine: z
        .enum(['cast', 'recused'])
        .nullable()
        .meta({ description: 'thành viên: đã bỏ phiếu, đã xin không bỏ phiếu' }),
      result: z
        .object({ inFavour: z.number().int(), against: z.number().int(), quorum: z.boolean(), passed: z.boolean() })
        .nullable()
        .meta({ description: 'chỉ có khi đã khoá phiếu' }),
      minutes: z.string(),
    }),
    points: z
      .object({
        ...{ gap: z.number().int(), given: z.number().int(), state: z.enum(pointStates) },
        mine: z.number().int().nullable(),
        assesses: z.boolean().meta({ description: 'người hỏi là người chấm và chưa chấm' }),
        all: z
          .array(z.object({ post: z.string(), points: z.number().int(), note: z.string() }))
          .meta({ description: 'trống khi chưa đủ hai người chấm' }),
        ...{ points: z.number().nullable(), how: z.string() },
      })
      .nullable()
      .meta({ description: 'null: đợt không chấm điểm, hoặc không phải việc của người hỏi' }),
    decision: z.object({ number: z.string(), on: z.string(), signerPost: z.string(), book: z.string() }).nullable(),
    ...{ code: z.string().nullable(), presentedOn: z.string().nullable() },
    corrections: z.array(
      z.object({
        ...{ document: z.string(), on: z.string().nullable(), day: z.string(), afterDocument: z.boolean() },
        ...{ nameBefore: z.string(), unitBefore: z.string() },
      }),
    ),
    revoked: z.object({ on: z.string(), why: z.string(), document: z.string() }).nullable(),
    consent: z.object({ words: z.string(), on: z.string(), channel: z.string() }).nullable(),
    life: z.array(
      z.object({
        ...{ no: z.number().int(), move: z.enum(moves), at: instantSchema, body: z.string().nullable() },
        ...{ person: z.string().nullable(), note: z.string() },
        before: z.string().nullable().meta({ description: 'đính chính: điều ghi trước đó' }),
        stood: z
          .object({ number: z.string(), on: z.string(), signerPost: z.string(), book: z.string().nullable() })
          .nullable()
          .meta({ description: 'đính chính quyết định: điều ghi trước đó' }),
      }),
    ),
    parts: z.array(z.enum(allParts)),
    moves: z.array(z.enum(moves)),
    illustrative: z.boolean(),
  }),
  async run({ db, actor, today }, { id }) {
    const nominee = await store.nomineeOf(db, id)
    if (!nominee) return noSuchNominee
    const standing = await standingOf(db, actor, { nominee, today })
    const { round, form, members, parts } = standing
    if (parts.length === 0) return notYours
    const checks = nominee.decisionId === null ? await checksAt(db, standing, today) : []
    const competent = parts.includes('desk') || parts.includes('deskHead')
    const decision = nominee.decisionId === null ? undefined : await decisionOf(db, nominee.decisionId)
    const turnout = await store.turnoutOf(db, id)
    return ok({
      ...nominee,
      round: { id: round.id, occasion: round.occasion, body: round.body, desk: round.desk },
      form,
      merits: await meritsRead({ db, today, bodyId: nominee.bodyId ?? nominee.nominatorId }, id),
      checks: competent ? checks : checks.filter(({ kind }) => kind !== 'complaint' && kind !== 'notAsked'),
      complaintPending: competent ? nominee.complaintPending : null,
      comments: commentsOf(nominee),
      vote: await voteOf(standing, { turnout, personId: personOf(actor) }),
      points: await pointsFor(standing),
      decision: decision ? { ...decision, book: `${nominee.bookNo}/${nominee.bookYear}` } : null,
      corrections: nominee.decisionId === null ? [] : await correctionsOf(db, id),
      revoked: nominee.revokedOn
        ? { on: nominee.revokedOn, why: nominee.revokedWhy, document: nominee.revokedDocument }
        : null,
      consent: await store.consentOf(db, id),
      life: await store.actsOf(db, id),
      parts,
      moves: movesOpen(parts, nominee).filter(
        (move) => move !== 'voteAgain' || turnout.some(({ kind }) => kind === 'cast'),
      ),
    })

    /** Blind: before two are in nobody reads anybody's, and how many are in only the desk and the assessors. */
    async function pointsFor({ nominee: of, round: rule }: typeof standing) {
      if (rule.assessGap === null || !parts.some((part) => part !== 'nominator')) return null
      const { given, state, points } = await pointsOf(db, { nominee: of, round: rule })
      const me = members.find((member) => member.personId !== null && member.personId === personOf(actor))
      const mine = given.find(({ memberId }) => memberId === me?.id)?.points ?? null
      return {
        ...{ gap: rule.assessGap, given: given.length, state, points, mine, how: of.settledHow },
        assesses: (me?.assesses ?? false) && mine === null && (given.length < 2 || state === 'apart'),
        all: state === 'open' ? [] : given,
      }
    }

    function voteOf(
      { nominee: of, form: rule }: typeof standing,
      { turnout, personId }: { turnout: store.Turnout[]; personId: Id<'person'> | null },
    ) {
      const recused = turnout.filter(({ kind }) => kind === 'recused').length
      const me = members.find((member) => member.personId !== null && member.personId === personId)
      const tally = { members: members.length, recused, inFavour: of.inFavour, against: of.against }
      const { inFavour, against, passed } = of
      return {
        ...{ members: members.length, recused, took: passed === null ? turnout.length - recused : inFavour + against },
        mine: turnout.find(({ memberId }) => memberId === me?.id)?.kind ?? null,
        result: passed === null ? null : { inFavour, against, quorum: outcomeOf(rule, tally).quorum, passed },
        minutes: of.minutes,
      }
    }
  },
})

function commentsOf({ commentFrom, commentUntil, commentWhere, commentCount, commentSettled }: store.Nominee) {
  if (commentFrom === null || commentUntil === null) return null
  const [count, settled] = [commentCount ?? 0, commentSettled]
  return { from: commentFrom, until: commentUntil, where: commentWhere, count, settled }
}

const notYours = forbidden(
  'not-your-round',
  'Đề nghị này không có phần của đồng chí.',
  'You have no part in this nomination.',
)

async function meritsRead(at: Parameters<typeof readsNow>[0], id: Id<'nominee'>) {
  const read = []
  for (const one of await meritsOf(at.db, id)) read.push({ ...one, now: await readsNow(at, one) })
  return read
}
