// What is read of a round: the drafts a person is asked about, one of them as its body sees it, and all comments for the officer.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { partsOf } from '../html/html.ts'
import { paperCss } from '../html/paper.ts'
import { fill, writtenSections } from '../outline.ts'
import { composeReport, layoutFor } from '../report.compose.ts'
import { notAskedHere, whyNot } from '../report.moves.ts'
import { instant } from '../report.schema.ts'
import { findFor, noSuchReport, standingOf } from '../report.steps.ts'
import { isFrozen, type Report } from '../report.ts'
import { readReport } from '../report.store.ts'
import { lowerFirst } from '../words.ts'
import { candidatesFor } from './candidates.store.ts'
import { isLate, verdicts, wholeSection, type Comment } from './circulation.ts'
import { askedBodies, bodiesOfRound, commentsOf, draftsToComment, newestRound } from './circulation.store.ts'
import { speaksFor } from './comment.operations.ts'

const commentSchema = z.object({
  id: z.number().int(),
  /** Of which round. */
  no: z.number().int(),
  body: z.number().int(),
  bodyName: z.string(),
  /** “all”: about the whole draft. */
  section: z.string(),
  heading: z.string(),
  version: z.number().int(),
  text: z.string(),
  writtenAt: instant,
  late: z.boolean(),
  verdict: z.enum(verdicts).nullable(),
  why: z.string().nullable(),
  decidedBy: z.string().nullable(),
})

const roundSchema = z.object({ no: z.number().int(), dueOn: z.string(), intro: z.string().nullable() })

/** Headings as on the paper, by the key of the section. */
export function headingsOf(report: Report): ReadonlyMap<string, string> {
  const names = { year: report.year, period: lowerFirst(report.periodName) }
  return new Map([
    [wholeSection, 'Toàn bộ dự thảo'],
    ...writtenSections(report.kind).map(
      ({ key, number, title }) => [key, `${number} ${fill(title, names)}`] as [string, string],
    ),
  ])
}

const said = (report: Report) => {
  const headings = headingsOf(report)
  return ({ bodyId, section, decidedAt: _, ...comment }: Comment) => ({
    ...comment,
    body: bodyId as number,
    section: section === wholeSection ? 'all' : section,
    heading: headings.get(section) ?? section,
  })
}

export const toComment = reading({
  name: 'reports.toComment',
  summary: 'Các dự thảo đang lấy ý kiến đơn vị của tôi',
  http: { method: 'GET', path: '/me/drafts' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    drafts: z.array(
      z.object({
        report: z.number().int(),
        title: z.string(),
        by: z.string(),
        body: z.number().int(),
        bodyName: z.string(),
        dueOn: z.string(),
        late: z.boolean(),
        comments: z.number().int(),
        agreed: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const drafts = await draftsToComment(db, bodiesWhere(actor, 'reporter', 'officer', 'head'))
    return ok({ drafts: drafts.map((one) => ({ ...one, late: isLate(today, one.dueOn) })) })
  },
})

export const draft = reading({
  name: 'reports.draft',
  summary: 'Dự thảo được lấy ý kiến như trên giấy, từng mục, kèm ý kiến của đơn vị và cách tiếp thu',
  http: { method: 'GET', path: '/reports/{id}/comments-of/{body}' },
  who: { roles: ['reporter', 'officer', 'head'] },
  input: z.object({ id: idOf('report'), body: idOf('body') }),
  output: z.object({
    report: z.object({ id: z.number().int(), title: z.string(), bodyName: z.string(), stage: z.string() }),
    body: z.object({ id: z.number().int(), name: z.string() }),
    round: roundSchema,
    late: z.boolean(),
    agreed: z.boolean(),
    mayComment: z.boolean(),
    parts: z.array(z.object({ section: z.string().nullable(), html: z.string() })),
    sections: z.array(z.object({ key: z.string(), heading: z.string() })),
    comments: z.array(commentSchema),
    css: z.string(),
  }),
  async run({ db, actor, today }, { id, body }) {
    const report = await readReport(db, id)
    if (!report) return noSuchReport
    const round = await newestRound(db, id)
    if (!round || !(await askedBodies(db, id)).includes(body) || !speaksFor(actor, body)) return notAskedHere
    const layout = await layoutFor(db, report)
    const { document } = await composeReport(db, report, { today })
    const own = (await bodiesOfRound(db, round)).find((one) => one.bodyId === body)!
    const may = !isFrozen(report.stage) && !whyNot(actor, 'comment', await standingOf(db, report))
    return ok({
      report: { id: report.id, title: report.title, bodyName: report.bodyName, stage: report.stage },
      body: { id: body, name: own.bodyName },
      round,
      ...{ late: isLate(today, round.dueOn), agreed: own.agreedAt !== null, mayComment: may },
      parts: partsOf(document, layout, { explain: () => null }),
      sections: [...headingsOf(report)]
        .filter(([key]) => key !== wholeSection)
        .map(([key, heading]) => ({ key, heading })),
      comments: (await commentsOf(db, { report: id, body })).map(said(report)),
      css: paperCss(layout),
    })
  },
})

export const comments = reading({
  name: 'reports.comments',
  summary: 'Mọi ý kiến góp vào báo cáo, ai đã góp, ai chưa, và các đơn vị có thể lấy ý kiến',
  http: { method: 'GET', path: '/reports/{id}/comments' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('report') }),
  output: z.object({
    /** The newest; null: no comments were asked yet. */
    round: roundSchema.nullable(),
    asked: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        comments: z.number().int(),
        agreedAt: instant.nullable(),
      }),
    ),
    comments: z.array(commentSchema),
    candidates: z.array(
      z.object({ id: z.number().int(), name: z.string(), organisation: z.string(), organisationName: z.string() }),
    ),
  }),
  async run({ db, actor, today }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const round = await newestRound(db, id)
    const asked = round ? await bodiesOfRound(db, round) : []
    return ok({
      round,
      asked: asked.map(({ bodyId, ...one }) => ({ ...one, body: bodyId as number })),
      comments: (await commentsOf(db, { report: id })).map(said(report)),
      candidates: await candidatesFor(db, { report: id, day: today }),
    })
  },
})
