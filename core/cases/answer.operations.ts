// The answer: specific, with proof, every point ticked; then sent as the law says, and closed.
import { z } from 'zod'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { lastOf } from '../law/running.ts'
import { attachedSchema, filesAhead } from './attached.ts'
import { actsOf, answersOf, insertAnswer } from './life.store.ts'
import { keepFiles } from './kept.ts'
import { pointsOf, tickPoints, type Point } from './letter.store.ts'
import { meetLimit, openLimit, startIfAny } from './limits.ts'
import { moved, movedSchema } from './moved.ts'
import { numbers } from './numbers.ts'
import { onlyNoted, type Submission } from './submission.ts'
import { begin, noteMove, personOf, setStage } from './submission.steps.ts'

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }

export const answer = writing({
  name: 'submissions.answer',
  summary: 'Trả lời: đã làm gì, kết quả thế nào, đủ từng điểm được hỏi, kèm ảnh hoặc văn bản chứng minh',
  http: { method: 'POST', path: '/submissions/{id}/answer' },
  who: { roles: ['handler', 'head'] },
  input: z.object({
    ...seen,
    text: z.string().trim().max(20_000).default(''),
    document: z
      .string()
      .trim()
      .max(200)
      .default('')
      .meta({ description: 'số, ngày của quyết định, kết luận, văn bản' }),
    points: z
      .array(z.coerce.number().int().min(1).max(1000))
      .max(100)
      .default([])
      .meta({ description: 'số của những điểm đã trả lời' }),
    files: attachedSchema,
  }),
  output: movedSchema,
  ahead: filesAhead,
  async run(context, { text, document, points, files: _, ...at }, { originals, problems }) {
    const begun = await begin(context, at, 'answer')
    if (!begun.ok) return begun
    const { submission, parts } = begun.value
    const strict = isStrict(submission)
    if (strict && !parts.includes('leadHead')) return headSigns
    const asked = await pointsOf(context.db, at.id)
    const faults = faultsOf({ text, document, strict, proof: originals.length }, unanswered(asked, points))
    if (faults.length + problems.length > 0) return invalid([...faults, ...problems])
    const by = { personId: personOf(context.actor), bodyId: submission.leadId }
    const no = await insertAnswer(context.db, at.id, { text, document, ...by, at: context.now })
    const kept = await keepFiles(context, at.id, { originals, answerNo: no })
    if (!kept.ok) return kept
    await tickPoints(context.db, at.id, { points, answer: no })
    await meetLimit(context.db, at.id, { limit: 'solve', now: context.now })
    if (strict) await startIfAny(context.db, at.id, { limit: 'send', rule: ruleToSend(submission), at: context.now })
    if (submission.kind === 'denunciation')
      await startIfAny(context.db, at.id, { limit: 'publish', rule: 'denunciation.publish', at: context.now })
    const version = await setStage(context, at.id, 'answer')
    await noteMove(context, at.id, {
      move: 'answer',
      facts: { answer: no, document, proof: originals.length },
      bodyId: by.bodyId,
    })
    return ok(moved(at.id, 'answered', version))
  },
})

const isStrict = ({ kind }: Submission) => kind === 'complaint' || kind === 'denunciation'

const ruleToSend = ({ kind, level }: Submission) =>
  kind === 'denunciation' ? 'denunciation.conclusion.send' : `complaint.decision.send${level === 2 ? '.second' : ''}`

const unanswered = (asked: readonly Point[], ticked: readonly number[]) =>
  asked.filter(({ no, answeredIn }) => answeredIn === null && !ticked.includes(no))

function faultsOf(
  given: { text: string; document: string; strict: boolean; proof: number },
  left: readonly Point[],
): Problem[] {
  const faults: Problem[] = []
  if (given.text.length < numbers.shortestAnswer) faults.push(problem('text', 'too-short', ...tooShort))
  else if (onlyNoted(given.text)) faults.push(problem('text', 'only-noted', ...onlyNotedSaid))
  if (given.strict && given.document === '') faults.push(problem('document', 'missing', ...documentNeeded))
  else if (given.proof === 0 && given.document === '') faults.push(problem('files', 'no-proof', ...proofNeeded))
  for (const { no, text } of left) faults.push(problem('points', 'unanswered', ...pointLeft(no, text)))
  return faults
}

