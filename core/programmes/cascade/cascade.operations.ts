// A target given down: what each lower body carries, how they make it together, and why not where they do not.
import { z } from 'zod'
import { idOf, seenVersion } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem } from '../../shared/result.ts'
import { instantSchema } from '../../shared/day.ts'
import { personOf } from '../entries/entry.steps.ts'
import { periodsOf } from '../forms/form.store.ts'
import { whyNotProgramme } from '../programme.moves.ts'
import { findProgramme, readsAll } from '../programme.rights.ts'
import { staffOf } from '../programme.store.ts'
import { comparators } from '../targets/fraction.ts'
import { cascadedIn, weighUnits } from './cascade.reads.ts'
import { describeSide, describeUnit, sideSchema, unitSchema } from './cascade.schema.ts'
import { cascadeRules, suits } from './cascade.ts'
import { beginCascade, findTarget, noCascade, receiversFor } from './cascade.steps.ts'
import { cascadesIn, shareHistory } from './cascade.store.ts'
import { insertShares, putCascade } from './cascade.write.store.ts'
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
  judgement: { holds: false, total: null, lacking: null, faults: new Map() },
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

/** A plain decimal, as “4” or “80,5”; exact. */
const decimal = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, 'Ghi một số, ví dụ 4 hoặc 80,5.'))

export const giveDown = writing({
  name: 'cascades.give',
  summary: 'Giao một chỉ tiêu xuống: quy tắc cộng lại, loại đơn vị, mức giao và trọng số của từng đơn vị',
  http: { method: 'PUT', path: '/programmes/{programme}/targets/{no}/cascade' },
  who: staff,
  input: z.object({
    ...at,
    expectedVersion: seenVersion(0),
    rule,
    organisation: z.string().max(60),
    /** The period whose figures weigh, where nothing was typed for a body. */
    weightPeriod: idOf('period').nullish(),
    /** A body left out keeps what it has; a threshold of null takes its share back. */
    units: z
      .array(
        z.object({
          body: idOf('body'),
          threshold: decimal.nullish(),
          weight: decimal.nullish().meta({ description: 'trọng số ghi tay; không ghi: số liệu của kỳ đã chọn' }),
        }),
      )
      .max(2000),
    weightBasis: z
      .string()
      .trim()
      .min(3)
      .max(500)
      .nullish()
      .meta({ description: 'căn cứ của các trọng số ghi tay: văn bản hoặc bảng số liệu nào, ngày nào' }),
  }),
  output: z.object({ version: z.number().int() }),
  async run(context, input) {
    const { db, actor, now, today } = context
    const begun = await beginCascade(context, input)
    if (!begun.ok) return begun
    const { programme, target, before } = begun.value
    const wanted = input.organisation
    const { groups, units } = await receiversFor(db, { programme, targetId: target.id, today, wanted })
    const was = new Map(units.map((unit) => [unit.bodyId, unit]))
    const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
    const typed = input.units.filter(({ weight }) => weight != null)
    const faults = [
      ...(suits(input.rule, target.indicator.unit) ? [] : [unsuitable]),
      ...(groups.some((group) => group.organisation === wanted) ? [] : [noSuchGroup]),
      ...(input.weightPeriod == null || periods.some(({ id }) => id === input.weightPeriod) ? [] : [noSuchPeriod]),
      ...(typed.length === 0 || input.weightBasis ? [] : [basisNeeded]),
      ...input.units.flatMap((one, i) => faultsOf(one, i, { was, rule: input.rule, all: input.units })),
    ]
    if (faults.length > 0) return invalid(faults)
    const changed = input.units.flatMap(({ body, threshold = null, weight = null }) => {
      const old = was.get(body)!
      const weightBasis = weight === null ? null : input.weightBasis!
      const same = old.threshold === threshold && old.weight === weight && old.weightBasis === weightBasis
      return same ? [] : [{ bodyId: body, threshold, weight, weightBasis }]
    })
    const next = {
      ...{ targetId: target.id, rule: input.rule, organisation: wanted, weightPeriodId: input.weightPeriod ?? null },
      version: (before?.version ?? 0) + 1,
    }
    const sameHead =
      before?.rule === next.rule &&
      before.organisation === next.organisation &&
      before.weightPeriodId === next.weightPeriodId
    if (sameHead && changed.length === 0) return ok({ version: before.version })
    await putCascade(db, next)
    await insertShares(db, { targetId: target.id, version: next.version, by: personOf(actor), now }, changed)
    const changes = { programme: programme.id, rule: input.rule, organisation: wanted, shares: changed.length }
    await context.record({ noun: 'target', id: target.id, move: 'giveDown', changes })
    return ok({ version: next.version })
  },
})

