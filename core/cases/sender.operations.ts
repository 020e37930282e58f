// What a sender may do with code and secret: follow it, add to it, take it back, rate the answer, say that it is not done.
import { z } from 'zod'
import { addDays, dayAt } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { bodiesAbove } from '../bodies/body.read.ts'
import { attachedSchema } from './attached.ts'
import { keepLetters } from './given.ts'
import { openPointsAgain } from './letter.store.ts'
import { actsOf, answersOf, insertMessage, insertRating } from './life.store.ts'
import { startIfAny } from './limits.ts'
import { addWords } from './more-words.ts'
import { numbers } from './numbers.ts'
import { limitToSolve, type Submission } from './submission.ts'
import { beginAsSender as begin, keySchema, open } from './sender.open.ts'
import { notTooFast } from './submit.operations.ts'
import { movesOpen } from './submission.moves.ts'
import { noteMove, setStage, standingOf, tellBody } from './submission.steps.ts'
import { joinedTo } from './submission.store.ts'
import { trackedSchema, trackedOf } from './tracked.ts'

const { reopenDays, poorRating } = numbers

export const track = writing({
  name: 'submissions.track',
  summary: 'Tra cứu bằng mã và khoá trên biên nhận: đang ở đâu, đến khi nào, vì sao, đã trả lời gì',
  http: { method: 'POST', path: '/submissions/track' },
  who: 'anyone',
  input: z.object(keySchema),
  output: trackedSchema,
  async run(context, keys) {
    const opened = await open(context, keys)
    if (!opened.ok) return opened
    const standing = await standingOf(context.db, opened.value)
    const may = movesOpen(['sender'], standing)
    const late = await tooLateToReopen(context, opened.value)
    return ok(
      await trackedOf(
        context.db,
        opened.value,
        may.filter((move) => !(late && move === 'reopen')),
      ),
    )
  },
})

const words = z.string().default('')

/** Before it is sorted, and of a denunciation always, what the sender adds is sealed like the letter itself. */
export const tell = writing({
  name: 'submissions.tell',
  summary: 'Người gửi nói thêm, trả lời lời nhắn, hoặc bổ sung điều nơi nhận đã hỏi',
  http: { method: 'POST', path: '/submissions/tell' },
  who: 'anyone',
  input: z.object({ ...keySchema, text: words, files: attachedSchema }),
  output: z.object({ stage: z.string() }),
  ahead: notTooFast,
  async run(context, { text, files: _, ...keys }, more) {
    const begun = await begin(context, keys, 'tell')
    if (!begun.ok) return begun
    return addWords(context, begun.value, { text, ...more })
  },
})

export const withdraw = writing({
  name: 'submissions.withdraw',
  summary: 'Người gửi rút lại; nơi nhận thôi xử lý',
  http: { method: 'POST', path: '/submissions/withdraw' },
  who: 'anyone',
  input: z.object(keySchema),
  output: z.object({ stage: z.string() }),
  async run(context, keys) {
    const begun = await begin(context, keys, 'withdraw')
    if (!begun.ok) return begun
    const others = await joinedTo(context.db, begun.value.id)
    if (others.length > 0) return withdrawnAlone(context, begun.value, others.length)
    // Not sorted yet: nobody needs to read it any more.
    const kept = begun.value.kind === null ? await keepLetters(context, begun.value.id) : ok(null)
    if (!kept.ok) return kept
    await setStage(context, begun.value.id, 'withdraw')
    await noteMove(context, begun.value.id, { move: 'withdraw', bodyId: null })
    return ok({ stage: 'ended' })
  },
})

/** Others sent the same and wait for this answer: what one of them takes back goes on for the rest. */
async function withdrawnAlone(context: WriteContext, { id, stage }: Submission, others: number) {
  const acts = await actsOf(context.db, id)
  if (acts.some(({ move }) => move === 'withdraw')) return withdrawnBefore
  await noteMove(context, id, { move: 'withdraw', facts: { others }, bodyId: null })
  return ok({ stage })
}

const withdrawnBefore = conflict(
  'withdrawn-before',
  'Ông bà đã rút rồi. Việc vẫn được giải quyết vì còn người khác cùng gửi.',
  'You took it back already. It goes on because others sent the same.',
)

