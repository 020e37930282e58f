// What can be done with an entry: save, send, take back, return, accept, reopen, correct, send the actual figures. Reading is in entry.reads.ts.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { recordConfirmed } from '../../documents/mentions/ask.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { atSchema, draftSchema, seenSchema, type DraftInput } from './entry.input.ts'
import { messageOf, messagesToReceivers, reasonSchema } from './entry.message.ts'
import { stageAfter, whyNot, type Move } from './entry.moves.ts'
import { askAboutProse } from './entry.prose.ts'
import {
  changedMeanwhile,
  checkDraft,
  cellsByRow,
  drawnToSave,
  fill,
  findPlace,
  personOf,
  standingOf,
  type At,
} from './entry.steps.ts'
import {
  addVersion,
  countWorking,
  createEntry,
  lockEntry,
  lockEntryOf,
  markVersion,
  setStage,
  valuesOf,
  type StoredEntry,
} from './entry.store.ts'
import type { DrawnFigure } from '../drawn/drawn.ts'
import { readPeriod } from '../forms/form.store.ts'
import { refreshAbove, refreshStandingsAbove } from '../boards/rollup.store.ts'
import { touchLine } from '../lines/line.store.ts'
import { pinSummary } from './summary.ts'

const output = z.object({ entry: z.number().int(), stage: z.string(), version: z.number().int() })
const signedRoles = { roles: ['reporter', 'officer', 'head'] } as const
const acceptRoles = { roles: ['officer', 'head'] } as const

export const saveEntry = writing({
  name: 'entries.save',
  summary: 'Lưu nháp số liệu của một biểu, một kỳ',
  http: { method: 'PUT', path: '/bodies/{body}/forms/{form}/periods/{period}/entry' },
  who: signedRoles,
  input: z.object({ ...atSchema.shape, ...seenSchema.shape, ...draftSchema.shape }),
  output,
  run: (context, input) => keep(context, input, 'save'),
})

export const submitEntry = writing({
  name: 'entries.submit',
  summary: 'Gửi số liệu lên đơn vị nhận; kiểm tra hết rồi mới gửi',
  http: { method: 'POST', path: '/bodies/{body}/forms/{form}/periods/{period}/entry/submit' },
  who: signedRoles,
  input: z.object({ ...atSchema.shape, ...seenSchema.shape, ...draftSchema.shape }),
  output,
  run: (context, input) => keep(context, input, 'submit'),
})

export const correctEntry = writing({
  name: 'entries.correct',
  summary: 'Đính chính số đã được nhận: thêm một bản mới kèm lý do',
  http: { method: 'POST', path: '/bodies/{body}/forms/{form}/periods/{period}/entry/correct' },
  who: signedRoles,
  input: z.object({ ...atSchema.shape, ...seenSchema.shape, ...draftSchema.shape, reason: reasonSchema }),
  output,
  run: (context, input) => keep(context, input, 'correct', input.reason),
})

export const finaliseEntry = writing({
  name: 'entries.finalise',
  summary: 'Gửi số chính thức thay số ước đã được nhận: thêm một bản mới, không cần lý do',
  http: { method: 'POST', path: '/bodies/{body}/forms/{form}/periods/{period}/entry/finalise' },
  who: signedRoles,
  input: z.object({ ...atSchema.shape, ...seenSchema.shape, ...draftSchema.omit({ nature: true }).shape }),
  output,
  run: (context, input) => keep(context, { ...input, nature: 'actual' }, 'finalise'),
})

/** Saves a whole form as a draft inside a larger act, as one form of a sheet. */
export function saveWhole(context: WriteContext, input: Keep) {
  return keep(context, input, 'save')
}

type Sending = 'submit' | 'correct' | 'finalise'
type Keep = At & DraftInput & { expectedVersion: number }

