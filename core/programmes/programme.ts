// A programme: a body's promise for a year, with its documents, motto, themes, task groups and targets.
import type { Id } from '../shared/id.ts'
import type { Day } from '../shared/day.ts'

export const programmeStages = ['draft', 'issued', 'closed'] as const
export type ProgrammeStage = (typeof programmeStages)[number]

export interface Programme {
  id: Id<'programme'>
  bodyId: Id<'body'>
  bodyName: string
  placeId: Id<'place'>
  placeName: string
  year: number
  number: string | null
  issuedOn: Day | null
  title: string
  motto: string | null
  calendarId: Id<'reporting_calendar'> | null
  stage: ProgrammeStage
  /** Its results may be read without signing in. */
  public: boolean
  illustrative: boolean
  sourceNote: string | null
  version: number
}

export interface ProgrammeTexts {
  documents: {
    kind: string
    number: string | null
    issuedOn: Day | null
    issuer: string | null
    about: string | null
  }[]
  themes: { scope: string | null; text: string }[]
  tasks: { no: number; short: string; text: string }[]
}
