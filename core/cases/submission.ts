// What citizens send: its kinds, the ways it comes, the stages of its life, the sentences of its ends. Words and rules, pure.
import type { Id } from '../shared/id.ts'
import { numbers } from './numbers.ts'

/** domain.md 5.1: classified first, because the law differs. */
export const kinds = [
  ...(['fieldReport', 'regulationFeedback', 'petition', 'complaint', 'denunciation'] as const),
  ...(['partyMatter', 'mixed', 'crimeReport', 'consultationOpinion', 'informationRequest'] as const),
] as const
export type Kind = (typeof kinds)[number]

/** Taken by a form on the web. A denunciation is lawful by letter or in person only (Luật Tố cáo 2018, Điều 22). */
export const webDoors = [
  'fieldReport',
  'regulationFeedback',
  'petition',
  'complaint',
] as const satisfies readonly Kind[]

/** These go on to whom the law names and are not handled by the desk. */
export const passedOn = ['partyMatter', 'crimeReport', 'consultationOpinion', 'informationRequest'] as const

export const channels = ['web', 'desk', 'phone', 'mail', 'paper', 'box', 'passedOn', 'api', 'email', 'helper'] as const
export type Channel = (typeof channels)[number]

export const stages = [
  ...(['received', 'waiting', 'checking', 'open', 'suspended', 'answered', 'closed', 'ended'] as const),
] as const
export type Stage = (typeof stages)[number]

export const outcomes = [
  ...(['transferred', 'guided', 'filed', 'linked', 'split', 'forwarded', 'redirected', 'rejected'] as const),
  ...(['notAccepted', 'notDenunciation', 'withdrawn', 'terminated'] as const),
] as const
export type Outcome = (typeof outcomes)[number]

/** khẩn, phức tạp, bình thường (domain.md 5.6). */
export const urgencies = ['urgent', 'complex', 'normal'] as const
export type Urgency = (typeof urgencies)[number]

export interface Submission {
  id: Id<'submission'>
  deskId: Id<'body'>
  deskName: string
  year: number
  number: number
  code: string
  placeId: Id<'place'>
  channel: Channel
  door: Kind
  receivedAt: Date
  beforeId: Id<'submission'> | null
  level: 1 | 2
  stage: Stage
  outcome: Outcome | null
  kind: Kind | null
  topic: string | null
  topicName: string | null
  urgency: Urgency
  leadId: Id<'body'> | null
  leadName: string | null
  joinedId: Id<'submission'> | null
  transfers: number
  reopened: number
  objected: boolean
  version: number
  illustrative: boolean
}

/** “00123/2026” of a desk. */
export function lineNumber({ number, year }: Pick<Submission, 'number' | 'year'>): string {
  return `${String(number).padStart(4, '0')}/${year}`
}

/** Refused by the desk: domain.md 5.6. */
export const rejections = [
  ...(['notPublic', 'noPlace', 'outsideArea', 'otherLaw', 'indecent', 'noEvidence', 'answeredBefore', 'test'] as const),
] as const
export type Rejection = (typeof rejections)[number]

/** Why a complaint is not accepted: Luật Khiếu nại 2011, Điều 11. */
export const nonAcceptances = [
  ...([
    'internalAct',
    'noInterest',
    'noCapacity',
    'badRepresentative',
    'unsigned',
    'timePassed',
    'secondDecision',
  ] as const),
  ...(['terminatedBefore', 'courtHasIt'] as const),
] as const

/** “Phức tạp” needs one of these in writing: Nghị định 155/2026/NĐ-CP, Điều 2. */
export const complexities = [
  ...(['places', 'contents', 'manyPeople', 'foreign', 'severalBodies', 'differing', 'contradictory'] as const),
] as const

/** Words that only note do not answer (domain.md 13). */
const onlyNotes =
  /^(đã|xin|cảm ơn|trân trọng|chúng tôi|ubnd|phường|xã|\s|[.,!])*(ghi nhận|tiếp thu|chuyển cơ quan chức năng)/i

/** Whether the text only says that it was noted: it may be said, but it closes nothing. */
export function onlyNoted(text: string): boolean {
  const said = text.normalize('NFC').trim()
  return said.length < 200 && onlyNotes.test(said)
}

export interface Place {
  lat: number
  lon: number
}

const blur = numbers.blurDegrees

/** The public place: moved to the middle of a square of so many degrees, always the same for the same place. */
export function blurred({ lat, lon }: Place): Place {
  const middle = (value: number) => Number(((Math.floor(value / blur) + 0.5) * blur).toFixed(6))
  return { lat: middle(lat), lon: middle(lon) }
}

/** The limit a submission is under before it is sorted, by what its sender took it for. */
export const limitOfDoor: Record<Kind, string> = {
  fieldReport: 'fieldReport.accept',
  regulationFeedback: 'regulationFeedback.transfer',
  petition: 'petition.answer',
  complaint: 'complaint.accept',
  denunciation: 'denunciation.check',
  partyMatter: 'petition.answer',
  mixed: 'petition.answer',
  crimeReport: 'petition.answer',
  consultationOpinion: 'petition.answer',
  informationRequest: 'petition.answer',
}

/** The rule of the limit to solve, by kind and the facts that lengthen it; of a field report by its urgency. */
export function limitToSolve(of: { kind: Kind; urgency: Urgency; level: 1 | 2; remote: boolean; complex: boolean }) {
  if (of.kind === 'fieldReport') return `fieldReport.handle.${of.urgency}`
  if (of.kind === 'denunciation') return 'denunciation.solve'
  if (of.kind !== 'complaint') return 'petition.answer'
  const level = of.level === 1 ? 'first' : 'second'
  return `complaint.solve.${level}${of.remote ? '.remote' : ''}${of.complex ? '.complex' : ''}`
}

/** Metres between two places; good enough within a commune. */
export function metresBetween(a: Place, b: Place): number {
  const metres = 111_320
  const x = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180))
  return Math.hypot(a.lat - b.lat, x) * metres
}
