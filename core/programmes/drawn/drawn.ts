// Rows of a form nobody types: their figures are drawn from what another slice holds, as score sheets. Pure.
import { problem, type Problem } from '../../shared/result.ts'
import type { Id } from '../../shared/id.ts'
import type { Draft, Form, Typed } from '../entries/entry.ts'

export interface DrawnFigure {
  cellId: Id<'cell'>
  value: number
  /** 'assessment': score sheets of an assessment, whose id is `sourceId`; 'models': the registry, by the body. */
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
  const figures = new Map(drawn.map((one) => [one.cellId, one]))
  const problems: Problem[] = []
  const rows = form.rows.flatMap((row): Typed[] => {
    const typed = draft.rows.find(({ no }) => no === row.no)
    const found = figures.get(row.cellId)
    if (!found) return typed ? [typed] : []
    const { value, source } = found
    if (typed?.value != null && typed.value !== value)
      problems.push(problem(`rows.${row.no}.value`, 'drawn', ...notTyped(row.label, typed.value, { value, source })))
    return [{ no: row.no, value, note: typed?.note ?? null }]
  })
  return { draft: { ...draft, rows }, problems }
}

const notTyped = (label: string, typed: number, { value, source }: Pick<DrawnFigure, 'value' | 'source'>) => {
  const [vi, en] = source === 'models' ? (['sổ mô hình', 'the registry of models'] as const) : sheets
  return [
    `${label}: số này tính từ ${vi} (${value}), không gõ (${typed}). Hãy để trống; nếu sai, sửa ở ${vi}.`,
    `${label}: this figure is drawn from ${en} (${value}) and not typed (${typed}). Leave it empty; mend it there if it is wrong.`,
  ] as const
}
const sheets = ['phiếu chấm điểm', 'score sheets'] as const
