// Targets given down as their programme sees them: one with its bodies, all in brief, and proposed shares.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { forbidden, invalid, ok } from '../../shared/result.ts'
import { periodsOf } from '../forms/form.store.ts'
import { whyNotProgramme } from '../programme.moves.ts'
import { findProgramme, readsAll } from '../programme.rights.ts'
import { staffOf } from '../programme.store.ts'
import { comparators } from '../targets/fraction.ts'
import { cascadedIn, weighUnits } from './cascade.reads.ts'
import { describeSide, describeUnit, sideSchema, unitSchema } from './cascade.schema.ts'
import { cascadeRules, suits } from './cascade.ts'
import { findTarget, receiversFor } from './cascade.steps.ts'
import { cascadesIn, shareHistory } from './cascade.store.ts'
import { spreadByFigure, spreadEqually, spreadPasted } from './spread.ts'

const at = { programme: idOf('programme'), no: z.coerce.number().int().positive().max(999) }
const staff = { roles: ['officer', 'head'] } as const
const rule = z.enum(cascadeRules)

const notYours = forbidden(
  'not-your-programme',
  'Mức giao của từng đơn vị chỉ cán bộ của chương trình và cấp trên được xem. Chỉ tiêu giao cho đơn vị mình ở trang sửa chương trình của đơn vị mình.',
  'The shares of each body are seen by the officers of the programme and those above. Your own are on your programme.',
)

export const showCascade = reading({
  name: 'cascades.show',
  summary:
    'Chỉ tiêu giao xuống: mức giao từng đơn vị, nơi nào đã đưa vào chương trình, cộng lại có đủ không, lệch thì vì sao',
  http: { method: 'GET', path: '/programmes/{programme}/targets/{no}/cascade' },
  who: 'signedIn',
  input: z.object({
    ...at,
    /** Another kind of bodies than the one given to, to choose from. */
    organisation: z.string().max(60).optional(),
    /** Another period whose figures weigh, to choose from. */
    period: idOf('period').optional(),
  }),
  output: z.object({
    programme: z.object({
      id: z.number().int(),
      number: z.string().nullable(),
      title: z.string(),
      year: z.number().int(),
      bodyName: z.string(),
      stage: z.string(),
    }),
    target: z.object({
      no: z.number().int(),
      name: z.string(),
      indicatorName: z.string(),
      unit: z.enum(['%', 'count']),
      comparator: z.enum(comparators),
      threshold: z.string(),
    }),
    /** null: not given down. */
    rule: rule.nullable(),
    rules: z.array(rule),
    organisation: z.string().nullable(),
    groups: z.array(z.object({ organisation: z.string(), name: z.string(), bodies: z.number().int() })),
    weightPeriod: z.number().int().nullable(),
    periods: z.array(z.object({ id: z.number().int(), key: z.string(), name: z.string() })),
    version: z.number().int(),
    units: z.array(unitSchema),
    given: sideSchema.nullable(),
    /** Of an issued programme: what lower programmes promise. */
    taken: sideSchema.nullable(),
    history: z.array(
      z.object({
        bodyName: z.string(),
        version: z.number().int(),
        threshold: z.string().nullable(),
        weight: z.string().nullable(),
        givenBy: z.string().nullable(),
        givenAt: instantSchema,
      }),
    ),
    mayEdit: z.boolean(),
  }),
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    if (!(await readsAll(db, actor, programme, today))) return notYours
    const which = await findTarget(db, programme.id, input.no)
    if (!which.ok) return which
    const target = which.value
    const cascade = (await cascadesIn(db, programme.id)).find(({ targetId }) => targetId === target.id)
    const [now] = await cascadedIn(db, { programme, today, only: target.id })
    const wanted = input.organisation ?? cascade?.organisation ?? null
    const { groups, organisation, units } = await receiversFor(db, { programme, targetId: target.id, today, wanted })
    const periodId = input.period ?? cascade?.weightPeriodId ?? null
    const weighed = await weighUnits(db, { programme, target, periodId, today, units })
    const sides = now ?? { given: noSide, taken: noSide }
    const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
    const { id, number, title, year, bodyName, stage } = programme
    return ok({
      programme: { id, number, title, year, bodyName, stage },
      target: { ...target, indicatorName: target.indicator.name, unit: target.indicator.unit },
      rule: cascade?.rule ?? null,
      rules: cascadeRules.filter((one) => suits(one, target.indicator.unit)),
      organisation,
      groups,
      weightPeriod: periodId,
      periods: periods.filter(
        ({ startsOn }) => startsOn.slice(0, 4) >= String(year - 3) && startsOn <= `${year}-12-31`,
      ),
      version: cascade?.version ?? 0,
      units: weighed.map((unit) => describeUnit(unit, sides)),
      given: now ? describeSide(now.given) : null,
      taken: now && stage !== 'draft' ? describeSide(now.taken) : null,
      history: await shareHistory(db, target.id),
      mayEdit: !whyNotProgramme(actor, 'edit', { stage, staff: await staffOf(db, programme.bodyId) }),
    })
  },
})

