// What can be read of reports: the list, and one with its sections, open moves, history, and what changed since.
import { z } from 'zod'
import { signatureRule } from '../documents/signature.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { fill, writtenSections } from './outline.ts'
import { moves, whyNot } from './report.moves.ts'
import { instant, reportSchema, staleSchema } from './report.schema.ts'
import { findFor, standingOf } from './report.steps.ts'
import type { Report } from './report.ts'
import { historyOf, listReports, textsOf } from './report.store.ts'
import { approvalRuleOf, approvalWays, initialling, initialRuleOf } from './signing/initials.ts'
import { approvalOf, initialsOf } from './signing/signing.store.ts'
import { staleOf } from './stale.ts'
import { lowerFirst } from './words.ts'

const approvalSchema = z.object({
  ...{ way: z.enum(approvalWays), heldOn: z.string(), recordedBy: z.string().nullable(), recordedAt: instant },
  ...{ members: z.number().int(), present: z.number().int(), agreed: z.number().int(), notAgreed: z.number().int() },
  ...{ attendance: z.string().nullable(), conclusion: z.string(), reservations: z.string().nullable() },
})

async function signingOf(db: ReadDb, { id, organisation }: Report) {
  const initials = await initialsOf(db, id)
  const rule = approvalRuleOf(organisation, signatureRule(organisation).collective)
  return {
    initials,
    initialsOpen: initialRuleOf(organisation).by.filter((whom) => !initials.some(({ as }) => as === whom)),
    ...{ approval: await approvalOf(db, id), approvedBy: rule?.by ?? null, approvalBasis: rule?.basis ?? null },
  }
}

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
    /** What has to stand before the signature, and what stands. */
    signing: z.object({
      initials: z.array(z.object({ as: z.enum(initialling), name: z.string(), office: z.string(), at: instant })),
      initialsOpen: z.array(z.enum(initialling)),
      approval: approvalSchema.nullable(),
      /** “Ban Thường vụ”; null: a single head signs. */
      approvedBy: z.string().nullable(),
      approvalBasis: z.string().nullable(),
    }),
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
      signing: await signingOf(db, report),
      stale: await staleOf(db, report, today),
      history: await historyOf(db, id),
    })
  },
})
