// Forms and duties: what is asked, of whom, and who accepts it.
import { z } from 'zod'
import { organisations, versionsOf } from '../../bodies/body.read.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf, type Id, seenVersion } from '../../shared/id.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem } from '../../shared/result.ts'
import { ruleSchema } from './check.ts'
import { unknownCalendar } from './calendar.ts'
import { entryKindOf, listCounts, listSectors } from './catalogue.store.ts'
import {
  attachForm,
  cellFor,
  dutiesFor,
  insertDuties,
  overlappingDuties,
  putForm,
  unknownBodies,
} from './form.write.store.ts'
import { periodsOf, readForm } from './form.store.ts'
import { whyNotProgramme } from '../programme.moves.ts'
import { staffOf } from '../programme.store.ts'
import { updateProgramme } from '../programme.copy.store.ts'
import { beginChange } from '../programme.operations.ts'
import { sameReceiver } from '../lines/line.ts'
import { refreshPeriod } from '../boards/rollup.store.ts'

const staff = { roles: ['officer', 'head'] } as const

const rowSchema = z.object({
  count: z.string(),
  organisation: z.string().nullable().default(null),
  sector: z.string().nullable().default(null),
  section: z.string().trim().max(200).nullable().default(null),
  label: z.string().trim().min(2).max(300),
  help: z.string().trim().max(500).nullable().default(null),
  choice: z.string().trim().max(100).nullable().default(null),
  required: z.boolean().default(true),
  maximum: z.number().int().min(1).max(1_000_000_000).default(100_000_000),
})

const checkSchema = z.object({
  rule: ruleSchema,
  unless: z.enum(['never', 'reason']),
  sentence: z.string().trim().min(5).max(500),
})

export const put = writing({
  name: 'forms.put',
  summary: 'Ghi một biểu: các dòng số đếm và các kiểm tra',
  http: { method: 'PUT', path: '/bodies/{body}/forms/{key}' },
  who: staff,
  input: z.object({
    body: idOf('body'),
    key: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9.-]{1,30}$/, 'Ký hiệu biểu gồm chữ, số, dấu chấm hoặc gạch.'),
    calendar: idOf('reporting_calendar'),
    name: z.string().trim().min(3).max(300),
    intro: z.string().trim().max(2000).nullish(),
    kind: z.enum(['figures', 'summary']).default('figures'),
    needsDecision: z.boolean().default(false),
    rows: z.array(rowSchema).max(300),
    checks: z.array(checkSchema).max(200).default([]),
  }),
  output: z.object({ form: z.number().int() }),
  async run(context, input) {
    const refusal = await whyNotDefine(context, input.body)
    if (refusal) return refusal
    const counts = new Map((await listCounts(context.db)).map((count) => [count.key, count.id]))
    const faults = await unknownKeys(context, input.rows)
    if ((await entryKindOf(context.db, input.calendar)) === undefined) faults.push(unknownCalendar)
    if (input.kind === 'figures' && input.rows.length === 0)
      faults.push(problem('rows', 'no-rows', 'Biểu số liệu phải có ít nhất một dòng.', 'A form needs a row.'))
    if (faults.length > 0) return invalid(faults)
    const cells: Id<'cell'>[] = []
    for (const row of input.rows) cells.push(await cellFor(context.db, { ...row, countId: counts.get(row.count)! }))
    if (new Set(cells).size < cells.length)
      return invalid([
        problem('rows', 'asked-twice', 'Cùng một số bị hỏi hai lần trong biểu.', 'One count is asked twice.'),
      ])
    const stored = await putForm(context.db, {
      ...input,
      rows: input.rows.map((row, i) => ({ ...row, cellId: cells[i]! })),
    })
    if (!stored)
      return conflict(
        'form-in-use',
        'Biểu này đã có đơn vị nhập số nên không đổi dòng được. Hãy lập biểu mới với ký hiệu khác.',
        'Bodies have entered figures on this form; its rows stay. Make a new form with another key.',
      )
    await context.record({ noun: 'form', id: stored, move: 'put' })
    return ok({ form: stored })
  },
})

