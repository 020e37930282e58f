// Papers of a case: which can be made of its moves, making one, and the file, in which the sender stands only for whom may read him.
import { z } from 'zod'
import { letterOf, lineAt, noteLook } from '../cases/case.read.ts'
import { lineNumber } from '../cases/submission.ts'
import { layoutOf } from '../documents/layout.ts'
import { readTemplate } from '../documents/template.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, notFound, ok } from '../shared/result.ts'
import { formAs } from './form.ts'
import {
  formShown,
  formsShown,
  make,
  makingSchema,
  openFor,
  paperShown,
  papersShown,
  submissionId,
  type Open,
} from './paper.steps.ts'
import { readPaper, type PaperRow } from './paper.store.ts'
import { paperFile, type Kept, type SenderSet } from './print.ts'

const who = { roles: ['receiver', 'handler', 'head'] } as const
export const formatSchema = z.enum(['docx', 'pdf'])
export const fileSchema = z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) })

export const papers = reading({
  name: 'casePapers.list',
  summary: 'Giấy tờ của một hồ sơ: các mẫu lập được từ những bước đã ghi, và các giấy đã lập',
  http: { method: 'GET', path: '/submissions/{id}/papers' },
  who,
  input: z.object({ id: submissionId }),
  output: z.object({ number: z.string(), forms: z.array(formShown), papers: z.array(paperShown) }),
  async run(context, { id }) {
    const open = await openFor(context, id)
    if (!open.ok) return open
    const papers = await papersShown(context, open.value, false)
    const naming = (await senderFor(context.db, id, open.value)) !== null
    return ok({
      number: lineNumber(open.value.submission),
      forms: formsShown(open.value, false),
      papers: papers.map((one) => ({ ...one, names: one.names && naming })),
    })
  },
})

export const makePaper = writing({
  name: 'casePapers.make',
  summary: 'Lập một giấy tờ theo mẫu từ một bước đã ghi; giấy đã lập được giữ nguyên',
  http: { method: 'POST', path: '/submissions/{id}/papers' },
  who,
  input: z.object({ id: submissionId, ...makingSchema }),
  output: z.object({ paper: z.number().int() }),
  async run(context, { id, ...wanted }) {
    const open = await openFor(context, id)
    if (!open.ok) return open
    const made = await make(context, open.value, wanted, false)
    return made.ok ? ok({ paper: made.value }) : made
  },
})

export const printPaper = reading({
  name: 'casePapers.file',
  summary: 'Một giấy tờ đã lập, tệp Word hoặc PDF; nêu họ tên, địa chỉ người gửi thì được ghi là một lần xem',
  http: { method: 'GET', path: '/case-papers/{paper}/{format}' },
  who,
  sends: 'content',
  input: z.object({
    paper: idOf('case_paper'),
    format: formatSchema,
    named: z.stringbool().default(false).meta({ description: 'nêu họ tên, địa chỉ người gửi' }),
  }),
  output: fileSchema,
  async run(context, { paper, format, named }) {
    const { app, db, actor, now } = context
    const row = await readPaper(db, paper)
    if (!row) return noSuchPaper
    const open = await openFor(context, row.submissionId)
    if (!open.ok) return open
    const kept = await keptOf(db, row, open.value)
    if (!kept || kept.form.sealed) return noSuchPaper
    if (!named) return ok(await paperFile(kept, format, null))
    const sender = await senderFor(db, row.submissionId, open.value)
    if (!sender || actor.kind !== 'person') return noSender
    await app.triesDb
      .transaction()
      .execute((tx) => noteLook(tx, { id: row.submissionId, personId: actor.personId, now }))
    return ok(await paperFile(kept, format, sender))
  },
})

/**
 * null: nobody at the desk has him, as it is not sorted yet, kept sealed, or a denunciation; and a desk that passed the case on
 * has its slip, and the sender no more.
 */
async function senderFor(db: ReadDb, id: Id<'submission'>, { submission, acts }: Open): Promise<SenderSet | null> {
  const letter = await letterOf(db, id)
  if (
    !letter ||
    letter.redacted ||
    !acts.some(({ bodyId }) => bodyId === submission.deskId || bodyId === submission.leadId)
  )
    return null
  const { name = '', address = '' } = letter.sender
  return { name, address }
}

/** null: the form is no longer known, or another desk made it. */
export async function keptOf(db: ReadDb, row: PaperRow, { submission, acts }: Open): Promise<Kept | null> {
  const form = formAs(row.form, row.formFrom)
  const template = await readTemplate(db, row.templateId)
  if (!form || !template || !acts.some(({ no }) => no === row.actNo)) return null
  const line = (await lineAt(db, row.submissionId, row.bodyId)) ?? submission
  const { id, document, madeAt } = row
  return { id, document, layout: layoutOf(template.lines), form, caseNumber: lineNumber(line), madeAt }
}

export const noSuchPaper = notFound(
  'no-such-paper',
  'Không có giấy tờ này trong hồ sơ. Hãy chọn lại trong danh sách.',
  'There is no such paper in the case. Choose one from the list.',
)
const noSender = conflict(
  'no-sender-here',
  'Hồ sơ này không mở tên người gửi ở đây: chưa phân loại, còn niêm phong hoặc là tố cáo. Hãy in bản không nêu tên.',
  'The sender is not open here: it is unsorted, sealed, or a denunciation. Print it without the name.',
)
