// What a body asked says to a draft: its words on a section, or that it has nothing to add.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { typedWords } from '../../documents/typed-words.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { idOf, seenVersion, type Id } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { writtenSections } from '../outline.ts'
import { notAskedHere } from '../report.moves.ts'
import { beginMove, noSuchSection } from '../report.steps.ts'
import { isLate, wholeSection } from './circulation.ts'
import { askedBodies, commentAt, commentsOf, newestRound, writeAgreed, writeComment } from './circulation.store.ts'

const who = { roles: ['reporter', 'officer', 'head'] } as const

export const comment = writing({
  name: 'reports.comment',
  summary: 'Góp ý một mục của dự thảo được lấy ý kiến; lời cũ được giữ, quá hạn vẫn nhận và ghi là trễ',
  http: { method: 'PUT', path: '/reports/{id}/comments-of/{body}/{section}' },
  who,
  input: z.object({
    id: idOf('report'),
    body: idOf('body'),
    section: z.string().max(60).meta({ description: 'mã mục; “all”: cả dự thảo' }),
    text: typedWords(10_000).default(''),
    /** The comment's version as it was read; 0: nothing was said yet. */
    expectedVersion: seenVersion(0),
    ...confirming,
  }),
  output: z.object({ section: z.string(), version: z.number().int(), late: z.boolean() }),
  async run(context, { id, body, section, text, expectedVersion, mentionsConfirmed }) {
    const { db, now, today, actor } = context
    const begun = await beginComment(context, { id, body })
    if (!begun.ok) return begun
    const { report, round } = begun.value
    const key = section === 'all' ? wholeSection : section
    if (section !== 'all' && !writtenSections(report.kind).some((one) => one.key === section)) return noSuchSection
    const at = { round: round.id, body, section: key }
    const before = await commentAt(db, at)
    if ((before?.version ?? 0) !== expectedVersion) return saidMeanwhile
    const asked = askAboutMentions([{ field: 'text', text, before: before?.text }], mentionsConfirmed)
    if (!asked.ok) return asked
    const late = isLate(today, round.dueOn)
    const version = await writeComment(db, at, { text, by: personOf(actor), now, late })
    await context.record({ noun: 'report', id, move: 'comment', changes: { body, section, version, late } })
    await recordConfirmed(context, { noun: 'report', id, confirmed: asked.value })
    return ok({ section, version, late })
  },
})

export const agree = writing({
  name: 'reports.agree',
  summary: 'Thống nhất với dự thảo, không có ý kiến',
  http: { method: 'POST', path: '/reports/{id}/comments-of/{body}/agree' },
  who,
  input: z.object({ id: idOf('report'), body: idOf('body') }),
  output: z.object({ report: z.number().int(), body: z.number().int() }),
  async run(context, { id, body }) {
    const { db, now, actor } = context
    const begun = await beginComment(context, { id, body })
    if (!begun.ok) return begun
    const { round } = begun.value
    const own = await commentsOf(db, { report: id, body })
    if (own.some(({ no }) => no === round.no)) return saidSomething
    await writeAgreed(db, { round: round.id, body, by: personOf(actor), now })
    await context.record({ noun: 'report', id, move: 'agree', changes: { body } })
    return ok({ report: id, body })
  },
})

/** The draft and its round, when the actor speaks for the body. */
async function beginComment(context: WriteContext, { id, body }: { id: Id<'report'>; body: Id<'body'> }) {
  const begun = await beginMove(context, { id, expectedVersion: null }, 'comment')
  if (!begun.ok) return begun
  const round = await newestRound(context.db, id)
  const asked = await askedBodies(context.db, id)
  if (!round || !asked.includes(body) || !speaksFor(context.actor, body)) return notAskedHere
  return ok({ report: begun.value, round })
}

export function speaksFor(actor: Actor, body: Id<'body'>): boolean {
  return actor.kind === 'person' && bodiesWhere(actor, 'reporter', 'officer', 'head').includes(body)
}

const saidMeanwhile = conflict(
  'said-meanwhile',
  'Ý kiến này vừa được người khác sửa, hoặc nơi soạn vừa trả lời. Điều đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi lưu lại.',
  'Someone has just changed this comment, or it was answered. What you typed is kept and not saved.',
)

const saidSomething = conflict(
  'said-something',
  'Đơn vị đã góp ý lượt này. Muốn thống nhất hoàn toàn, hãy xoá trắng các ý kiến rồi lưu.',
  'Your body has commented in this round. Empty the comments first to agree without any.',
)
