// The papers of reception as files: those that name a visitor are opened like his letter, each time on record.
import { z } from 'zod'
import { whyKeptAway } from '../../cases/submission.steps.ts'
import type { Authority } from '../../documents/signature.ts'
import type { ReportDocument } from '../../reports/document.ts'
import { docxFile } from '../../reports/docx/docx.ts'
import { pdfFile } from '../../reports/pdf/pdf.ts'
import { mediaTypes } from '../../reports/render.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../../shared/result.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { conclusionOf, pointsOf } from '../conclusion.store.ts'
import { notYours, partsAt } from '../reception.moves.ts'
import { groundOf, textAsSaid, visitNumber, type Said, type Visit } from '../reception.ts'
import { beginVisit, letterOfVisit, noSuchVisit } from '../reception.steps.ts'
import { office } from '../sitting.operations.ts'
import { readVisit } from '../visit.store.ts'
import { conclusionPaper, receiptOfPapers, refusalPaper, type Visitor } from './forms.ts'
import { sheetOf, type Sheet } from './letterhead.ts'

export const fileSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string().meta({ description: 'base64' }),
})
const format = z.enum(['docx', 'pdf']).default('docx')

async function fileOf(name: string, document: ReportDocument, { layout }: Sheet, as: 'docx' | 'pdf') {
  const bytes = await (as === 'pdf' ? pdfFile : docxFile)(document, layout, {})
  return ok({ fileName: `${name}.${as}`, mediaType: mediaTypes[as], content: bytes.toString('base64') })
}

/** The line, who came and what was said; refused where it stays sealed. */
async function opened(
  context: WriteContext,
  id: Visit['id'],
): Promise<Result<{ visit: Visit; visitor: Visitor; said: Said; sheet: Sheet }>> {
  const begun = await beginVisit(context, { id, expectedVersion: null }, null)
  if (!begun.ok) return begun
  const visit = begun.value
  const letter = await letterOfVisit(context, visit)
  if (!letter.ok) return letter
  if (letter.value === null) return staysSealed
  const sheet = await sheetOf(context.db, { deskId: visit.deskId, day: visit.day })
  if (!sheet) return noDesk
  const { name = '', address = '' } = letter.value.sender
  return ok({ visit, visitor: { name, address }, said: textAsSaid(letter.value.text), sheet })
}

export const refusal = writing({
  name: 'reception.refusalPaper',
  summary: 'Thông báo từ chối tiếp công dân (Mẫu 01/TCD) để ký; tên người đến được mở và ghi lại',
  http: { method: 'POST', path: '/reception/visits/{id}/papers/refusal' },
  who: office,
  input: z.object({ id: idOf<'visit'>('visit'), format }),
  output: fileSchema,
  async run(context, { id, format: as }) {
    const found = await opened(context, id)
    if (!found.ok) return found
    const { visit, visitor, said, sheet } = found.value
    const ground = groundOf(visit.ground)
    if (!ground) return notRefused
    await context.record({ noun: 'visit', id, move: 'printRefusal' })
    const facts = {
      head: sheet.head,
      number: null,
      date: null,
      signature: sheet.sign({}),
      illustrative: visit.illustrative,
    }
    const of = { visitor, day: visit.day, text: said.text, ground: ground.text.vi, article: ground.article }
    return fileOf(`tu-choi-tiep-${nameOf(visit)}`, refusalPaper(facts, of), sheet, as)
  },
})

export const papers = writing({
  name: 'reception.papersReceipt',
  summary: 'Giấy biên nhận thông tin, tài liệu, bằng chứng (Mẫu 02/TCD); tên người đến được mở và ghi lại',
  http: { method: 'POST', path: '/reception/visits/{id}/papers/receipt' },
  who: office,
  input: z.object({ id: idOf<'visit'>('visit'), format }),
  output: fileSchema,
  async run(context, { id, format: as }) {
    const found = await opened(context, id)
    if (!found.ok) return found
    const { visit, visitor, said, sheet } = found.value
    const listed = said.papers.split('\n').filter((one) => one.trim() !== '')
    if (listed.length === 0) return noPapers
    await context.record({ noun: 'visit', id, move: 'printReceipt' })
    const signature = { lines: ['NGƯỜI NHẬN'], name: '' }
    const facts = { head: sheet.head, number: null, date: visit.day, signature, illustrative: visit.illustrative }
    const of = { visitor, day: visit.day, papers: listed, number: visitNumber(visit) }
    return fileOf(`bien-nhan-giay-to-${nameOf(visit)}`, receiptOfPapers(facts, of), sheet, as)
  },
})

export const conclusionFile = reading({
  name: 'reception.conclusionPaper',
  summary: 'Thông báo kết luận việc tiếp công dân: tệp Word hoặc PDF; bản chưa ban hành ghi là dự thảo',
  http: { method: 'GET', path: '/reception/visits/{visit}/conclusion/file' },
  who: { roles: ['receiver', 'head', 'handler'] },
  input: z.object({ visit: idOf<'visit'>('visit'), format }),
  output: fileSchema,
  async run(context, { visit: id, format: as }) {
    const { db, actor, today } = context
    const visit = await readVisit(db, id)
    const conclusion = visit && (await conclusionOf(db, id))
    const away = visit?.submissionId ? await whyKeptAway(context, visit.submissionId) : null
    if (!visit || away) return noSuchVisit
    const points = conclusion ? await pointsOf(db, conclusion.id) : []
    const leads = bodiesWhere(actor, 'handler', 'head')
    const given = conclusion?.stage === 'issued' && points.some(({ bodyId }) => leads.includes(bodyId))
    if (!given && partsAt(actor, visit).length === 0) return notYours
    if (!conclusion) return noConclusion
    const { issuedOn, templateId, text, fullNumber, stage } = conclusion
    const sheet = await sheetOf(db, { deskId: visit.deskId, day: issuedOn ?? today, templateId })
    if (!sheet) return noDesk
    const authority = conclusion.signAuthority as Authority | null
    const document = conclusionPaper(
      {
        ...{
          head: sheet.head,
          number: fullNumber,
          date: issuedOn,
          illustrative: visit.illustrative,
          draft: stage === 'draft',
        },
        signature: sheet.sign({ authority, title: conclusion.signerTitle, name: conclusion.signedBy }),
      },
      {
        ...{ day: visit.day, visitNumber: visitNumber(visit), text },
        points: points.map(({ no, text: words, bodyName, dueOn }) => ({ no, text: words, body: bodyName, dueOn })),
      },
    )
    return fileOf(`ket-luan-tiep-cong-dan-${nameOf(visit)}`, document, sheet, as)
  },
})

const nameOf = (visit: Visit) => visitNumber(visit).replace('/', '-')

const staysSealed = conflict(
  'stays-sealed',
  'Danh tính của lần tiếp này đang niêm phong nên không in được giấy có tên. Ghi tay trên mẫu trống.',
  'Who came stays sealed, so no paper with a name is printed. Fill in a blank form by hand.',
)
const notRefused = conflict('not-refused', 'Lần tiếp này không bị từ chối.', 'This visit was not refused.')
const noPapers = conflict(
  'no-papers',
  'Lần tiếp này không ghi giấy tờ nào đã nhận.',
  'No papers were handed in at this visit.',
)
const noConclusion = notFound('no-conclusion', 'Chưa soạn thông báo kết luận.', 'No conclusion was drafted.')
const noDesk = conflict('no-such-desk', 'Cơ quan này không còn vào ngày đó.', 'There is no such body on that day.')
