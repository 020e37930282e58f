// For whoever got a document: what became of it, and the word that a recalled copy was destroyed (NĐ 30 Điều 18).
import { z } from 'zod'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { daySchema, instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../shared/result.ts'
import { personOf } from './document.ts'
import { noticeSchema } from './notice.operations.ts'
import { noticeKinds } from './notice.kinds.ts'
import { readNotice } from './notice.store.ts'
import { whyNotRead } from './register.rights.ts'
import { readLine } from './register.store.ts'
import { toldOf, toldToBodies, writeDestroyed } from './told.store.ts'

const roles = ['reporter', 'officer', 'head', 'standingBoard', 'clerk'] as const
const who = { roles } as const

/** The notice, for those who were told and for those who read the register. */
export async function findTold(db: ReadDb, actor: Actor, id: Id<'document_notice'>, today: string) {
  const notice = await readNotice(db, id)
  const line = notice && (await readLine(db, notice.lineId))
  if (!notice || !line) return noSuchNotice
  const told = await toldOf(db, id)
  const mine = told.filter(({ body }) => bodiesWhere(actor, ...roles).includes(body))
  const ofRegister = (await whyNotRead(db, { actor, body: line.bodyId, today })) === null
  if (mine.length === 0 && !ofRegister) return notTold
  return ok({ notice, line, mine, ofRegister })
}

export const told = reading({
  name: 'documents.told',
  summary: 'Văn bản đã nhận nay được đính chính, thu hồi, thay thế: bằng văn bản nào, vì sao, đã huỷ bản lưu chưa',
  http: { method: 'GET', path: '/document-notices/{notice}' },
  who,
  input: z.object({ notice: idOf('document_notice') }),
  output: z.object({
    notice: noticeSchema.extend({ letter: z.boolean() }),
    document: z.object({ number: z.string(), dated: z.string(), summary: z.string() }),
    /** The line in the register, for those who read it. */
    line: z.number().int().nullable(),
    mine: z.array(z.object({ body: z.number().int(), name: z.string(), destroyedAt: instantSchema.nullable() })),
  }),
  async run({ db, actor, today }, { notice: id }) {
    const found = await findTold(db, actor, id, today)
    if (!found.ok) return found
    const { line, mine, ofRegister, notice } = found.value
    const { fullNumber: number, dated, summary, bodyId } = line
    return ok({
      notice: { ...notice, letter: notice.templateId !== null },
      document: { number, dated, summary },
      line: ofRegister ? line.id : null,
      mine: mine.filter(({ body }) => body !== bodyId),
    })
  },
})

export const toldToMe = reading({
  name: 'documents.toldToMe',
  summary: 'Văn bản đã nhận nay bị thu hồi mà chưa xác nhận huỷ; văn bản được đính chính, thay thế gần đây',
  http: { method: 'GET', path: '/me/document-notices' },
  who: 'signedIn',
  input: z.object({
    since: daySchema.optional().meta({ description: 'đính chính, thay thế từ ngày; không ghi: hôm nay' }),
  }),
  output: z.object({
    told: z.array(
      z.object({
        notice: z.number().int(),
        kind: z.enum(noticeKinds),
        document: z.string(),
        number: z.string(),
        dated: z.string(),
        body: z.number().int(),
        bodyName: z.string(),
      }),
    ),
  }),
  async run({ db, actor, today }, { since }) {
    const bodies = bodiesWhere(actor, ...roles)
    return ok({ told: await toldToBodies(db, { bodies, since: since ?? today }) })
  },
})

export const confirmDestroyed = writing({
  name: 'documents.confirmDestroyed',
  summary: 'Nơi nhận xác nhận đã huỷ bản điện tử của văn bản bị thu hồi',
  http: { method: 'POST', path: '/document-notices/{notice}/destroyed' },
  who,
  input: z.object({ notice: idOf('document_notice'), body: idOf('body') }),
  output: z.object({ notice: z.number().int(), body: z.number().int() }),
  async run(context, { notice: id, body }) {
    const { db, actor, now } = context
    const notice = await readNotice(db, id)
    if (!notice) return noSuchNotice
    if (!bodiesWhere(actor, ...roles).includes(body)) return notTold
    if (!(await toldOf(db, id)).some((one) => one.body === body)) return notTold
    if (notice.kind !== 'recall') return notRecalled
    if (!(await writeDestroyed(db, { notice: id, body, by: personOf(actor), now }))) return before
    const changes = { number: notice.number, body }
    await context.record({ noun: 'document', id: notice.lineId, move: 'confirmDestroyed', changes })
    return ok({ notice: id as number, body: body as number })
  },
})

const noSuchNotice = notFound(
  'no-such-notice',
  'Không có thông báo này. Hãy mở lại từ bàn làm việc.',
  'There is no such notice. Open it again from the desk.',
)
const notTold = forbidden('not-told-to-you', 'Thông báo này gửi cho đơn vị khác.', 'This notice went to other bodies.')
const notRecalled = conflict(
  'not-recalled',
  'Văn bản này không bị thu hồi nên không phải huỷ bản đã nhận.',
  'This document was not recalled; nothing has to be destroyed.',
)
const before = conflict(
  'destroyed-before',
  'Đơn vị đã xác nhận huỷ bản điện tử của văn bản này.',
  'The body confirmed the destruction before.',
)
