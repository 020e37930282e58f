// The life of a report up to its signature: submitted, returned, accepted.
import { z } from 'zod'
import { personOf } from '../documents/document.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, problem } from '../shared/result.ts'
import { headingsOf } from './circulation/circulation.reads.ts'
import { commentsOf } from './circulation/circulation.store.ts'
import { fill, writtenSections } from './outline.ts'
import { moved } from './report.schema.ts'
import { beginMove, finishMove } from './report.steps.ts'
import type { Report } from './report.ts'
import { textsOf } from './report.store.ts'
import { dropSigning } from './signing/signing.store.ts'
import { lowerFirst } from './words.ts'

const seen = { id: idOf('report'), expectedVersion: seenVersion(1) }

export const submit = writing({
  name: 'reports.submit',
  summary: 'Trình báo cáo lên lãnh đạo ban',
  http: { method: 'POST', path: '/reports/{id}/submit' },
  who: { roles: ['officer', 'head'] },
  input: z.object(seen),
  output: moved,
  async run(context, input) {
    const begun = await beginMove(context, input, 'submit')
    if (!begun.ok) return begun
    const empty = await emptySections(context, begun.value)
    if (empty.length > 0) return invalid(empty, 'empty-sections')
    const undecided = await undecidedComments(context, begun.value)
    if (undecided.length > 0) return invalid(undecided, 'undecided-comments')
    const facts = { submitted_by: personOf(context.actor), return_reason: null }
    return finishMove(context, begun.value, { move: 'submit', facts })
  },
})

/** A heading with nothing under it is no report; what the machine writes counts as something. */
async function emptySections({ db }: WriteContext, { id, kind, year, periodName }: Report) {
  const written = new Set((await textsOf(db, id)).filter(({ text }) => text !== '').map(({ section }) => section))
  return writtenSections(kind)
    .filter(({ key, make }) => !make && !written.has(key))
    .map(({ key, number, title }) => {
      const heading = `${number} ${fill(title, { year, period: lowerFirst(periodName) })}`
      return problem(
        key,
        'empty-section',
        `Mục “${heading}” chưa viết. Viết vào, hoặc ghi rõ là không có.`,
        `The section “${heading}” is empty. Write it, or say that there is nothing.`,
      )
    })
}

/** Who was asked has to be answered before the text goes on; there is no way round. */
async function undecidedComments({ db }: WriteContext, report: Report) {
  const headings = headingsOf(report)
  const open = (await commentsOf(db, { report: report.id })).filter(({ verdict }) => verdict === null)
  return open.map(({ id, bodyName, section }) =>
    problem(
      `comment-${id}`,
      'undecided-comment',
      `Ý kiến của ${bodyName} về “${headings.get(section) ?? section}” chưa được xử lý. Chọn tiếp thu, tiếp thu một phần hoặc không tiếp thu.`,
      `The comment of ${bodyName} is undecided. Take it, take it partly, or say why not.`,
    ),
  )
}

export const returnReport = writing({
  name: 'reports.return',
  summary: 'Trả lại báo cáo kèm lý do',
  http: { method: 'POST', path: '/reports/{id}/return' },
  who: { roles: ['head', 'standingBoard'] },
  input: z.object({ ...seen, reason: z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(2000) }),
  output: moved,
  async run(context, { reason, ...input }) {
    const begun = await beginMove(context, input, 'return')
    if (!begun.ok) return begun
    const facts = {
      return_reason: reason,
      sign_authority: null,
      signer_title: null,
      signer_name: null,
      signed_by: null,
    }
    await dropSigning(context.db, begun.value.id) // the text will change: nobody stands for the new one yet
    return finishMove(context, begun.value, { move: 'return', facts, changes: { reason } })
  },
})

export const accept = writing({
  name: 'reports.accept',
  summary: 'Duyệt báo cáo, chuyển ký',
  http: { method: 'POST', path: '/reports/{id}/accept' },
  who: { roles: ['head'] },
  input: z.object(seen),
  output: moved,
  async run(context, input) {
    const begun = await beginMove(context, input, 'accept')
    return begun.ok ? finishMove(context, begun.value, { move: 'accept' }) : begun
  },
})
