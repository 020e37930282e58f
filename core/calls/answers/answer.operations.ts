// What can be done with an answer: save, send, take back, return, accept, open again. Reading is in answer.reads.ts.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, recordConfirmed } from '../../documents/mentions/ask.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { invalid, notFound, ok } from '../../shared/result.ts'
import type { Call } from '../call.ts'
import { sectionsOf } from '../call.store.ts'
import { stageAfterAnswer, whyNotAnswer, type AnswerMove } from './answer.moves.ts'
import { atSchema, movedAnswer, seenSchema, typedSchema, type TypedAnswer } from './answer.schema.ts'
import { changedMeanwhile, findAsked, standingOf, type At } from './answer.steps.ts'
import {
  addVersion,
  createAnswer,
  findAnswer,
  markVersion,
  setStage,
  textsOf,
  writeDraft,
  type StoredAnswer,
  type VersionFacts,
} from './answer.store.ts'
import { faultsOfSending, faultsOfTexts } from './answer.ts'

const writers = { roles: ['reporter', 'officer', 'head'] } as const
const accepters = { roles: ['officer', 'head'] } as const
const reasonSchema = z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(2000)

export const saveAnswer = writing({
  name: 'answers.save',
  summary: 'Lưu nháp phần trả lời của đơn vị',
  http: { method: 'PUT', path: '/calls/{call}/answers/{body}' },
  who: writers,
  input: typedSchema,
  output: movedAnswer,
  run: (context, input) => keep(context, input, 'save'),
})

export const submitAnswer = writing({
  name: 'answers.submit',
  summary: 'Gửi phần trả lời; mọi mục phải có chữ và không quá độ dài đề cương cho',
  http: { method: 'POST', path: '/calls/{call}/answers/{body}/submit' },
  who: writers,
  input: typedSchema,
  output: movedAnswer,
  run: (context, input) => keep(context, input, 'submit'),
})

