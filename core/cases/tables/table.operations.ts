// The tables of a desk and of all desks below a body: shown, listed case by case by their numbers, fixed, taken out as a file.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem } from '../../shared/result.ts'
import { scopeOf } from '../queue.operations.ts'
import { lineNumber } from '../submission.ts'
import { personOf } from '../submission.steps.ts'
import { dimensions, figureKeys } from './figures.ts'
import { differencesOf } from './fixed.ts'
import { insertFixed, movesSince, newestFixed } from './fixed.store.ts'
import { periodKinds, periodOf, periodsUntil } from './period.ts'
import { leastCell, manyPeople } from './rules.ts'
import { isExact, reaches, tableFor, tablesFor } from './scope.ts'
import { tableCsv, tableJson, tableWorkbook } from './table.file.ts'
import { listedAPage, listOf } from './table.store.ts'
import { askedOf, countNow, tell } from './table.ts'
import { toldOf } from './withheld.ts'

const who = { roles: ['receiver', 'head', 'officer', 'standingBoard'] } as const
const count = z.number().int().nullable().meta({ description: 'null: nhỏ hơn mức tối thiểu nên không nêu' })
const toldSchema = z.object(
  Object.fromEntries(figureKeys.map((key) => [key, count])) as Record<(typeof figureKeys)[number], typeof count>,
)
const days = z.number().nullable()

export const periodKey = z
  .string()
  .refine((key) => periodOf(key) !== null, {
    message:
      'Chọn một kỳ, hoặc ghi từ ngày đến ngày, dài nhất 400 ngày. Qua API như 2026-Q3, 2026-M07, 2025-12-15_2026-12-14.',
  })
  .meta({
    description:
      'năm 2026; 9 tháng 2026-9T; 6 tháng 2026-6T; quý 2026-Q3; tháng 2026-M07; từ ngày đến ngày 2025-12-15_2026-12-14',
  })

const which = {
  body: idOf('body'),
  reach: z.enum(reaches).default('desk').meta({ description: 'desk: một nơi nhận; all: cả các nơi nhận ở dưới' }),
  period: periodKey,
}

const tableNamed = z.object({ body: z.number().int(), name: z.string(), reach: z.enum(reaches) })

export const tables = reading({
  name: 'caseTables.list',
  summary: 'Những nơi tôi xem được bảng số liệu đơn thư, và các kỳ đã bắt đầu',
  http: { method: 'GET', path: '/case-tables' },
  who,
  input: z.object({}),
  output: z.object({
    tables: z.array(tableNamed),
    periods: z.array(
      z.object({ key: z.string(), kind: z.enum(periodKinds), year: z.number().int(), no: z.number().int().nullable() }),
    ),
  }),
  async run({ db, actor, today }) {
    const found = await tablesFor({ db, actor, today })
    const periods = periodsUntil(today).map(({ key, kind, year, no }) => ({ key, kind, year, no }))
    return ok({ tables: found.map(({ bodyId, name, reach }) => ({ body: bodyId, name, reach })), periods })
  },
})

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
    const { app, db, actor, today, now } = context
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
            differences: await differences(),
          }
        : null,
    })

    async function differences() {
      const all = differencesOf(fixed!.figures, await countNow({ db, now, today }, table, period))
      const { near } = await scopeOf(db, actor, today)
      const shown = []
      for (const { figure, secret, fixed: then, now: today_, more, fewer } of all) {
        const ids = exact && !secret ? [...more, ...fewer] : []
        const moved = await movesSince(db, { ids, deskId: body, at: fixed!.fixedAt, near })
        const cases = moved.map((one) => ({
          id: one.id,
          number: lineNumber(one),
          more: more.includes(one.id),
          moves: one.moves,
        }))
        const told = (value: number) => (exact && !secret ? value : value > 0 && value < leastCell.value ? null : value)
        shown.push({ figure, secret, fixed: told(then), now: told(today_), cases })
      }
      // Of what is withheld on both sides nothing is left to say.
      return shown.filter((one) => exact || one.fixed !== null || one.now !== null)
    }
  },
})