export const rate = writing({
  name: 'submissions.rate',
  summary: 'Người gửi đánh giá câu trả lời, 1 đến 5; cơ quan trả lời chỉ thấy gộp, không thấy ai',
  http: { method: 'POST', path: '/submissions/rate' },
  who: 'anyone',
  input: z.object({
    ...keySchema,
    stars: z.coerce.number({ error: 'Chọn một mức từ 1 đến 5.' }).int().min(1).max(5),
    why: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ stage: z.string() }),
  async run(context, { stars, why, ...keys }) {
    const begun = await begin(context, keys, 'rate')
    if (!begun.ok) return begun
    const { id, stage, leadId } = begun.value
    const last = (await answersOf(context.db, id)).at(-1)!
    const rated = await insertRating(context.db, id, { answer: last.no, stars, why: plainText(why), at: context.now })
    if (!rated) return ratedAlready
    await noteMove(context, id, { move: 'rate', bodyId: null })
    if (stars <= poorRating) await askReview(context, { id, leadId: leadId! })
    return ok({ stage })
  },
})

/** A poor rating is looked at by the next level; the rated body hears nothing of it. */
async function askReview(context: WriteContext, of: { id: Id<'submission'>; leadId: Id<'body'> }) {
  const [upper] = await bodiesAbove(context.db, of.leadId, context.today)
  if (upper) await tellBody(context, { topic: 'submission.review', bodyId: upper, id: of.id, above: true })
}

const ratedAlready = conflict(
  'rated-already',
  'Câu trả lời này đã được đánh giá. Nếu việc chưa xong, hãy bấm “Chưa xong”.',
  'This answer is rated already. If it is not done, say so.',
)

export const reopen = writing({
  name: 'submissions.reopen',
  summary: 'Người gửi báo chưa xong: việc mở lại ở cơ quan đã trả lời, với thời hạn mới',
  http: { method: 'POST', path: '/submissions/reopen' },
  who: 'anyone',
  input: z.object({ ...keySchema, why: z.string().trim().min(5, 'Nói chưa xong ở chỗ nào.').max(4000) }),
  output: z.object({ stage: z.string() }),
  async run(context, { why, ...keys }) {
    const begun = await begin(context, keys, 'reopen')
    if (!begun.ok) return begun
    if (await tooLateToReopen(context, begun.value)) return tooLate
    const { id, kind, urgency, reopened, leadId } = begun.value
    const { db, now } = context
    await insertMessage(db, id, { fromSender: true, text: plainText(why), personId: null, at: now })
    await openPointsAgain(db, id)
    const limit = `solve.${reopened + 1}` as const
    const rule = limitToSolve({ kind: kind!, urgency, level: 1, remote: false, complex: false })
    if (!(await startIfAny(db, id, { limit, rule, at: now })))
      await startIfAny(db, id, { limit, rule: 'petition.answer', at: now })
    await setStage(context, id, 'reopen', { reopened: reopened + 1 })
    await noteMove(context, id, { move: 'reopen', facts: { times: reopened + 1 }, bodyId: null })
    await tellBody(context, { topic: 'submission.reopen', bodyId: leadId!, id: id })
    return ok({ stage: 'open' })
  },
})

export const object = writing({
  name: 'submissions.object',
  summary: 'Người gửi đề nghị xem lại việc bị từ chối, một lần; người khác với người đã từ chối quyết định',
  http: { method: 'POST', path: '/submissions/object' },
  who: 'anyone',
  input: z.object({ ...keySchema, why: z.string().trim().min(5, 'Nói vì sao đề nghị xem lại.').max(4000) }),
  output: z.object({ stage: z.string() }),
  async run(context, { why, ...keys }) {
    const begun = await begin(context, keys, 'object')
    if (!begun.ok) return begun
    const { id, deskId, leadId } = begun.value
    const { db, now } = context
    await insertMessage(db, id, { fromSender: true, text: plainText(why), personId: null, at: now })
    await startIfAny(db, id, { limit: 'solve.0', rule: 'petition.answer', at: now })
    await setStage(context, id, 'object', { objected: true, lead_id: leadId ?? deskId })
    await noteMove(context, id, { move: 'object', bodyId: null })
    await tellBody(context, { topic: 'submission.object', bodyId: deskId, id: id })
    return ok({ stage: 'open' })
  },
})

async function tooLateToReopen({ db, today }: WriteContext, { id }: Submission): Promise<boolean> {
  const last = (await answersOf(db, id)).at(-1)
  return last !== undefined && today > addDays(dayAt(last.at), reopenDays)
}

const tooLate = conflict(
  'too-late',
  `Đã quá ${reopenDays} ngày từ khi có trả lời. Hãy gửi một phản ánh mới và ghi mã tra cứu của việc này.`,
  `More than ${reopenDays} days have passed since the answer. Send a new report and name this code in it.`,
)
