// Papers to a denouncer: made and printed by whoever has the seal open, and by nobody else; each print is a look behind the seal.
import { z } from 'zod'
import { actsOf, noSuchSubmission, readSubmission, submissionOfHandle } from '../cases/case.read.ts'
import { lineNumber } from '../cases/submission.ts'
import { open as openSeal } from '../seal/requests/request.look.operations.ts'
import { list as requests } from '../seal/requests/request.operations.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type ReadContext, type WriteContext } from '../shared/operation.ts'
import { conflict, ok, type Result } from '../shared/result.ts'
import { fileSchema, formatSchema, keptOf, noSuchPaper } from './paper.operations.ts'
import { formShown, formsShown, make, makingSchema, paperShown, papersShown, type Open } from './paper.steps.ts'
import { readPaper } from './paper.store.ts'
import { paperFile } from './print.ts'

const who = { roles: ['sealOpener'] } as const
const request = idOf('seal_request')

/** The case behind a request of his own that is open now. */
async function openBy({ app, db, actor }: ReadContext | WriteContext, id: Id<'seal_request'>): Promise<Result<Open>> {
  const listed = await requests.ask(app, actor, {})
  if (!listed.ok) return listed
  const mine = listed.value.requests.find((one) => one.id === id && one.mine && one.state === 'open')
  if (!mine) return notOpen
  const submissionId = await submissionOfHandle(db, mine.handle)
  const submission = submissionId && (await readSubmission(db, submissionId))
  return submission ? ok({ submission, acts: await actsOf(db, submission.id) }) : noSuchSubmission
}

const notOpen = conflict(
  'seal-not-open',
  'Niêm phong này không mở cho đồng chí lúc này. Hãy xin mở, có người thứ hai duyệt, rồi lập giấy gửi người tố cáo.',
  'This seal is not open to you now. Ask to open it, have a second person approve, then make the paper.',
)

export const sealedPapers = reading({
  name: 'casePapers.sealed',
  summary: 'Giấy tờ gửi người tố cáo của hồ sơ đang mở niêm phong',
  http: { method: 'GET', path: '/seal/requests/{request}/papers' },
  who,
  input: z.object({ request }),
  output: z.object({ number: z.string(), forms: z.array(formShown), papers: z.array(paperShown) }),
  async run(context, { request: id }) {
    const open = await openBy(context, id)
    if (!open.ok) return open
    return ok({
      number: lineNumber(open.value.submission),
      forms: formsShown(open.value, true),
      papers: await papersShown(context, open.value, true),
    })
  },
})

export const makeSealedPaper = writing({
  name: 'casePapers.makeSealed',
  summary: 'Lập giấy gửi người tố cáo; danh tính không nằm trong giấy được giữ, chỉ đặt vào lúc in',
  http: { method: 'POST', path: '/seal/requests/{request}/papers' },
  who,
  input: z.object({ request, ...makingSchema }),
  output: z.object({ paper: z.number().int() }),
  async run(context, { request: id, ...wanted }) {
    const open = await openBy(context, id)
    if (!open.ok) return open
    const made = await make(context, open.value, wanted, true)
    return made.ok ? ok({ paper: made.value }) : made
  },
})

export const printSealedPaper = writing({
  name: 'casePapers.printSealed',
  summary: 'In giấy gửi người tố cáo khi niêm phong đang mở; mỗi lần in là một lần xem được ghi lại',
  http: { method: 'POST', path: '/seal/requests/{request}/papers/{paper}/{format}' },
  who,
  sends: 'content',
  input: z.object({ request, paper: idOf('case_paper'), format: formatSchema }),
  output: fileSchema,
  async run(context, { request: id, paper, format }) {
    const { app, db, actor, record } = context
    const opened = await openBy(context, id)
    if (!opened.ok) return opened
    const row = await readPaper(db, paper)
    const kept = row?.submissionId === opened.value.submission.id ? await keptOf(db, row, opened.value) : null
    if (!kept?.form.sealed) return noSuchPaper
    const looked = await openSeal.ask(app, actor, { id })
    if (!looked.ok) return looked
    await record({ noun: 'casePaper', id: paper, move: 'printSealed', changes: { request: id } })
    const { name = '', address = '' } = looked.value.sender
    const file = await paperFile(kept, format, { name, address })
    // Its name stays in the list of downloads: it says neither what nor whose.
    return ok({ ...file, fileName: `giay-${paper}.${format}` })
  },
})
