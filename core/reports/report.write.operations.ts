// What can be written while a report is a draft: a section, what stands around the text, the figures taken anew.
import { z } from 'zod'
import { personOf } from '../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../documents/mentions/ask.ts'
import { readPeriod, readProgramme } from '../programmes/programme.read.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { writtenSections } from './outline.ts'
import { headSchema, moved, typedWords } from './report.schema.ts'
import { beginMove, noSuchSection, pinNow, writtenMeanwhile } from './report.steps.ts'
import { textsOf } from './report.store.ts'
import { updateReport, writeText as write } from './report.write.store.ts'

const staff = { roles: ['officer', 'head'] } as const
const seen = { id: idOf('report'), expectedVersion: seenVersion(1) }

export const writeText = writing({
  name: 'reports.writeText',
  summary: 'Viết một mục của báo cáo; số gõ tay được đánh dấu, {T2} chèn số liệu của chỉ tiêu 2',
  http: { method: 'PUT', path: '/reports/{id}/sections/{section}' },
  who: staff,
  input: z.object({
    id: idOf('report'),
    section: z.string().max(60),
    text: typedWords(20_000).default(''),
    /** The section's version as it was read; 0: nothing was written yet. */
    expectedVersion: seenVersion(0),
    ...confirming,
  }),
  output: z.object({ section: z.string(), version: z.number().int(), reportVersion: z.number().int() }),
  async run(context, { id, section, text, expectedVersion, mentionsConfirmed }) {
    const { db, now, actor } = context
    const begun = await beginMove(context, { id, expectedVersion: null }, 'write')
    if (!begun.ok) return begun
    if (!writtenSections(begun.value.kind).some(({ key }) => key === section)) return noSuchSection
    const before = (await textsOf(db, id)).find((one) => one.section === section)
    const asked = askAboutMentions([{ field: 'text', text, before: before?.text }], mentionsConfirmed)
    if (!asked.ok) return (before?.version ?? 0) === expectedVersion ? asked : writtenMeanwhile
    const by = personOf(actor)
    const version = await write(db, { id, section, expectedVersion }, { text, by, now })
    if (version === null) return writtenMeanwhile
    const reportVersion = await updateReport(db, id, {})
    await context.record({ noun: 'report', id, move: 'writeText', changes: { section, version } })
    await recordConfirmed(context, { noun: 'report', id, confirmed: asked.value })
    return ok({ section, version, reportVersion })
  },
})

export const setHead = writing({
  name: 'reports.setHead',
  summary: 'Ghi trích yếu, cơ quan cấp trên, địa danh và nơi nhận của báo cáo',
  http: { method: 'PUT', path: '/reports/{id}/head' },
  who: staff,
  input: z.object({ ...seen, ...headSchema.shape }),
  output: moved,
  async run(context, { id, expectedVersion, title, upperIssuer, issuedAtPlace, recipients }) {
    const begun = await beginMove(context, { id, expectedVersion }, 'write')
    if (!begun.ok) return begun
    const version = await updateReport(context.db, id, {
      ...{ title, upper_issuer: upperIssuer || null, issued_at_place: issuedAtPlace || null },
      recipients: recipients || null,
    })
    await context.record({ noun: 'report', id, move: 'setHead' })
    return ok({ report: id, stage: begun.value.stage, version })
  },
})

export const refresh = writing({
  name: 'reports.refresh',
  summary: 'Lấy số liệu mới: ghim lại các bản đang được tính',
  http: { method: 'POST', path: '/reports/{id}/refresh' },
  who: staff,
  input: z.object(seen),
  output: moved,
  async run(context, { id, expectedVersion }) {
    const { db } = context
    const begun = await beginMove(context, { id, expectedVersion }, 'refresh')
    if (!begun.ok) return begun
    const { programmeId, periodId, bodyId, placeId, stage, consolidationId: before } = begun.value
    const programme = (await readProgramme(db, programmeId))!
    const period = (await readPeriod(db, periodId))!
    const consolidationId = await pinNow(context, {
      programme,
      period,
      bodyId,
      placeId,
      note: 'Báo cáo lấy số liệu mới',
    })
    const version = await updateReport(db, id, { consolidation_id: consolidationId })
    await context.record({ noun: 'report', id, move: 'refresh', changes: { from: before, to: consolidationId } })
    return ok({ report: id, stage, version })
  },
})
