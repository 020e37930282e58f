// The upper body's own list and sums: what its line accepted, beside what the boards of the mobilisation line count.
import { z } from 'zod'
import { bodiesAbove, bodiesBelow } from '../../bodies/body.read.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { forbidden, ok } from '../../shared/result.ts'
import { nature, stage } from '../entries/entry.schema.ts'
import { readForm } from '../forms/form.store.ts'
import { lineStages } from './line.ts'
import { addableCells, choicesFor, unitsOf, type LineChoice, type LineUnit } from './line.list.store.ts'

const both = { line: z.number().int().nullable(), mobilisation: z.number().int().nullable() }

const unitSchema = z.object({
  entry: z.number().int().nullable(),
  body: z.number().int(),
  bodyName: z.string(),
  placeName: z.string(),
  toName: z.string(),
  stage,
  lineStage: z.enum(lineStages),
  lineNo: z.number().int().nullable(),
  lineNature: nature.nullable(),
  countedNo: z.number().int().nullable(),
  differs: z.boolean(),
  values: z.array(z.object({ no: z.number().int(), ...both })),
})

export const showLine = reading({
  name: 'lines.show',
  summary: 'Biểu gửi đến một đơn vị theo ngành dọc: từng đơn vị, tổng số đã nhận, chỗ khác với số khối dân vận đã nhận',
  http: { method: 'GET', path: '/bodies/{body}/line' },
  who: 'signedIn',
  input: z.object({ body: idOf('body'), form: idOf('form').optional(), period: idOf('period').optional() }),
  output: z.object({
    choices: z.array(
      z.object({
        form: z.number().int(),
        formKey: z.string(),
        formName: z.string(),
        period: z.number().int(),
        periodName: z.string(),
      }),
    ),
    /** null: nothing is addressed to the body in its own line. */
    shown: z
      .object({
        form: z.number().int(),
        formName: z.string(),
        period: z.number().int(),
        periodName: z.string(),
        /** Sums of what each line accepted; null where the count does not add over units. */
        rows: z.array(z.object({ no: z.number().int(), label: z.string(), unit: z.string(), ...both })),
        units: z.array(unitSchema),
        accepted: z.number().int(),
        estimated: z.number().int(),
      })
      .nullable(),
  }),
  async run({ db, actor, today }, input) {
    const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
    const above = await bodiesAbove(db, input.body, today)
    if (actor.kind !== 'operator' && ![input.body, ...above].some((body) => mine.has(body))) return notYourLine
    const bodies = await bodiesBelow(db, [input.body], today)
    const choices = await choicesFor(db, { bodies, today })
    const chosen =
      choices.find((one) => one.form === input.form && one.period === input.period) ??
      choices.find((one) => one.form === input.form) ??
      choices[0]
    return ok({ choices, shown: chosen ? await describe(db, bodies, chosen) : null })
  },
})

async function describe(db: ReadDb, bodies: readonly Id<'body'>[], chosen: LineChoice) {
  const form = (await readForm(db, chosen.form))!
  const units = await unitsOf(db, { bodies, form: chosen.form, period: chosen.period })
  const addable = await addableCells(db, chosen.form)
  const rowOf = new Map(form.rows.map((row) => [row.cellId, row.no]))
  return {
    ...chosen,
    rows: form.rows.map(({ no, cellId, label, unit }) => {
      const sum = (side: 'line' | 'mobilisation') => (addable.has(cellId) ? sumOf(units, cellId, side) : null)
      return { no, label, unit, line: sum('line'), mobilisation: sum('mobilisation') }
    }),
    units: units.map(({ values, lineStage, ...unit }) => ({
      ...unit,
      lineStage: lineStage!,
      values: values.map(({ cellId, ...value }) => ({ no: rowOf.get(cellId)!, ...value })),
    })),
    accepted: units.filter((unit) => unit.lineNo !== null).length,
    estimated: units.filter((unit) => unit.lineNature === 'estimate').length,
  }
}

/** null: nothing was accepted; that is not nought. */
function sumOf(units: readonly LineUnit[], cellId: Id<'cell'>, side: 'line' | 'mobilisation'): number | null {
  const values = units.flatMap((unit) => unit.values.find((value) => value.cellId === cellId)?.[side] ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

const notYourLine = forbidden(
  'not-your-line',
  'Danh sách này của đơn vị khác. Chỉ cán bộ của đơn vị nhận theo ngành dọc và của cấp trên được xem.',
  'This list belongs to another body; its own officers and those above see it.',
)
