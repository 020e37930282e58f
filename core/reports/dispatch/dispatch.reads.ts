// What is read of dispatch: the list for the clerk, what came to one's bodies, and one report as it came.
import { z } from 'zod'
import { noticeSchema } from '../../documents/notice.operations.ts'
import { copyDestroyed, noticesOf } from '../../documents/paper.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { candidatesFor } from '../circulation/candidates.store.ts'
import { partsOf } from '../html/html.ts'
import { paperCss } from '../html/paper.ts'
import { formats, render } from '../render.ts'
import { aboutReport } from '../report.about.ts'
import { composeReport, layoutFor, sheetFor } from '../report.compose.ts'
import { notSentHere } from '../report.moves.ts'
import { instant } from '../report.schema.ts'
import { findFor } from '../report.steps.ts'
import { lineOfReport, readReport } from '../report.store.ts'
import { ways } from './dispatch.ts'
import { noSuchDispatch, worksAt } from './dispatch.operations.ts'
import { arrivedAt, dispatchesOf, readDispatch } from './dispatch.store.ts'

const anyone = { roles: ['reporter', 'officer', 'head', 'standingBoard', 'clerk'] } as const

export const dispatches = reading({
  name: 'reports.dispatches',
  summary: 'Báo cáo đã gửi cho ai, cách nào, ai đã nhận; và các đơn vị có thể gửi',
  http: { method: 'GET', path: '/reports/{id}/dispatches' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('report') }),
  output: z.object({
    dispatches: z.array(
      z.object({
        id: z.number().int(),
        body: z.number().int().nullable(),
        recipient: z.string(),
        way: z.enum(ways),
        sentOn: z.string(),
        note: z.string().nullable(),
        sentBy: z.string().nullable(),
        receivedOn: z.string().nullable(),
        receivedBy: z.string().nullable(),
        receivedAt: instant.nullable(),
      }),
    ),
    candidates: z.array(
      z.object({ id: z.number().int(), name: z.string(), organisation: z.string(), organisationName: z.string() }),
    ),
  }),
  async run({ db, actor, today }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const lines = await dispatchesOf(db, id)
    return ok({
      dispatches: lines.map(({ bodyId, ...line }) => ({ ...line, body: bodyId as number | null })),
      candidates: await candidatesFor(db, { report: id, day: today }),
    })
  },
})

const destroyed = conflict(
  'copy-destroyed',
  'Văn bản này đã bị thu hồi và đơn vị đã xác nhận huỷ bản điện tử, nên không mở được nữa.',
  'This document was recalled, and your body has confirmed that its copy is destroyed.',
)

const arrivedSchema = z.object({
  dispatch: z.number().int(),
  report: z.number().int(),
  title: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  by: z.string(),
  body: z.number().int(),
  bodyName: z.string(),
  sentOn: z.string(),
  receivedOn: z.string().nullable(),
})

export const arrived = reading({
  name: 'reports.arrived',
  summary: 'Các báo cáo đã gửi đến đơn vị của tôi, chưa xác nhận trước',
  http: { method: 'GET', path: '/me/arrived-reports' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ arrived: z.array(arrivedSchema) }),
  async run({ db, actor }) {
    return ok({ arrived: await arrivedAt(db, bodiesWhere(actor, ...anyone.roles)) })
  },
})

/** The line and its report, for people of the body it was sent to. */
async function findArrived(db: ReadDb, actor: Actor, id: Id<'report_dispatch'>) {
  const sent = await readDispatch(db, id)
  if (!sent) return noSuchDispatch
  const [line] = await arrivedAt(db, sent.bodyId ? [sent.bodyId] : [], id)
  if (!line || !worksAt(actor, sent)) return notSentHere
  const lineId = await lineOfReport(db, sent.reportId)
  if (lineId && (await copyDestroyed(db, { line: lineId, body: sent.bodyId! }))) return destroyed
  const notices = lineId ? await noticesOf(db, lineId) : []
  return ok({ line, report: (await readReport(db, sent.reportId))!, notices })
}

export const arrivedPaper = reading({
  name: 'reports.arrivedPaper',
  summary: 'Một báo cáo gửi đến đơn vị, như trên giấy, để đọc trên trang',
  http: { method: 'GET', path: '/dispatches/{dispatch}/paper' },
  who: anyone,
  input: z.object({ dispatch: idOf('report_dispatch') }),
  output: z.object({ line: arrivedSchema, notices: z.array(noticeSchema), html: z.string(), css: z.string() }),
  async run({ db, actor, today }, { dispatch: id }) {
    const found = await findArrived(db, actor, id)
    if (!found.ok) return found
    const { line, report, notices } = found.value
    const layout = await layoutFor(db, report)
    const { document } = await composeReport(db, report, { today })
    const parts = partsOf(document, layout, { explain: () => null })
    return ok({ line, notices, html: parts.map(({ html }) => html).join('\n'), css: paperCss(layout) })
  },
})

export const openArrived = reading({
  name: 'reports.openArrived',
  summary: 'Một báo cáo gửi đến đơn vị, như đã ban hành: HTML, Word, PDF hoặc JSON',
  http: { method: 'GET', path: '/dispatches/{dispatch}/files/{format}' },
  who: anyone,
  input: z.object({ dispatch: idOf('report_dispatch'), format: z.enum(formats) }),
  output: z.object({
    line: arrivedSchema,
    mediaType: z.string(),
    fileName: z.string(),
    encoding: z.enum(['utf8', 'base64']),
    content: z.string(),
  }),
  async run(context, { dispatch: id, format }) {
    const { db, actor, app, today } = context
    const found = await findArrived(db, actor, id)
    if (!found.ok) return found
    const { line, report } = found.value
    const sheet = await sheetFor(context, report)
    if (!sheet.ok) return sheet
    const composed = await composeReport(db, report, { today })
    const file = await render(composed, { ...sheet.value, format, about: aboutReport(report), site: app.origin })
    const { mediaType, fileName, encoding, content } = file
    return ok({ line, mediaType, fileName, encoding, content })
  },
})
