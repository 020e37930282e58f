// An issued report on paper: its scan, its corrections, its recall, for everybody who may read the report.
import { z } from 'zod'
import { noticeSchema } from '../documents/notice.operations.ts'
import { keptFileOut, noticesOf, openScan, scanAt, scanSchema, scansOf } from '../documents/paper.read.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { readPublication } from './publication/publication.store.ts'
import { findFor } from './report.steps.ts'
import { lineOfReport } from './report.store.ts'

const who = { roles: ['officer', 'head', 'standingBoard', 'clerk'] } as const

export const signed = reading({
  name: 'reports.signed',
  summary: 'Bản giấy của báo cáo đã ban hành: bản quét, đính chính, thu hồi',
  http: { method: 'GET', path: '/reports/{id}/signed' },
  who,
  input: z.object({ id: idOf('report') }),
  output: z.object({
    /** Its line in the register; null: not issued yet. */
    line: z.number().int().nullable(),
    scans: z.array(scanSchema),
    notices: z.array(noticeSchema),
    /** Everybody may read it. */
    published: z.boolean(),
  }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const line = await lineOfReport(db, id)
    if (line === null) return ok({ line, scans: [], notices: [], published: false })
    const published = (await readPublication(db, id)) !== null
    return ok({ line, scans: await scansOf(db, { lineId: line }), notices: await noticesOf(db, line), published })
  },
})

export const signedFile = reading({
  name: 'reports.signedFile',
  summary: 'Tải một tệp của bản quét báo cáo',
  http: { method: 'GET', path: '/reports/{id}/signed/{scan}/files/{no}' },
  who,
  sends: 'file',
  input: z.object({ id: idOf('report'), ...scanAt }),
  output: keptFileOut,
  async run(context, { id, ...at }) {
    const found = await findFor(context.db, context.actor, id)
    if (!found.ok) return found
    const lineId = await lineOfReport(context.db, id)
    return lineId === null ? notIssued : openScan(context, { lineId }, at)
  },
})

const notIssued = notFound('no-such-scan', 'Báo cáo chưa ban hành nên chưa có bản quét.', 'It was not issued yet.')
