// An entry: what one body says on one form for one period, and its life until it counts.
import type { Id } from '../../shared/id.ts'
import { findingsOf, type Check, type Figures, type Finding } from '../forms/check.ts'
import type { Nature } from './nature.ts'

export const stages = ['draft', 'submitted', 'returned', 'accepted'] as const
export type Stage = (typeof stages)[number]

export interface Row {
  no: number
  cellId: Id<'cell'>
  section: string | null
  label: string
  help: string | null
  unit: string
  /** Rows with the same choice are one question: exactly one of them is 1, the others 0. */
  choice: string | null
  required: boolean
  maximum: number
  /** What its count can be drawn from; null: it is always typed. */
  source?: string | null
}

export interface Form {
  id: Id<'form'>
  key: string
  name: string
  intro: string | null
  kind: 'figures' | 'summary'
  needsDecision: boolean
  rows: Row[]
  checks: Check[]
}

/** A row as typed and parsed: a whole number or nothing, and the officer's reason where a check asked for one. */
export interface Typed {
  no: number
  value: number | null
  note: string | null
}

export interface Draft {
  rows: Typed[]
  remark: string | null
  decisionNumber: string | null
  decisionOn: string | null
}

/** What stands in the way of sending; `row` null: the entry as a whole. */
export interface Fault {
  row: number | null
  field: 'value' | 'note' | 'decisionNumber' | 'decisionOn' | 'remark'
  code: string
  vi: string
  en: string
}

/** Faults that forbid even a draft: figures that cannot be any count. */
export function faultsOfDraft(form: Form, draft: Draft): Fault[] {
  return form.rows.flatMap((row): Fault[] => {
    const typed = draft.rows.find((candidate) => candidate.no === row.no)
    if (typed?.value == null || typed.value <= row.maximum) return []
    const most = String(row.maximum)
    return [
      fault(
        row.no,
        'too-large',
        `${row.label}: ${typed.value} lớn quá mức có thể (${most}). Kiểm tra lại số đã gõ.`,
        `${row.label}: ${typed.value} is beyond what is possible (${most}). Check the figure.`,
      ),
    ]
  })
}

/** What the figures are sent as, and what checks need beside them. */
type Sending = Omit<Figures, 'now'> & { nature: Nature }

/** Everything that forbids sending, all at once. An estimate comes before the decision that grades, and needs none. */
export function faultsOfSending(form: Form, draft: Draft, { nature, ...known }: Sending): Fault[] {
  const now = new Map(draft.rows.flatMap((typed) => (typed.value === null ? [] : [[typed.no, typed.value] as const])))
  const findings = findingsOf(form.checks, { ...known, now })
  return [
    ...faultsOfDraft(form, draft),
    ...missingRows(form, now),
    ...choicesNotMade(form, now, nature),
    ...(nature === 'actual' ? decisionFaults(form, draft) : []),
    ...findings.flatMap((finding) => faultOfFinding(finding, draft)),
  ]
}

function missingRows(form: Form, now: ReadonlyMap<number, number>): Fault[] {
  return form.rows
    .filter((row) => row.required && row.choice === null && !now.has(row.no))
    .map((row) =>
      fault(
        row.no,
        'missing',
        `${row.label}: chưa có số. Nếu không có, hãy ghi số 0.`,
        `${row.label}: no figure yet. Write 0 if there is none.`,
      ),
    )
}

function choicesNotMade(form: Form, now: ReadonlyMap<number, number>, nature: Nature): Fault[] {
  const choices = Map.groupBy(
    form.rows.filter((row) => row.choice !== null),
    (row) => row.choice!,
  )
  return [...choices].flatMap(([choice, rows]) => {
    const picked = rows.filter((row) => now.get(row.no) === 1).length
    if (nature === 'estimate' && rows.every((row) => !now.get(row.no))) return []
    const others = rows.some((row) => (now.get(row.no) ?? 0) > 1)
    return picked === 1 && !others
      ? []
      : [fault(rows[0]!.no, 'choose-one', `${choice}: hãy chọn đúng một mức.`, `${choice}: choose exactly one.`)]
  })
}

function decisionFaults(form: Form, draft: Draft): Fault[] {
  if (!form.needsDecision) return []
  const faults: Fault[] = []
  if (!draft.decisionNumber?.trim())
    faults.push({
      row: null,
      field: 'decisionNumber',
      code: 'missing',
      vi: 'Ghi số của quyết định xếp loại, ví dụ 15-QĐ/HND. Xếp loại phải theo một quyết định.',
      en: 'Give the number of the classification decision. A classification rests on a decision.',
    })
  if (!draft.decisionOn)
    faults.push({
      row: null,
      field: 'decisionOn',
      code: 'missing',
      vi: 'Ghi ngày của quyết định xếp loại.',
      en: 'Give the date of the classification decision.',
    })
  return faults
}

function faultOfFinding(finding: Finding, draft: Draft): Fault[] {
  const note = draft.rows.find((typed) => typed.no === finding.row)?.note?.trim()
  if (finding.unless === 'reason' && note) return []
  return [
    {
      row: finding.row,
      field: finding.unless === 'reason' ? 'note' : 'value',
      code: `check-${finding.no}`,
      vi: finding.sentence,
      en: finding.sentence,
    },
  ]
}

function fault(row: number, code: string, vi: string, en: string): Fault {
  return { row, field: 'value', code, vi, en }
}

/** Reads what an officer typed as a count: "4.120", "4 120", "4120". null: empty; undefined: not a count. */
export function parseCount(text: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  const digits = /^\d{1,3}([. \u00a0]\d{3})+$/.test(plain) ? plain.replace(/[. \u00a0]/g, '') : plain
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}
