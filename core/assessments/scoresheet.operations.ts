// A sheet is scored by its body, sent, verified by the body that leads, given back; a body taken out or in again.
import { z } from 'zod'
import { faultsOfScores, outcomeOf } from '../criteria/criteria.ts'
import { daySchema } from '../shared/day.ts'
import { writing } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { evidenceOf } from './evidence.store.ts'
import {
  begin,
  letFiguresFollow,
  make,
  movedSchema,
  noteSchema,
  personOf,
  seen,
  setOfSheet,
  tell,
} from './scoresheet.steps.ts'
import { unexplained, unshown, type SheetScore } from './scoresheet.ts'
import * as store from './scoresheet.store.ts'

const units = { roles: ['reporter', 'officer', 'head'] } as const
const leaders = { roles: ['officer', 'head'] } as const

const scoresSchema = z
  .array(
    z.object({
      no: z.coerce.number().int().min(1).max(200),
      points: z.coerce
        .number({ error: 'Ghi điểm bằng số.' })
        .min(0, 'Điểm không âm.')
        .max(1000)
        .nullish()
        .meta({ description: 'để trống: chưa chấm' }),
      met: z.coerce.boolean().default(false).meta({ description: 'tiêu chí bắt buộc: có đạt không' }),
      note: typedText().max(1000).default(''),
      proof: typedText().max(1000).default('').meta({ description: 'số văn bản, nơi lưu' }),
    }),
  )
  .max(200)

/** Those that have points; a criterion that bars nothing is met whatever the tick says. */
function asOf(
  set: { criteria: { no: number; knockOut: boolean }[] },
  typed: z.output<typeof scoresSchema>,
): SheetScore[] {
  const bars = new Set(set.criteria.filter(({ knockOut }) => knockOut).map(({ no }) => no))
  return typed.flatMap(({ points, met, ...one }) =>
    points == null ? [] : [{ ...one, points, met: bars.has(one.no) ? met : true }],
  )
}

export const save = writing({
  name: 'scoresheets.save',
  summary: 'Lưu nháp bảng tự chấm; chấm đến đâu lưu đến đó, điểm vượt tối đa thì nói ngay',
  http: { method: 'PUT', path: '/scoresheets/{id}' },
  who: units,
  input: z.object({ ...seen, scores: scoresSchema }),
  output: movedSchema,
  async run(context, { scores: typed, ...at }) {
    const begun = await begin(context, at, 'save')
    if (!begun.ok) return begun
    const set = await setOfSheet(context.db, begun.value)
    const scores = asOf(set, typed)
    const faults = faultsOfScores(set, scores).filter(({ code }) => code !== 'missing')
    if (faults.length > 0) return invalid(faults)
    await store.writeScores(context.db, at.id, 'self', scores)
    return ok(await make(context, begun.value, { move: 'save', facts: { scored: scores.length } }))
  },
})

export const submit = writing({
  name: 'scoresheets.submit',
  summary: 'Gửi phiếu tự chấm: đủ mọi tiêu chí, có minh chứng nơi cần; gửi rồi cơ quan chủ trì thẩm định',
  http: { method: 'POST', path: '/scoresheets/{id}/submit' },
  who: units,
  input: z.object({ ...seen, scores: scoresSchema }),
  output: movedSchema.extend({ points: z.number(), most: z.number() }),
  async run(context, { scores: typed, ...at }) {
    const begun = await begin(context, at, 'submit')
    if (!begun.ok) return begun
    const set = await setOfSheet(context.db, begun.value)
    const scores = asOf(set, typed)
    const filed = new Set((await evidenceOf(context.db, at.id)).map(({ no }) => no))
    const faults = [...faultsOfScores(set, scores), ...unshown(set, scores, filed)]
    if (faults.length > 0) return invalid(faults)
    await store.writeScores(context.db, at.id, 'self', scores)
    await store.dropScores(context.db, at.id, 'verified')
    const { points, most } = outcomeOf(set, scores)
    const changes = { sent: { by: personOf(context.actor), at: context.now } }
    const moved = await make(context, begun.value, { move: 'submit', facts: { points, most, set: set.id }, changes })
    await tell(context, 'scoresheet.submit', begun.value.leaderId, begun.value)
    return ok({ ...moved, points, most })
  },
})

