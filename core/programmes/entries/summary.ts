// A summary form gathers what the bloc received: sending it pins the versions it took.
import type { WriteContext } from '../../shared/operation.ts'
import { invalid, ok, problem } from '../../shared/result.ts'
import { consolidate, receivedBy } from './consolidation.store.ts'
import type { Place } from './entry.steps.ts'
import { personOf } from './entry.steps.ts'

/** Pins the accepted versions addressed to the body; what is missing needs a word in the remark. */
export async function pinSummary(context: WriteContext, at: { place: Place; remark: string | null }) {
  const { place, remark } = at
  const received = await receivedBy(context.db, { bodyId: place.duty.bodyId, period: place.period })
  const missing = received.filter((line) => line.countedId === null || line.stage !== 'accepted')
  if (missing.length > 0 && !remark) {
    const names = missing.map((line) => line.bodyName).join('; ')
    return invalid([
      problem(
        'remark',
        'not-all-received',
        `Chưa nhận đủ biểu của: ${names}. Nhận hoặc đôn đốc trước khi gửi; nếu vẫn gửi, ghi lý do ở mục Nhận xét.`,
        `Not all forms are accepted: ${names}. Accept them first, or say why in the remark.`,
      ),
    ])
  }
  const counted = received.flatMap((line) => (line.countedId ? [{ ...line, countedId: line.countedId }] : []))
  await consolidate(context.db, {
    bodyId: place.duty.bodyId,
    period: place.period,
    programmeId: null,
    by: personOf(context.actor),
    now: context.now,
    note: remark,
    pins: counted.map((line) => ({ entryId: line.entryId!, versionId: line.countedId })),
  })
  return ok(null)
}
