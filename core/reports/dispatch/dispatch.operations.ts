// The clerk writes down to whom an issued report goes and how; those it went to here confirm that it came.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { typedWords } from '../../documents/typed-words.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { candidatesFor } from '../circulation/candidates.store.ts'
import { notSentHere, whyNot } from '../report.moves.ts'
import { beginMove, standingOf } from '../report.steps.ts'
import { ways, type Dispatch } from './dispatch.ts'
import { insertDispatch, readDispatch, writeReceived } from './dispatch.store.ts'

export const dispatch = writing({
  name: 'reports.dispatch',
  summary: 'Ghi việc phát hành: gửi cho ai, ngày nào, bằng cách nào; đơn vị trên nền tảng mở được ngay',
  http: { method: 'POST', path: '/reports/{id}/dispatches' },
  who: { roles: ['clerk'] },
  input: z.object({
    id: idOf('report'),
    way: z.enum(ways),
    sentOn: daySchema.optional().meta({ description: 'không ghi: hôm nay' }),
    bodies: z.array(idOf('body')).max(5000).default([]),
    organisations: z.array(z.string().max(60)).max(60).default([]),
    /** Others, one a line. */
    recipients: typedWords(5000).default(''),
    note: typedWords(500).nullish(),
  }),
  output: z.object({ report: z.number().int(), sent: z.number().int(), before: z.number().int() }),
  async run(context, { id, way, sentOn, bodies, organisations, recipients, note }) {
    const { db, actor, now, today } = context
    const begun = await beginMove(context, { id, expectedVersion: null }, 'dispatch')
    if (!begun.ok) return begun
    const report = begun.value
    if (report.recalledBy) return recalled(report.recalledBy)
    const on = sentOn ?? today
    if (on > today || on < report.issuedOn!) return wrongDay
    const candidates = await candidatesFor(db, { report: id, day: today })
    if (bodies.some((body) => !candidates.some((one) => one.id === body))) return notReached
    const others = recipients.split('\n').map((line) => line.replace(/^[-–•\s]+/, '').trim())
    const lines = [
      ...candidates
        .filter((one) => bodies.includes(one.id) || organisations.includes(one.organisation))
        .map((one) => ({ body: one.id, recipient: one.name })),
      ...others.filter(Boolean).map((recipient) => ({ body: null, recipient })),
    ]
    if (lines.length === 0) return nobody
    if (way === 'platform' && lines.some(({ body }) => body === null)) return notHere
    const common = { report: id, way, sentOn: on, note: note || null, by: personOf(actor), now }
    let sent = 0
    for (const line of lines) {
      const made = await insertDispatch(db, { ...common, ...line })
      if (made === null) continue
      sent += 1
      const payload = { dispatch: made, title: report.title, body: line.body, number: report.number }
      if (way === 'platform') await context.tell({ topic: 'dispatch.send', bodyId: line.body!, payload })
    }
    if (sent === 0) return sentBefore
    await context.record({ noun: 'report', id, move: 'dispatch', changes: { way, sentOn: on, sent } })
    return ok({ report: id, sent, before: lines.length - sent })
  },
})

const recalled = (by: string) =>
  conflict(
    'recalled',
    `Báo cáo này đã bị thu hồi theo văn bản ${by} nên không gửi đi nữa.`,
    `This report was recalled by ${by} and is sent to nobody any more.`,
  )

const wrongDay = invalid([
  problem(
    'sentOn',
    'wrong-day',
    'Ngày gửi không trước ngày văn bản và không sau hôm nay.',
    'The day lies between that of the document and today.',
  ),
])
const nobody = invalid([
  problem('bodies', 'nobody', 'Chọn ít nhất một đơn vị, hoặc ghi nơi nhận khác.', 'Choose or write a recipient.'),
])
const notHere = invalid([
  problem(
    'recipients',
    'not-here',
    'Nơi nhận ghi tay không có trên nền tảng. Chọn cách gửi khác: trục liên thông, thư hoặc bản giấy.',
    'Recipients written by hand are not on the platform. Choose another way.',
  ),
])
const notReached = invalid([
  problem(
    'bodies',
    'not-reached',
    'Có đơn vị không ở địa bàn của báo cáo và không ở cấp trên. Hãy chọn lại trong danh sách.',
    'A chosen body is neither at the place of the report nor above it.',
  ),
])
const sentBefore = conflict(
  'sent-before',
  'Những nơi này đã được gửi theo cách đó.',
  'It went to all of these that way already.',
)

export const receive = writing({
  name: 'reports.receive',
  summary: 'Xác nhận đã nhận báo cáo: nơi nhận tự xác nhận; bản giấy, thư, trục thì văn thư ghi',
  http: { method: 'POST', path: '/dispatches/{dispatch}/receive' },
  who: { roles: ['reporter', 'officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ dispatch: idOf('report_dispatch'), receivedOn: daySchema.optional() }),
  output: z.object({ dispatch: z.number().int(), report: z.number().int(), receivedOn: z.string() }),
  async run(context, { dispatch: id, receivedOn }) {
    const { db, actor, now, today } = context
    const line = await readDispatch(db, id)
    if (!line) return noSuchDispatch
    const begun = await beginMove(context, { id: line.reportId, expectedVersion: null }, 'receive')
    if (!begun.ok) return begun
    const standing = await standingOf(db, begun.value)
    const notesIt = !whyNot(actor, 'receive', { ...standing, sentTo: [] })
    if (line.way === 'platform' ? !worksAt(actor, line) : !notesIt) return notSentHere
    const on = receivedOn ?? today
    if (on > today || on < line.sentOn) return beforeSent
    if (!(await writeReceived(db, { id, on, by: personOf(actor), now }))) return receivedBefore
    await context.record({ noun: 'report', id: line.reportId, move: 'receive', changes: { dispatch: id, on } })
    return ok({ dispatch: id, report: line.reportId, receivedOn: on })
  },
})

export function worksAt(actor: Actor, { bodyId }: Pick<Dispatch, 'bodyId'>): boolean {
  const mine = bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
  return bodyId !== null && mine.includes(bodyId)
}

export const noSuchDispatch = notFound(
  'no-such-dispatch',
  'Không có lần gửi này. Hãy mở lại từ bàn làm việc.',
  'There is no such dispatch. Open it again from the desk.',
)
const beforeSent = invalid([
  problem(
    'receivedOn',
    'wrong-day',
    'Ngày nhận không trước ngày gửi và không sau hôm nay.',
    'The day lies between that of sending and today.',
  ),
])
const receivedBefore = conflict(
  'received-before',
  'Việc nhận báo cáo này đã được xác nhận.',
  'The receipt was confirmed before.',
)
