// Taking a number: from the body's series for the kind and day, in order of days, in the transaction of the save.
import { shownDay, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { fullNumber, personOf } from './document.ts'
import { layoutOf, type Family } from './layout.ts'
import { giveNotice } from './notice.steps.ts'
import { insertLine, lastDay, lockSeries, openNextYear, readLine } from './register.store.ts'
import { numbererOf } from './series.handover.store.ts'
import { templateInUse } from './template.ts'

export interface Wanted {
  bodyId: Id<'body'>
  kind: string
  dated: Day
  summary: string
  recipients: string | null
  signedBy: string | null
  /** What the number is for, when the platform made it: 'report'. */
  ofNoun: string | null
  copies?: number | null
  keptBy?: string | null
  /** The document of the same kind that this one replaces. */
  replacesId?: Id<'register_line'> | null
}

export interface Taken {
  id: Id<'register_line'>
  number: number
  fullNumber: string
  dated: Day
  family: Family
}

/** The next number; others who ask for the same series wait. Undone whole when the save is refused later. */
export async function takeNumber(context: WriteContext, wanted: Wanted) {
  const { db, today, now, actor } = context
  const { bodyId, kind, dated } = wanted
  if (dated > today) return invalid([problem('dated', 'in-future', ...inFuture)])
  const series =
    (await seriesAt(db, { bodyId, kind, day: dated })) ??
    (await seriesAt(db, { bodyId: await numbererOf(db, bodyId, dated), kind, day: dated }))
  if (!series) return noSeries(kind, dated)
  const last = await lastDay(db, series.id)
  if (last !== null && dated < last) return beforeTheLast(last)
  const number = series.lastNumber + 1
  const { lines } = await templateInUse(db, series.family)
  const text = fullNumber(layoutOf(lines), { number, symbol: series.symbol })
  const { summary, recipients, signedBy, ofNoun, copies = null, keptBy = null, replacesId = null } = wanted
  const fields = { summary, recipients, signedBy, ofNoun, copies, keptBy, replacesId }
  const line = { number, fullNumber: text, dated, ...fields, by: personOf(actor), now }
  const id = await insertLine(db, { seriesId: series.id, ...line })
  const old = replacesId && (await readLine(db, replacesId))
  if (old) {
    const by = { id, fullNumber: text, dated }
    await giveNotice(context, { line: old, by, kind: 'replacement', reason: '', items: [], letter: null })
  }
  return ok<Taken>({ id, number, fullNumber: text, dated, family: series.family })
}

/** The series of the day, locked; a state one is carried on into a new year by whoever comes first. */
async function seriesAt(tx: WriteContext['db'], at: { bodyId: Id<'body'>; kind: string; day: Day }) {
  const series = await lockSeries(tx, at)
  if (series) return series
  await openNextYear(tx, at)
  return lockSeries(tx, at)
}

const inFuture = [
  'Ngày văn bản ở sau hôm nay. Văn bản lấy số vào ngày ký.',
  'The date is in the future. A document takes its number on the day it is signed.',
] as const

function noSeries(kind: string, day: Day) {
  return conflict(
    'no-series',
    `Đơn vị chưa có sổ số ${kind} cho ngày ${shownDay(day)}. Văn thư lập sổ ở trang Văn thư rồi lấy số.`,
    `The body has no series ${kind} for ${day}. Its clerk makes one first.`,
  )
}

function beforeTheLast(last: Day) {
  return invalid([
    problem(
      'dated',
      'before-the-last',
      `Số gần nhất trong sổ đã ghi ngày ${shownDay(last)}; số sau không được ghi ngày sớm hơn.`,
      `The newest number is dated ${last}; the next cannot be earlier.`,
    ),
  ])
}
