// What can be done with a reply: save, fill from a file, send, take back, return, accept, open again.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { invalid, notFound, ok } from '../../shared/result.ts'
import type { Collection } from '../collection.ts'
import { fileSchema } from '../collection.schema.ts'
import { openSent, sheetOf } from '../collection.steps.ts'
import { givenIn, strayed } from './reply.file.ts'
import { stageAfterReply, whyNotReply, type ReplyMove } from './reply.moves.ts'
import { changedMeanwhile, findAsked, formFor, replyStandingOf, type Asked, type At } from './reply.steps.ts'
import {
  createReply,
  findReply,
  keepSent,
  moveReply,
  writeReply,
  type ReplyFacts,
  type StoredReply,
} from './reply.store.ts'
import { readCells, replyStages, sameValues, type Given } from './reply.ts'

const fillers = { roles: ['reporter', 'officer', 'head'] } as const
const collectors = { roles: ['officer', 'head'] } as const
const seen = {
  collection: idOf('collection'),
  body: idOf('body'),
  expectedVersion: seenVersion(0),
}
const output = z.object({
  reply: z.number().int(),
  stage: z.enum(replyStages),
  version: z.number().int(),
  filled: z.number().int(),
})
const typed = z.object({
  ...seen,
  /** As typed, by address: {"B7": "1.234,5"}. */
  cells: z.record(z.string().regex(/^[A-Z]{1,3}\d{1,7}$/), z.string().max(20_000)).default({}),
  ...confirming,
})

export const saveReply = writing({
  name: 'replies.save',
  summary: 'Lưu nháp các ô của đơn vị',
  http: { method: 'PUT', path: '/collections/{collection}/replies/{body}' },
  who: fillers,
  input: typed,
  output,
  run: (context, input) => keep(context, input, { move: 'save' }),
})

export const submitReply = writing({
  name: 'replies.submit',
  summary: 'Gửi các ô của đơn vị; mọi ô sai và ô bắt buộc còn trống được báo cùng lúc',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/submit' },
  who: fillers,
  input: typed,
  output,
  run: (context, input) => keep(context, input, { move: 'submit' }),
})

export const uploadReply = writing({
  name: 'replies.upload',
  summary: 'Điền từ tệp Excel đã tải về; mọi lỗi báo tại ô của nó, có lỗi thì không lưu gì',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/file' },
  who: fillers,
  input: z.object({ ...seen, file: fileSchema, ...confirming }),
  output,
  run: (context, { file, ...input }) => keep(context, input, { move: 'save', file }),
})

type Keep = At & { expectedVersion: number; cells?: Given; mentionsConfirmed: boolean }

/** Typing, uploading and sending are one act: values into the reply, whole or not at all. */
async function keep(context: WriteContext, input: Keep, { move, file }: { move: 'save' | 'submit'; file?: string }) {
  const { db, now } = context
  const found = await findAsked(db, input)
  if (!found.ok) return found
  const { collection } = found.value
  const at = { collectionId: collection.id, bodyId: input.body }
  const before = await findReply(db, at, true)
  const refusal = whyNotReply(context.actor, move, await replyStandingOf(db, collection, { ...at, reply: before }))
  if (refusal?.refusal.kind === 'forbidden' || refusal?.refusal.code === 'collection-closed') return refusal
  const form = await formFor(db, found.value)
  const given = file === undefined ? ok({ given: input.cells ?? {}, problems: [] }) : readFile(form, file)
  if (!given.ok) return given
  const { values, problems } = readCells(form.cells, given.value.given, move === 'submit')
  if (before && before.version !== input.expectedVersion) {
    const again = before.savedBy === personOf(context.actor) && before.version === input.expectedVersion + 1
    const wanted = move === 'save' || before.stage === 'submitted'
    return again && wanted && sameValues(values, before.cells) ? answer(before) : changedMeanwhile
  }
  if (refusal) return refusal
  const faults = [...given.value.problems, ...problems]
  if (faults.length > 0) return invalid(inOrder(form, faults), 'reply-faults')
  const words = form.cells.filter(({ type, ref }) => type === 'text' && values[ref])
  const prose = words.map(({ ref }) => ({ field: `cells.${ref}`, text: values[ref], before: before?.cells[ref] }))
  const asked = askAboutMentions(prose, input.mentionsConfirmed)
  if (!asked.ok) return asked

  const stage = stageAfterReply(move, before?.stage ?? 'none')
  const sending = move === 'submit'
  const made = { cells: values, stage, sending, by: personOf(context.actor), now }
  const written = before
    ? { id: before.id, version: await writeReply(db, before.id, made) }
    : await createReply(db, at, made)
  if (!written) return changedMeanwhile
  if (sending) await keepSent(db, written.id, made)
  const changes = { cells: Object.keys(values).length, ...(file !== undefined && { fromFile: true }) }
  await context.record({ noun: 'reply', id: written.id, move, changes })
  await recordConfirmed(context, { noun: 'reply', id: written.id, confirmed: asked.value })
  if (sending) await tell(context, { collection, bodyId: input.body, move })
  return answer({ ...written, stage, cells: values })
}

