// Limits that run, for the slices whose things have them: started by a rule, suspended, gone on, extended, met. What a later
// version of the law says does not touch them; a changed working calendar does (running.watch.ts).
import { dayAt, minuteAt, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { conflict, ok, type Result } from '../shared/result.ts'
import type { Tx } from './running.store.ts'
import { calendarFor } from './calendar.read.ts'
import { calendarMark } from './calendar.store.ts'
import { dueOf, longest, type Course, type Unit } from './clock.ts'
import { inForce } from './rule.ts'
import { ruleOf } from './rule.store.ts'
import * as store from './running.store.ts'
import { courseOf, endsAt, type Running } from './running.rules.ts'

export type { Running } from './running.rules.ts'
export { runningOf } from './running.store.ts'

/** Whose limit it is: `limit` tells several of one thing apart, as 'accept' and 'solve'. */
export interface Whose {
  noun: string
  nounId: number
  limit: string
}

/** The value of the rule on the day of the instant; null: no rule, no version or no value says one. */
export async function valueInForce(db: ReadDb, rule: string, at: Date): Promise<number | null> {
  const found = await ruleOf(db, rule)
  const version = found && inForce(found.versions, dayAt(at))
  return version?.value ?? null
}

/** Whether what the rule allows from an instant has passed; without a rule in force nothing passes. */
export async function isOver(
  db: ReadDb,
  { rule, from, now }: { rule: string; from: Date; now: Date },
): Promise<boolean> {
  const end = await lastOf(db, rule, from)
  return end !== null && endsAt(end) < now
}

/** The last day or minute the rule allows from an instant; null: no rule in force says one. */
export async function lastOf(db: ReadDb, rule: string, from: Date): Promise<string | null> {
  const found = await ruleOf(db, rule)
  const version = found && inForce(found.versions, dayAt(from))
  if (!version || version.value === null) return null
  return dueOf(await calendarFor(db), courseFrom(version.value, version.unit, from))
}

/** Runs from an instant by the version of the rule that holds on that day. Throws when the rule has no value: ask first. */
export async function startLimit(tx: Tx, whose: Whose, from: { rule: string; at: Date }): Promise<Running> {
  const rule = await ruleOf(tx, from.rule)
  const startedOn = dayAt(from.at)
  const version = rule && inForce(rule.versions, startedOn)
  if (!version || version.value === null) throw new Error(`no limit in force: ${from.rule} on ${startedOn}`)
  const course = courseFrom(version.value, version.unit, from.at)
  const { calendar, mark } = await markedCalendar(tx)
  const due = dueOf(calendar, course)
  const id = await store.insertRunning(tx, whose, {
    ...{
      versionId: version.id,
      startedOn,
      startedAt: inHours(version.unit) ? course.startsAt! : null,
      due,
      dueAt: endsAt(due),
    },
    mark,
  })
  return (await store.lockRunning(tx, id))!
}

const inHours = (unit: Unit) => unit === 'workingHours' || unit === 'clockHours'

function courseFrom(value: number, unit: Unit, at: Date): Course {
  return { value, unit, start: dayAt(at), startsAt: inHours(unit) ? minuteAt(at) : 0 }
}

/** From the decision that suspends; its own day still counts. */
export async function suspend(
  tx: Tx,
  id: Id<'legal_deadline'>,
  at: { on: Day; reason: string },
): Promise<Result<Running>> {
  const running = await store.lockRunning(tx, id)
  if (!running || running.metAt) return notRunning
  if (running.pauses.some(({ to }) => to === null)) return suspendedAlready
  if (at.on < running.startedOn) return tooEarly
  if (running.pauses.some(({ to }) => to !== null && at.on < to)) return tooEarly
  await store.insertPause(tx, id, { no: running.pauses.length + 1, ...at })
  await store.setDue(tx, id, { due: null, dueAt: null, extension: running.extension, mark: await calendarMark(tx) })
  return ok((await store.lockRunning(tx, id))!)
}

/** From the decision to go on; the day after it counts again. */
export async function goOn(tx: Tx, id: Id<'legal_deadline'>, on: Day): Promise<Result<Running>> {
  const running = await store.lockRunning(tx, id)
  const open = running?.pauses.find(({ to }) => to === null)
  if (!running || running.metAt || !open) return notSuspended
  if (on < open.from) return tooEarly
  await store.endPause(tx, id, on)
  return ok(await computeAgain(tx, id))
}

/** More of the same unit, granted before it ended. */
export async function extend(
  tx: Tx,
  id: Id<'legal_deadline'>,
  granted: { by: number; at: Date },
): Promise<Result<Running>> {
  const running = await store.lockRunning(tx, id)
  if (!running || running.metAt) return notRunning
  const { due } = await endBy(tx, running, granted.at)
  if (granted.at > endsAt(due)) return overAlready
  const extension = running.extension + granted.by
  if (!Number.isInteger(granted.by) || granted.by <= 0 || extension > longest[running.unit]) return notSoMuch
  await store.setDue(tx, id, { ...running, extension, mark: await calendarMark(tx) })
  return ok(running.due === null ? (await store.lockRunning(tx, id))! : await computeAgain(tx, id))
}

/** What was due is done; from now on nothing moves it. Suspended, it has the end it would have if it had gone on that day. */
export async function meet(tx: Tx, id: Id<'legal_deadline'>, at: Date): Promise<Result<Running>> {
  const running = await store.lockRunning(tx, id)
  if (!running) return notRunning
  if (running.metAt === null) {
    if (running.due === null) await store.setDue(tx, id, { ...running, ...(await endBy(tx, running, at)) })
    await store.setMet(tx, id, at)
  }
  return ok((await store.lockRunning(tx, id))!)
}

async function computeAgain(tx: Tx, id: Id<'legal_deadline'>): Promise<Running> {
  const running = (await store.lockRunning(tx, id))!
  const { calendar, mark } = await markedCalendar(tx)
  const due = dueOf(calendar, courseOf(running))
  await store.setDue(tx, id, { due, dueAt: endsAt(due), extension: running.extension, mark })
  return (await store.lockRunning(tx, id))!
}

/** The mark first: a calendar confirmed in between is newer than it, and what was computed by it is computed again. */
async function markedCalendar(tx: Tx) {
  const mark = await calendarMark(tx)
  return { mark, calendar: await calendarFor(tx) }
}

/** When it ends, or would end if it went on at that moment: one that was over before it was suspended stays over. */
async function endBy(tx: Tx, running: Running, at: Date) {
  const { calendar, mark } = await markedCalendar(tx)
  const pauses = running.pauses.map((one) => ({ ...one, to: one.to ?? dayAt(at) }))
  const due = running.due ?? dueOf(calendar, courseOf({ ...running, pauses }))
  return { due, dueAt: endsAt(due), mark }
}

const notRunning = conflict('not-running', 'Thời hạn này không còn chạy.', 'This limit does not run any more.')
const suspendedAlready = conflict(
  'suspended-already',
  'Việc này đang tạm đình chỉ. Ra quyết định tiếp tục trước đã.',
  'It is suspended already; decide to go on first.',
)
const notSuspended = conflict(
  'not-suspended',
  'Việc này không đang tạm đình chỉ nên không có gì để tiếp tục.',
  'It is not suspended, so there is nothing to go on with.',
)
const tooEarly = conflict(
  'too-early',
  'Ngày ghi ở đây sớm hơn việc trước đó. Hãy xem lại ngày của quyết định.',
  'This day lies before what went before it. Look at the day of the decision again.',
)
const overAlready = conflict(
  'over-already',
  'Thời hạn đã hết nên không gia hạn được nữa.',
  'The limit has ended and is not extended any more.',
)
const notSoMuch = conflict(
  'not-so-much',
  'Số gia hạn phải là số nguyên dương, không quá dài.',
  'A positive whole number.',
)