const tooShort = [
  'Trả lời cần nói rõ đã làm gì, kết quả thế nào, ít nhất một hai câu.',
  'Say what was done and with what result, in a sentence or two at least.',
] as const
const onlyNotedSaid = [
  '“Đã ghi nhận” chưa phải là trả lời. Hãy viết đã làm gì, ai làm tiếp và xong ngày nào.',
  '“Noted” is no answer. Say what was done, who goes on with it and by when.',
] as const
const documentNeeded = [
  'Ghi số và ngày của quyết định giải quyết hoặc kết luận.',
  'Give number and date of the decision or conclusion.',
] as const
const proofNeeded = [
  'Kèm ít nhất một ảnh sau khi làm, hoặc ghi số của văn bản chứng minh.',
  'Attach a photo of the result, or name the document that proves it.',
] as const
const pointLeft = (no: number, text: string) =>
  [`Chưa trả lời điểm ${no}: “${text}”.`, `Point ${no} is not answered: “${text}”.`] as const
const headSigns = conflict(
  'head-signs',
  'Quyết định giải quyết khiếu nại, kết luận tố cáo do người đứng đầu ký. Đồng chí ghi dự thảo vào ghi chú để trình.',
  'The head signs the decision or conclusion. Put your draft into a note.',
)
export const send = writing({
  name: 'submissions.send',
  summary: 'Ghi việc đã gửi quyết định, kết luận cho người gửi và các bên',
  http: { method: 'POST', path: '/submissions/{id}/send' },
  who: { roles: ['receiver', 'handler', 'head'] },
  input: z.object({ ...seen, note: z.string().trim().max(2000).default('') }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'send')
    if (!begun.ok) return begun
    await meetLimit(context.db, at.id, { limit: 'send', now: context.now })
    const version = await setStage(context, at.id, 'send')
    const effective = await effectiveOn(context, begun.value.submission)
    await noteMove(context, at.id, { move: 'send', note, facts: { effective }, bodyId: begun.value.bodyId })
    return ok(moved(at.id, 'answered', version))
  },
})

/** From when a decision on a complaint holds if nobody complains again: L-KN Điều 44, counted from the day it was issued. */
async function effectiveOn({ db }: WriteContext, { id, kind }: Submission): Promise<string | null> {
  if (kind !== 'complaint') return null
  const remote = (await actsOf(db, id)).some(({ move, facts }) => move === 'accept' && facts.remote === true)
  const decided = (await answersOf(db, id)).at(-1)!
  return lastOf(db, `complaint.effective${remote ? '.remote' : ''}`, decided.at)
}

export const close = writing({
  name: 'submissions.close',
  summary: 'Đóng hồ sơ đã trả lời; người gửi vẫn đánh giá, và báo chưa xong trong hạn',
  http: { method: 'POST', path: '/submissions/{id}/close' },
  who: { roles: ['receiver', 'handler', 'head'] },
  input: z.object(seen),
  output: movedSchema,
  async run(context, at) {
    const begun = await begin(context, at, 'close')
    if (!begun.ok) return begun
    if (await openLimit(context.db, at.id, 'send')) return notSent
    if (await openLimit(context.db, at.id, 'publish')) return notMadeKnown
    const version = await setStage(context, at.id, 'close')
    await noteMove(context, at.id, { move: 'close', bodyId: begun.value.bodyId })
    return ok(moved(at.id, 'closed', version))
  },
})

const notSent = conflict(
  'not-sent',
  'Quyết định, kết luận chưa ghi là đã gửi. Hãy ghi việc gửi trước rồi mới đóng hồ sơ.',
  'The decision or conclusion is not entered as sent. Enter its sending first, then close.',
)
const notMadeKnown = conflict(
  'not-made-known',
  'Kết luận tố cáo chưa ghi là đã công khai. Hãy ghi việc công khai trước rồi mới đóng hồ sơ.',
  'The conclusion is not entered as made known. Enter that first, then close.',
)
