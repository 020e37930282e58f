// The table of comments as a file to print: HTML, Word or PDF in the layout of the report.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { docxFile } from '../docx/docx.ts'
import { htmlFile } from '../html/html.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { mediaTypes } from '../render.ts'
import { readTemplate } from '../../documents/template.ts'
import { layoutOf } from '../../documents/layout.ts'
import { findFor } from '../report.steps.ts'
import { headingsOf } from './circulation.reads.ts'
import { bodiesOfRound, commentsOf, newestRound } from './circulation.store.ts'
import { explanationOf } from './explanation.ts'

const formats = ['html', 'docx', 'pdf'] as const

export const explanation = reading({
  name: 'reports.explanation',
  summary: 'Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý: HTML, DOCX hoặc PDF (base64)',
  http: { method: 'GET', path: '/reports/{id}/explanation/{format}' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('report'), format: z.enum(formats) }),
  output: z.object({
    mediaType: z.string(),
    fileName: z.string(),
    encoding: z.enum(['utf8', 'base64']),
    content: z.string(),
  }),
  async run({ db, actor }, { id, format }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const template = (await readTemplate(db, report.templateId))!
    const layout = layoutOf(template.lines)
    const round = await newestRound(db, id)
    const asked = round ? await bodiesOfRound(db, round) : []
    const silent = asked.filter(({ comments, agreedAt }) => comments === 0 && agreedAt === null)
    const document = explanationOf({
      ...{ report, family: template.family, headings: headingsOf(report) },
      comments: await commentsOf(db, { report: id }),
      agreed: asked.filter(({ agreedAt }) => agreedAt !== null).map((one) => one.bodyName),
      silent: silent.map((one) => one.bodyName),
    })
    const named = { mediaType: mediaTypes[format], fileName: `bang-tong-hop-y-kien-${id}.${format}` }
    if (format === 'html')
      return ok({
        ...named,
        encoding: 'utf8' as const,
        content: htmlFile(document, layout, { explain: () => null, about: {} }),
      })
    const file = await (format === 'docx' ? docxFile : pdfFile)(document, layout, {})
    return ok({ ...named, encoding: 'base64' as const, content: file.toString('base64') })
  },
})
