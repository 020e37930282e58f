// Reading an answer: the outline with the unit's words, its forms of the same period beside, what may be done now.
import { bodiesAt } from '../../bodies/body.read.ts'
import { matrixOf, periodsOf, readProgramme } from '../../programmes/programme.read.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import type { Id } from '../../shared/id.ts'
import { ok } from '../../shared/result.ts'
import type { Call } from '../call.ts'
import { sectionsOf } from '../call.store.ts'
import { answerMoves, whyNotAnswer } from './answer.moves.ts'
import { versionsOf } from './answer.read.store.ts'
import { atSchema, openAnswer as output } from './answer.schema.ts'
import { findAsked, standingOf, whyNotSee } from './answer.steps.ts'
import { findAnswer, textsOf } from './answer.store.ts'
import { daysAfter } from './late.ts'

export const openAnswer = reading({
  name: 'answers.open',
  summary: 'Mở phần trả lời của một đơn vị để viết hoặc xem: các mục, số liệu cùng kỳ, việc được làm',
  http: { method: 'GET', path: '/calls/{call}/answers/{body}' },
  who: 'signedIn',
  input: atSchema,
  output,
  async run({ db, actor, now }, input) {
    const found = await findAsked(db, input)
    if (!found.ok) return found
    const call = found.value
    const refusal = await whyNotSee(db, actor, { call, body: input.body })
    if (refusal) return refusal
    const answer = await findAnswer(db, { callId: call.id, bodyId: input.body })
    const standing = await standingOf(db, call, { bodyId: input.body, answer })
    const versions = answer ? await versionsOf(db, answer.id) : []
    const own = !whyNotAnswer(actor, 'save', { ...standing, stage: 'draft', callStage: 'issued' })
    const texts = answer && (own || answer.stage !== 'draft') ? await textsOf(db, answer.workingId) : {}
    const sentAt = versions.find(({ submittedAt }) => submittedAt)?.submittedAt
    const [version] = await bodiesAt(db, [input.body], call.dueOn)
    return ok({
      call,
      body: { id: input.body, name: version?.name ?? String(input.body) },
      sections: (await sectionsOf(db, call.id)).map((section) => ({ ...section, text: texts[section.key] ?? '' })),
      answer: answer?.id ?? null,
      stage: standing.stage,
      version: answer?.version ?? 0,
      daysLate: daysAfter(sentAt ?? now, call.dueOn),
      versions,
      forms: await formsBeside(db, { call, body: input.body }),
      moves: answerMoves.filter((move) => !whyNotAnswer(actor, move, standing)),
    })
  },
})

/** What the body reports in figures for the same period. */
async function formsBeside(db: ReadDb, { call, body }: { call: Call; body: Id<'body'> }) {
  const programme = call.programmeId && (await readProgramme(db, call.programmeId))
  if (!programme || !programme.calendarId) return []
  const period = (await periodsOf(db, programme.calendarId)).find(({ key }) => key === call.periodKey)
  if (!period) return []
  const lines = await matrixOf(db, { programmeId: programme.id, period, bodies: [body] })
  return lines.map(({ body, bodyName, form, formName, period, stage }) => ({
    ...{ body, bodyName, form, formName, period, stage },
  }))
}