export const listTable = reading({
  name: 'caseTables.cases',
  summary: 'Các hồ sơ mà một số liệu đếm, chỉ số hồ sơ; không có tố cáo, và không cho ban của Đảng',
  http: { method: 'GET', path: '/case-tables/{body}/cases/{figure}' },
  who,
  input: z.object({
    ...which,
    figure: z.enum(figureKeys),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({
    name: z.string(),
    figure: z.enum(figureKeys),
    count,
    cases: z.array(z.object({ id: z.number().int(), number: z.string(), desk: z.string(), times: z.number().int() })),
    more: z.boolean(),
  }),
  async run(context, { body, reach, period: key, figure, page }) {
    const { db, actor, today, now } = context
    const found = await tableFor(context, { body, reach })
    if (!found.ok) return found
    const table = found.value
    if (table.sight === 'board') return countsOnly
    const period = periodOf(key)!
    const { open } = await tell({ db, now, today }, table, period)
    const counted = open[figure]
    if (counted === null) return tooFew
    const { near } = await scopeOf(db, actor, today)
    const rows = await listOf(db, askedOf({ db, now, today }, table, period), { figure, near, page })
    const nameOf = new Map(table.desks.map(({ id, name }) => [id, name]))
    const cases = rows.slice(0, listedAPage).map((one) => ({
      ...{ id: one.id, number: lineNumber(one), desk: nameOf.get(one.deskId) ?? '', times: one.times },
    }))
    return ok({ name: table.name, figure, count: counted, cases, more: rows.length > listedAPage })
  },
})

const countsOnly = forbidden(
  'counts-only',
  'Ban của Đảng xem số lượng, không xem danh sách hồ sơ.',
  'A Party board sees counts and no list of cases.',
)
const tooFew = forbidden(
  'too-few',
  'Số này nhỏ hơn mức tối thiểu nên không nêu và không mở danh sách ở ngoài nơi tiếp nhận.',
  'This count is under the least that is told outside the desk, and so is its list.',
)

export const fixTable = writing({
  name: 'caseTables.fix',
  summary: 'Chốt bảng số liệu của một kỳ đã hết: số giữ nguyên như lúc chốt, sau này khác thì nêu chỗ khác và vì sao',
  http: { method: 'POST', path: '/case-tables/{body}/fix' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({
    body: which.body,
    period: periodKey,
    seen: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000)
      .meta({ description: 'lần chốt mới nhất đã xem; 0: chưa chốt lần nào' }),
    reason: z.string().trim().max(1000).default('').meta({ description: 'chốt lại: vì sao' }),
  }),
  output: z.object({ no: z.number().int() }),
  async run(context, { body, period: key, seen, reason }) {
    const { db, actor, today, now, record } = context
    if (actor.kind === 'person' && !bodiesWhere(actor, 'receiver', 'head').includes(body)) return notYourDesk
    const found = await tableFor(context, { body, reach: 'desk' })
    if (!found.ok) return found
    const period = periodOf(key)!
    const { from, to } = period
    const faults = [...(to >= today ? [notOver] : []), ...(seen > 0 && reason.length < 10 ? [whyAgain] : [])]
    if (faults.length > 0) return invalid(faults)
    const figures = await countNow({ db, now, today }, found.value, period)
    const made = { bodyId: body, period: key, no: seen + 1, from, to, figures, reason: seen > 0 ? reason : '', at: now }
    const id = await insertFixed(db, { ...made, by: personOf(actor) })
    if (id === null) return fixedMeanwhile
    await record({ noun: 'caseTable', id, move: 'fix', changes: { body, period: key, no: seen + 1 } })
    return ok({ no: seen + 1 })
  },
})

const notYourDesk = forbidden(
  'not-your-desk',
  'Chỉ nơi tiếp nhận chốt bảng số liệu của mình.',
  'Only the desk itself fixes its table.',
)
const notOver = problem(
  'period',
  'not-over',
  'Kỳ này chưa hết nên chưa chốt được. Chốt từ ngày sau ngày cuối kỳ.',
  'This period is not over yet. Fix it from the day after its last.',
)
const whyAgain = problem(
  'reason',
  'missing',
  'Chốt lại thì nêu lý do, ít nhất một câu.',
  'Fixing it again needs a reason, in a sentence at least.',
)
const fixedMeanwhile = conflict(
  'fixed-meanwhile',
  'Người khác vừa chốt bảng này. Hãy xem bản vừa chốt; lý do đã gõ vẫn còn.',
  'Somebody has just fixed this table. Look at that version; what you typed is kept.',
)

const formats = {
  csv: { mediaType: 'text/csv', write: tableCsv },
  json: { mediaType: 'application/json', write: tableJson },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: tableWorkbook },
} as const

export const tableFile = reading({
  name: 'caseTables.export',
  summary: 'Bảng số liệu thành tệp CSV, XLSX hoặc JSON, như người xem được thấy',
  http: { method: 'GET', path: '/case-tables/{body}/file/{format}' },
  who,
  sends: 'content',
  input: z.object({ ...which, format: z.enum(['csv', 'json', 'xlsx']) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run(context, { body, reach, period: key, format }) {
    const { app, db, today, now } = context
    const found = await tableFor(context, { body, reach })
    if (!found.ok) return found
    const period = periodOf(key)!
    const told = await tell({ db, now, today }, found.value, period)
    const { mediaType, write } = formats[format]
    const file = { told, name: found.value.name, period, least: leastCell.value, illustrative: app.sample }
    const content = new Uint8Array(await write(file))
    return ok({ fileName: `don-thu-${body}-${reach}-${key}.${format}`, mediaType, content })
  },
})

export const tableOperations = [tables, showTable, listTable, fixTable, tableFile] as const
