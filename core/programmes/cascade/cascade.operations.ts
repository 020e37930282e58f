// Giving a target down: rule, bodies, shares and weights saved whole; and taking it all back.
import { z } from 'zod'
import { idOf, seenVersion, type Id } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import { personOf } from '../entries/entry.steps.ts'
import { periodsOf } from '../forms/form.store.ts'
import type { Programme } from '../programme.ts'
import { cascadeRules, suits } from './cascade.ts'
import { beginCascade, noCascade, receiversFor } from './cascade.steps.ts'
import type { Cascade } from './cascade.store.ts'
import { insertShares, putCascade } from './cascade.write.store.ts'
import { tellShares } from './told.ts'

const at = { programme: idOf('programme'), no: z.coerce.number().int().positive().max(999) }
const staff = { roles: ['officer', 'head'] } as const
const rule = z.enum(cascadeRules)

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
    const left = await leftBehind(context, { programme, targetId: target.id, before, wanted })
    if (left.some(({ taken }) => taken !== null)) return takenUp
    const mine = new Set(changed.map(({ bodyId }) => bodyId))
    const back = left.filter(({ bodyId }) => !mine.has(bodyId)).map(takenBack)
    const all = [...changed, ...back]
    await putCascade(db, next)
    await insertShares(db, { targetId: target.id, version: next.version, by: personOf(actor), now }, all)
    const changes = { programme: programme.id, rule: input.rule, organisation: wanted, shares: all.length }
    await context.record({ noun: 'target', id: target.id, move: 'giveDown', changes })
    const moved = all.filter(({ bodyId, threshold }) => was.get(bodyId)?.threshold !== threshold)
    if (programme.stage !== 'draft') await tellShares(context, { programme, target, shares: moved })
    return ok({ version: next.version })
  },
})

/** Given to another kind of bodies from now on: those of the former kind that have a share and are still there. */
async function leftBehind(
  { db, today }: WriteContext,
  of: { programme: Programme; targetId: Id<'target'>; before: Cascade | null; wanted: string },
) {
  const { before, wanted, ...at } = of
  if (!before?.rule || before.organisation === wanted) return []
  const { units } = await receiversFor(db, { ...at, today, wanted: before.organisation })
  return units.filter(({ endedOn, threshold }) => endedOn === null && threshold !== null)
}

const takenBack = ({ bodyId }: { bodyId: Id<'body'> }) => ({
  ...{ bodyId, threshold: null, weight: null, weightBasis: null },
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
    const back = units.filter(({ threshold }) => threshold !== null).map(takenBack)
    await insertShares(db, { targetId: target.id, version, by: personOf(actor), now }, back)
    const changes = { programme: programme.id, shares: back.length }
    await context.record({ noun: 'target', id: target.id, move: 'stopGiving', changes })
    if (programme.stage !== 'draft') await tellShares(context, { programme, target, shares: back })
    return ok({ version })
  },
})

const takenUp = conflict(
  'taken-up',
  'Đã có đơn vị đưa chỉ tiêu này vào chương trình của mình nên không thôi giao được. Hãy đề nghị đơn vị đó bỏ liên kết trước.',
  'A lower programme has taken this target up. Ask that body to unlink it first.',
)
