// A draft sent round for comments, and what the officer decides about each of them.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { typedWords } from '../../documents/typed-words.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import { beginMove } from '../report.steps.ts'
import { updateReport } from '../report.write.store.ts'
import { candidatesFor } from './candidates.store.ts'
import { lacksWhy, verdicts } from './circulation.ts'
import { insertRound, writeVerdict } from './circulation.store.ts'

const staff = { roles: ['officer', 'head'] } as const

export const circulate = writing({
  name: 'reports.circulate',
  summary: 'Gửi dự thảo lấy ý kiến các đơn vị đến một ngày; gửi lại là một lượt mới',
  http: { method: 'POST', path: '/reports/{id}/circulations' },
  who: staff,
  input: z.object({
    id: idOf('report'),
    expectedVersion: seenVersion(1),
    dueOn: daySchema,
    intro: typedWords(2000).nullish(),
    /** Bodies one by one, and every body of these kinds. */
    bodies: z.array(idOf('body')).max(5000).default([]),
    organisations: z.array(z.string().max(60)).max(60).default([]),
    ...confirming,
  }),
  output: z.object({ report: z.number().int(), version: z.number().int(), round: z.number().int() }),
  async run(context, { id, expectedVersion, dueOn, intro, bodies, organisations, mentionsConfirmed }) {
    const { db, now, today, actor } = context
    const begun = await beginMove(context, { id, expectedVersion }, 'circulate')
    if (!begun.ok) return begun
    if (dueOn < today) return duePast
    const asked = askAboutMentions([{ field: 'intro', text: intro }], mentionsConfirmed)
    if (!asked.ok) return asked
    const candidates = await candidatesFor(db, { report: id, day: today })
    if (bodies.some((body) => !candidates.some((one) => one.id === body))) return notReached
    const wanted = candidates.filter((one) => bodies.includes(one.id) || organisations.includes(one.organisation))
    if (wanted.length === 0) return nobodyAsked
    const by = personOf(actor)
    const ids = wanted.map((one) => one.id)
    const round = await insertRound(db, { report: id, dueOn, intro: intro || null, by, now, bodies: ids })
    const version = await updateReport(db, id, {})
    await context.record({ noun: 'report', id, move: 'circulate', changes: { round, dueOn, asked: ids.length } })
    await recordConfirmed(context, { noun: 'report', id, confirmed: asked.value })
    const { title } = begun.value
    for (const body of ids)
      await context.tell({ topic: 'draft.circulate', bodyId: body, payload: { report: id, title, body, dueOn, round } })
    return ok({ report: id, version, round })
  },
})

const duePast = invalid([
  problem('dueOn', 'due-past', 'Hạn góp ý đã qua. Chọn hôm nay hoặc ngày sau.', 'The due day is past. Choose a later.'),
])

const nobodyAsked = invalid([
  problem('bodies', 'nobody-asked', 'Chọn ít nhất một đơn vị để lấy ý kiến.', 'Choose at least one body to ask.'),
])

const notReached = invalid([
  problem(
    'bodies',
    'not-reached',
    'Có đơn vị không ở địa bàn của báo cáo. Hãy chọn lại trong danh sách.',
    'A chosen body is not at the place of the report. Choose from the list.',
  ),
])

export const decide = writing({
  name: 'reports.decide',
  summary: 'Tiếp thu, tiếp thu một phần hoặc không tiếp thu một ý kiến; không tiếp thu hết thì nêu lý do',
  http: { method: 'PUT', path: '/reports/{id}/comments/{comment}/verdict' },
  who: staff,
  input: z.object({
    id: idOf('report'),
    comment: idOf('report_comment'),
    expectedVersion: seenVersion(1),
    verdict: z.enum(verdicts),
    why: typedWords(2000).nullish(),
    ...confirming,
  }),
  output: z.object({ comment: z.number().int(), version: z.number().int() }),
  async run(context, { id, comment, expectedVersion, verdict, why, mentionsConfirmed }) {
    const { db, now, actor } = context
    const begun = await beginMove(context, { id, expectedVersion: null }, 'decide')
    if (!begun.ok) return begun
    if (lacksWhy(verdict, why)) return whyNeeded
    const asked = askAboutMentions([{ field: 'why', text: why }], mentionsConfirmed)
    if (!asked.ok) return asked
    const by = personOf(actor)
    const decided = { verdict, why: why || null, by, now }
    const version = await writeVerdict(db, { report: id, comment, expectedVersion }, decided)
    if (version === null) return decidedMeanwhile
    await context.record({ noun: 'report', id, move: 'decide', changes: { comment, verdict } })
    await recordConfirmed(context, { noun: 'report', id, confirmed: asked.value })
    return ok({ comment, version })
  },
})

const whyNeeded = invalid([
  problem(
    'why',
    'why-needed',
    'Ghi vì sao ý kiến không được tiếp thu hết; đơn vị góp ý đọc được lý do này.',
    'Say why the comment is not taken whole; the body that made it reads this.',
  ),
])

const decidedMeanwhile = conflict(
  'decided-meanwhile',
  'Ý kiến này vừa được người khác xử lý, hoặc đơn vị vừa sửa. Điều đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi chọn lại.',
  'Someone has just decided about this comment, or its body changed it. What you typed is kept and not saved.',
)
