// What is wrong with the rules of a form, and what one version says otherwise than the one before. Pure.
import { problem, type Problem } from '../shared/result.ts'
import type { Form } from './commendation.ts'

type Vote = Pick<Form, 'ballot' | 'quorumPercent' | 'majorityPercent' | 'majorityOver'>
type Reach = Pick<Form, 'honours' | 'quotaCollectives' | 'quotaPersons' | 'directPercent' | 'once' | 'waitingYears'>

/** Rules that contradict each other, all at once: nobody would notice before a council sits. */
export function faultsOfForm(form: Vote & Reach): Problem[] {
  return [...faultsOfReach(form), ...faultsOfVote(form)]
}

function faultsOfReach({ honours, quotaCollectives, quotaPersons, directPercent, once, waitingYears }: Reach) {
  const faults: Problem[] = []
  if (once && waitingYears > 0) faults.push(problem('waitingYears', 'with-once', ...withOnce))
  if (quotaCollectives !== null && !honours.includes('collective'))
    faults.push(problem('quotaCollectives', 'not-honoured', ...noCollectives))
  if (quotaPersons !== null && !honours.includes('person'))
    faults.push(problem('quotaPersons', 'not-honoured', ...noPersons))
  if (directPercent > 0 && !honours.includes('person'))
    faults.push(problem('directPercent', 'not-honoured', ...noPersons))
  return faults
}

function faultsOfVote({ ballot, quorumPercent, majorityPercent, majorityOver }: Vote) {
  if (ballot === 'none') return []
  const faults: Problem[] = []
  if (quorumPercent === 0) faults.push(problem('quorumPercent', 'missing', ...quorumNeeded))
  if (majorityPercent === 0) faults.push(problem('majorityPercent', 'missing', ...majorityNeeded))
  if (majorityPercent === 100 && majorityOver) faults.push(problem('majorityPercent', 'never', ...neverReached))
  return faults
}

/** What a new version may say otherwise, in the order the page shows it. */
export const changeable = [
  ...(['name', 'level', 'organisations', 'honours', 'validFrom', 'validTo', 'waitingYears', 'once'] as const),
  ...(['quotaCollectives', 'quotaPersons', 'directPercent', 'commentDays', 'confirmation', 'ballot'] as const),
  ...(['quorumPercent', 'majorityPercent', 'majorityOver', 'majorityOf', 'basis', 'confidence', 'doubts'] as const),
] as const
export type Changeable = (typeof changeable)[number]

/** The order in which kinds were ticked says nothing. */
const said = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)

export function changedFrom(before: Form, after: Form): Changeable[] {
  return changeable.filter((key) => key !== 'validFrom' && said(before[key]) !== said(after[key]))
}

const withOnce = [
  'Đã chọn chỉ tặng một lần thì không có thời gian chờ. Ghi 0, hoặc bỏ chọn chỉ tặng một lần.',
  'Given once only, there is nothing to wait for. Write 0, or take out the tick.',
] as const
const noCollectives = [
  'Hình thức này không khen tập thể. Để trống ô này, hoặc chọn thêm tập thể.',
  'This form honours no collectives. Leave this blank, or tick collectives.',
] as const
const noPersons = [
  'Hình thức này không khen cá nhân. Để trống ô này, hoặc chọn thêm cá nhân.',
  'This form honours no persons. Leave this blank, or tick persons.',
] as const
const quorumNeeded = [
  'Có bỏ phiếu thì ghi phải có bao nhiêu phần trăm thành viên, từ 1 đến 100.',
  'With a vote, say how many per cent of the members must take part, 1 to 100.',
] as const
const majorityNeeded = [
  'Có bỏ phiếu thì ghi bao nhiêu phần trăm đồng ý là được, từ 1 đến 100.',
  'With a vote, say how many per cent in favour carry it, 1 to 100.',
] as const
const neverReached = [
  'Quá 100 % thì không ai được khen. Chọn “từ” thay cho “quá”, hoặc ghi tỷ lệ thấp hơn.',
  'Nobody passes more than 100 %. Choose “at least”, or a lower share.',
] as const
