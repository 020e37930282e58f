// A body's score sheet of a year: stages, what its points come to, what is wrong with a verification. Words and rules, pure.
import { outcomeOf, type CriteriaSet, type Outcome, type Score, type UnitKind } from '../criteria/criteria.ts'
import { problem, type Problem } from '../shared/result.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'

/** Dân vận khéo of agencies, dân vận of authorities, democracy in the grass roots (domain.md 7.6). */
export const purposes = ['agency', 'government', 'democracy'] as const
export type Purpose = (typeof purposes)[number]

/** As papers, workbooks and messages name them. */
export const purposeNames: Record<Purpose, string> = {
  agency: 'Cơ quan đạt tiêu chí “Dân vận khéo”',
  government: 'Dân vận chính quyền',
  democracy: 'Thực hiện dân chủ ở cơ sở',
}
export const titleOf = ({ purpose, year }: { purpose: Purpose; year: number }) =>
  `${purposeNames[purpose]}, năm ${year}`

/** Kinds of units that are told apart; the other purposes score all by one set. */
export const kindsOf: Record<Purpose, readonly UnitKind[]> = {
  agency: [''],
  government: [''],
  democracy: ['commune', 'agency', 'enterprise'],
}

export const stages = ['due', 'draft', 'sent', 'returned', 'verified', 'decided', 'excused'] as const
export type Stage = (typeof stages)[number]
/** Nothing of it has reached whoever verifies. */
export const unsent: readonly Stage[] = ['due', 'draft', 'returned']

export interface Assessment {
  id: Id<'assessment'>
  bodyId: Id<'body'>
  bodyName: string
  placeId: Id<'place'>
  placeName: string
  purpose: Purpose
  year: number
  dueOn: Day
  note: string
  urgedOn: Day | null
  version: number
  illustrative: boolean
}

export interface Scoresheet {
  id: Id<'scoresheet'>
  assessmentId: Id<'assessment'>
  bodyId: Id<'body'>
  bodyName: string
  /** Leads the assessment and verifies. */
  leaderId: Id<'body'>
  leaderName: string
  /** Of the assessment. */
  placeId: Id<'place'>
  purpose: Purpose
  year: number
  dueOn: Day
  ofKind: UnitKind
  setId: Id<'criteria_set'>
  stage: Stage
  sentBy: Id<'person'> | null
  sentAt: Date | null
  /** The scores are those of a paper somebody else entered for the body. */
  onPaper: boolean
  /** Whoever entered a paper since the body last sent a sheet of its own. */
  enteredBy: Id<'person'>[]
  class: string | null
  passes: boolean | null
  decision: string | null
  decidedOn: Day | null
  signerPost: string | null
  version: number
  illustrative: boolean
}

/** A score with what shows it (the body's) or why it differs (the verifier's). */
export interface SheetScore extends Score {
  proof: string
}

export interface Decided {
  class: string
  passes: boolean
  /** The highest class of its set: what “tốt” means in the counts. */
  best: boolean
}

/** One unmet criterion that bars, and it stands in the best class that does not pass, whatever the points. */
export function decidedAs(set: Pick<CriteriaSet, 'criteria' | 'classes'>, scores: readonly Score[]): Decided {
  const outcome = outcomeOf(set, scores)
  const reached = [...set.classes].sort((a, b) => b.least - a.least).filter(({ least }) => outcome.points >= least)
  const barred = outcome.barredBy.length > 0
  const found = (barred ? reached.find(({ passes }) => !passes) : reached[0]) ?? null
  const highest = Math.max(...set.classes.map(({ least }) => least))
  return {
    class: found?.name ?? '',
    passes: outcome.passes,
    best: !barred && found?.least === highest,
  }
}

export interface Shown extends Outcome {
  decided: Decided
}

export const shownOf = (set: Pick<CriteriaSet, 'criteria' | 'classes'>, scores: readonly Score[]): Shown | null =>
  scores.length === 0 ? null : { ...outcomeOf(set, scores), decided: decidedAs(set, scores) }

/** Points taken away or added, or a bar judged otherwise, without a word why. */
export function unexplained(self: readonly Score[], verified: readonly Score[]): Problem[] {
  const given = new Map(self.map((one) => [one.no, one]))
  return verified
    .filter(({ no, points, met, note }) => {
      const own = given.get(no)
      return own !== undefined && (own.points !== points || own.met !== met) && note.length < leastReason
    })
    .map(({ no }) => problem(`note.${no}`, 'reason-needed', ...reasonNeeded(no)))
}

const leastReason = 5
const reasonNeeded = (no: number) =>
  [
    `Tiêu chí ${no} khác điểm tự chấm: nói vì sao, ít nhất vài chữ.`,
    `Criterion ${no} differs from the self-score: say why.`,
  ] as const

/** Criteria with points that something must show for, where neither words nor a file do. */
export function unshown(
  set: Pick<CriteriaSet, 'criteria'>,
  scores: readonly SheetScore[],
  filed: ReadonlySet<number>,
): Problem[] {
  const bare = set.criteria.filter(({ no, evidence }) => {
    const score = scores.find((one) => one.no === no)
    return evidence && score !== undefined && score.points > 0 && score.proof === '' && !filed.has(no)
  })
  return bare.map(({ no }) => problem(`proof.${no}`, 'no-evidence', ...evidenceNeeded(no)))
}

const evidenceNeeded = (no: number) =>
  [
    `Tiêu chí ${no} có điểm thì phải có minh chứng: ghi số văn bản, nơi lưu, hoặc thêm tệp.`,
    `Criterion ${no} needs something that shows it: name a document, or add a file.`,
  ] as const
