// Figures out and in as JSON and CSV: out with their whole origin, in as drafts, all or nothing.
import { z } from 'zod'
import { confirming, mentionsPerson } from '../../documents/mentions/ask.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { instantSchema as instant } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadContext } from '../../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../../shared/result.ts'
import { saveWhole } from './entry.operations.ts'
import { nature } from './entry.schema.ts'
import { findEntry } from './entry.store.ts'
import { findPlace } from './entry.steps.ts'
import { proposedNature } from './nature.ts'
import { beginTrial, dutiesNamed, figuresOf, undoTrial } from './exchange.store.ts'
import { periodsOf } from '../forms/form.store.ts'
import { findProgramme, readsAll } from '../programme.rights.ts'
import { at, csvOf, readSheet, type SheetCell } from './sheet.ts'

const asked = { programme: idOf('programme'), period: z.string().max(20).optional() }

async function findPeriod({ db }: Pick<ReadContext, 'db'>, input: { programme: Id<'programme'>; period?: string }) {
  const found = await findProgramme(db, input.programme)
  if (!found.ok) return found
  const key = input.period ?? String(found.value.year)
  const periods = found.value.calendarId ? await periodsOf(db, found.value.calendarId) : []
  const period = periods.find((one) => one.key === key)
  if (!period) return invalid([problem('period', 'no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)])
  return ok({ programme: found.value, period })
}

export const exportFigures = reading({
  name: 'figures.export',
  summary: 'Số liệu của một chương trình, một kỳ, từng dòng kèm ai báo cáo và ai nhận; kèm sẵn dạng CSV',
  http: { method: 'GET', path: '/programmes/{programme}/figures' },
  who: 'signedIn',
  input: z.object(asked),
  output: z.object({
    illustrative: z.boolean(),
    period: z.string(),
    lines: z.array(
      z.object({
        placeCode: z.string().nullable(),
        placeName: z.string(),
        body: z.number().int(),
        bodyName: z.string(),
        form: z.string(),
        row: z.number().int(),
        label: z.string(),
        count: z.string(),
        organisation: z.string().nullable(),
        sector: z.string().nullable(),
        unit: z.string(),
        value: z.number().int().nullable(),
        note: z.string().nullable(),
        stage: z.string(),
        versionNo: z.number().int().nullable(),
        nature: nature.nullable(),
        reportedBy: z.string().nullable(),
        reportedAt: instant.nullable(),
        acceptedBy: z.string().nullable(),
        acceptedAt: instant.nullable(),
      }),
    ),
    csv: z.string(),
  }),
  async run(context, input) {
    const found = await findPeriod(context, input)
    if (!found.ok) return found
    const { programme, period } = found.value
    const { db, actor, today } = context
    const all = await readsAll(db, actor, programme, today)
    const bodies = all ? null : bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
    const lines = await figuresOf(db, { programmeId: programme.id, period, bodies })
    return ok({
      illustrative: programme.illustrative,
      period: period.key,
      lines,
      csv: csvOf(lines as object[] as never, programme.illustrative),
    })
  },
})

export const importFigures = writing({
  name: 'figures.import',
  summary: 'Nhập số liệu từ CSV thành bản nháp; sai một dòng thì không lưu dòng nào',
  http: { method: 'POST', path: '/programmes/{programme}/figures' },
  who: { roles: ['reporter', 'officer', 'head'] },
  input: z.object({
    ...asked,
    csv: z.string().max(20_000_000),
    /** Only tells the faults and what would be saved. */
    dryRun: z.union([z.boolean(), z.stringbool()]).default(false),
    ...confirming,
  }),
  output: z.object({ forms: z.number().int(), cells: z.number().int(), saved: z.boolean() }),
  async run(context, input) {
    const found = await findPeriod(context, input)
    if (!found.ok) return found
    const { programme, period } = found.value
    const { cells, problems } = readSheet(input.csv)
    const duties = await dutiesNamed(context.db, { programmeId: programme.id })
    const formOf = new Map(duties.map((duty) => [`${duty.body} ${duty.formKey}`, duty]))
    const groups = Map.groupBy(cells, (cell) => `${cell.body} ${cell.form}`)
    const faults: Problem[] = [...problems]
    if (input.dryRun) await beginTrial(context.db)
    const where = { period: period.id, mentionsConfirmed: input.mentionsConfirmed }
    for (const [key, group] of groups) {
      const duty = formOf.get(key)
      const first = group[0]!
      if (!duty)
        faults.push(
          at(first.line, 'bieu', `đơn vị ${first.body} không phải nộp biểu “${first.form}”.`, 'no such duty.'),
        )
      else faults.push(...(await saveGroup(context, { ...where, form: duty.form, body: duty.body }, group)))
    }
    const code = faults.every((fault) => fault.code === mentionsPerson) ? mentionsPerson : 'sheet-faults'
    if (faults.length > 0) return invalid(faults.slice(0, 500), code)
    const answer = {
      forms: groups.size,
      cells: cells.filter(({ value }) => value !== null).length,
      saved: !input.dryRun,
    }
    if (input.dryRun) await undoTrial(context.db)
    return ok(answer)
  },
})

type Write = Parameters<typeof saveWhole>[0]

/** Saves one form of the sheet as a draft; its faults carry the line they stand on. */
async function saveGroup(
  context: Write,
  where: { form: Id<'form'>; body: Id<'body'>; period: Id<'period'>; mentionsConfirmed: boolean },
  group: readonly SheetCell[],
): Promise<Problem[]> {
  const lineOf = new Map(group.map((cell) => [cell.row, cell.line]))
  const twice = group.filter((cell) => lineOf.get(cell.row) !== cell.line)
  if (twice.length > 0)
    return twice.map((cell) => at(cell.line, 'dong', `dòng ${cell.row} của biểu ghi hai lần.`, 'given twice.'))
  const place = await findPlace(context.db, where)
  if (!place.ok) return [at(group[0]!.line, 'don_vi', 'đơn vị không phải nộp biểu này trong kỳ.', 'no such duty.')]
  const entry = await findEntry(context.db, { dutyId: place.value.duty.id, periodId: where.period })
  const rows = group.map((cell) => ({ no: cell.row, value: cell.value, note: cell.note }))
  const said = new Set(group.flatMap((cell) => cell.nature ?? []))
  if (said.size > 1)
    return [
      at(group[0]!.line, 'loai_so', 'một biểu không vừa là số ước vừa là số chính thức.', 'both kinds in a form.'),
    ]
  const known = { counted: entry?.countedNature ?? null, cutOffOn: place.value.period.cutOffOn, today: context.today }
  const [nature = proposedNature(known)] = said
  const saved = await saveWhole(context, { ...where, rows, nature, expectedVersion: entry?.version ?? 0 })
  if (saved.ok) return []
  const { refusal } = saved
  if (refusal.kind !== 'invalid') return [at(group[0]!.line, 'don_vi', refusal.sentence.vi, refusal.sentence.en)]
  return refusal.problems.map((one) => {
    const row = Number(/^rows\.(\d+)/.exec(one.field)?.[1])
    return { ...at(lineOf.get(row) ?? group[0]!.line, 'gia_tri', one.sentence.vi, one.sentence.en), ...codeOf(one) }
  })
}

/** Only what a tick may let through keeps its own code. */
function codeOf({ code }: Problem): Partial<Problem> {
  return code === mentionsPerson ? { code } : {}
}
