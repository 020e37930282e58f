// What reminders and mails go by: numbers an office may want otherwise, with their basis.
import { addDays, type Day } from '../shared/day.ts'
import { problem, type Problem } from '../shared/result.ts'
import type { Step } from './deadline.ts'

export interface ReminderPolicy {
  version: number
  /** Where no calendar has its own. */
  steps: Step[]
  /** A step missed for longer than this, because nothing ran, is not told any more: the next one is. */
  catchUpDays: number
  /** The daily mail lists what is due within so many days, and what is late by no more than so many: beyond them the desk tells. */
  aheadDays: number
  lateDays: number
  /** The daily mail goes out from this hour on, in Vietnam. */
  digestHour: number
  /** News older than this is told on the desk only: a mail server that was away for a week does not pour it out. */
  staleDays: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

/** What the daily mail lists. */
export function dueWindow({ aheadDays, lateDays }: ReminderPolicy, today: Day) {
  return { from: addDays(today, -lateDays), until: addDays(today, aheadDays) }
}

export function isStale({ staleDays }: ReminderPolicy, toldOn: Day, today: Day): boolean {
  return toldOn < addDays(today, -staleDays)
}

/** “7, 1, -1”; the same bounds as in the table. */
export function stepsFrom(text: string): Step[] | Problem {
  const words = text
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const steps = [...new Set(words.map(Number))].sort((a, b) => b - a)
  const good =
    steps.length > 0 && steps.length <= 10 && steps.every((step) => Number.isInteger(step) && Math.abs(step) <= 60)
  return good ? steps : notSteps
}

export const stepsText = (steps: readonly Step[]) => [...steps].sort((a, b) => b - a).join(', ')

const notSteps = problem(
  'steps',
  'not-steps',
  'Ghi từ một đến mười số ngày, từ −60 đến 60, cách nhau bằng dấu phẩy. Ví dụ 7, 1, -1: trước hạn 7 ngày, trước 1 ngày, sau hạn 1 ngày.',
  'Give one to ten numbers of days from −60 to 60 with commas between, as 7, 1, -1.',
)
