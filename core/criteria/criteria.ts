// Criteria sets: what is scored, with how much at most, by what evidence, and what bars whatever the points. Pure.
import { problem, type Problem } from '../shared/result.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { Level } from '../places/place.ts'

/** A model, an exemplary collective or person, an agency, a government, democracy in the grass roots (domain.md 4, 7.6). */
export const purposes = ['model', 'exemplar', 'agency', 'government', 'democracy'] as const
export type Purpose = (typeof purposes)[number]
/** The three kinds of units of 7.6; '': the set is for all of its purpose. */
export const unitKinds = ['', 'commune', 'agency', 'enterprise'] as const
export type UnitKind = (typeof unitKinds)[number]

/** The level of honour of what is registered with a body at a place of this level. */
export const honourLevelAt = (level: Level): string => (level === 'country' ? 'central' : level)

export interface Criterion {
  no: number
  text: string
  guidance: string
  most: number
  evidence: boolean
  knockOut: boolean
}

export interface ScoreClass {
  no: number
  name: string
  /** Points from which on it is this class. */
  least: number
  passes: boolean
}

export interface CriteriaSet {
  id: Id<'criteria_set'>
  key: string
  no: number
  purpose: Purpose
  ofKind: UnitKind
  /** Where what it scores is registered; null: at every level. */
  level: string | null
  name: string
  /** Whose it is; null: for whoever has none of his own. */
  bodyId: Id<'body'> | null
  body: string | null
  validFrom: Day
  validTo: Day | null
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  criteria: Criterion[]
  classes: ScoreClass[]
}

export interface Score {
  no: number
  points: number
  /** Of a criterion that bars: whether it is met. */
  met: boolean
  note: string
}

export interface Outcome {
  points: number
  most: number
  class: ScoreClass | null
  /** Criteria that bar and are not met. */
  barredBy: number[]
  passes: boolean
}

type Scored = Pick<CriteriaSet, 'criteria' | 'classes'>

export const mostOf = ({ criteria }: Pick<CriteriaSet, 'criteria'>): number =>
  round(criteria.reduce((sum, { most }) => sum + most, 0))

/** What the scores come to: one unmet criterion that bars, and nothing passes. */
export function outcomeOf(set: Scored, scores: readonly Score[]): Outcome {
  const points = round(scores.reduce((sum, one) => sum + one.points, 0))
  const barredBy = set.criteria
    .filter(({ no, knockOut }) => knockOut && !scores.some((score) => score.no === no && score.met))
    .map(({ no }) => no)
  const found = [...set.classes].sort((a, b) => b.least - a.least).find(({ least }) => points >= least) ?? null
  return { points, most: mostOf(set), class: found, barredBy, passes: barredBy.length === 0 && found?.passes === true }
}

/** Everything that is wrong with scores as they were typed; `field` names the criterion a sentence belongs to. */
export function faultsOfScores(set: Pick<CriteriaSet, 'criteria'>, scores: readonly Score[]): Problem[] {
  const known = new Map(set.criteria.map((one) => [one.no, one]))
  const faults: Problem[] = []
  for (const { no } of set.criteria) if (!scores.some((one) => one.no === no)) faults.push(missing(no))
  const seen = new Set<number>()
  for (const { no, points } of scores) {
    const criterion = known.get(no)
    if (!criterion || seen.has(no)) faults.push(foreign(no))
    else if (Number.isNaN(points)) faults.push(noNumber(no))
    else if (points > criterion.most) faults.push(tooMany(criterion, points))
    else if (points < 0) faults.push(negative(no))
    seen.add(no)
  }
  return faults
}

/** Criteria with points that need something to show for them, where nothing is named. */
export function withoutEvidence<S extends Score>(
  set: Pick<CriteriaSet, 'criteria'>,
  scores: readonly S[],
  isShown: (score: S) => boolean,
): Criterion[] {
  return set.criteria.filter(
    ({ no, evidence }) => evidence && scores.some((one) => one.no === no && one.points > 0 && !isShown(one)),
  )
}

/** Everything that is wrong with a set as it was written. */
export function faultsOfSet({ criteria, classes }: Scored): Problem[] {
  const faults: Problem[] = []
  if (criteria.length === 0) faults.push(problem('criteria', 'missing', ...noCriteria))
  const most = mostOf({ criteria })
  if (!classes.some(({ passes }) => passes)) faults.push(problem('classes', 'none-passes', ...nonePasses))
  if (!classes.some(({ least }) => least === 0)) faults.push(problem('classes', 'gap', ...noLowest))
  if (new Set(classes.map(({ least }) => least)).size < classes.length)
    faults.push(problem('classes', 'twice', ...sameLeast))
  for (const { name, least } of classes)
    if (least > most) faults.push(problem('classes', 'out-of-reach', ...outOfReach(name, least, most)))
  // Whoever has more points must not be worse off.
  const falling = [...classes].sort((a, b) => a.least - b.least).map(({ passes }) => passes)
  if (falling.some((passes, i) => passes && falling[i + 1] === false))
    faults.push(problem('classes', 'not-rising', ...notRising))
  return faults
}

const round = (points: number) => Math.round(points * 100) / 100
const written = (points: number) => String(points).replace('.', ',')

const missing = (no: number) =>
  problem(`score.${no}`, 'missing', `Chưa cho điểm tiêu chí ${no}.`, `Criterion ${no} has no points yet.`)
const noNumber = (no: number) => problem(`score.${no}`, 'no-number', 'Ghi điểm bằng số.', 'Points are a number.')
const negative = (no: number) => problem(`score.${no}`, 'negative', 'Điểm không âm.', 'Points are not negative.')
const foreign = (no: number) =>
  problem(
    `score.${no}`,
    'no-such-criterion',
    `Bộ tiêu chí này không có tiêu chí ${no}, hoặc cho điểm hai lần. Hãy tải lại trang.`,
    `Criterion ${no} is not of this set, or was scored twice.`,
  )
const tooMany = ({ no, most }: Criterion, points: number) =>
  problem(
    `score.${no}`,
    'too-many',
    `Tiêu chí ${no} được ${written(points)} điểm nhưng tối đa là ${written(most)}. Hãy sửa lại.`,
    `Criterion ${no} has ${points} points, at most ${most} are given.`,
  )
const noCriteria = ['Bộ tiêu chí cần ít nhất một tiêu chí.', 'A set needs a criterion at least.'] as const
const nonePasses = ['Cần ít nhất một xếp loại được công nhận.', 'At least one class must pass.'] as const
const noLowest = ['Cần một xếp loại thấp nhất, từ 0 điểm.', 'A lowest class from 0 points is needed.'] as const
const sameLeast = ['Hai xếp loại không được cùng mức điểm.', 'Two classes begin at the same points.'] as const
const notRising = [
  'Xếp loại điểm cao hơn không được kém hơn xếp loại điểm thấp.',
  'A class with more points must not be worse than one with fewer.',
] as const
const outOfReach = (name: string, least: number, most: number) =>
  [
    `Xếp loại “${name}” cần ${written(least)} điểm nhưng cả bộ chỉ có ${written(most)}.`,
    `The class “${name}” needs ${least} points, the whole set has ${most}.`,
  ] as const
