// Comments on a draft: asked of bodies by a day, said section by section, and what the officer made of each. Pure.
import { daysBetween, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'

export const verdicts = ['taken', 'partly', 'notTaken'] as const
export type Verdict = (typeof verdicts)[number]

/** A comment that belongs to no section is about the whole. */
export const wholeSection = ''

export interface Circulation {
  id: Id<'report_circulation'>
  reportId: Id<'report'>
  no: number
  dueOn: Day
  intro: string | null
  madeAt: Date
}

export interface Comment {
  id: Id<'report_comment'>
  no: number
  bodyId: Id<'body'>
  bodyName: string
  section: string
  version: number
  text: string
  writtenAt: Date
  /** The newest words came after the due day. */
  late: boolean
  verdict: Verdict | null
  why: string | null
  decidedBy: string | null
  decidedAt: Date | null
}

/** A body asked, and what came of it. */
export interface AskedBody {
  bodyId: Id<'body'>
  bodyName: string
  comments: number
  agreedAt: Date | null
}

export function isLate(today: Day, dueOn: Day): boolean {
  return daysBetween(dueOn, today) > 0
}

/** Why it was not taken whole has to be said. */
export function lacksWhy(verdict: Verdict, why: string | null | undefined): boolean {
  return verdict !== 'taken' && !why
}
