// One table, told as far as its reader may see it; beside what was fixed, what differs now and by which cases.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { reading, type ReadContext } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { scopeOf } from '../queue.operations.ts'
import { lineNumber } from '../submission.ts'
import { dimensions, figureKeys } from './figures.ts'
import { differencesOf, type Fixed } from './fixed.ts'
import { movesSince, newestFixed } from './fixed.store.ts'
import { periodKinds, periodOf, type Period } from './period.ts'
import { leastCell, manyPeople } from './rules.ts'
import { isExact, tableFor, type Table } from './scope.ts'
import { count, tableNamed, toldSchema, which, who } from './table.schema.ts'
import { countNow, tell } from './table.ts'
import { toldOf } from './withheld.ts'

const days = z.number().nullable()

const fixedSchema = z.object({
  no: z.number().int(),
  at: instantSchema,
  by: z.string().nullable(),
  reason: z.string(),
  open: toldSchema,
  secret: toldSchema,
  differences: z
    .array(
      z.object({
        figure: z.enum(figureKeys),
        secret: z.boolean(),
        fixed: count,
        now: count,
        cases: z.array(
          z.object({ id: z.number().int(), number: z.string(), more: z.boolean(), moves: z.array(z.string()) }),
        ),
      }),
    )
    .meta({ description: 'số nay khác lúc chốt, vì những hồ sơ nào' }),
})

export const showTable = reading({
  name: 'caseTables.show',
  summary:
    'Bảng số liệu đơn thư của một nơi trong một kỳ: tiếp nhận, giải quyết, đúng hạn, còn lại, đánh giá; tố cáo để riêng',
  http: { method: 'GET', path: '/case-tables/{body}' },
  who,
  input: z.object(which),
  output: z.object({
    ...tableNamed.shape,
    period: z.object({
      key: z.string(),
      kind: z.enum(periodKinds),
      year: z.number().int(),
      no: z.number().int().nullable(),
      from: z.string(),
      to: z.string(),
      over: z.boolean(),
    }),
    leastCell: z.number().int(),
    manyPeople: z.number().int(),
    exact: z.boolean().meta({ description: 'true: chính nơi nhận xem, không che số nhỏ' }),
    lists: z.boolean().meta({ description: 'mở được danh sách hồ sơ của từng số' }),
    mayFix: z.boolean(),
    illustrative: z.boolean(),
    open: toldSchema,
    secret: toldSchema,
    meanDays: days,
    medianDays: days,
    desks: z.array(z.object({ id: z.number().int(), name: z.string(), told: toldSchema })),
    parts: z.array(z.object({ dimension: z.enum(dimensions), value: z.string(), name: z.string().nullable(), count })),
    fixed: fixedSchema.nullable(),
  }),
  async run(context, { body, reach, period: key }) {
    const { app, db, today, now } = context
    const found = await tableFor(context, { body, reach })
    if (!found.ok) return found
    const table = found.value
    const period = periodOf(key)!
    const { kind, year, no, from, to } = period
    const over = to < today
    const exact = isExact(table)
    const [fixed] = reach === 'desk' ? await newestFixed(db, { bodies: [body], period: key }) : []
    const least = exact ? 1 : leastCell.value
    return ok({
      ...{ body, name: table.name, reach, period: { key, kind, year, no, from, to, over } },
      ...{ leastCell: leastCell.value, manyPeople: manyPeople.value, exact, lists: table.sight !== 'board' },
      mayFix: over && exact,
      illustrative: app.sample,
      ...(await tell({ db, now, today }, table, period)),
      fixed: fixed
        ? {
            ...{ no: fixed.no, at: fixed.fixedAt, by: fixed.fixedBy, reason: fixed.reason },
            open: toldOf(fixed.figures.open, least),
            secret: toldOf(fixed.figures.secret, leastCell.value),
            differences: await differencesTold(context, { table, period, fixed }),
          }
        : null,
    })
  },
})

/** Of what is withheld on both sides nothing is left to say; which cases they are, the desk alone hears. */
async function differencesTold(
  { db, actor, today, now }: ReadContext,
  { table, period, fixed }: { table: Table; period: Period; fixed: Fixed },
) {
  const exact = isExact(table)
  const all = differencesOf(fixed.figures, await countNow({ db, now, today }, table, period))
  const { near } = await scopeOf(db, actor, today)
  const shown = []
  for (const { figure, secret, fixed: then, now: present, more, fewer } of all) {
    const ids = exact && !secret ? [...more, ...fewer] : []
    const moved = await movesSince(db, { ids, deskId: table.bodyId, at: fixed.fixedAt, near })
    const cases = moved.map((one) => ({
      ...{ id: one.id, number: lineNumber(one), more: more.includes(one.id), moves: one.moves },
    }))
    const told = (value: number) => (exact && !secret ? value : value > 0 && value < leastCell.value ? null : value)
    shown.push({ figure, secret, fixed: told(then), now: told(present), cases })
  }
  return shown.filter((one) => exact || one.fixed !== null || one.now !== null)
}