/** Saving, sending and correcting are one act: figures into an unsent version, and perhaps off with it. */
async function keep(context: WriteContext, input: Keep, move: Sending | 'save', reason?: string) {
  const { db } = context
  const found = await findPlace(db, input)
  if (!found.ok) return found
  const place = found.value
  const at = { dutyId: place.duty.id, periodId: place.period.id }
  const drawn = await drawnToSave(db, place)
  const before = await lockEntryOf(db, at)
  const refusal = whyNot(context.actor, move, await standingOf(db, place, { entry: before, receiving: false }))
  if (before && before.version !== input.expectedVersion)
    return sameAgain(context, before, { input, move, refusal, drawn })
  if (refusal) return refusal
  const counted = before?.countedNature ?? null
  const checked = await checkDraft(db, place, { typed: input, drawn, sending: move !== 'save', counted })
  if (!checked.ok) return checked
  const asked = await askAboutProse(db, { form: place.form, entry: before, draft: checked.value }, input)
  if (!asked.ok) return asked

  const by = personOf(context.actor)
  const entry = before ?? (await createEntry(db, { duty: place.duty, period: place.period, by, now: context.now }))
  if (!entry) return changedMeanwhile
  const sending = move !== 'save'
  const fresh = move === 'correct' || move === 'finalise' || entry.workingClosed
  const versionId = fresh
    ? await addVersion(db, { entry, by, now: context.now, reason: reason ?? null })
    : entry.workingId
  await fill(context, { place, entry, versionId, draft: checked.value, nature: input.nature, drawn, sending })
  if (sending && place.form.kind === 'summary') {
    const pinned = await pinSummary(context, { place, remark: checked.value.remark })
    if (!pinned.ok) return pinned
  }
  const stage = stageAfter(move, before?.stage ?? 'none')
  const version = await setStage(db, entry.id, stage)
  if (sending) await refreshStandingsAbove(db, changeOf(entry, place.period.endsOn))
  await context.record({
    noun: 'entry',
    id: entry.id,
    move,
    changes: { versionId, nature: input.nature, ...(reason && { reason }) },
  })
  await recordConfirmed(context, { noun: 'entry', id: entry.id, confirmed: asked.value })
  if (sending) {
    await touchLine(db, entry.id)
    for (const message of messagesToReceivers(move, { entry, place, reason })) await context.tell(message)
  }
  return ok({ entry: entry.id, stage, version })
}

/** The same form posted twice is done once; anything else that came too late is a conflict. */
async function sameAgain(
  context: WriteContext,
  entry: StoredEntry,
  {
    input,
    move,
    refusal,
    drawn,
  }: { input: Keep; move: Move; refusal: ReturnType<typeof whyNot>; drawn: readonly DrawnFigure[] },
) {
  const wanted = stageAfter(move, 'draft')
  const mine = entry.savedBy === personOf(context.actor) && entry.version === input.expectedVersion + 1
  const place = await findPlace(context.db, input)
  if (mine && place.ok && (entry.stage === wanted || move === 'save')) {
    const checked = await checkDraft(context.db, place.value, {
      typed: input,
      drawn,
      sending: false,
      counted: entry.countedNature,
    })
    const cells = cellsByRow(place.value.form)
    const stored = new Map((await valuesOf(context.db, entry.workingId)).map((value) => [value.cellId, value.value]))
    const typed = checked.ok ? checked.value.rows.filter((row) => row.value !== null) : []
    if (
      checked.ok &&
      typed.length === stored.size &&
      typed.every((row) => stored.get(cells.get(row.no)!) === row.value)
    )
      return ok({ entry: entry.id, stage: entry.stage, version: entry.version })
  }
  return refusal?.refusal.kind === 'forbidden' ? refusal : changedMeanwhile
}

function changeOf(entry: StoredEntry, day: string) {
  return { placeId: entry.placeId, periodId: entry.periodId, day }
}

const step = { id: idOf('entry'), ...seenSchema.shape }

export const takeBackEntry = writing({
  name: 'entries.takeBack',
  summary: 'Rút lại biểu đã gửi, khi chưa được nhận',
  http: { method: 'POST', path: '/entries/{id}/take-back' },
  who: signedRoles,
  input: z.object(step),
  output,
  run: (context, input) => move(context, input, 'takeBack'),
})

