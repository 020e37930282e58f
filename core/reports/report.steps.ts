// The steps the moves of a report share: find it, ask whether it may be, compare the version.
import { bodiesAbove } from '../bodies/body.read.ts'
import { personOf } from '../documents/document.ts'
import { signatureRule } from '../documents/signature.ts'
import {
  consolidate,
  countedFor,
  periodBefore,
  periodsOf,
  spanOf,
  staffOf,
  type Period,
} from '../programmes/programme.read.ts'
import { findProgramme, readsAll } from '../programmes/programme.rights.ts'
import type { Programme } from '../programmes/programme.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { askedBodies } from './circulation/circulation.store.ts'
import { bodiesSentTo } from './dispatch/dispatch.store.ts'
import { dutiesWithPins } from './figures.store.ts'
import { stageAfter, whyNot, type Move, type Standing } from './report.moves.ts'
import type { Report } from './report.ts'
import { lockReport, readReport } from './report.store.ts'
import { updateReport, type Facts } from './report.write.store.ts'
import type { ReportKind } from './outline.ts'

export const noSuchReport = notFound(
  'no-such-report',
  'Không có báo cáo này. Hãy chọn lại từ danh sách báo cáo.',
  'There is no such report. Choose one from the list.',
)

export const noSuchSection = invalid([
  problem('section', 'no-such-section', 'Đề cương không có mục này.', 'The outline has no such section.'),
])

export const writtenMeanwhile = conflict(
  'written-meanwhile',
  'Người khác vừa lưu mục này. Nội dung đồng chí gõ vẫn còn ở đây và chưa lưu; hãy xem bản mới, ghép lại rồi lưu.',
  'Someone has just saved this section. What you typed is still here; compare with the new text and save again.',
)

export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc xử lý báo cáo này. Hãy xem bản mới rồi làm lại; nội dung đồng chí gõ vẫn còn và chưa lưu.',
  'Someone has just changed or handled this report. Look at the new state and try again; nothing of yours was saved.',
)

export async function standingOf(db: ReadDb, report: Report): Promise<Standing> {
  return {
    ...{ stage: report.stage, bodyId: report.bodyId, drafterId: report.drafterId, submittedBy: report.submittedBy },
    above: await bodiesAbove(db, report.bodyId, report.periodEndsOn),
    staff: await draftersOf(db, report),
    asked: await askedBodies(db, report.id),
    sentTo: await bodiesSentTo(db, report.id),
    rule: signatureRule(report.organisation),
  }
}

/** Who drafts: the programme's people, or those of a body that reports on its own place. */
export async function draftersOf(db: ReadDb, of: Pick<Report, 'programmeBodyId' | 'bodyId'>) {
  const staff = await staffOf(db, of.programmeBodyId)
  return staff.includes(of.bodyId) ? staff : staffOf(db, of.bodyId)
}

/** Why this person may not read the reports of the programme, or null. */
export async function whyNotRead(db: ReadDb, actor: Actor, programme: Programme) {
  return (await readsAll(db, actor, programme, `${programme.year}-12-31`))
    ? null
    : forbidden(
        'not-your-report',
        'Báo cáo chưa công khai; chỉ cán bộ của chương trình và cấp trên được xem.',
        'The report is for the officers of the programme and of the bodies above.',
      )
}

/** A report the actor may read. */
export async function findFor(db: ReadDb, actor: Actor, id: Id<'report'>) {
  const report = await readReport(db, id)
  if (!report) return noSuchReport
  const programme = await findProgramme(db, report.programmeId)
  if (!programme.ok) return programme
  if (await isOwn(db, actor, report)) return ok({ report, programme: programme.value })
  return (await whyNotRead(db, actor, programme.value)) ?? ok({ report, programme: programme.value })
}

/** A body that reports on its own place reads that report, and nothing else of the programme's. */
async function isOwn(db: ReadDb, actor: Actor, report: Report): Promise<boolean> {
  const mine = bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk')
  const drafters = await staffOf(db, report.bodyId)
  const above = await bodiesAbove(db, report.bodyId, report.periodEndsOn)
  return [...drafters, ...above].some((body) => mine.includes(body))
}

/** Locks the report, asks the moves, compares the version; the shared beginning of every change. */
export async function beginMove(
  context: WriteContext,
  at: { id: Id<'report'>; expectedVersion: number | null },
  move: Move,
) {
  const report = await lockReport(context.db, at.id)
  if (!report) return noSuchReport
  const refusal = whyNot(context.actor, move, await standingOf(context.db, report))
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && report.version !== at.expectedVersion) return changedMeanwhile
  return refusal ?? ok(report)
}

/** Without a period named: the year of the programme, its first half, its first quarter, its first month. */
const usualPeriod: Record<ReportKind, (year: number) => string> = {
  month: (year) => `${year}-01`,
  quarter: (year) => `${year}-Q1`,
  interim: (year) => `${year}-H1`,
  final: String,
}

/** The period meant by its key, or the usual one of the kind. */
export async function findPeriod(db: ReadDb, programme: Programme, of: { key?: string; kind: ReportKind }) {
  const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
  const key = of.key || usualPeriod[of.kind](programme.year)
  const period = periods.find((one) => one.key === key)
  if (period) return ok(period)
  return invalid([problem('period', 'no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)])
}

/** Pins what counts now of the period and of the one before, so that rise and fall have their memory too. */
export async function pinNow(
  context: WriteContext,
  of: { programme: Programme; period: Period; bodyId: Id<'body'>; placeId: Id<'place'>; note: string },
): Promise<Id<'consolidation'>> {
  const { db, today, now, actor } = context
  const { programme, period, bodyId, placeId, note } = of
  const before = await periodBefore(db, period)
  const spans = [await spanOf(db, period, today), ...(before ? [await spanOf(db, before, today)] : [])]
  const periodIds = spans.flatMap((span) => span.periodIds)
  const whole = placeId === programme.placeId
  const pins = whole
    ? await countedFor(db, { programmeId: programme.id, periodIds })
    : await countedAt(db, { programmeId: programme.id, placeId, periods: periodIds })
  const by = personOf(actor)
  const id = await consolidate(db, { bodyId, programmeId: programme.id, period, by, now, note, pins })
  await context.record({ noun: 'consolidation', id, move: 'make', changes: { pins: pins.length } })
  return id
}

/** What counts now of one place of the programme, for a body that reports on its own place. */
export async function countedAt(
  db: ReadDb,
  at: { programmeId: Id<'programme'>; placeId: Id<'place'>; periods: readonly Id<'period'>[] },
) {
  const duties = await dutiesWithPins(db, { ...at, consolidationId: null })
  return duties.flatMap(({ entry, version }) =>
    entry !== null && version !== null ? [{ entryId: entry, versionId: version }] : [],
  )
}

/** Writes the stage after a move, with its facts and its event. */
export async function finishMove(
  context: WriteContext,
  report: Report,
  done: { move: 'submit' | 'return' | 'accept' | 'sign'; facts?: Facts; changes?: Record<string, unknown> },
) {
  const stage = stageAfter(done.move, report.stage)
  const version = await updateReport(context.db, report.id, { ...done.facts, stage })
  await context.record({ noun: 'report', id: report.id, move: done.move, changes: done.changes })
  return ok({ report: report.id, stage, version })
}
