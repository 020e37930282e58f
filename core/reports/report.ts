// A report: what a body says of a programme for a period, from draft to the number under which it was issued.
import type { Authority } from '../documents/signature.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReportKind } from './outline.ts'

export const stages = ['draft', 'submitted', 'returned', 'accepted', 'signed', 'issued', 'superseded'] as const
export type Stage = (typeof stages)[number]

export interface Report {
  id: Id<'report'>
  programmeId: Id<'programme'>
  programmeNumber: string | null
  programmeTitle: string
  year: number
  /** Whose programme it is; the report is this body's or a mobilisation body's under it. */
  programmeBodyId: Id<'body'>
  bodyId: Id<'body'>
  bodyName: string
  bodyShortName: string
  organisation: string
  placeId: Id<'place'>
  periodId: Id<'period'>
  periodKey: string
  periodName: string
  periodEndsOn: Day
  kind: ReportKind
  stage: Stage
  version: number
  title: string
  upperIssuer: string | null
  issuedAtPlace: string | null
  recipients: string | null
  drafterId: Id<'person'> | null
  drafterName: string | null
  submittedBy: Id<'person'> | null
  templateId: Id<'document_template'>
  consolidationId: Id<'consolidation'>
  consolidationNo: number
  consolidatedAt: Date
  returnReason: string | null
  signAuthority: Authority | null
  signerTitle: string | null
  signerName: string | null
  number: string | null
  issuedOn: Day | null
  issuedAt: Date | null
  supersedesId: Id<'report'> | null
  /** “12-BC/HU ngày 28/12/2023” of the one it supersedes. */
  supersedesNumber: string | null
  supersedesIssuedOn: Day | null
  supersededById: Id<'report'> | null
  supersededByNumber: string | null
  /** The number of the document by which it was recalled. */
  recalledBy: string | null
  illustrative: boolean
}

/** What a section holds, and its version for whoever writes it next. */
export interface WrittenText {
  section: string
  text: string
  version: number
  writtenBy: string | null
  writtenAt: Date
}

/** Frozen: the text is that of the day of issue, whatever happens to figures later. */
export function isFrozen(stage: Stage): boolean {
  return stage === 'issued' || stage === 'superseded'
}