/** Saving and sending are one act: words into an unsent version, and perhaps off with it. */
async function keep(context: WriteContext, input: TypedAnswer, move: 'save' | 'submit') {
  const { db, now } = context
  const found = await findAsked(db, input)
  if (!found.ok) return found
  const call = found.value
  const at = { callId: call.id, bodyId: input.body }
  const before = await findAnswer(db, at, true)
  const standing = await standingOf(db, call, { bodyId: input.body, answer: before })
  const refusal = whyNotAnswer(context.actor, move, standing)
  if (refusal?.refusal.kind === 'forbidden' || refusal?.refusal.code === 'call-closed') return refusal
  const texts = Object.fromEntries(Object.entries(input.texts).filter(([, text]) => text !== ''))
  const stored = before ? await textsOf(db, before.workingId) : {}
  if (before && before.version !== input.expectedVersion) {
    const again = before.savedBy === personOf(context.actor) && before.version === input.expectedVersion + 1
    const wanted = move === 'save' || before.stage === 'submitted'
    return again && wanted && isSame(texts, stored)
      ? ok({ answer: before.id, stage: before.stage, version: before.version })
      : changedMeanwhile
  }
  if (refusal) return refusal
  const sections = await sectionsOf(db, call.id)
  const faults = move === 'submit' ? faultsOfSending(sections, texts) : faultsOfTexts(sections, texts)
  if (faults.length > 0) return invalid(faults, 'answer-faults')
  const prose = Object.entries(texts).map(([key, text]) => ({ field: `texts.${key}`, text, before: stored[key] }))
  const asked = askAboutMentions(prose, input.mentionsConfirmed)
  if (!asked.ok) return asked

  const by = personOf(context.actor)
  const answer = before ?? (await createAnswer(db, { ...at, by, now }))
  if (!answer) return changedMeanwhile
  const versionId = answer.workingClosed ? await addVersion(db, { answer, by, now }) : answer.workingId
  await writeDraft(db, { versionId, texts, sending: move === 'submit', by, now })
  const stage = stageAfterAnswer(move, before?.stage ?? 'none')
  const version = await setStage(db, answer.id, { stage })
  await context.record({ noun: 'answer', id: answer.id, move, changes: { versionId } })
  await recordConfirmed(context, { noun: 'answer', id: answer.id, confirmed: asked.value })
  if (move === 'submit') await tell(context, { call, answer, move })
  return ok({ answer: answer.id, stage, version })
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

const step = { ...atSchema.shape, ...seenSchema.shape }

export const takeBackAnswer = writing({
  name: 'answers.takeBack',
  summary: 'Rút lại phần trả lời đã gửi, khi chưa được nhận',
  http: { method: 'POST', path: '/calls/{call}/answers/{body}/take-back' },
  who: writers,
  input: z.object(step),
  output: movedAnswer,
  run: (context, input) => moveOn(context, input, 'takeBack'),
})

export const returnAnswer = writing({
  name: 'answers.return',
  summary: 'Trả lại phần trả lời kèm lý do',
  http: { method: 'POST', path: '/calls/{call}/answers/{body}/return' },
  who: accepters,
  input: z.object({ ...step, reason: reasonSchema }),
  output: movedAnswer,
  run: (context, input) => moveOn(context, input, 'return'),
})

export const acceptAnswer = writing({
  name: 'answers.accept',
  summary: 'Nhận phần trả lời: từ đây được ghép vào báo cáo',
  http: { method: 'POST', path: '/calls/{call}/answers/{body}/accept' },
  who: accepters,
  input: z.object(step),
  output: movedAnswer,
  run: (context, input) => moveOn(context, input, 'accept'),
})

export const reopenAnswer = writing({
  name: 'answers.reopen',
  summary: 'Mở lại phần trả lời đã nhận để đơn vị sửa, kèm lý do',
  http: { method: 'POST', path: '/calls/{call}/answers/{body}/reopen' },
  who: accepters,
  input: z.object({ ...step, reason: reasonSchema }),
  output: movedAnswer,
  run: (context, input) => moveOn(context, input, 'reopen'),
})

type Verb = Exclude<AnswerMove, 'save' | 'submit'>

async function moveOn(context: WriteContext, input: At & { expectedVersion: number; reason?: string }, move: Verb) {
  const { db } = context
  const found = await findAsked(db, input)
  if (!found.ok) return found
  const call = found.value
  const answer = await findAnswer(db, { callId: call.id, bodyId: input.body }, true)
  if (!answer) return notFound('no-such-answer', 'Đơn vị này chưa viết gì.', 'This body has written nothing yet.')
  const refusal = whyNotAnswer(context.actor, move, await standingOf(db, call, { bodyId: input.body, answer }))
  const stage = stageAfterAnswer(move, answer.stage)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (answer.version !== input.expectedVersion)
    return answer.stage === stage && answer.version === input.expectedVersion + 1 // pressed twice
      ? ok({ answer: answer.id, stage, version: answer.version })
      : changedMeanwhile
  if (refusal) return refusal
  await markVersion(db, answer.workingId, factsOf(move, context, input.reason))
  const version = await setStage(db, answer.id, { stage, ...(move === 'accept' && { accepted: answer.workingId }) })
  const changes = { versionId: answer.workingId, ...(input.reason && { reason: input.reason }) }
  await context.record({ noun: 'answer', id: answer.id, move, changes })
  await tell(context, { call, answer, move, reason: input.reason })
  return ok({ answer: answer.id, stage, version })
}

function factsOf(move: Verb, { actor, now }: WriteContext, reason?: string): VersionFacts {
  const by = personOf(actor)
  if (move === 'accept') return { accepted_by: by, accepted_at: now }
  if (move === 'takeBack') return { submitted_by: null, submitted_at: null }
  return { returned_by: by, returned_at: now, return_reason: reason! }
}

/** To the other side: what was sent to the caller, what was decided to the body. */
async function tell(
  context: WriteContext,
  of: { call: Call; answer: StoredAnswer; move: AnswerMove; reason?: string },
): Promise<void> {
  const { call, answer, move, reason = null } = of
  const toCaller = move === 'submit' || move === 'takeBack'
  await context.tell({
    topic: `answer.${move}`,
    bodyId: toCaller ? call.bodyId : answer.bodyId,
    payload: { call: call.id, title: call.title, body: answer.bodyId, reason },
  })
}
