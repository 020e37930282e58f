// A call for reports: an outline with guidance, the bodies it is addressed to, the day it is due. Words and rules, pure.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'

/** domain.md 2.4, from a report told by telephone to a review of several years. */
export const callKinds = ['direct', 'quick', 'month', 'quarter', 'interim', 'thematic', 'multiYear', 'final'] as const
export type CallKind = (typeof callKinds)[number]

export const callStages = ['draft', 'issued', 'closed'] as const
export type CallStage = (typeof callStages)[number]

/** text: prose; difficulties, proposals: one item a line, which the officer may group. */
export const asked = ['text', 'difficulties', 'proposals'] as const
export type Asked = (typeof asked)[number]

export interface CallSection {
  /** The same as the section of the report it is merged into, where the report has one. */
  key: string
  heading: string
  guidance: string | null
  mostWords: number
  asks: Asked
}

export interface Call {
  id: Id<'call'>
  bodyId: Id<'body'>
  bodyName: string
  placeId: Id<'place'>
  programmeId: Id<'programme'> | null
  programmeNumber: string | null
  kind: CallKind
  title: string
  year: number
  /** Where a review of several years begins. */
  fromYear: number | null
  /** “2023”, “2023-H1”, “2023-Q3”, “2023-05”. */
  periodKey: string
  dueOn: Day
  intro: string | null
  stage: CallStage
  version: number
  illustrative: boolean
}

export const periodPattern = /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/

/** The paragraphs a passage is counted by, from 1; the mark of a list item is not part of it. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-–+•]\s+/, '').trim())
    .filter((line) => line !== '')
}

export function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
