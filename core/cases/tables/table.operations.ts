// Which tables somebody may open, the cases behind a figure, and a table as a file.
import { z } from 'zod'
import { reading } from '../../shared/operation.ts'
import { forbidden, ok } from '../../shared/result.ts'
import { scopeOf } from '../queue.operations.ts'
import { lineNumber } from '../submission.ts'
import { figureKeys } from './figures.ts'
import { fixTable } from './fix.operations.ts'
import { periodKinds, periodOf, periodsUntil } from './period.ts'
import { leastCell } from './rules.ts'
import { tableFor, tablesFor } from './scope.ts'
import { showTable } from './show.operations.ts'
import { tableCsv, tableJson, tableWorkbook } from './table.file.ts'
import { count, tableNamed, which, who } from './table.schema.ts'
import { listedAPage, listOf } from './table.store.ts'
import { askedOf, tell } from './table.ts'

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
