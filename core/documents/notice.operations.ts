// After issue: an error of form is corrected by công văn, a document that should not stand is recalled. Its text is kept.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { daySchema } from '../shared/day.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { giveNotice } from './notice.steps.ts'
import { noticeKinds } from './notice.kinds.ts'
import { noticesOf, sentOutside } from './notice.store.ts'
import { takeNumber } from './number.ts'
import { whyNotRegister } from './register.moves.ts'
import { kindSchema, standingAt, whyNotRead } from './register.rights.ts'
import { lineSchema, noSuchLine } from './register.schema.ts'
import { lockLine, readLine, type RegisterLine } from './register.store.ts'
import { authorities, signatureRule, usualAuthority, whyNotSigned, type Authority } from './signature.ts'
import { keepTemplate } from './template.ts'
import { toldOf } from './told.store.ts'
import { typedWords } from './typed-words.ts'

const words = typedWords(1000)
const signing = {
  signedBy: z.string().trim().max(200).nullish().meta({ description: 'họ tên người ký' }),
  signAuthority: z.enum(authorities).nullish().meta({ description: 'không ghi: như báo cáo của đơn vị' }),
  signerTitle: z.string().trim().max(200).nullish().meta({ description: 'chức vụ; không ghi: người đứng đầu' }),
}

export const correct = writing({
  name: 'documents.correct',
  summary: 'Đính chính sai sót thể thức, kỹ thuật trình bày bằng công văn có số riêng (NĐ 30 Điều 18)',
  http: { method: 'POST', path: '/documents/{id}/corrections' },
  who: { roles: ['clerk'] },
  input: z.object({
    id: idOf('register_line'),
    items: z
      .array(z.object({ was: words.default(''), reads: words.default('') }))
      .max(20)
      .default([])
      .meta({
        description: 'từng chỗ: đã in thế nào, nay đọc là gì',
      }),
    reason: typedWords(500).default('').meta({ description: 'vì sao có sai sót; không bắt buộc' }),
    dated: daySchema.optional().meta({ description: 'ngày công văn; không ghi: hôm nay' }),
    ...signing,
  }),
  output: z.object({ notice: z.number().int(), number: z.string(), told: z.number().int() }),
  async run(context, { id, items: typed, ...rest }) {
    const items = typed.filter(({ was, reads }) => was || reads)
    const faults = items.flatMap(({ was, reads }, at) => [
      ...(was ? [] : [problem(`items.${at}.was`, 'empty', ...noWas)]),
      ...(reads ? [] : [problem(`items.${at}.reads`, 'empty', ...noReads)]),
      ...(was && was === reads ? [problem(`items.${at}.reads`, 'same', ...same)] : []),
    ])
    if (items.length === 0) faults.push(problem('items.0.was', 'empty', ...noItems))
    if (faults.length > 0) return invalid(faults)
    const begun = await begin(context, id, 'correct')
    if (!begun.ok) return begun
    return finish(context, begun.value, { kind: 'correction', documentKind: 'CV', items, ...rest })
  },
})

export const recall = writing({
  name: 'documents.recall',
  summary: 'Thu hồi văn bản bằng một văn bản có số riêng, kèm lý do; nơi nhận được báo, lời văn vẫn giữ',
  http: { method: 'POST', path: '/documents/{id}/recall' },
  who: { roles: ['clerk'] },
  input: z.object({
    id: idOf('register_line'),
    kind: kindSchema.default('CV').meta({ description: 'loại văn bản thu hồi, như CV hoặc QĐ' }),
    reason: z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(500),
    dated: daySchema.optional(),
    ...signing,
  }),
  output: z.object({ notice: z.number().int(), number: z.string(), told: z.number().int() }),
  async run(context, { id, kind: documentKind, ...rest }) {
    const begun = await begin(context, id, 'recall')
    if (!begun.ok) return begun
    return finish(context, begun.value, { kind: 'recall', documentKind, items: [], ...rest })
  },
})

/** The document, locked, when it still stands and is this clerk's. */
async function begin(context: WriteContext, id: Id<'register_line'>, move: 'correct' | 'recall') {
  const line = await lockLine(context.db, id)
  if (!line) return noSuchLine
  const refusal = whyNotRegister(context.actor, move, await standingAt(context.db, line.bodyId, line.dated))
  if (refusal) return refusal
  if (line.cancelledAt) return notIssued
  return line.notices.some(({ kind }) => kind === 'recall') ? alreadyRecalled : ok(line)
}

interface Done {
  kind: 'correction' | 'recall'
  documentKind: string
  items: { was: string; reads: string }[]
  reason: string
  dated?: string | undefined
  signedBy?: string | null | undefined
  signAuthority?: Authority | null | undefined
  signerTitle?: string | null | undefined
}

