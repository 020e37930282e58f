// What comes in when figures are entered: decoded cell by cell, every fault with its cell.
import { z } from 'zod'
import { confirming } from '../../documents/mentions/ask.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { problem, type Problem } from '../../shared/result.ts'
import { parseCount, type Draft, type Fault, type Form } from './entry.ts'
import { natures } from './nature.ts'

const short = z.string().max(2000).nullish()

export const draftSchema = z.object({
  rows: z
    .array(
      z.object({
        no: z.coerce.number().int().positive(),
        /** A count as typed ("4.120") or as a number; empty: no figure. */
        value: z.union([z.string().max(20_000), z.number(), z.null()]).optional(),
        note: short,
      }),
    )
    .max(500)
    .default([]),
  remark: z.string().max(20_000).nullish(),
  nature: z
    .enum(natures)
    .default('actual')
    .meta({ description: 'số chính thức hay số ước; kỳ chưa đến ngày chốt số thì nên gửi số ước' }),
  decisionNumber: z.string().max(100).nullish(),
  decisionOn: z.union([daySchema, z.literal('')]).nullish(),
  ...confirming,
})
export type DraftInput = z.output<typeof draftSchema>

export const atSchema = z.object({ form: idOf('form'), body: idOf('body'), period: idOf('period') })

/** The version the officer saw when he began; the slower of two gets a conflict and keeps what he typed. */
export const seenSchema = z.object({ expectedVersion: seenVersion(0) })

/** Of something pasted by mistake, enough to know it again. */
const mostShown = 30

/** The draft in numbers, and the cells that are no counts. */
export function decode(form: Form, input: DraftInput): { draft: Draft; problems: Problem[] } {
  const known = new Map(form.rows.map((row) => [row.no, row]))
  const problems: Problem[] = []
  const seen = new Set<number>()
  const rows = input.rows.flatMap((typed) => {
    const row = known.get(typed.no)
    if (seen.has(typed.no)) {
      const twice = [`Dòng ${typed.no} được gửi hai lần.`, `Row ${typed.no} was sent twice.`] as const
      problems.push(problem(`rows.${typed.no}`, 'row-twice', ...twice))
      return []
    }
    seen.add(typed.no)
    if (!row) {
      problems.push(
        problem(`rows.${typed.no}`, 'no-such-row', `Biểu không có dòng ${typed.no}.`, `No row ${typed.no}.`),
      )
      return []
    }
    const value = typeof typed.value === 'number' ? wholeOrNone(typed.value) : parseCount(typed.value ?? '')
    const shown = String(typed.value).length > mostShown ? `${String(typed.value).slice(0, mostShown)}…` : typed.value
    if (value === undefined)
      problems.push(
        problem(
          `rows.${typed.no}.value`,
          'not-a-count',
          `${row.label}: “${shown}” không phải số đếm. Chỉ ghi số nguyên từ 0 trở lên, ví dụ 4120 hoặc 4.120.`,
          `${row.label}: “${shown}” is not a count. Write a whole number from 0 up, as 4120 or 4.120.`,
        ),
      )
    return [{ no: typed.no, value: value ?? null, note: typed.note?.trim() || null }]
  })
  const draft = {
    rows,
    remark: input.remark?.trim() || null,
    decisionNumber: input.decisionNumber?.trim() || null,
    decisionOn: input.decisionOn || null,
  }
  return { draft, problems }
}

export function problemOfFault(fault: Fault): Problem {
  const field = fault.row === null ? fault.field : `rows.${fault.row}.${fault.field}`
  return problem(field, fault.code, fault.vi, fault.en)
}

function wholeOrNone(value: number): number | undefined {
  return Number.isSafeInteger(value) && value >= 0 && value < 1e12 ? value : undefined
}
