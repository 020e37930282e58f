// Who has sent what, as places by forms: one mark for a body and a form, the most pressing of its periods. Pure.
import { markOf, stateOf, type DeskLine } from './desk.ts'
import { day } from './words/format.ts'
import type { MatrixColumn, MatrixRow, Meaning, State } from './ui/StatusMatrix/matrix.ts'
import type { Words } from './words/words.ts'

export interface MatrixLine extends DeskLine {
  body: number
  bodyName: string
  form: number
  formKey: string
  formName: string
  period: number
  periodName: string
  place: number
  placeName: string
  /** The two receivers hold different versions or opinions. */
  differs?: boolean
  /** Figures that came back higher after a return; the day of a review of the roll after which members fell. */
  raised?: number
  reviewedOn?: string | null
}

/** What a reader should know of the figures of a line beside its stage. */
export function marksOf(
  { raised, reviewedOn }: Pick<MatrixLine, 'raised' | 'reviewedOn'>,
  { matrix }: Words,
): string[] {
  return [raised ? matrix.raised(raised) : '', reviewedOn ? matrix.reviewed(day(reviewedOn)) : ''].filter(Boolean)
}

/** The most pressing first; also the order in which the marks are explained. */
const pressing: readonly State[] = ['late', 'changed', 'unreported', 'provisionalMet', 'provisional', 'met']

export function meaningsOf(words: Words): Meaning[] {
  const { missing, returned, waiting, accepted, estimate } = words.matrix.filter
  const texts: Partial<Record<State, string>> = {
    ...{ late: words.matrix.overdue, changed: returned, unreported: missing, provisionalMet: waiting, met: accepted },
    provisional: estimate,
  }
  return pressing.map((state) => ({ state, text: texts[state]! }))
}

/** Rows and columns in the order of the lines; columns by the key of the form. */
export function gridOf(lines: readonly MatrixLine[], words: Words): { columns: MatrixColumn[]; rows: MatrixRow[] } {
  const columns = new Map<string, MatrixColumn>()
  const rows = new Map<number, MatrixRow>()
  for (const group of Map.groupBy(lines, (line) => `${line.body} ${line.form}`).values()) {
    const [first] = group as [MatrixLine, ...MatrixLine[]]
    columns.set(first.formKey, { key: first.formKey, label: first.formKey, note: plainName(first.formName) })
    const row = rows.get(first.place) ?? { key: String(first.place), label: first.placeName, marks: {} }
    rows.set(first.place, row)
    row.marks[first.formKey] = [...(row.marks[first.formKey] ?? []), markFor(group, words)]
  }
  return { columns: [...columns.values()].sort((a, b) => a.key.localeCompare(b.key, 'vi')), rows: [...rows.values()] }
}

function markFor(group: readonly MatrixLine[], words: Words) {
  const [worst] = [...group].sort((a, b) => pressing.indexOf(markOf(a)) - pressing.indexOf(markOf(b)))
  const { body, form, period, bodyName, periodName } = worst!
  const { text, note } = stateOf(worst!, words)
  const which = group.length > 1 ? ` (${periodName})` : ''
  return {
    state: markOf(worst!),
    text: `${bodyName}${which}: ${[text, note, worst!.differs && words.line.differsShort, ...marksOf(worst!, words)].filter(Boolean).join(', ')}`,
    href: `/nhap-so-lieu/${body}/${form}/${period}`,
  }
}

/** “Biểu F2 – Mặt trận Tổ quốc cấp xã” → “Mặt trận Tổ quốc cấp xã”. */
export const plainName = (formName: string) => formName.replace(/^Biểu \S+ – /, '')
