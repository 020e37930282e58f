// Points of two assessors, blind: neither reads the other's before both are in; too far apart, the desk says what was settled.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { insertAssessment, pointsOf } from './assessment.store.ts'
import { movedSchema, noteSchema, seen } from './nominee.operations.ts'
import { begin, make, personOf } from './nominee.steps.ts'
import { keepCouncil } from './round.store.ts'
import { turnoutOf } from './nominee.store.ts'

const whole = 'Ghi điểm là số nguyên, từ 0 đến 100.'
const points = z.coerce.number({ error: whole }).int(whole).min(0, whole).max(100, whole)

export const assess = writing({
  name: 'commendations.assess',
  summary: 'Người chấm cho điểm một đề nghị, một lần; chưa đủ hai người chấm thì không ai thấy điểm của ai',
  http: { method: 'POST', path: '/nominees/{id}/assessments' },
  who: 'signedIn',
  input: z.object({
    id: idOf('nominee'),
    points,
    note: typedText().max(1000).default(''),
  }),
  output: movedSchema,
  async run(context, { id, points: given, note }) {
    await keepCouncil(context.db, id)
    const begun = await begin(context, { id, expectedVersion: null }, 'assess')
    if (!begun.ok) return begun
    const { round, members, nominee } = begun.value
    if (round.assessGap === null) return noPoints
    const me = personOf(context.actor)
    const member = me === null ? undefined : members.find(({ personId }) => personId === me)
    if (!member?.assesses) return noAssessor
    const aside = (await turnoutOf(context.db, id)).some((one) => one.memberId === member.id && one.kind === 'recused')
    if (aside) return stoodAside
    const { given: before, state } = await pointsOf(context.db, begun.value)
    // A third is heard only where two are too far apart.
    if (before.length >= 2 && state !== 'apart') return enough
    const made = { memberId: member.id, points: given, note, at: context.now }
    if (!(await insertAssessment(context.db, id, made))) return givenAlready
    await context.record({ noun: 'nominee', id, move: 'assess' })
    return ok({ id, stage: nominee.stage, version: nominee.version })
  },
})

export const settle = writing({
  name: 'commendations.settle',
  summary: 'Hai người chấm chênh quá mức của đợt: ghi điểm đã thống nhất và thống nhất bằng cách nào',
  http: { method: 'POST', path: '/nominees/{id}/points' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...seen, points, how: noteSchema }),
  output: movedSchema,
  async run(context, { points: settled, how, ...at }) {
    const begun = await begin(context, at, 'settle')
    if (!begun.ok) return begun
    if (begun.value.round.assessGap === null) return noPoints
    if ((await pointsOf(context.db, begun.value)).state !== 'apart') return notApart
    const changes = { settled_points: settled, settled_how: how }
    const version = await make(context, begun.value, { move: 'settle', note: how, facts: { points: settled } }, changes)
    return ok({ id: at.id, stage: begun.value.nominee.stage, version })
  },
})

const noPoints = conflict('no-points', 'Đợt khen này không chấm điểm.', 'Nobody gives points in this round.')
const noAssessor = conflict(
  'no-assessor',
  'Đồng chí không phải người chấm điểm của đợt này.',
  'You are no assessor of this round.',
)
const stoodAside = conflict(
  'stood-aside',
  'Đồng chí đã xin không tham gia vì có liên quan nên không chấm điểm.',
  'You stood aside and give no points.',
)
const enough = conflict(
  'assessed',
  'Đã đủ hai người chấm và điểm không chênh quá mức, không cần người thứ ba.',
  'Two have given points and agree; no third is needed.',
)
const givenAlready = conflict('given-already', 'Đồng chí đã chấm đề nghị này.', 'You have given your points.')
const notApart = conflict(
  'not-apart',
  'Chỉ ghi điểm thống nhất khi hai người chấm đã chấm xong và chênh quá mức của đợt.',
  'Points are settled only where two assessors are too far apart.',
)
