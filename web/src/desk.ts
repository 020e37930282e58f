// How a line of the desk or of the matrix is told: its stage, and whether it is late. Pure.
import type { Words } from './words/words.ts'
import { day } from './words/format.ts'

export interface DeskLine {
  stage: 'none' | 'draft' | 'submitted' | 'returned' | 'accepted'
  dueOn: string
  daysLate: number
  /** What was sent last, or counts. */
  nature?: 'actual' | 'estimate' | null
}

export function isEstimate(line: DeskLine): boolean {
  return isDone(line) && line.nature === 'estimate'
}

export function isDone(line: DeskLine): boolean {
  return line.stage === 'submitted' || line.stage === 'accepted'
}

/** The most pressing first: by due day. */
export function byDue(a: DeskLine, b: DeskLine): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0
}

/** One mark and its words: late stands before everything while nothing was sent. */
export function stateOf(line: DeskLine, words: Words): { text: string; status?: keyof Words['status']; note?: string } {
  const stage = words.entry.stage[line.stage]! + (isEstimate(line) ? words.entry.asEstimate : '')
  if (isDone(line)) {
    const note = line.daysLate > 0 ? words.work.sentLate(line.daysLate) : undefined
    return line.stage === 'accepted' ? { text: stage, note } : { text: stage, note }
  }
  if (line.daysLate <= 0) return { text: stage }
  const since = line.daysLate > 60 ? words.board.overdue(day(line.dueOn)) : words.work.late(line.daysLate)
  return { text: `${stage}, ${since}`, status: 'late' }
}

/** The mark that stands for a line where there is no room for words. */
export function markOf(line: DeskLine): keyof Words['status'] {
  if (line.stage === 'accepted') return isEstimate(line) ? 'provisional' : 'met'
  if (line.stage === 'submitted') return 'provisionalMet'
  if (line.daysLate > 0) return 'late'
  return line.stage === 'returned' ? 'changed' : 'unreported'
}

/** First the matrix, then lists. */
export const filters = ['matrix', 'all', 'missing', 'late', 'returned', 'waiting', 'accepted', 'estimate'] as const
export type Filter = (typeof filters)[number]

export function passes(line: DeskLine, filter: Filter): boolean {
  switch (filter) {
    case 'missing':
      return line.stage === 'none' || line.stage === 'draft'
    case 'late':
      return line.daysLate > 0
    case 'returned':
      return line.stage === 'returned'
    case 'waiting':
      return line.stage === 'submitted'
    case 'accepted':
      return line.stage === 'accepted'
    case 'estimate':
      return isEstimate(line)
    case 'matrix':
    case 'all':
      return true
  }
}
