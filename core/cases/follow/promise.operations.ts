// What an answer promises and what a decision or conclusion orders: one thing, one body, one day; kept only with a proof.
import { z } from 'zod'
import { daySchema } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { plainText } from '../../shared/text.ts'
import { attachedSchema, filesAhead } from '../attached.ts'
import { keepFiles } from '../kept.ts'
import { whyNotLeads } from '../lead.ts'
import { moved, movedSchema } from '../moved.ts'
import { begin, noteMove, personOf, setStage, tellBody } from '../submission.steps.ts'
import { supportsOf } from '../submission.store.ts'
import { insertPromise, promiseOf, setDue, setKept } from './promise.store.ts'

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }
const working = { roles: ['receiver', 'handler', 'head'] } as const
const which = idOf('submission_promise')

export const promise = writing({
  name: 'submissions.promise',
  summary: 'Ghi một việc đã hứa, hoặc quyết định, kết luận đã giao: làm gì, cơ quan nào, ngày nào; người gửi đọc được',
  http: { method: 'POST', path: '/submissions/{id}/promises' },
  who: { roles: ['handler', 'head'] },
  input: z.object({
    ...seen,
    text: z
      .string()
      .trim()
      .min(10, 'Ghi rõ sẽ làm việc gì, ít nhất một câu.')
      .max(1000)
      .meta({ description: 'việc sẽ làm, người gửi đọc được; không nêu tên ai' }),
    body: idOf('body').optional().meta({ description: 'cơ quan làm; không ghi: cơ quan đang giải quyết' }),
    due: daySchema.meta({ description: 'ngày phải xong' }),
  }),
  output: movedSchema.extend({ promise: z.number().int() }),
  async run(context, { text, body, due, ...at }) {
    const begun = await begin(context, at, 'promise')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    if (due < context.today) return invalid([dayOver])
    const keeper = body ?? submission.leadId!
    const wrong = await whyNotLeads(context, submission, [keeper])
    if (wrong) return wrong
    const by = { by: personOf(context.actor), at: context.now }
    const made = await insertPromise(context.db, at.id, { text: plainText(text), bodyId: keeper, due, ...by })
    const version = await setStage(context, at.id, 'promise')
    await noteMove(context, at.id, { move: 'promise', facts: { promise: made, due, by: keeper }, bodyId })
    // Whoever has no part in the case learns of it by letter: the news would lead to a page he may not open.
    const concerned = [submission.leadId, submission.deskId, ...(await supportsOf(context.db, at.id))]
    if (keeper !== submission.leadId && concerned.includes(keeper))
      await tellBody(context, { topic: 'submission.promise', bodyId: keeper, id: at.id })
    return ok({ ...moved(at.id, submission.stage, version), promise: made })
  },
})

export const keepPromise = writing({
  name: 'submissions.keepPromise',
  summary: 'Ghi việc đã hứa, đã giao được làm xong: làm thế nào, kèm ảnh hoặc văn bản chứng minh',
  http: { method: 'POST', path: '/submissions/{id}/promises/{promise}/kept' },
  who: working,
  input: z.object({
    ...seen,
    promise: which,
    how: z.string().trim().min(10, 'Nói đã làm thế nào, ít nhất một câu.').max(2000),
    document: z.string().trim().max(200).default(''),
    files: attachedSchema,
  }),
  output: movedSchema,
  ahead: filesAhead,
  async run(context, { promise, how, document, files: _, ...at }, { originals, problems }) {
    const begun = await begin(context, at, 'keepPromise')
    if (!begun.ok) return begun
    const found = await promiseOf(context.db, { id: at.id, promise })
    if (!found) return noSuchPromise
    if (found.keptAt) return keptAlready
    if (problems.length === 0 && originals.length === 0 && document === '') problems.push(proofNeeded)
    if (problems.length > 0) return invalid(problems)
    const kept = await keepFiles(context, at.id, { originals, answerNo: null, promiseId: promise })
    if (!kept.ok) return kept
    const by = { by: personOf(context.actor), at: context.now }
    await setKept(context.db, promise, { how: plainText(how), document, ...by })
    const version = await setStage(context, at.id, 'keepPromise')
    const late = context.today > found.due
    const facts = { promise, document, proof: originals.length, late }
    await noteMove(context, at.id, { move: 'keepPromise', facts, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

export const movePromise = writing({
  name: 'submissions.movePromise',
  summary: 'Lùi ngày của một việc đã hứa, nêu lý do người gửi đọc được; ngày hứa đầu tiên vẫn còn',
  http: { method: 'POST', path: '/submissions/{id}/promises/{promise}/day' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    promise: which,
    due: daySchema,
    note: z.string().trim().min(10, 'Nêu lý do ít nhất một câu; người gửi đọc được.').max(2000),
  }),
  output: movedSchema,
  async run(context, { promise, due, note, ...at }) {
    const begun = await begin(context, at, 'movePromise')
    if (!begun.ok) return begun
    const found = await promiseOf(context.db, { id: at.id, promise })
    if (!found) return noSuchPromise
    if (found.keptAt) return keptAlready
    if (due < context.today) return invalid([dayOver])
    await setDue(context.db, promise, due)
    const version = await setStage(context, at.id, 'movePromise')
    const facts = { promise, before: found.due, due }
    await noteMove(context, at.id, { move: 'movePromise', note, facts, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

const dayOver = problem(
  'due',
  'day-over',
  'Ngày này đã qua. Ghi ngày phải làm xong, từ hôm nay trở đi.',
  'This day is over. Write a day from today on.',
)
const proofNeeded = problem(
  'files',
  'no-proof',
  'Kèm ít nhất một ảnh sau khi làm, hoặc ghi số của văn bản chứng minh.',
  'Attach a photo of the result, or name the document that proves it.',
)
const noSuchPromise = notFound(
  'no-such-promise',
  'Hồ sơ này không có việc đó. Hãy tải lại trang.',
  'There is no such promise in this case. Load the page again.',
)
const keptAlready = conflict('kept-already', 'Việc này đã ghi là làm xong.', 'This is entered as done already.')