const noSide = {
  judgement: { holds: false, total: null, lacking: null, faults: new Map(), unfit: null },
  ...{ numbers: '', gap: null, stale: false, open: false },
}

export const listCascades = reading({
  name: 'cascades.list',
  summary: 'Các chỉ tiêu của một chương trình đang giao xuống, và đã khớp chưa',
  http: { method: 'GET', path: '/programmes/{programme}/cascades' },
  who: 'signedIn',
  input: z.object({ programme: at.programme }),
  output: z.object({
    cascades: z.array(z.object({ no: z.number().int(), rule, given: sideSchema, taken: sideSchema.nullable() })),
  }),
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    if (!(await readsAll(db, actor, programme, today))) return notYours
    const cascades = (await cascadedIn(db, { programme, today })).map(({ target, cascade, given, taken }) => ({
      ...{ no: target.no, rule: cascade.rule, given: describeSide(given) },
      taken: programme.stage === 'draft' ? null : describeSide(taken),
    }))
    return ok({ cascades })
  },
})

export const proposeShares = reading({
  name: 'cascades.propose',
  summary: 'Đề xuất mức giao cho từng đơn vị: dán từ Excel, chia đều, hoặc chia theo số liệu của một kỳ; chưa ghi gì',
  http: { method: 'GET', path: '/programmes/{programme}/targets/{no}/cascade/proposal' },
  who: staff,
  input: z.object({
    ...at,
    organisation: z.string().max(60),
    rule,
    way: z.enum(['paste', 'equal', 'figure']),
    /** The pasted column, for that way. */
    paste: z.string().max(100_000).default(''),
    /** The period whose figures divide, for that way. */
    weightPeriod: idOf('period').optional(),
  }),
  output: z.object({ shares: z.array(z.object({ body: z.number().int(), threshold: z.string() })) }),
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    if (!(await readsAll(db, actor, programme, today))) return notYours
    const which = await findTarget(db, programme.id, input.no)
    if (!which.ok) return which
    const target = which.value
    const { units } = await receiversFor(db, { programme, targetId: target.id, today, wanted: input.organisation })
    const there = units.filter(({ endedOn }) => endedOn === null)
    const periodId = input.weightPeriod ?? null
    const spread =
      input.way === 'paste'
        ? spreadPasted(input.paste, there)
        : input.way === 'equal'
          ? spreadEqually(input.rule, target.threshold, there)
          : spreadByFigure(
              target.threshold,
              (await weighUnits(db, { programme, target, periodId, today, units: there })).map((unit) => ({
                ...unit,
                weight: unit.figure,
              })),
            )
    return spread.problems.length > 0 ? invalid(spread.problems) : ok({ shares: spread.shares })
  },
})
