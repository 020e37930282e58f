// Forms proposed from targets ask each count once, and only of whom the target binds.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Count } from './catalogue.store.ts'
import { proposeForms } from './form.propose.ts'
import type { Target } from '../targets/target.ts'

const counts = ['eligible', 'members', 'gathered', 'regular'].map((key, i) => ({
  id: i + 1,
  key,
  name: key,
  definition: key,
}))
const term = (role: string, countId: number, organisation: string | null = null) => ({ role, countId, organisation })
const target = (no: number, bound: string[], terms: object[]) => ({
  no,
  name: `T${no}`,
  indicator: { unit: '%', terms },
  bindings: bound.map((organisation) => ({ organisation, sector: null })),
  exceptions: [],
  companions: [],
})
const both = ['youthUnion', 'farmersUnion']
const targets = [
  target(1, both, [term('numerator', 3, 'youthUnion'), term('numerator', 2, 'farmersUnion'), term('denominator', 1)]),
  target(2, both, [term('numerator', 4), term('denominator', 2)]),
] as unknown as Target[]

test('mỗi tổ chức một biểu, mỗi số hỏi một lần, chỉ số của tổ chức đó', () => {
  const forms = proposeForms(targets, counts as unknown as Count[])
  assert.deepEqual(
    forms.map((form) => [form.organisation, form.rows.map((row) => row.label)]),
    [
      ['youthUnion', ['eligible', 'members', 'gathered', 'regular']],
      ['farmersUnion', ['eligible', 'members', 'regular']],
    ],
  )
  assert.deepEqual(
    forms[1]!.checks.map((check) => check.rule),
    [
      { kind: 'compare', left: [{ row: 2 }], comparator: '<=', right: [{ row: 1 }] },
      { kind: 'compare', left: [{ row: 3 }], comparator: '<=', right: [{ row: 2 }] },
    ],
  )
})
