// Words of the seal: how an item stands, how a request to open it stands, at an instant. Pure.
import { z } from 'zod'

/** Unsorted, an item may be released to its case; once kept as a denunciation it never is. */
export type ItemStanding = 'unsorted' | 'kept' | 'released' | 'destroyed'

export interface ItemTimes {
  keptAt: Date | null
  releasedAt: Date | null
  destroyedAt: Date | null
}

export function standingOfItem({ keptAt, releasedAt, destroyedAt }: ItemTimes): ItemStanding {
  if (destroyedAt) return 'destroyed'
  if (releasedAt) return 'released'
  return keptAt ? 'kept' : 'unsorted'
}

/** lapsed: nobody decided in time. over: the time given has run out, or somebody ended it before. */
export const requestStates = ['waiting', 'lapsed', 'refused', 'open', 'over'] as const
export type RequestState = (typeof requestStates)[number]

export interface RequestTimes {
  waitUntil: Date
  approved: boolean | null
  openUntil: Date | null
  endedAt: Date | null
}

export function stateOfRequest({ waitUntil, approved, openUntil, endedAt }: RequestTimes, now: Date): RequestState {
  if (approved === false) return 'refused'
  if (endedAt) return 'over'
  if (openUntil) return now < openUntil ? 'open' : 'over'
  return now < waitUntil ? 'waiting' : 'lapsed'
}

/** The random name of a sealed item: all that a case, an address or a log may hold of it. */
export const handleSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .meta({ description: 'tên ngẫu nhiên của mục niêm phong' })
