// Forms proposed from the targets of a programme: one for each organisation they bind, asking each count once. Pure.
import type { Count } from './catalogue.store.ts'
import type { Id } from '../../shared/id.ts'
import type { Target } from '../targets/target.ts'

export interface ProposedRow {
  countId: Id<'count_kind'>
  organisation: string | null
  label: string
  help: string
}

export interface ProposedCheck {
  rule: object
  unless: 'reason'
  sentence: string
}

export interface ProposedForm {
  /** null: a form for figures that belong to no organisation, as agencies assessed. */
  organisation: string | null
  rows: ProposedRow[]
  checks: ProposedCheck[]
}

/** The organisations the targets name, in the order they are named, then those figures that name none. */
export function proposeForms(targets: readonly Target[], counts: readonly Count[]): ProposedForm[] {
  const named = targets.flatMap((target) =>
    [...target.bindings, ...target.exceptions].map((scope) => scope.organisation),
  )
  const organisations = [...new Set(named.filter((organisation) => organisation !== null))]
  const unbound = targets.some((target) => target.bindings.length === 0)
  return [...organisations, ...(unbound ? [null] : [])]
    .map((organisation) => proposeForm(organisation, targets, counts))
    .filter((form) => form.rows.length > 0)
}

function proposeForm(organisation: string | null, targets: readonly Target[], counts: readonly Count[]): ProposedForm {
  const mine = targets.filter((target) => binds(target, organisation))
  const asked = new Set(mine.flatMap((target) => countsAsked(target, organisation)))
  const rows = counts
    .filter((count) => asked.has(count.id))
    .map((count) => ({ countId: count.id, organisation, label: count.name, help: count.definition }))
  const rowOf = new Map(rows.map((row, i) => [row.countId, i + 1]))
  return { organisation, rows, checks: mine.flatMap((target) => checkOf(target, organisation, rowOf)) }
}

function binds(target: Target, organisation: string | null): boolean {
  if (target.bindings.length === 0) return organisation === null
  return target.bindings.some((scope) => scope.organisation === organisation)
}

function termsFor(target: Target, organisation: string | null, role: 'numerator' | 'denominator') {
  return target.indicator.terms
    .filter((term) => term.role === role && (term.organisation === null || term.organisation === organisation))
    .map((term) => term.countId)
}

function countsAsked(target: Target, organisation: string | null) {
  return [
    ...termsFor(target, organisation, 'numerator'),
    ...termsFor(target, organisation, 'denominator'),
    ...target.companions.map((companion) => companion.countId),
    ...(organisation === null
      ? target.indicator.terms.filter((term) => term.role.startsWith('coverage')).map((term) => term.countId)
      : []),
  ]
}

/** A ratio above 100 % needs a word from who reports it. */
function checkOf(target: Target, organisation: string | null, rowOf: Map<Id<'count_kind'>, number>): ProposedCheck[] {
  if (target.indicator.unit !== '%') return []
  const terms = (role: 'numerator' | 'denominator') =>
    [...new Set(termsFor(target, organisation, role))].map((count) => ({ row: rowOf.get(count)! }))
  const left = terms('numerator')
  const right = terms('denominator')
  if (left.length === 0 || right.length === 0 || left.every((term) => right.some((other) => other.row === term.row)))
    return []
  return [
    {
      rule: { kind: 'compare', left, comparator: '<=', right },
      unless: 'reason',
      sentence: `${target.name}: tử số ({left}) lớn hơn mẫu số ({right}). Sửa một trong hai số, hoặc ghi lý do.`,
    },
  ]
}