/** Rows that name a count, an organisation or a sector of which the catalogue knows nothing. */
async function unknownKeys({ db }: WriteContext, rows: readonly z.output<typeof rowSchema>[]): Promise<Problem[]> {
  const catalogue = {
    count: { keys: (await listCounts(db)).map((one) => one.key), vi: 'số đếm', en: 'count' },
    organisation: { keys: (await organisations(db)).map((one) => one.key), vi: 'loại tổ chức', en: 'organisation' },
    sector: { keys: (await listSectors(db)).map((one) => one.key), vi: 'lĩnh vực', en: 'sector' },
  }
  const fields = ['count', 'organisation', 'sector'] as const
  return rows.flatMap((row, i) =>
    fields.flatMap((field): Problem[] => {
      const [asked, known] = [row[field], catalogue[field]]
      if (asked === null || known.keys.includes(asked)) return []
      const shown = asked.length > 60 ? `${asked.slice(0, 60)}…` : asked
      const sentence = [`Danh mục chưa có ${known.vi} “${shown}”.`, `No ${known.en} “${shown}”.`] as const
      return [problem(`rows.${i}.${field}`, `no-such-${field}`, ...sentence)]
    }),
  )
}

/** Forms and duties belong to the staff of the body that asks. */
export async function whyNotDefine(context: WriteContext, bodyId: Id<'body'>) {
  const versions = await versionsOf(context.db, bodyId)
  if (versions.length === 0) return notFound('no-such-body', 'Không có đơn vị này.', 'No such body.')
  return whyNotProgramme(context.actor, 'create', { stage: 'none', staff: await staffOf(context.db, bodyId) })
}

export const attach = writing({
  name: 'forms.attach',
  summary: 'Dùng một biểu đã có cho chương trình',
  http: { method: 'POST', path: '/programmes/{programme}/forms' },
  who: staff,
  input: z.object({
    programme: idOf('programme'),
    expectedVersion: seenVersion(1),
    form: idOf('form'),
  }),
  output: z.object({ version: z.number().int() }),
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    const form = await readForm(context.db, input.form)
    if (!form) return notFound('no-such-form', 'Không có biểu này.', 'No such form.')
    await attachForm(context.db, begun.value.id, form.id)
    await updateProgramme(context.db, begun.value.id, {})
    await context.record({ noun: 'programme', id: begun.value.id, move: 'attachForm', changes: { form: form.id } })
    return ok({ version: begun.value.version + 1 })
  },
})

const lineSchema = z.object({
  body: idOf('body'),
  to: idOf('body'),
  line: idOf('body')
    .nullish()
    .meta({ description: 'cấp trên của chính tổ chức, cũng nhận biểu này; không ghi: để như cũ; null: không có' }),
})

export const assign = writing({
  name: 'duties.assign',
  summary: 'Giao biểu cho các đơn vị và nêu đơn vị nhận',
  http: { method: 'POST', path: '/forms/{form}/duties' },
  who: staff,
  input: z.object({
    form: idOf('form'),
    lines: z.array(lineSchema).min(1).max(5000),
    validFrom: daySchema.nullish(),
  }),
  output: z.object({ assigned: z.number().int() }),
  async run(context, input) {
    const { db } = context
    const owner = await dutiesFor(db, input.form)
    if (!owner) return notFound('no-such-form', 'Không có biểu này.', 'No such form.')
    const refusal = await whyNotDefine(context, owner.bodyId)
    if (refusal) return refusal
    const nobody = await unknownBodies(
      db,
      input.lines.flatMap(({ body, to, line }) => [body, to, line ?? to]),
    )
    const faults = [
      ...input.lines.flatMap((line, i) => [...faultsOfLine(line, i), ...noSuchBody(line, i, nobody)]),
      ...namedTwice(input.lines),
    ]
    if (faults.length > 0) return invalid(faults)
    const twice = await overlappingDuties(db, { formId: input.form, bodyIds: input.lines.map((line) => line.body) })
    if (twice.length > 0)
      return invalid(
        twice.map((one) =>
          problem(
            'lines',
            'asked-already',
            `${one.bodyName} đã nộp “${one.count}” ở biểu ${one.formKey} cùng lịch báo cáo. Hãy dùng lại biểu đó, không hỏi hai lần.`,
            `${one.bodyName} already reports “${one.count}” on form ${one.formKey}. Use that form again.`,
          ),
        ),
      )
    const assigned = await insertDuties(db, {
      formId: input.form,
      lines: input.lines,
      validFrom: input.validFrom ?? null,
    })
    const bodies = input.lines.map(({ body }) => body)
    const from = input.validFrom ?? ''
    // Nobody owes anything for a period that ended before the duty began.
    for (const { id: periodId, kind, endsOn: day } of await periodsOf(db, owner.calendarId))
      if (kind === owner.entryKind && day >= from) await refreshPeriod(db, { periodId, day, bodies })
    await context.record({ noun: 'form', id: input.form, move: 'assign', changes: { assigned } })
    return ok({ assigned })
  },
})

