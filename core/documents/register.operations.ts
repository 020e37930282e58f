// What can be asked of registers: the lines, a number taken, a number cancelled.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import type { Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { personOf } from './document.ts'
import { takeNumber as take } from './number.ts'
import { whyNotRegister, type RegisterMove } from './register.moves.ts'
import { dayOf, kindSchema, standingAt, whyNotRead } from './register.rights.ts'
import { lineSchema, noSuchLine } from './register.schema.ts'
import { cancelLine, linesOf, lockLine, readSeries } from './register.store.ts'

export const register = reading({
  name: 'documents.register',
  summary: 'Sổ đăng ký văn bản đi của một đơn vị, cả số đã huỷ',
  http: { method: 'GET', path: '/bodies/{body}/documents' },
  who: { roles: ['clerk', 'officer', 'head', 'standingBoard'] },
  input: z.object({
    body: idOf('body'),
    kind: kindSchema.optional(),
    year: z.coerce.number().int().min(1945).max(2200).optional(),
  }),
  output: z.object({ lines: z.array(lineSchema), moves: z.array(z.string()) }),
  async run({ db, actor, today }, { body, kind: of = null, year = null }) {
    const refusal = await whyNotRead(db, { actor, body, today })
    if (refusal) return refusal
    const standing = await standingAt(db, body, await dayOf(db, body, today))
    const clerks = ['createSeries', 'takeNumber', 'cancelNumber'] as const satisfies readonly RegisterMove[]
    const open = clerks.filter((move) => !whyNotRegister(actor, move, standing))
    return ok({ lines: await linesOf(db, { bodyId: body, kind: of, year }), moves: open })
  },
})

export const takeNumber = writing({
  name: 'documents.takeNumber',
  summary: 'Lấy số và vào sổ một văn bản đi soạn ngoài nền tảng',
  http: { method: 'POST', path: '/bodies/{body}/documents' },
  who: { roles: ['clerk'] },
  input: z.object({
    body: idOf('body'),
    kind: kindSchema,
    dated: daySchema,
    summary: z.string().trim().min(5).max(500),
    recipients: z.string().trim().max(2000).nullish(),
    signedBy: z.string().trim().max(200).nullish(),
    copies: z.coerce.number().int().min(1).max(100_000).nullish().meta({ description: 'số lượng bản phát hành' }),
    keptBy: z.string().trim().max(200).nullish().meta({ description: 'đơn vị, người nhận bản lưu' }),
    replaces: idOf('register_line')
      .nullish()
      .meta({ description: 'văn bản cùng loại sai nội dung mà văn bản này thay' }),
  }),
  output: z.object({ id: z.number().int(), number: z.number().int(), fullNumber: z.string(), dated: z.string() }),
  async run(context, { body, recipients = null, signedBy = null, replaces: replacesId = null, ...input }) {
    const refusal = whyNotRegister(context.actor, 'takeNumber', await standingAt(context.db, body, input.dated))
    if (refusal) return refusal
    const wrong = replacesId && (await whyNotReplaced(context.db, replacesId, { body, kind: input.kind }))
    if (wrong) return wrong
    const taken = await take(context, { ...input, bodyId: body, recipients, signedBy, replacesId, ofNoun: null })
    if (!taken.ok) return taken
    const { family: _, ...told } = taken.value
    const { id, fullNumber } = told
    await context.record({ noun: 'document', id, move: 'takeNumber', changes: { fullNumber } })
    return ok(told)
  },
})

/** A content error is mended by a document of the same kind (NĐ 30 Đ18); each is replaced once. */
async function whyNotReplaced(db: WriteContext['db'], id: Id<'register_line'>, by: { body: Id<'body'>; kind: string }) {
  const old = await lockLine(db, id)
  if (!old || old.bodyId !== by.body) return noSuchLine
  if (old.kind !== by.kind) return invalid([problem('replaces', 'other-kind', ...otherKind)])
  if (old.cancelledAt || old.replacedBy) return invalid([problem('replaces', 'not-standing', ...notStanding)])
  return old.ofNoun ? invalid([problem('replaces', 'made-here', ...madeHere)]) : null
}

const otherKind = [
  'Văn bản thay thế phải cùng loại với văn bản bị thay.',
  'A document is replaced by one of the same kind.',
] as const
const notStanding = ['Văn bản này đã huỷ số hoặc đã được thay thế.', 'It was cancelled or replaced already.'] as const
const madeHere = [
  'Báo cáo lập trên nền tảng được thay bằng nút “Lập báo cáo thay thế” ở trang báo cáo.',
  'A report made here is superseded on its own page.',
] as const

export const cancelNumber = writing({
  name: 'documents.cancelNumber',
  summary: 'Huỷ một số đã lấy: số giữ nguyên trong sổ cùng lý do, không dùng lại',
  http: { method: 'POST', path: '/documents/{id}/cancel' },
  who: { roles: ['clerk'] },
  input: z.object({
    id: idOf('register_line'),
    reason: z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(500),
  }),
  output: z.object({ id: z.number().int(), fullNumber: z.string() }),
  async run(context, { id, reason }) {
    const { db, now, actor } = context
    const line = await lockLine(db, id)
    if (!line) return noSuchLine
    const series = (await readSeries(db, line.seriesId))!
    const standing = await standingAt(db, series.bodyId, line.dated)
    const refusal = whyNotRegister(actor, 'cancelNumber', {
      ...standing,
      line: { cancelled: line.cancelledAt !== null, ofNoun: line.ofNoun },
    })
    if (refusal) return refusal
    await cancelLine(db, id, { person: personOf(actor), now, reason })
    await context.record({ noun: 'document', id, move: 'cancelNumber', changes: { reason } })
    return ok({ id, fullNumber: line.fullNumber })
  },
})
