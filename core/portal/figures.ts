// How bodies keep their limits, as everybody reads it: counts under the least cell are withheld. Pure.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Id } from '../shared/id.ts'

const { freshSeconds, staleSeconds, ...told } = z
  .object({
    leastCell: z.number().int().min(1),
    windows: z.array(z.object({ key: z.string(), span: z.string() })),
    freshSeconds: z.number(),
    staleSeconds: z.number(),
  })
  .parse(JSON.parse(readFileSync(new URL('./data/figures.json', import.meta.url), 'utf8')))

export const { leastCell, windows } = told
/** Counted over a million cases they take seconds: everybody gets the same ones for so long. */
export const keptMilliseconds = { fresh: freshSeconds * 1000, stale: staleSeconds * 1000 }

/** Of one body in one window of time, as counted. */
export interface Counted {
  bodyId: Id<'body'>
  name: string
  received: number
  joined: number
  /** Limits to solve that ended in the window. */
  due: number
  onTime: number
  answered: number
  medianDays: number | null
  /** Now. */
  open: number
  overdue: number
  illustrative: boolean
}

/** null: withheld, more than none and fewer than the least cell. */
export const cell = (count: number, least = leastCell): number | null => (count === 0 || count >= least ? count : null)

export interface Kept {
  due: number | null
  onTime: number | null
}

/** On time ÷ due in the window; both numbers or neither, so that no withheld one can be had from the other. */
export function keptOf({ due, onTime }: Pick<Counted, 'due' | 'onTime'>): Kept {
  const [shownDue, shownOnTime] = [cell(due), cell(onTime)]
  return shownDue === null || shownOnTime === null ? { due: shownDue, onTime: null } : { due, onTime }
}

export function figuresOf(counted: Counted) {
  const { received, joined, answered, medianDays } = counted
  return {
    received: cell(received),
    joined: cell(joined),
    ...keptOf(counted),
    medianDays: answered >= leastCell && medianDays !== null ? Math.round(medianDays * 10) / 10 : null,
  }
}