async function finish(context: WriteContext, line: RegisterLine, done: Done) {
  const { db, now, today } = context
  const { bodyId, recipients, fullNumber, id: lineId } = line
  const dated = done.dated ?? today
  if (dated < line.dated) return invalid([problem('dated', 'before-document', ...beforeDocument)])
  const rule = signatureRule((await bodyAt(db, bodyId, dated))?.organisation ?? '')
  const signAuthority = done.signAuthority ?? usualAuthority(rule, false)
  const wrong = whyNotSigned(rule, signAuthority, false)
  if (wrong) return wrong
  const summary = `${done.kind === 'recall' ? 'Thu hồi' : 'Đính chính'} văn bản số ${fullNumber}`
  const wanted = { bodyId, kind: done.documentKind, dated, summary, recipients, signedBy: done.signedBy ?? null }
  const taken = await takeNumber(context, { ...wanted, ofNoun: 'notice' })
  if (!taken.ok) return taken
  const { fullNumber: number, family } = taken.value
  const { kind, reason, items } = done
  const templateId = (await keepTemplate(db, family, now)).id
  const letter = { templateId, signAuthority, signerTitle: done.signerTitle || rule.head }
  const given = await giveNotice(context, { line, by: taken.value, kind, reason, items, letter })
  const move = kind === 'recall' ? 'recall' : 'correct'
  await context.record({ noun: 'document', id: lineId, move, changes: { number, reason } })
  return ok({ notice: given.id as number, number, told: given.told })
}

const noItems = [
  'Ghi ít nhất một chỗ đính chính: đã in thế nào, nay đọc là gì.',
  'Write at least one correction: what was printed and how it reads now.',
] as const
const noWas = ['Ghi chỗ đã in sai.', 'Write what was printed.'] as const
const noReads = ['Ghi nay đọc là gì.', 'Write how it reads now.'] as const
const same = ['Hai bên giống hệt nhau.', 'Both are the same.'] as const
const beforeDocument = [
  'Ngày của văn bản này không thể trước ngày của văn bản được đính chính, thu hồi.',
  'It cannot be dated before the document it is about.',
] as const
const notIssued = conflict(
  'number-cancelled',
  'Số này đã huỷ, không có văn bản để đính chính hay thu hồi.',
  'This number was cancelled; there is nothing to correct or recall.',
)
const alreadyRecalled = conflict(
  'already-recalled',
  'Văn bản này đã được thu hồi.',
  'This document was recalled already.',
)

export const noticeSchema = z.object({
  id: z.number().int(),
  kind: z.enum(noticeKinds),
  byLineId: z.number().int(),
  number: z.string(),
  dated: z.string(),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: instantSchema,
  items: z.array(z.object({ was: z.string(), reads: z.string() })),
})

export const show = reading({
  name: 'documents.show',
  summary: 'Một văn bản trong sổ: dòng sổ, đính chính, thu hồi, việc làm được bây giờ',
  http: { method: 'GET', path: '/documents/{id}' },
  who: { roles: ['clerk', 'officer', 'head', 'standingBoard'] },
  input: z.object({ id: idOf('register_line') }),
  output: z.object({
    line: lineSchema.extend({ bodyId: z.number().int() }),
    notices: z.array(
      noticeSchema.extend({
        /** It was set here, and there is a file of it. */
        letter: z.boolean(),
        told: z.array(
          z.object({
            body: z.number().int(),
            name: z.string(),
            destroyedAt: instantSchema.nullable(),
            destroyedBy: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** Those to whom it went outside the platform: the clerk asks them himself. */
    outside: z.array(z.string()),
    moves: z.array(z.enum(['scan', 'correct', 'recall'])),
  }),
  async run({ db, actor, today }, { id }) {
    const line = await readLine(db, id)
    if (!line) return noSuchLine
    const refusal = await whyNotRead(db, { actor, body: line.bodyId, today })
    if (refusal) return refusal
    const notices = await noticesOf(db, id)
    const standing = await standingAt(db, line.bodyId, line.dated)
    const gone = line.cancelledAt !== null
    const recalled = notices.some(({ kind }) => kind === 'recall')
    const moves = (['scan', 'correct', 'recall'] as const).filter(
      (move) => !gone && (move === 'scan' || !recalled) && !whyNotRegister(actor, move, standing),
    )
    const told = []
    for (const notice of notices) {
      const others = (await toldOf(db, notice.id)).filter(({ body }) => body !== line.bodyId)
      told.push({ ...notice, letter: notice.templateId !== null, told: others })
    }
    return ok({ line, notices: told, outside: await sentOutside(db, id), moves })
  },
})
