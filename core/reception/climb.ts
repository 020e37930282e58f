// What is late climbs by itself: a promise past its day, a result not told in time; the body above hears of each once.
import { bodiesAbove, bodiesBelow } from '../bodies/body.read.ts'
import type { App } from '../app.ts'
import { dayAt, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { latePoints, tellOnce } from './conclusion.store.ts'
import { accusedOfCase, lateVisits, readVisit } from './visit.store.ts'

export async function climbReception(app: App, signal?: AbortSignal): Promise<{ points: number; results: number }> {
  const [now, today] = [app.clock(), dayAt(app.clock())]
  const told = { points: 0, results: 0 }
  for (const late of await latePoints(app.readDb, today)) {
    if (signal?.aborted) return told
    const to = await upperOf(app.readDb, { bodyId: late.bodyId, submissionId: late.submissionId, today })
    const payload = { point: late.id, title: late.fullNumber, body: to, dueOn: late.dueOn }
    const of = {
      noun: 'conclusionPoint',
      nounId: late.id,
      topic: 'reception.latePoint',
      key: `reception.latePoint:${late.id}`,
    }
    told.points += await app.db.transaction().execute((tx) => tellOnce(tx, { ...of, to, payload, now }))
  }
  for (const { limitId, id, number, deskId } of await lateVisits(app.readDb, now)) {
    if (signal?.aborted) return told
    const { submissionId } = (await readVisit(app.readDb, id))!
    const to = await upperOf(app.readDb, { bodyId: deskId, submissionId, today })
    const payload = { visit: id, title: number, body: to }
    const of = { noun: 'visit', nounId: id, topic: 'reception.late', key: `reception.late:${limitId}` }
    told.results += await app.db.transaction().execute((tx) => tellOnce(tx, { ...of, to, payload, now }))
  }
  return told
}

/** The nearest body above that is not complained about; without one the body itself. */
async function upperOf(
  db: ReadDb,
  of: { bodyId: Id<'body'>; submissionId: Id<'submission'> | null; today: Day },
): Promise<Id<'body'>> {
  const accused = await accusedOfCase(db, of.submissionId)
  const far = new Set<number>(accused.length > 0 ? [...accused, ...(await bodiesBelow(db, accused, of.today))] : [])
  const upper = (await bodiesAbove(db, of.bodyId, of.today)).find((body) => !far.has(body))
  return upper ?? of.bodyId
}
