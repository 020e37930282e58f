// The limits of a visit: to tell its result, to refuse in writing. What moves them is told by the law.
import { meet, runningOf, startLimit, valueInForce, type Running } from '../law/running.ts'
import { onLimitsMoved } from '../law/running.watch.ts'
import { putInOutbox } from '../shared/outbox.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { visitNumber } from './reception.ts'
import type { Tx } from './sitting.store.ts'
import { readVisit } from './visit.store.ts'

const noun = 'visit'
const rules = { result: 'reception.result.notify', refusal: 'reception.refusal' } as const
export type VisitLimit = keyof typeof rules

export async function limitsOfVisit(db: ReadDb, id: Id<'visit'>): Promise<Running[]> {
  return runningOf(db, { noun, nounId: id })
}

/** null: no rule says how long, or none did on that day; the page says so. */
export async function startVisitLimit(tx: Tx, id: Id<'visit'>, limit: VisitLimit, at: Date): Promise<Running | null> {
  const rule = rules[limit]
  if ((await valueInForce(tx, rule, at)) === null) return null
  return startLimit(tx, { noun, nounId: id, limit }, { rule, at })
}

export async function meetVisitLimit(tx: Tx, id: Id<'visit'>, limit: VisitLimit, now: Date): Promise<void> {
  for (const running of await limitsOfVisit(tx, id))
    if (running.limit === limit && running.metAt === null) await meet(tx, running.id, now)
}

onLimitsMoved(noun, async (tx, moved, at) => {
  for (const { running, due } of moved) {
    const visit = await readVisit(tx, running.nounId as Id<'visit'>)
    if (!visit) continue
    const payload = { visit: visit.id, title: visitNumber(visit), body: visit.deskId, due }
    await putInOutbox(tx, at, { topic: 'reception.limitMoved', bodyId: visit.deskId, payload })
  }
})
