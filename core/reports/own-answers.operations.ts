// A body's own answers to calls as words of its own report: read, or taken all at once into what is not yet written.
import { z } from 'zod'
import { answersOf, type OwnAnswer } from '../calls/call.read.ts'
import { personOf } from '../documents/document.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { insertPassages } from './merge.store.ts'
import { writtenSections } from './outline.ts'
import { fitting, passagesOfAnswer, textOfAnswer } from './own-answers.ts'
import type { Report } from './report.ts'
import { beginMove, findFor } from './report.steps.ts'
import { textsOf } from './report.store.ts'
import { updateReport, writeText } from './report.write.store.ts'

async function answersFor(db: ReadDb, report: Report): Promise<{ own: OwnAnswer[]; fit: OwnAnswer[] }> {
  const own = await answersOf(db, { body: report.bodyId, year: report.year })
  const written = new Set((await textsOf(db, report.id)).map(({ section }) => section))
  const unwritten = writtenSections(report.kind).flatMap(({ key }) => (written.has(key) ? [] : [key]))
  return { own, fit: fitting(own, report, unwritten) }
}

export const ownAnswers = reading({
  name: 'reports.ownAnswers',
  summary: 'Phần trả lời đề cương của chính đơn vị lập báo cáo, từng mục, để lấy làm lời văn',
  http: { method: 'GET', path: '/reports/{id}/own-answers' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('report') }),
  output: z.object({
    answers: z.array(
      z.object({
        call: z.number().int(),
        title: z.string(),
        section: z.string(),
        heading: z.string(),
        items: z.array(z.string()).meta({ description: 'các đoạn, như reports.merge nhận' }),
        text: z.string(),
        fits: z.boolean().meta({ description: 'mục cùng tên của báo cáo chưa viết; reports.takeOwnAnswers lấy vào' }),
      }),
    ),
  }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { report } = found.value
    const { own, fit } = await answersFor(db, report)
    const answers = own.map((one) => ({
      ...{ call: one.call, title: one.title, section: one.section, heading: one.heading, text: one.text },
      items: passagesOfAnswer(one, report.bodyId).map(({ versionId, paragraph }) => `${versionId}.${paragraph}`),
      fits: fit.includes(one),
    }))
    return ok({ answers })
  },
})

export const takeOwnAnswers = writing({
  name: 'reports.takeOwnAnswers',
  summary: 'Lấy mọi phần đơn vị đã trả lời đề cương cùng kỳ vào các mục cùng tên chưa viết, giữ nguồn từng đoạn',
  http: { method: 'POST', path: '/reports/{id}/own-answers' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ id: idOf('report') }),
  output: z.object({ report: z.number().int(), taken: z.array(z.string()) }),
  async run(context, { id }) {
    const { db, now, actor } = context
    const begun = await beginMove(context, { id, expectedVersion: null }, 'write')
    if (!begun.ok) return begun
    const { fit } = await answersFor(db, begun.value)
    if (fit.length === 0) return nothingFits
    const by = personOf(actor)
    for (const answer of fit) {
      const { section } = answer
      const passages = passagesOfAnswer(answer, begun.value.bodyId)
      const text = textOfAnswer(passages, answer.asks)
      // The report is locked and the section unwritten, so its first version cannot be somebody else's.
      await writeText(db, { id, section, expectedVersion: 0 }, { text, by, now })
      await insertPassages(db, { id, section, callSection: section }, { passages, by, now })
    }
    await updateReport(db, id, {})
    const taken = fit.map(({ section }) => section)
    await context.record({ noun: 'report', id, move: 'takeOwnAnswers', changes: { sections: taken } })
    return ok({ report: id, taken })
  },
})

const nothingFits = conflict(
  'nothing-fits',
  'Không còn phần trả lời đề cương cùng kỳ nào cho các mục chưa viết. Các mục đã viết giữ nguyên.',
  'No answer of the same period is left for a section not yet written. What is written stays as it is.',
)
