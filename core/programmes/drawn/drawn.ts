// Rows of a form nobody types: their figures are drawn from what another slice holds, as score sheets. Pure.
import { problem, type Problem } from '../../shared/result.ts'
import type { Id } from '../../shared/id.ts'
import type { Draft, Form, Typed } from '../entries/entry.ts'

export interface DrawnFigure {
  cellId: Id<'cell'>
  value: number
  /** 'assessment': score sheets of an assessment, whose id is `sourceId`. */
  source: string
  sourceId: number
}

/** Nothing of the form has a source, whoever fills it. */
export const drawsNothing = (form: Form) => form.rows.every(({ source }) => !source)

/** Puts the drawn figures into a draft. Another figure typed in their place is refused, never passed over in silence. */
export function withDrawn(
  form: Form,
  draft: Draft,
  drawn: readonly DrawnFigure[],
): { draft: Draft; problems: Problem[] } {
  if (drawn.length === 0) return { draft, problems: [] }
  const figures = new Map(drawn.map((one) => [one.cellId, one.value]))
  const problems: Problem[] = []
  const rows = form.rows.flatMap((row): Typed[] => {
    const typed = draft.rows.find(({ no }) => no === row.no)
    const value = figures.get(row.cellId)
    if (value === undefined) return typed ? [typed] : []
    if (typed?.value != null && typed.value !== value)
      problems.push(problem(`rows.${row.no}.value`, 'drawn', ...notTyped(row.label, typed.value, value)))
    return [{ no: row.no, value, note: typed?.note ?? null }]
  })
  return { draft: { ...draft, rows }, problems }
}

const notTyped = (label: string, typed: number, drawn: number) =>
  [
    `${label}: số này tính từ phiếu chấm điểm (${drawn}), không gõ (${typed}). Hãy để trống; nếu sai, sửa ở phiếu.`,
    `${label}: this figure is drawn from score sheets (${drawn}) and not typed (${typed}). Leave it empty; mend the sheet if it is wrong.`,
  ] as const
