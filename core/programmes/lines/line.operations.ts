// What the upper body of the organisation does with what was sent to it: accept, return; each beside the mobilisation line.
import { z } from 'zod'
import { bodiesAbove } from '../../bodies/body.read.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing, type ReadDb, type WriteContext } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { messageOf, reasonSchema } from '../entries/entry.message.ts'
import { findPlace, personOf, type Place } from '../entries/entry.steps.ts'
import { lockEntry } from '../entries/entry.store.ts'
import { lineStages, opinionAfter, whyNotLine, type LineMove, type LineStanding } from './line.ts'
import { giveOpinion, readLine, type StoredLine } from './line.store.ts'

const step = {
  id: idOf('entry'),
  /** The state of the line the officer saw; the slower of two gets a conflict. */
  expectedLineVersion: seenVersion(0),
}
const output = z.object({ entry: z.number().int(), stage: z.enum(lineStages), lineVersion: z.number().int() })
const who = { roles: ['officer', 'head'] } as const

export const acceptLine = writing({
  name: 'entries.acceptLine',
  summary: 'Nhận biểu theo ngành dọc; bảng của chương trình vẫn chỉ tính số khối dân vận đã nhận',
  http: { method: 'POST', path: '/entries/{id}/line/accept' },
  who,
  input: z.object(step),
  output,
  run: (context, input) => judge(context, input, 'acceptLine'),
})

export const returnLine = writing({
  name: 'entries.returnLine',
  summary: 'Trả lại biểu theo ngành dọc kèm lý do',
  http: { method: 'POST', path: '/entries/{id}/line/return' },
  who,
  input: z.object({ ...step, reason: reasonSchema }),
  output,
  run: (context, input) => judge(context, input, 'returnLine'),
})

type Input = { id: StoredLineOf; expectedLineVersion: number; reason?: string }
type StoredLineOf = z.output<typeof step.id>

async function judge(context: WriteContext, input: Input, move: LineMove) {
  const { db, now, actor } = context
  const entry = await lockEntry(db, input.id)
  const found = entry && (await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId }))
  if (!entry || !found?.ok) return notFound('no-such-entry', 'Không có biểu này.', 'No such entry.')
  const place = found.value
  const line = await readLine(db, entry.id, place.period.endsOn)
  if (!line) return noLine
  const refusal = whyNotLine(actor, move, await lineStanding(db, { line, place }))
  if (refusal?.refusal.kind === 'forbidden') return refusal
  const opinion = opinionAfter(move)
  if (line.version !== input.expectedLineVersion)
    return line.stage === opinion && line.version === input.expectedLineVersion + 1
      ? ok({ entry: entry.id, stage: opinion, lineVersion: line.version })
      : movedMeanwhile
  if (refusal) return refusal
  const reason = input.reason ?? null
  const given = { entryId: entry.id, versionId: line.judgedId!, lineBodyId: line.bodyId, opinion, reason }
  const lineVersion = await giveOpinion(db, { ...given, by: personOf(actor), now })
  const changes = { versionId: line.judgedId, ...(reason && { reason }) }
  await context.record({ noun: 'entry', id: entry.id, move, changes })
  await context.tell(messageOf(move, { entry, place, to: entry.bodyId, toName: line.bodyName, reason }))
  return ok({ entry: entry.id, stage: opinion, lineVersion })
}

/** The line as rights see it. */
export async function lineStanding(db: ReadDb, at: { line: StoredLine; place: Place }): Promise<LineStanding> {
  const { line, place } = at
  return {
    stage: line.stage,
    lineBodyId: line.bodyId,
    aboveLine: await bodiesAbove(db, line.bodyId, place.period.endsOn),
    savedBy: line.savedBy,
    submittedBy: line.submittedBy,
    periodClosed: place.period.closed,
  }
}

const noLine = notFound(
  'no-line',
  'Biểu này không gửi theo ngành dọc; chỉ có một nơi nhận.',
  'This form has no own line; one body receives it.',
)

const movedMeanwhile = conflict(
  'moved-meanwhile',
  'Biểu này vừa có bản mới hoặc vừa được người khác xử lý theo ngành dọc. Hãy tải lại trang để xem tình trạng mới.',
  'A new version has come, or someone else has just handled the form in its line. Reload the page to see its state.',
)