/** The two receivers are two bodies, and neither is the one that sends. */
function faultsOfLine({ body, to, line }: z.output<typeof lineSchema>, i: number): Problem[] {
  const own = (field: string) =>
    problem(`lines.${i}.${field}`, 'to-itself', 'Đơn vị không tự nhận số của mình.', 'No body accepts its own figures.')
  return [
    ...(body === to ? [own('to')] : []),
    ...(body === line ? [own('line')] : []),
    ...(line && line === to ? [sameReceiver(`lines.${i}.line`)] : []),
  ]
}

function namedTwice(lines: readonly z.output<typeof lineSchema>[]): Problem[] {
  const first = new Map<number, number>()
  return lines.flatMap(({ body }, i) => {
    const before = first.get(body)
    if (before === undefined) first.set(body, i)
    const vi = `Đơn vị này đã có ở dòng ${(before ?? 0) + 1}. Mỗi đơn vị chỉ giao một lần, cho một nơi nhận.`
    return before === undefined
      ? []
      : [problem(`lines.${i}.body`, 'twice', vi, `This body stands in line ${before + 1} already.`)]
  })
}

function noSuchBody(line: z.output<typeof lineSchema>, i: number, nobody: ReadonlySet<number>): Problem[] {
  const fields = (['body', 'to', 'line'] as const).filter((field) => nobody.has(line[field] ?? 0))
  return fields.map((field) =>
    problem(
      `lines.${i}.${field}`,
      'no-such-body',
      `Không có đơn vị số ${line[field]}. Hãy chọn lại trong danh sách đơn vị.`,
      `No body ${line[field]}. Choose again from the list.`,
    ),
  )
}

export const show = reading({
  name: 'forms.show',
  summary: 'Một biểu: các dòng, các kiểm tra, giao cho những đơn vị nào',
  http: { method: 'GET', path: '/forms/{form}' },
  who: 'signedIn',
  input: z.object({ form: idOf('form') }),
  output: z.object({
    form: z.object({
      id: z.number().int(),
      key: z.string(),
      name: z.string(),
      intro: z.string().nullable(),
      kind: z.string(),
    }),
    rows: z.array(
      z.object({ no: z.number().int(), label: z.string(), unit: z.string(), section: z.string().nullable() }),
    ),
    checks: z.array(z.object({ no: z.number().int(), unless: z.string(), sentence: z.string() })),
    duties: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        to: z.number().int(),
        toName: z.string(),
        line: z.number().int().nullable(),
        lineName: z.string().nullable(),
      }),
    ),
  }),
  async run({ db }, input) {
    const form = await readForm(db, input.form)
    const owner = form && (await dutiesFor(db, input.form))
    if (!form || !owner) return notFound('no-such-form', 'Không có biểu này.', 'No such form.')
    return ok({ form, rows: form.rows, checks: form.checks, duties: owner.duties })
  },
})