export const takeBack = writing({
  name: 'scoresheets.takeBack',
  summary: 'Rút lại phiếu đã gửi, khi chưa thẩm định',
  http: { method: 'POST', path: '/scoresheets/{id}/take-back' },
  who: units,
  input: z.object(seen),
  output: movedSchema,
  async run(context, at) {
    const begun = await begin(context, at, 'takeBack')
    if (!begun.ok) return begun
    const moved = await make(context, begun.value, { move: 'takeBack' })
    await tell(context, 'scoresheet.takeBack', begun.value.leaderId, begun.value)
    return ok(moved)
  },
})

export const verify = writing({
  name: 'scoresheets.verify',
  summary: 'Ghi kết quả thẩm định: điểm từng tiêu chí, khác điểm tự chấm thì nói vì sao, đoàn thẩm định, biên bản',
  http: { method: 'POST', path: '/scoresheets/{id}/verification' },
  who: leaders,
  input: z.object({
    ...seen,
    on: daySchema.meta({ description: 'ngày thẩm định' }),
    team: typedText().min(5, 'Ghi đoàn thẩm định gồm cơ quan nào, chức danh nào.').max(500),
    minutes: typedText().min(3, 'Ghi số, ngày biên bản.').max(200),
    scores: scoresSchema,
  }),
  output: movedSchema.extend({ points: z.number(), most: z.number() }),
  async run(context, { on, team, minutes, scores: typed, ...at }) {
    const begun = await begin(context, at, 'verify')
    if (!begun.ok) return begun
    const sheet = begun.value
    const set = await setOfSheet(context.db, sheet)
    const scores = asOf(set, typed)
    const self = (await store.scoresOf(context.db, at.id)).filter(({ round }) => round === 'self')
    const faults = [...faultsOfScores(set, scores), ...unexplained(self, scores)]
    if (on > context.today) faults.push(problem('on', 'in-future', ...ahead))
    if (faults.length > 0) return invalid(faults)
    const evidence = (await evidenceOf(context.db, at.id)).map(({ id, sha256 }) => ({ id, sha256 }))
    const by = { bodyId: sheet.leaderId, personId: personOf(context.actor), at: context.now }
    const found = scores.map(({ no, points }) => ({ no, points }))
    await store.insertVerification(context.db, at.id, { on, team, minutes, scores: found, evidence, ...by })
    await store.writeScores(context.db, at.id, 'verified', scores)
    const { points, most } = outcomeOf(set, scores)
    const moved = await make(context, sheet, { move: 'verify', facts: { on, minutes, points, most } })
    await tell(context, 'scoresheet.verify', sheet.bodyId, sheet)
    return ok({ ...moved, points, most })
  },
})

/** Moves of the body that leads which need a word why. */
const withReason = (move: 'giveBack' | 'excuse' | 'include', path: string, summary: string) =>
  writing({
    name: `scoresheets.${move}`,
    summary,
    http: { method: 'POST', path: `/scoresheets/{id}/${path}` },
    who: leaders,
    input: z.object({ ...seen, note: noteSchema }),
    output: movedSchema,
    async run(context, { note, ...at }) {
      const begun = await begin(context, at, move)
      if (!begun.ok) return begun
      const moved = await make(context, begun.value, { move, note })
      await tell(context, `scoresheet.${move}`, begun.value.bodyId, begun.value)
      if (move !== 'giveBack') await letFiguresFollow(context, begun.value, `${begun.value.bodyName}: ${why[move]}.`)
      return ok(moved)
    },
  })

const why = { giveBack: '', excuse: 'ra khỏi đợt chấm', include: 'trở lại đợt chấm' }

export const giveBack = withReason('giveBack', 'give-back', 'Trả lại phiếu để bổ sung, nói rõ thiếu gì')
export const excuse = withReason(
  'excuse',
  'excuse',
  'Đưa đơn vị ra khỏi đợt chấm, nêu lý do; không còn tính vào mẫu số',
)
export const include = withReason('include', 'include', 'Đưa đơn vị trở lại đợt chấm')

const ahead = ['Ngày này ở sau hôm nay. Ghi đúng ngày đã làm.', 'This day lies ahead.'] as const
