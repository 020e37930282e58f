// Lists of a round for the desk: the summary before it is decided; money and ceremony after.
import { z } from 'zod'
import { bodiesAbove } from '../../bodies/body.read.ts'
import { formOf, listedIn, rewardFor } from '../../commendations/commendation.read.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { docxFile } from '../docx/docx.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { mediaTypes } from '../render.ts'
import { fileSchema, headOf, noBody, nobody, opened, who } from './certificate.operations.ts'
import { listDocument, listKinds } from './lists.ts'

const names = { summary: 'trich-ngang', money: 'tien-thuong', ceremony: 'trao-tai-hoi-nghi' } as const

export const roundList = reading({
  name: 'commendations.roundList',
  summary: 'Danh sách của đợt, Word hoặc PDF: trích ngang thành tích; tiền thưởng và danh sách trao theo quyết định',
  http: { method: 'GET', path: '/commendation-rounds/{round}/lists/{list}' },
  who,
  sends: 'content',
  input: z.object({
    round: idOf('commendation_round'),
    list: z.enum(listKinds),
    decision: idOf('commendation_decision').optional(),
    format: z.enum(['docx', 'pdf']).default('docx'),
  }),
  output: fileSchema,
  async run({ db, actor, today }, { list, format, ...of }) {
    const found = await opened(db, actor, of)
    if (!found.ok) return found
    const { round, decision } = found.value
    if (list !== 'summary' && decision === null) return decisionNeeded
    const listed = await listedIn(db, { round: round.id, decision: decision?.id ?? null })
    if (listed.length === 0) return nobody
    const day = decision?.on ?? today
    const head = await headOf(db, round, day)
    if (!head) return noBody
    const form = (await formOf(db, round.formId))!
    const bodies = [round.bodyId, ...(await bodiesAbove(db, round.bodyId, day))]
    const amountOf = async (honours: 'collective' | 'person') =>
      (await rewardFor(db, { form, honours, bodies, day })) ?? null
    const rewards = { collective: await amountOf('collective'), person: await amountOf('person') }
    if (list === 'money' && listed.some(({ kind }) => rewards[kind] === null)) return noAmount
    const document = listDocument(list, {
      ...{ family: head.family, issuer: head.body.name, upper: head.upper, place: head.place, on: day },
      ...{ form: form.name, occasion: round.occasion, listed, rewards, illustrative: round.illustrative },
    })
    const bytes = await (format === 'pdf' ? pdfFile : docxFile)(document, head.layout, {})
    const fileName = `${names[list]}-${decision?.id ?? `dot-${round.id}`}.${format}`
    return ok({ fileName, mediaType: mediaTypes[format], content: new Uint8Array(bytes) })
  },
})

const decisionNeeded = conflict(
  'decision-needed',
  'Danh sách này lập theo một quyết định đã ghi. Hãy chọn quyết định.',
  'This list is made from a decision. Choose one.',
)
const noAmount = conflict(
  'no-amount',
  'Chưa có mức tiền thưởng của hình thức này cho ngày ký. Hãy ghi mức tiền kèm căn cứ rồi lập lại.',
  'No amount is written for this form on that day. Write it with its basis first.',
)
