// What a body answers: values by cell, decoded whole, every fault at its cell. Pure.
import { problem, type Problem, type Sentence } from '../../shared/result.ts'
import type { AskedCell } from '../collection.ts'
import { habitOf, readTyped } from '../sheet/typed.ts'

export const replyStages = ['draft', 'submitted', 'returned', 'accepted'] as const
export type ReplyStage = (typeof replyStages)[number]

/** Value by address: digits with a dot, YYYY-MM-DD, or words. */
export type Values = Readonly<Record<string, string>>

/** A cell as it came in: typed text, or what stood in a file. */
export type Given = Readonly<Record<string, string>>

export function faultAt(ref: string, { vi, en }: Sentence, code = 'bad-cell'): Problem {
  return problem(`cells.${ref}`, code, `${ref}: ${vi}`, `${ref}: ${en}`)
}

/** The values, or every fault at once; `sending` also asks for the cells that must not be empty. */
export function readCells(
  asked: readonly AskedCell[],
  given: Given,
  sending: boolean,
): { values: Record<string, string>; problems: Problem[] } {
  const known = new Set(asked.map(({ ref }) => ref))
  const problems = Object.keys(given)
    .filter((ref) => !known.has(ref) && given[ref]!.trim() !== '')
    .map((ref) => faultAt(ref, notAsked, 'not-asked'))
  const numbers = asked.filter(({ type }) => type === 'number').map(({ ref }) => given[ref] ?? '')
  const habit = habitOf(numbers)
  const values: Record<string, string> = {}
  for (const { ref, type, required } of asked) {
    const read = readTyped(given[ref] ?? '', type, habit)
    if ('fault' in read) problems.push(faultAt(ref, read.fault))
    else if (read.value !== null) values[ref] = read.value
    else if (required && sending) problems.push(faultAt(ref, empty, 'empty-cell'))
  }
  return { values, problems }
}

const notAsked = {
  vi: 'ô này không phải ô đơn vị được điền.',
  en: 'this cell is not asked of your body.',
}
const empty = {
  vi: 'chưa điền. Không có thì ghi 0; chữ thì ghi “không”.',
  en: 'is empty. Write 0 when there is none.',
}

export function sameValues(one: Values, other: Values): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
