// Words between the desk and the sender, notes among those who work on it, and a lost secret given anew.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { insertMessage, insertNote } from './life.store.ts'
import { moved, movedSchema } from './moved.ts'
import { hashOf, inGroups, secretOf } from './receipt.ts'
import { begin, noteMove, personOf, setStage } from './submission.steps.ts'
import { updateSubmission } from './submission.store.ts'
import { insertCallUnsorted } from './told/told.store.ts'

const id = idOf('submission')
const working = { roles: ['receiver', 'handler', 'head'] } as const
const words = z.string().trim().min(1, 'Chưa có nội dung.').max(4000)

export const note = writing({
  name: 'submissions.note',
  summary: 'Ghi chú nội bộ; người gửi không thấy',
  http: { method: 'POST', path: '/submissions/{id}/notes' },
  who: working,
  input: z.object({ id, text: words }),
  output: z.object({ id: z.number().int() }),
  async run(context, { text, ...at }) {
    const begun = await begin(context, { ...at, expectedVersion: null }, 'note')
    if (!begun.ok) return begun
    const by = { personId: personOf(context.actor), bodyId: begun.value.bodyId, at: context.now }
    const made = await insertNote(context.db, at.id, { text, ...by })
    await context.record({ noun: 'submission', id: at.id, move: 'note' })
    return ok({ id: made })
  },
})

export const write = writing({
  name: 'submissions.write',
  summary: 'Nhắn cho người gửi; họ đọc và trả lời ở trang tra cứu, không cần biết họ là ai',
  http: { method: 'POST', path: '/submissions/{id}/messages' },
  who: working,
  input: z.object({ id, text: words }),
  output: movedSchema,
  async run(context, { text, ...at }) {
    const begun = await begin(context, { ...at, expectedVersion: null }, 'write')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    const message = { fromSender: false, text, personId: personOf(context.actor), at: context.now }
    await insertMessage(context.db, at.id, message)
    await noteMove(context, at.id, { move: 'write', bodyId })
    return ok(moved(at.id, submission.stage, submission.version))
  },
})

export const askMore = writing({
  name: 'submissions.askMore',
  summary: 'Đề nghị người gửi bổ sung trước khi phân loại, nói rõ thiếu gì',
  http: { method: 'POST', path: '/submissions/{id}/ask-more' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({ id, expectedVersion: seenVersion(1), text: words.min(10, 'Nói rõ người gửi cần bổ sung gì.') }),
  output: movedSchema,
  async run(context, { text, ...at }) {
    const begun = await begin(context, at, 'askMore')
    if (!begun.ok) return begun
    const message = { fromSender: false, text, personId: personOf(context.actor), at: context.now }
    await insertMessage(context.db, at.id, message)
    const version = await setStage(context, at.id, 'askMore')
    await noteMove(context, at.id, { move: 'askMore', bodyId: begun.value.bodyId })
    await insertCallUnsorted(context.db, at.id, context.now)
    return ok(moved(at.id, 'waiting', version))
  },
})

export const reissue = writing({
  name: 'submissions.reissue',
  summary: 'Cấp lại khoá tra cứu khi người gửi mất biên nhận, sau khi đã kiểm tra đúng người; khoá cũ hết dùng',
  http: { method: 'POST', path: '/submissions/{id}/reissue' },
  who: { roles: ['receiver', 'head'] },
  input: z.object({
    id,
    checked: z.string().trim().min(10, 'Ghi đã kiểm tra thế nào, ví dụ: gọi lại số máy trong đơn.').max(500),
  }),
  output: z.object({ code: z.string(), secret: z.string() }),
  async run(context, { checked, ...at }) {
    const begun = await begin(context, { ...at, expectedVersion: null }, 'reissue')
    if (!begun.ok) return begun
    const secret = secretOf(context.app, randomBytes(24).toString('base64url'))
    await updateSubmission(context.db, at.id, { secret_hash: hashOf(context.app, secret) })
    const by = { personId: personOf(context.actor), bodyId: begun.value.bodyId, at: context.now }
    await insertNote(context.db, at.id, { text: `Cấp lại khoá tra cứu. ${checked}`, ...by })
    await noteMove(context, at.id, { move: 'reissue', bodyId: by.bodyId })
    return ok({ code: inGroups(begun.value.submission.code), secret: inGroups(secret) })
  },
})
