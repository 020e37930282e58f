// What runs about score sheets: reminders of those not sent, one notice a day to whoever leads, and the late ones told above.
import type { App } from '../app.ts'
import { bodiesAbove } from '../bodies/body.read.ts'
import { reminderPolicyOf } from '../deadlines/policy.read.ts'
import { addDays, dayAt, hourAt } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { titleOf, type Purpose } from './scoresheet.ts'
import { lateSheets, newlySent, tellGathered, tellLate, type LateSheet } from './watch.store.ts'

export { sheetsToScore } from './watch.store.ts'

/** From the hour of the daily mail on: what was sent since the last notice, gathered, at most one notice a day for each assessment. */
export async function gatherSheets(app: App, signal?: AbortSignal): Promise<{ told: number }> {
  const now = app.clock()
  let told = 0
  if (hourAt(now) < (await reminderPolicyOf(app.readDb)).digestHour) return { told }
  const today = dayAt(now)
  for (const one of await newlySent(app.db, today)) {
    if (signal?.aborted) break
    told += await app.db.transaction().execute((tx) => tellGathered(tx, { ...one, title: titleOf(one), today, now }))
  }
  return { told }
}

interface Late {
  to: Id<'body'>
  purpose: Purpose
  year: number
  sheets: LateSheet[]
}

/** Once its day has passed, the body above each that has not sent hears of all its late ones at once, a single time. */
export async function climbSheets(app: App, signal?: AbortSignal): Promise<{ told: number }> {
  const now = app.clock()
  const today = dayAt(now)
  const { catchUpDays } = await reminderPolicyOf(app.readDb)
  const groups = new Map<string, Late>()
  for (const sheet of await lateSheets(app.readDb, { from: addDays(today, -catchUpDays), until: addDays(today, -1) })) {
    const [to] = await bodiesAbove(app.readDb, sheet.bodyId, today)
    if (to === undefined) continue
    const key = `${sheet.assessment}:${to}:${sheet.dueOn}`
    const group = groups.get(key) ?? { to, purpose: sheet.purpose, year: sheet.year, sheets: [] }
    group.sheets.push(sheet)
    groups.set(key, group)
  }
  let told = 0
  for (const [key, { sheets, to, ...of }] of groups) {
    if (signal?.aborted) break
    told += await app.db.transaction().execute((tx) => tellLate(tx, { key, to, title: titleOf(of), sheets, now }))
  }
  return { told }
}
