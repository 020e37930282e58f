// A case as everybody reads it. Words and rules, pure.
import type { Id } from '../shared/id.ts'
import type { PublicKind } from '../cases/publish/publication.ts'

export const states = ['open', 'answered', 'rejected'] as const
export type State = (typeof states)[number]

export interface PublicReport {
  id: Id<'submission'>
  kind: PublicKind
  topic: string | null
  topicName: string | null
  text: string
  state: State
  deskId: Id<'body'>
  deskName: string
  leadName: string
  placeId: Id<'place'>
  placeName: string
  receivedAt: Date
  shownAt: Date
  /** Of what everybody reads, or of what was done. */
  updatedAt: Date
  /** 2026-07-06T15:00 of hours, 2026-07-16 of days. null: no limit, or it is suspended. */
  due: string | null
  lat: number | null
  lon: number | null
  answer: string
  answeredAt: Date | null
  answeredBy: string | null
  photos: Id<'submission_file'>[]
  illustrative: boolean
}

/** Which of them: everything that is not said is not asked. */
export interface Wanted {
  ids?: readonly Id<'submission'>[]
  desk?: Id<'body'>
  /** And everything below it. */
  place?: Id<'place'>
  topics?: readonly string[]
  /** Also those of no topic, where `topics` names the one for what fits none. */
  withoutTopic?: boolean
  states?: readonly State[]
  from?: Date
  to?: Date
  updatedFrom?: Date
  updatedTo?: Date
  /** From 1. */
  page: number
  size: number
}

export interface Update {
  id: Id<'submission'>
  no: number
  move: (typeof toldMoves)[number]
  at: Date
  bodyName: string | null
  state: State
  answer: string
}

/** Steps of its life that are everybody's to know; what is written for the sender is not. */
export const toldMoves = ['sort', 'assign', 'extend', 'answer', 'close', 'reopen', 'reject'] as const
