// A report to be looked at: its data with every trace, one figure of it, its paper part by part and how that looks.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { partsOf } from './html/html.ts'
import { paperCss } from './html/paper.ts'
import { aboutReport } from './report.about.ts'
import { composeReport, layoutFor } from './report.compose.ts'
import { findFor } from './report.steps.ts'
import { traceOf, traceSchema } from './trace.ts'

const who = { roles: ['officer', 'head', 'standingBoard', 'clerk'] } as const

export const trace = reading({
  name: 'reports.trace',
  summary: 'Báo cáo dạng dữ liệu: từng số với mọi số đầu vào, từng trích dẫn, phần cấu trúc',
  http: { method: 'GET', path: '/reports/{id}/figures' },
  who,
  input: z.object({ id: idOf('report') }),
  output: traceSchema,
  async run({ db, actor, today }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    return ok(traceOf(aboutReport(report), await composeReport(db, report, { today })))
  },
})

export const figure = reading({
  name: 'reports.figure',
  summary: 'Một số liệu của báo cáo: câu nêu nó, phân số, từng số đầu vào đã ghim',
  http: { method: 'GET', path: '/reports/{id}/figures/{figure}' },
  who,
  input: z.object({ id: idOf('report'), figure: z.string().max(80) }),
  output: traceSchema.shape.figures.element,
  async run({ db, actor, today }, { id, figure }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const { figures } = traceOf(aboutReport(report), await composeReport(db, report, { today }))
    const one = figures.find((candidate) => candidate.id === figure)
    return one ? ok(one) : noSuchFigure
  },
})

const noSuchFigure = notFound(
  'no-such-figure',
  'Báo cáo không có số liệu này. Hãy bấm vào con số trong báo cáo.',
  'The report has no such figure. Click a number in it.',
)

export const paper = reading({
  name: 'reports.paper',
  summary: 'Báo cáo như trên giấy, từng mục một, để hiện và sửa trên trang',
  http: { method: 'GET', path: '/reports/{id}/paper' },
  who,
  input: z.object({ id: idOf('report') }),
  output: z.object({ parts: z.array(z.object({ section: z.string().nullable(), html: z.string() })) }),
  async run({ db, actor, today }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const { document } = await composeReport(db, report, { today })
    const explain = (name: string, block: string) => `/bao-cao/${id}?so=${name}#${block}`
    return ok({ parts: partsOf(document, await layoutFor(db, report), { explain }) })
  },
})

export const style = reading({
  name: 'reports.style',
  summary: 'Cách trình bày của báo cáo trên trang, lập từ mẫu đã dùng',
  http: { method: 'GET', path: '/reports/{id}/style' },
  who,
  input: z.object({ id: idOf('report') }),
  output: z.object({ css: z.string() }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    return found.ok ? ok({ css: paperCss(await layoutFor(db, found.value.report)) }) : found
  },
})
