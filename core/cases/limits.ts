// The limits a submission is under: to be sorted, accepted, solved, sent, made known. Which of them runs now.
import { meet, runningOf, startLimit, valueInForce, type Running } from '../law/running.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './submission.store.ts'

export const limitNames = ['sort', 'accept', 'solve', 'send', 'publish'] as const
export type LimitName = (typeof limitNames)[number]
/** A submission that came back after its answer is solved anew: its first limit stays as it ended. */
export type Limit = LimitName | `solve.${number}`

const noun = 'submission'

export async function limitsOf(db: ReadDb, id: Id<'submission'>): Promise<Running[]> {
  return runningOf(db, { noun, nounId: id })
}

/** null: no rule says how long, or none did on that day; the page says so. */
export async function startIfAny(
  tx: Tx,
  id: Id<'submission'>,
  from: { limit: Limit; rule: string; at: Date },
): Promise<Running | null> {
  if ((await valueInForce(tx, from.rule, from.at)) === null) return null
  return startLimit(tx, { noun, nounId: id, limit: from.limit }, { rule: from.rule, at: from.at })
}

/** What was to be done is done. Without such a limit nothing happens. */
export async function meetLimit(tx: Tx, id: Id<'submission'>, at: { limit: LimitName; now: Date }): Promise<void> {
  for (const running of await limitsOf(tx, id))
    if (isOf(running, at.limit) && running.metAt === null) await meet(tx, running.id, at.now)
}

/** All that still runs ends with the submission. */
export async function meetAll(tx: Tx, id: Id<'submission'>, now: Date): Promise<void> {
  for (const running of await limitsOf(tx, id)) if (running.metAt === null) await meet(tx, running.id, now)
}

export async function openLimit(tx: Tx, id: Id<'submission'>, limit: LimitName): Promise<Running | null> {
  return (await limitsOf(tx, id)).find((running) => isOf(running, limit) && running.metAt === null) ?? null
}

const isOf = ({ limit }: Running, name: LimitName) => limit === name || limit.startsWith(`${name}.`)
