// What can be read of reports: the list, and one with its sections, open moves, history, and what changed since.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { fill, writtenSections } from './outline.ts'
import { moves, whyNot } from './report.moves.ts'
import { instant, reportSchema, staleSchema } from './report.schema.ts'
import { findFor, standingOf } from './report.steps.ts'
import { historyOf, listReports, textsOf } from './report.store.ts'
import { staleOf } from './stale.ts'
import { lowerFirst } from './words.ts'

const roles = ['officer', 'head', 'standingBoard', 'clerk'] as const

export const list = reading({
  name: 'reports.list',
  summary: 'Các báo cáo được xem: đang soạn, đã ban hành, đã thay thế',
  http: { method: 'GET', path: '/reports' },
  who: { roles },
  input: z.object({ programme: idOf('programme').optional() }),
  output: z.object({ reports: z.array(reportSchema) }),
  async run({ db, actor }, { programme }) {
    const mine = actor.kind === 'operator' ? null : bodiesWhere(actor, ...roles)
    return ok({ reports: await listReports(db, { programmeId: programme, mine }) })
  },
})

export const show = reading({
  name: 'reports.show',
  summary: 'Một báo cáo: tình trạng, từng mục, việc làm được bây giờ, lịch sử, thay đổi kể từ khi ghim số liệu',
  http: { method: 'GET', path: '/reports/{id}' },
  who: { roles },
  input: z.object({ id: idOf('report') }),
  output: z.object({
    report: reportSchema,
    sections: z.array(
      z.object({
        key: z.string(),
        heading: z.string(),
        prompt: z.string(),
        /** What the machine adds after the officer's words. */
        make: z.string().nullable(),
        text: z.string(),
        /** 0: not written yet. */
        version: z.number().int(),
        writtenBy: z.string().nullable(),
        writtenAt: instant.nullable(),
      }),
    ),
    /** The moves open to the reader now. */
    moves: z.array(z.enum(moves)),
    stale: staleSchema,
    history: z.array(
      z.object({ at: instant, who: z.string().nullable(), move: z.string(), reason: z.string().nullable() }),
    ),
  }),
  async run({ db, actor, today }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const standing = await standingOf(db, report)
    const texts = new Map((await textsOf(db, id)).map((text) => [text.section, text]))
    const names = { year: report.year, period: lowerFirst(report.periodName) }
    return ok({
      report,
      sections: writtenSections(report.kind).map(({ key, number, title, prompt, make }) => {
        const { text = '', version = 0, writtenBy = null, writtenAt = null } = texts.get(key) ?? {}
        const heading = `${number} ${fill(title, names)}`
        return { key, heading, prompt: prompt ?? '', make: make ?? null, text, version, writtenBy, writtenAt }
      }),
      moves: moves.filter((move) => move !== 'create' && !whyNot(actor, move, standing)),
      stale: await staleOf(db, report, today),
      history: await historyOf(db, id),
    })
  },
})
