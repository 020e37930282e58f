// Issued reports for everybody to read: made public by the clerk; what was recalled keeps its number and its reason only.
import { z } from 'zod'
import { noticeKinds } from '../../documents/notice.kinds.ts'
import { personOf } from '../../documents/document.ts'
import { noticesOf } from '../../documents/paper.read.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadDb } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { mediaTypes } from '../render.ts'
import { composeReport, layoutFor } from '../report.compose.ts'
import { beginMove } from '../report.steps.ts'
import { lineOfReport, readReport } from '../report.store.ts'
import { insertPublication, publications, readPublication } from './publication.store.ts'

export const publish = writing({
  name: 'reports.publish',
  summary: 'Công bố báo cáo đã ban hành cho mọi người đọc, ghi người cho phép',
  http: { method: 'POST', path: '/reports/{id}/publication' },
  who: { roles: ['clerk'] },
  input: z.object({
    id: idOf('report'),
    allowedBy: z.string().trim().min(5, 'Ghi người cho phép công bố, ít nhất vài chữ.').max(200),
  }),
  output: z.object({ report: z.number().int() }),
  async run(context, { id, allowedBy }) {
    const { db, actor, now } = context
    const begun = await beginMove(context, { id, expectedVersion: null }, 'publish')
    if (!begun.ok) return begun
    const line = await lineOfReport(db, id)
    if (line && isRecalled(await noticesOf(db, line))) return recalled
    if (!(await insertPublication(db, { report: id, allowedBy, by: personOf(actor), now }))) return before
    await context.record({ noun: 'report', id, move: 'publish', changes: { allowedBy } })
    return ok({ report: id as number })
  },
})

/** Field by field what everybody may know. */
const publicSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  number: z.string(),
  dated: z.string(),
  by: z.string(),
  illustrative: z.boolean(),
  notices: z.array(
    z.object({
      id: z.number().int(),
      kind: z.enum(noticeKinds),
      number: z.string(),
      dated: z.string(),
      reason: z.string(),
      items: z.array(z.object({ was: z.string(), reads: z.string() })),
    }),
  ),
  /** The file is handed out: it was not recalled. */
  file: z.boolean(),
})

export const list = reading({
  name: 'publicReports.list',
  summary: 'Báo cáo đã công bố, mới nhất trước; văn bản đã đính chính, thay thế, thu hồi được ghi rõ',
  http: { method: 'GET', path: '/public/reports' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ reports: z.array(publicSchema) }),
  async run({ db }) {
    const reports = []
    for (const one of await publications(db)) reports.push(await shown(db, one))
    return ok({ reports })
  },
})

export const show = reading({
  name: 'publicReports.show',
  summary: 'Một báo cáo đã công bố và việc gì đã xảy ra với nó',
  http: { method: 'GET', path: '/public/reports/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('report') }),
  output: publicSchema,
  async run({ db }, { id }) {
    const found = await readPublication(db, id)
    return found ? ok(await shown(db, found)) : notPublic
  },
})

export const file = reading({
  name: 'publicReports.file',
  summary: 'Tệp PDF của báo cáo đã công bố; văn bản đã thu hồi thì không có',
  http: { method: 'GET', path: '/public/reports/{id}/file' },
  who: 'anyone',
  input: z.object({ id: idOf('report') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
  async run({ db, today }, { id }) {
    const found = await readPublication(db, id)
    if (!found) return notPublic
    if (isRecalled(await noticesOf(db, found.lineId))) return recalled
    const report = (await readReport(db, id as Id<'report'>))!
    const { document } = await composeReport(db, report, { today })
    const made = await pdfFile(document, await layoutFor(db, report), {})
    const fileName = `${searchKey(`báo cáo ${found.number}`).replaceAll(' ', '-')}.pdf`
    return ok({ fileName, mediaType: mediaTypes.pdf, content: made.toString('base64') })
  },
})

async function shown(db: ReadDb, one: NonNullable<Awaited<ReturnType<typeof readPublication>>>) {
  const { report: id, title, number, dated, by, illustrative } = one
  const notices = await noticesOf(db, one.lineId)
  return { id, title, number, dated, by, illustrative, notices, file: !isRecalled(notices) }
}

const isRecalled = (notices: readonly { kind: string }[]) => notices.some(({ kind }) => kind === 'recall')

const notPublic = notFound(
  'not-public',
  'Không có báo cáo công bố này. Hãy xem danh sách báo cáo đã công bố.',
  'There is no such public report. See the list of public reports.',
)
const recalled = conflict(
  'recalled',
  'Văn bản này đã bị thu hồi nên không công bố và không tải được nữa.',
  'This document was recalled; it is neither published nor handed out.',
)
const before = conflict('published-before', 'Báo cáo này đã được công bố.', 'This report was published already.')