function answer({ id, stage, version, cells }: Pick<StoredReply, 'id' | 'stage' | 'version' | 'cells'>) {
  return ok({ reply: id, stage, version, filled: Object.keys(cells).length })
}

/** What the uploaded file holds in the asked cells; a file that is not the form is refused whole. */
function readFile(form: Asked, file: string) {
  const sent = openSent(file)
  if (!sent.ok) return sent
  const sheet = sheetOf(sent.value.book, form.sheet.name)
  if (!sheet.ok) return sheet
  const moved = strayed(form.sheet, sheet.value, form.cells)
  return moved.length > 0 ? invalid(moved, 'form-changed') : ok(givenIn(sheet.value, form.cells))
}

/** Faults in the order of the sheet. */
function inOrder<Fault extends { field: string }>(form: Asked, faults: readonly Fault[]): Fault[] {
  const place = new Map(form.cells.map(({ ref, row, column }) => [`cells.${ref}`, row * 20_000 + column]))
  return faults.toSorted((a, b) => (place.get(a.field) ?? 0) - (place.get(b.field) ?? 0))
}

const reasonSchema = z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(2000)

export const takeBackReply = writing({
  name: 'replies.takeBack',
  summary: 'Rút lại phần đã gửi, khi chưa được nhận',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/take-back' },
  who: fillers,
  input: z.object(seen),
  output,
  run: (context, input) => moveOn(context, input, 'takeBack'),
})

export const returnReply = writing({
  name: 'replies.return',
  summary: 'Trả lại phần đã gửi kèm lý do',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/return' },
  who: collectors,
  input: z.object({ ...seen, reason: reasonSchema }),
  output,
  run: (context, input) => moveOn(context, input, 'return'),
})

export const acceptReply = writing({
  name: 'replies.accept',
  summary: 'Nhận phần đơn vị đã gửi',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/accept' },
  who: collectors,
  input: z.object(seen),
  output,
  run: (context, input) => moveOn(context, input, 'accept'),
})

export const reopenReply = writing({
  name: 'replies.reopen',
  summary: 'Mở lại phần đã nhận để đơn vị sửa, kèm lý do',
  http: { method: 'POST', path: '/collections/{collection}/replies/{body}/reopen' },
  who: collectors,
  input: z.object({ ...seen, reason: reasonSchema }),
  output,
  run: (context, input) => moveOn(context, input, 'reopen'),
})

type Verb = Exclude<ReplyMove, 'save' | 'submit'>

async function moveOn(context: WriteContext, input: At & { expectedVersion: number; reason?: string }, move: Verb) {
  const { db } = context
  const found = await findAsked(db, input)
  if (!found.ok) return found
  const { collection } = found.value
  const at = { collectionId: collection.id, bodyId: input.body }
  const reply = await findReply(db, at, true)
  if (!reply) return notFound('no-such-reply', 'Đơn vị này chưa điền gì.', 'This body has filled in nothing yet.')
  const refusal = whyNotReply(context.actor, move, await replyStandingOf(db, collection, { ...at, reply }))
  const stage = stageAfterReply(move, reply.stage)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (reply.version !== input.expectedVersion)
    return reply.stage === stage && reply.version === input.expectedVersion + 1 ? answer(reply) : changedMeanwhile
  if (refusal) return refusal
  const version = await moveReply(db, reply.id, { stage, ...factsOf(move, context, input.reason) })
  const changes = input.reason ? { reason: input.reason } : {}
  await context.record({ noun: 'reply', id: reply.id, move, changes })
  await tell(context, { collection, bodyId: input.body, move, reason: input.reason })
  return answer({ ...reply, stage, version })
}

function factsOf(move: Verb, { actor, now }: WriteContext, reason?: string): Omit<ReplyFacts, 'stage'> {
  const by = personOf(actor)
  if (move === 'accept') return { accepted_by: by, accepted_at: now }
  if (move === 'takeBack') return { submitted_by: null, submitted_at: null }
  return { returned_by: by, returned_at: now, return_reason: reason!, accepted_by: null, accepted_at: null }
}

/** To the other side: what was sent to the collector, what was decided to the body. */
async function tell(
  context: WriteContext,
  of: { collection: Collection; bodyId: At['body']; move: ReplyMove; reason?: string },
): Promise<void> {
  const { collection, bodyId, move, reason = null } = of
  const toCollector = move === 'submit' || move === 'takeBack'
  await context.tell({
    topic: `reply.${move}`,
    bodyId: toCollector ? collection.bodyId : bodyId,
    payload: { collection: collection.id, title: collection.title, body: bodyId, reason },
  })
}
