// A report as a file to take along, and a preview of one that was not made yet.
import { z } from 'zod'
import { layoutOf } from '../documents/layout.ts'
import { templateInUse } from '../documents/template.ts'
import { findProgramme } from '../programmes/programme.rights.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { reportKinds } from './outline.ts'
import { aboutPreview, aboutReport } from './report.about.ts'
import { composePreview, composeReport, sheetFor } from './report.compose.ts'
import { findFor, findPeriod, whyNotRead } from './report.steps.ts'
import type { Report } from './report.ts'
import { findReport } from './report.store.ts'
import { formats, render as renderFile, type Format } from './render.ts'
import { changesOf } from './stale.ts'
import { formOf } from './word/form.files.ts'

const who = { roles: ['officer', 'head', 'standingBoard', 'clerk'] } as const

const fileSchema = z.object({
  /** null: a preview, nothing is kept of it. */
  report: z.number().int().nullable(),
  stage: z.string(),
  /** Figures it rests on were corrected, or came, after they were pinned. */
  changed: z.boolean(),
  format: z.enum(formats),
  mediaType: z.string(),
  fileName: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  content: z.string(),
})

export const render = reading({
  name: 'reports.render',
  summary: 'Tệp của báo cáo: HTML, DOCX (base64) hoặc JSON',
  http: { method: 'GET', path: '/reports/{id}/files/{format}' },
  who,
  input: z.object({ id: idOf('report'), format: z.enum(formats) }),
  output: fileSchema,
  async run(context, { id, format }) {
    const found = await findFor(context.db, context.actor, id)
    return found.ok ? fileOf(context, found.value.report, format) : found
  },
})

async function fileOf(context: ReadContext, report: Report, format: Format) {
  const { db, app, today } = context
  const sheet = await sheetFor(context, report)
  if (!sheet.ok) return sheet
  const composed = await composeReport(db, report, { today })
  const file = await renderFile(composed, { ...sheet.value, format, about: aboutReport(report), site: app.origin })
  const { changed } = await changesOf(db, report, today)
  return ok({ report: report.id as number | null, stage: report.stage as string, changed, ...file })
}

export const preview = reading({
  name: 'reports.preview',
  summary: 'Báo cáo của một chương trình: bản đã ban hành nếu có, bản đang soạn, hoặc dự thảo từ số liệu hiện có',
  http: { method: 'GET', path: '/programmes/{programme}/report-preview' },
  who,
  input: z.object({
    programme: idOf('programme'),
    kind: z.enum(reportKinds).default('final'),
    period: z.string().max(20).optional(),
    format: z.enum(formats).default('html'),
  }),
  output: fileSchema,
  async run(context, { programme: programmeId, kind, period: key, format }) {
    const { db, actor, app, today } = context
    const found = await findProgramme(db, programmeId)
    if (!found.ok) return found
    const programme = found.value
    const refusal = await whyNotRead(db, actor, programme)
    if (refusal) return refusal
    const asked = await findPeriod(db, programme, { key, kind })
    if (!asked.ok) return asked
    const period = asked.value
    const kept = await findReport(db, { programmeId, kind, periodId: period.id })
    if (kept) return fileOf(context, kept, format)
    const composed = await composePreview(db, { programme, period, kind, today })
    const inUse = await templateInUse(db, composed.document.family)
    const word = await formOf(app, inUse.word)
    if (!word.ok) return word
    const about = aboutPreview({ programme, period, kind })
    const sheet = { layout: layoutOf(inUse.lines), word: word.value }
    const file = await renderFile(composed, { ...sheet, format, about, site: app.origin })
    return ok({ report: null, stage: 'preview', changed: false, ...file })
  },
})
