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
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
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

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc xử lý báo cáo này. Hãy xem bản mới rồi làm lại; nội dung đồng chí gõ vẫn còn và chưa lưu.',
  'Someone has just changed or handled this report. Look at the new state and try again; nothing of yours was saved.',
)

export async function standingOf(db: ReadDb, report: Report): Promise<Standing> {
  return {
    ...{ stage: report.stage, bodyId: report.bodyId, drafterId: report.drafterId, submittedBy: report.submittedBy },
    above: await bodiesAbove(db, report.bodyId, report.periodEndsOn),
    staff: await staffOf(db, report.programmeBodyId),
    rule: signatureRule(report.organisation),
  }
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
  return (await whyNotRead(db, actor, programme.value)) ?? ok({ report, programme: programme.value })
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

/** The period meant by its key; without one, the year of the programme, or its first half for an interim report. */
export async function findPeriod(db: ReadDb, programme: Programme, of: { key?: string; kind: ReportKind }) {
  const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
  const key = of.key ?? (of.kind === 'final' ? String(programme.year) : `${programme.year}-H1`)
  const period = periods.find((one) => one.key === key)
  if (period) return ok(period)
  return invalid([problem('period', 'no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)])
}

/** Pins what counts now of the period and of the one before, so that rise and fall have their memory too. */
export async function pinNow(
  context: WriteContext,
  of: { programme: Programme; period: Period; bodyId: Id<'body'>; note: string },
): Promise<Id<'consolidation'>> {
  const { db, today, now, actor } = context
  const { programme, period, bodyId, note } = of
  const before = await periodBefore(db, period)
  const spans = [await spanOf(db, period, today), ...(before ? [await spanOf(db, before, today)] : [])]
  const periodIds = spans.flatMap((span) => span.periodIds)
  const pins = await countedFor(db, { programmeId: programme.id, periodIds })
  const by = personOf(actor)
  const id = await consolidate(db, { bodyId, programmeId: programme.id, period, by, now, note, pins })
  await context.record({ noun: 'consolidation', id, move: 'make', changes: { pins: pins.length } })
  return id
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
