// Commendations: forms with their rules, who is nominated, what bars an honour, what a vote comes to. Words and rules, pure.
import { shownDay, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { problem, type Problem } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { addYears } from './years.ts'

export const formKinds = ['giayKhen', 'bangKhen', 'kyNiemChuong', 'title'] as const
export type FormKind = (typeof formKinds)[number]
export const honourees = ['collective', 'person'] as const
export type Honouree = (typeof honourees)[number]
export const ballots = ['none', 'open', 'secret'] as const
export type Ballot = (typeof ballots)[number]

export interface VoteRule {
  ballot: Ballot
  quorumPercent: number
  majorityPercent: number
  /** More than the share; otherwise at least. */
  majorityOver: boolean
  majorityOf: 'eligible' | 'cast'
}

export interface Form extends VoteRule {
  id: Id<'commendation_form'>
  key: string
  /** The key of the first one it was written from; its own when it was begun on a blank sheet. */
  root: string
  no: number
  kind: FormKind
  name: string
  level: string
  bodyId: Id<'body'> | null
  organisations: string[]
  honours: Honouree[]
  validFrom: Day
  validTo: Day | null
  waitingYears: number
  once: boolean
  quotaCollectives: number | null
  quotaPersons: number | null
  directPercent: number
  commentDays: number
  /** The Party committee over the nominee is asked first. */
  confirmation: boolean
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  doubts: string
}

export const stages = [
  ...(['nominated', 'dossierComplete', 'checked', 'opinionCollected', 'voted', 'submitted'] as const),
  ...(['decided', 'refused', 'presented', 'revoked', 'withdrawn'] as const),
] as const
export type Stage = (typeof stages)[number]

export const meritKinds = ['model', 'indicator', 'record', 'text'] as const
export interface Merit {
  kind: (typeof meritKinds)[number]
  modelId: Id<'model'> | null
  indicatorId: Id<'indicator'> | null
  /** Of a figure the figure and its period; of a record what was done; of words the words. */
  text: string
  /** The figure is the one reported for this period; null: typed. */
  periodId: Id<'period'> | null
  /** By which a reported figure is asked again; empty: none. */
  cites: string
  /** Of a record: what was done for citizens in this year. */
  year: number | null
}

/** What a nomination says. */
export interface Told {
  kind: Honouree
  bodyId: Id<'body'> | null
  name: string
  post: string
  unit: string
  direct: boolean
  /** Of a remote or mountainous commune. */
  remote: boolean
  achievement: string
  /** Document and day by which the Party committee agreed; empty: none. */
  confirmation: string
}

/** What is missing before the dossier can be checked; everything at once. */
export function missingInDossier(
  told: Pick<Told, 'achievement' | 'confirmation'>,
  merits: readonly Merit[],
  form: Pick<Form, 'confirmation'>,
): Problem[] {
  const missing: Problem[] = []
  if (told.achievement.length < 40) missing.push(problem('achievement', 'missing', ...achievementNeeded))
  if (merits.length === 0) missing.push(problem('merits', 'missing', ...meritNeeded))
  if (form.confirmation && told.confirmation === '')
    missing.push(problem('confirmation', 'missing', ...confirmationNeeded))
  return missing
}

/** An honour this honouree holds already: signed, and not taken back. */
export interface Held {
  formRoot: string
  level: string
  /** The day its decision was signed. */
  on: Day
  number: string
  modelIds: readonly number[]
  indicatorIds: readonly number[]
  texts: readonly string[]
  /** Whose work for citizens it was for. */
  years: readonly number[]
}

export interface Candidate {
  kind: Honouree
  complaintPending: boolean | null
  merits: readonly Merit[]
}

/** Of the same kind, still in the running in this round, this one among them. */
export interface Field {
  running: number
  persons: number
  directPersons: number
}

export const barKinds = ['sameAchievement', 'onceOnly', 'waiting', 'quota', 'complaint', 'notAsked'] as const
export interface Check {
  kind: (typeof barKinds)[number] | 'directShare'
  /** It bars; otherwise it is only said. */
  bars: boolean
  vi: string
  en: string
}

/** Everything that stands against it by the rules of the form on a day; empty: nothing does. */
export function checksOf(
  form: Form,
  { kind, complaintPending, merits }: Candidate,
  { held, field, today }: { held: readonly Held[]; field: Field; today: Day },
): Check[] {
  const found: Check[] = []
  const bar = (of: Check['kind'], [vi, en]: readonly [string, string]) => found.push({ kind: of, bars: true, vi, en })
  for (const one of held.filter(({ level }) => level === form.level))
    if (sharesAchievement(merits, one)) bar('sameAchievement', saidSame(one))
  for (const one of held.filter(({ formRoot }) => formRoot === form.root)) {
    if (form.once) bar('onceOnly', saidOnce(one))
    const free = addYears(one.on, form.waitingYears)
    if (!form.once && free > today) bar('waiting', saidWaiting(one, form.waitingYears, free))
  }
  const quota = kind === 'collective' ? form.quotaCollectives : form.quotaPersons
  if (quota !== null && field.running > quota) bar('quota', saidQuota(field.running, quota))
  if (complaintPending === null) bar('notAsked', notAsked)
  if (complaintPending) bar('complaint', complaint)
  if (kind === 'person' && field.directPersons * 100 < form.directPercent * field.persons)
    found.push({ kind: 'directShare', bars: false, ...saidDirect(field, form.directPercent) })
  return found
}

function sharesAchievement(merits: readonly Merit[], held: Held): boolean {
  const said = new Set(held.texts.map(searchKey))
  return merits.some(({ modelId, indicatorId, text, year }) => {
    if (modelId !== null) return held.modelIds.includes(modelId)
    // However its numbers read on the day.
    if (year !== null) return held.years.includes(year)
    return said.has(searchKey(text)) && (indicatorId === null || held.indicatorIds.includes(indicatorId))
  })
}

export interface Tally {
  members: number
  recused: number
  inFavour: number
  against: number
}
export interface Outcome {
  eligible: number
  cast: number
  quorum: boolean
  passed: boolean
}

/** Compared as whole numbers: 2 of 3 is not 67 %. Without a ballot the check alone carries it. */
export function outcomeOf(rule: VoteRule, { members, recused, inFavour, against }: Tally): Outcome {
  const [eligible, cast] = [members - recused, inFavour + against]
  if (rule.ballot === 'none') return { eligible, cast, quorum: true, passed: true }
  const quorum = cast > 0 && cast * 100 >= rule.quorumPercent * members
  const wanted = rule.majorityPercent * (rule.majorityOf === 'eligible' ? eligible : cast)
  const enough = rule.majorityOver ? inFavour * 100 > wanted : inFavour * 100 >= wanted
  return { eligible, cast, quorum, passed: quorum && enough }
}

const achievementNeeded = [
  'Kể thành tích: đã làm gì, kết quả ra sao, ít nhất hai câu.',
  'Tell what was done and what came of it, in two sentences at least.',
] as const
const meritNeeded = [
  'Gắn thành tích với ít nhất một mô hình, một số liệu, hoặc ghi bằng lời việc được khen.',
  'Say what it is for: a model, a figure, or words.',
] as const
const confirmationNeeded = [
  'Ghi số, ngày văn bản xác nhận của cấp uỷ.',
  'Give the document by which the Party committee confirmed it.',
] as const
const saidSame = ({ number, on }: Held) =>
  [
    `Thành tích này đã được khen ở cấp này theo quyết định ${number} ngày ${shownDay(on)}. Một thành tích không khen hai lần.`,
    `This achievement was honoured at this level by ${number} of ${on}. One achievement is not honoured twice.`,
  ] as const
const saidOnce = ({ number, on }: Held) =>
  [
    `Đã được tặng hình thức này theo quyết định ${number} ngày ${shownDay(on)}; hình thức này chỉ tặng một lần.`,
    `It holds this form already by ${number} of ${on}; this form is given once only.`,
  ] as const
const saidWaiting = ({ number, on }: Held, years: number, free: Day) =>
  [
    `Đã được tặng hình thức này ngày ${shownDay(on)} (${number}); phải cách ${years} năm, từ ${shownDay(free)}.`,
    `It received this form on ${on} (${number}); ${years} years must pass, until ${free}.`,
  ] as const
const saidQuota = (running: number, quota: number) =>
  [
    `Đợt này đang có ${running} đề nghị cùng loại, hạn mức là ${quota}. Hãy bớt trước khi đi tiếp.`,
    `There are ${running} of this kind in the round, at most ${quota} are allowed. Take some out first.`,
  ] as const
const notAsked = [
  'Người đứng đầu nơi thẩm định chưa xác nhận có hay không đơn thư đang xem xét.',
  'The head of the checking body has not yet said whether anything is pending.',
] as const
const complaint = [
  'Đang có đơn thư xem xét, theo xác nhận của người có thẩm quyền; chờ kết luận rồi đi tiếp.',
  'Something is pending, as a competent person has said; wait for its conclusion.',
] as const
const saidDirect = ({ directPersons, persons }: Field, percent: number) => ({
  vi: `Người trực tiếp làm việc mới là ${directPersons} trên ${persons} cá nhân của đợt, quy định ưu tiên từ ${percent} %.`,
  en: `Of ${persons} persons in the round ${directPersons} do the work themselves; ${percent} % are looked for.`,
})