interface TypedUnit {
  body: number
  threshold?: string | null | undefined
}

function faultsOf(
  { body, threshold }: TypedUnit,
  i: number,
  of: {
    was: ReadonlyMap<number, { name: string; endedOn: string | null; threshold: string | null }>
    rule: string
    all: readonly TypedUnit[]
  },
) {
  const unit = of.was.get(body)
  const at = (field: string, code: string, vi: string, en: string) => problem(`units.${i}.${field}`, code, vi, en)
  if (!unit)
    return [at('body', 'not-below', 'Có đơn vị không thuộc cấp dưới đã chọn.', 'A body is not one level below.')]
  if (of.all.findIndex((one) => one.body === body) !== i)
    return [at('body', 'twice', `${unit.name} được ghi hai lần.`, 'A body stands twice.')]
  if (unit.endedOn !== null && threshold != null && threshold !== unit.threshold)
    return [at('threshold', 'ended', `${unit.name} đã kết thúc, không giao thêm được.`, 'That body has ended.')]
  if (of.rule === 'sum' && threshold != null && threshold.includes('.'))
    return [at('threshold', 'whole-number', `${unit.name}: mức giao là số đếm, ghi số nguyên.`, 'A count is whole.')]
  return []
}

const unsuitable = problem(
  'rule',
  'unsuitable-rule',
  'Số đếm thì cộng lại hoặc giữ mức tối thiểu; tỷ lệ phần trăm thì giữ mức tối thiểu hoặc lấy bình quân có trọng số, không cộng lại được.',
  'Counts add up or keep a minimum; percentages keep a minimum or a weighted mean, they do not add up.',
)
const noSuchGroup = problem(
  'organisation',
  'no-bodies-below',
  'Cấp dưới không có đơn vị nào thuộc loại này. Hãy chọn lại loại đơn vị.',
  'There is no body of this kind one level below.',
)
const noSuchPeriod = problem(
  'weightPeriod',
  'no-such-period',
  'Kỳ này không thuộc lịch báo cáo của chương trình.',
  'That period is not of the programme’s calendar.',
)
const basisNeeded = problem(
  'weightBasis',
  'basis-needed',
  'Có trọng số ghi tay thì phải ghi căn cứ: văn bản hoặc bảng số liệu nào, ngày nào.',
  'Weights typed by hand need their basis: which document or table, of which day.',
)

export const stopGiving = writing({
  name: 'cascades.stop',
  summary: 'Thôi giao chỉ tiêu xuống: mức giao được thu lại, các lần giao vẫn còn trong lịch sử',
  http: { method: 'DELETE', path: '/programmes/{programme}/targets/{no}/cascade' },
  who: staff,
  input: z.object({ ...at, expectedVersion: seenVersion(1) }),
  output: z.object({ version: z.number().int() }),
  async run(context, input) {
    const { db, actor, now, today } = context
    const begun = await beginCascade(context, input)
    if (!begun.ok) return begun
    const { programme, target, before } = begun.value
    if (!before?.rule) return noCascade
    const wanted = before.organisation
    const { units } = await receiversFor(db, { programme, targetId: target.id, today, wanted })
    if (units.some(({ taken }) => taken !== null)) return takenUp
    const version = before.version + 1
    await putCascade(db, { ...before, rule: null, version })
    const back = units
      .filter(({ threshold }) => threshold !== null)
      .map(({ bodyId }) => ({ bodyId, threshold: null, weight: null, weightBasis: null }))
    await insertShares(db, { targetId: target.id, version, by: personOf(actor), now }, back)
    const changes = { programme: programme.id, shares: back.length }
    await context.record({ noun: 'target', id: target.id, move: 'stopGiving', changes })
    return ok({ version })
  },
})

const takenUp = conflict(
  'taken-up',
  'Đã có đơn vị đưa chỉ tiêu này vào chương trình của mình nên không thôi giao được. Hãy đề nghị đơn vị đó bỏ liên kết trước.',
  'A lower programme has taken this target up. Ask that body to unlink it first.',
)
