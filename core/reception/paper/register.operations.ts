// The register of a period as a file: with names to print, each opened on record; without them for other systems.
import { z } from 'zod'
import { scopeOf } from '../../cases/queue.operations.ts'
import { registerPdf, registerWorkbook } from '../../reports/registers/register.file.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { shownDay, daySchema, type Day } from '../../shared/day.ts'
import { csvText } from '../../shared/csv.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing, type ReadDb, type WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem, type Result } from '../../shared/result.ts'
import { notYours, partsAt } from '../reception.moves.ts'
import { textAsSaid } from '../reception.ts'
import { letterOfVisit } from '../reception.steps.ts'
import { office } from '../sitting.operations.ts'
import { desksOn } from '../sitting.store.ts'
import { registerLines, type RegisterLine } from '../visit.store.ts'
import { fileSchema } from './paper.operations.ts'
import { exportColumns, exportRow, registerColumns, registerRow, type Opened } from './register.rows.ts'

/** Every line opens a seal: a longer span is printed in parts. */
const mostPrinted = 500
const mostExported = 20_000
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const span = { from: daySchema, to: daySchema }

export const registerFile = writing({
  name: 'reception.registerFile',
  summary:
    'Sổ tiếp công dân của một thời gian để in hoặc mở bằng Excel, đủ cột của sổ giấy; mỗi tên mở ra được ghi lại',
  http: { method: 'POST', path: '/reception/register/file' },
  who: office,
  input: z.object({ desk: idOf<'body'>('body'), ...span, format: z.enum(['pdf', 'xlsx']).default('pdf') }),
  output: fileSchema,
  async run(context, { desk, from, to, format }) {
    const { db, app, actor, today } = context
    if (partsAt(actor, { deskId: desk }).length === 0) return notYours
    if (to < from) return invalid([backwards])
    const { near } = await scopeOf(db, actor, today)
    const lines = await registerLines(db, { desks: [desk], near, from, to, late: null, most: mostPrinted + 1 })
    if (lines.length > mostPrinted) return tooMany
    const rows: string[][] = []
    for (const line of lines.toReversed()) {
      const opened = await openLine(context, line)
      if (!opened.ok) return opened
      rows.push(registerRow(line, opened.value))
    }
    await context.record({
      noun: 'body',
      id: desk,
      move: 'printReceptionRegister',
      changes: { from, to, lines: lines.length },
    })
    const sheet = {
      ...{ title: 'Sổ tiếp công dân', body: lines[0]?.deskName ?? '', columns: registerColumns, rows },
      ...{ span: `Từ ${shownDay(from)} đến ${shownDay(to)}`, illustrative: app.sample },
    }
    const bytes = format === 'pdf' ? await registerPdf(sheet) : await registerWorkbook(sheet)
    const mediaType = format === 'pdf' ? 'application/pdf' : workbook
    return ok({ fileName: `so-tiep-cong-dan-${from}-${to}.${format}`, mediaType, content: bytes.toString('base64') })
  },
})

async function openLine(context: WriteContext, line: RegisterLine): Promise<Result<Opened>> {
  const letter = await letterOfVisit(context, line)
  if (!letter.ok) return letter
  if (letter.value === null) return ok(null)
  const { sender, text } = letter.value
  return ok({ name: sender.name ?? '', address: sender.address ?? '', said: textAsSaid(text) })
}

export const exportRegister = reading({
  name: 'reception.export',
  summary: 'Xuất sổ tiếp công dân (CSV, JSON): số, ngày, xử lý, kết quả, hạn; không có tên người và nội dung',
  http: { method: 'GET', path: '/reception/register/export' },
  who: office,
  sends: 'content',
  input: z.object({ ...span, desk: idOf<'body'>('body').optional(), format: z.enum(['csv', 'json']).default('csv') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ app, db, actor, today }, { from, to, desk, format }) {
    if (to < from) return invalid([backwards])
    const { near } = await scopeOf(db, actor, today)
    const mine = actor.kind === 'operator' ? await allDesks(db, today) : bodiesWhere(actor, 'receiver', 'head')
    const desks = desk === undefined ? mine : [desk]
    if (desk !== undefined && partsAt(actor, { deskId: desk }).length === 0) return notYours
    const lines = await registerLines(db, { desks, near, from, to, late: null, most: mostExported + 1 })
    if (lines.length > mostExported) return tooManyToExport
    const rows = lines.toReversed().map(exportRow)
    const text =
      format === 'json'
        ? `${JSON.stringify({ illustrative: app.sample, visits: rows }, null, 2)}\n`
        : csvOf(rows, app.sample)
    const mediaType = format === 'json' ? 'application/json' : 'text/csv'
    return ok({
      fileName: `so-tiep-cong-dan-${from}-${to}.${format}`,
      mediaType,
      content: new Uint8Array(Buffer.from(text)),
    })
  },
})

const allDesks = async (db: ReadDb, today: Day) => (await desksOn(db, today, null)).map(({ deskId }) => deskId)

function csvOf(rows: readonly ReturnType<typeof exportRow>[], illustrative: boolean): string {
  const heads = [...exportColumns, ...(illustrative ? ['note'] : [])]
  const lines = rows.map((row) => [
    ...exportColumns.map((key) => row[key]),
    ...(illustrative ? ['SỐ LIỆU MINH HOẠ'] : []),
  ])
  return csvText([heads, ...lines])
}

const backwards = problem(
  'to',
  'before-from',
  'Ngày cuối phải từ ngày đầu trở đi.',
  'The last day must not lie before the first.',
)
const tooManyToExport = conflict(
  'too-many-lines',
  `Khoảng này có hơn ${mostExported} lần tiếp. Hãy xuất từng phần.`,
  `There are more than ${mostExported} visits in it. Export it in parts.`,
)
const tooMany = conflict(
  'too-many-lines',
  `Khoảng này có hơn ${mostPrinted} lần tiếp. Hãy in từng phần.`,
  `There are more than ${mostPrinted} visits in it. Print it in parts.`,
)