export const returnEntry = writing({
  name: 'entries.return',
  summary: 'Trả lại biểu kèm lý do',
  http: { method: 'POST', path: '/entries/{id}/return' },
  who: acceptRoles,
  input: z.object({ ...step, reason: reasonSchema }),
  output,
  run: (context, input) => move(context, input, 'return'),
})

export const acceptEntry = writing({
  name: 'entries.accept',
  summary: 'Nhận biểu: từ đây số liệu được tính vào bảng',
  http: { method: 'POST', path: '/entries/{id}/accept' },
  who: acceptRoles,
  input: z.object(step),
  output,
  run: (context, input) => move(context, input, 'accept'),
})

export const reopenEntry = writing({
  name: 'entries.reopen',
  summary: 'Mở lại biểu đã nhận để đơn vị sửa, kèm lý do',
  http: { method: 'POST', path: '/entries/{id}/reopen' },
  who: acceptRoles,
  input: z.object({ ...step, reason: reasonSchema }),
  output,
  run: (context, input) => move(context, input, 'reopen'),
})

interface Step {
  id: StoredEntry['id']
  expectedVersion: number
  reason?: string
}

async function move(context: WriteContext, input: Step, verb: 'takeBack' | 'return' | 'accept' | 'reopen') {
  const { db, now } = context
  const entry = await lockEntry(db, input.id)
  if (!entry) return notFound('no-such-entry', 'Không có biểu này.', 'No such entry.')
  const found = await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId })
  if (!found.ok) return found
  const refusal = whyNot(context.actor, verb, await standingOf(db, found.value, { entry }))
  const stage = stageAfter(verb, entry.stage)
  if (entry.version !== input.expectedVersion) return lateStep(entry, { stage, refusal, input })
  if (refusal) return refusal
  // What the organisation's own line has judged stays sent as it was: taken back, it is mended in a new version.
  if (verb !== 'takeBack' || !entry.workingClosed)
    await markVersion(db, entry.workingId, factsOf(verb, { by: personOf(context.actor), now, reason: input.reason }))
  if (verb === 'accept') await countWorking(db, entry)
  const version = await setStage(db, entry.id, stage)
  const period = (await readPeriod(db, entry.periodId))!
  const refresh = verb === 'accept' ? refreshAbove : refreshStandingsAbove
  await refresh(db, changeOf(entry, period.endsOn))
  const changes = { versionId: entry.workingId, ...(input.reason && { reason: input.reason }) }
  await context.record({ noun: 'entry', id: entry.id, move: verb, changes })
  const told = { entry, place: found.value, reason: input.reason }
  if (verb === 'takeBack') {
    await touchLine(db, entry.id)
    for (const message of messagesToReceivers(verb, told)) await context.tell(message)
  } else await context.tell(messageOf(verb, { ...told, to: entry.bodyId }))
  return ok({ entry: entry.id, stage, version })
}

/** Pressed twice: the second press finds it done. Otherwise someone else moved it first. */
function lateStep(
  entry: StoredEntry,
  at: { stage: StoredEntry['stage']; refusal: ReturnType<typeof whyNot>; input: Step },
) {
  if (entry.stage === at.stage && entry.version === at.input.expectedVersion + 1)
    return ok({ entry: entry.id, stage: entry.stage, version: entry.version })
  return at.refusal?.refusal.kind === 'forbidden'
    ? at.refusal
    : invalid(
        [
          problem(
            '',
            'moved-meanwhile',
            'Biểu này vừa được người khác xử lý. Hãy tải lại trang để xem tình trạng mới.',
            'Someone else has just handled this entry. Reload the page to see its state.',
          ),
        ],
        'moved-meanwhile',
      )
}

function factsOf(verb: Move, { by, now, reason }: { by: ReturnType<typeof personOf>; now: Date; reason?: string }) {
  if (verb === 'accept') return { accepted_by: by, accepted_at: now }
  if (verb === 'takeBack') return { submitted_by: null, submitted_at: null }
  return { returned_by: by, returned_at: now, return_reason: reason! }
}
