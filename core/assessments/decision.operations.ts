// Classes by a signed decision: of many sheets at once, as decisions are written; taken back one by one, with a reason.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { forbidden, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { noSuchAssessment } from './assessment.operations.ts'
import { assessmentOf } from './assessment.store.ts'
import { begin, letFiguresFollow, make, movedSchema, noteSchema, seen, setOfSheet, tell } from './scoresheet.steps.ts'
import { decidedAs } from './scoresheet.ts'
import { whyNot } from './scoresheet.moves.ts'
import { lockSheet, scoresOf } from './scoresheet.store.ts'

const heads = { roles: ['head'] } as const

/** A sheet as it was seen: `12.4` is sheet 12 in its version 4. */
const seenSheet = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/, 'Phiếu không đúng. Hãy tải lại trang.')
  .transform((text) => {
    const [id, version] = text.split('.').map(Number) as [number, number]
    return { id: id as Id<'scoresheet'>, version }
  })

export const decide = writing({
  name: 'assessments.decide',
  summary: 'Ghi quyết định xếp loại, công nhận cho các phiếu đã thẩm định của một đợt; xếp loại tính từ điểm thẩm định',
  http: { method: 'POST', path: '/assessments/{id}/decision' },
  who: heads,
  input: z.object({
    id: idOf('assessment'),
    sheets: z.array(seenSheet).max(5000).default([]).meta({ description: 'mã phiếu và bản đã xem, ví dụ 12.4' }),
    decision: typedText().min(5, 'Ghi số quyết định.').max(200),
    on: daySchema.meta({ description: 'ngày ký' }),
    signerPost: typedText().min(3, 'Ghi chức danh người ký.').max(200),
  }),
  output: z.object({ id: z.number().int(), decided: z.number().int(), passing: z.number().int() }),
  async run(context, { id, sheets, decision, on, signerPost }) {
    const { db, actor, today } = context
    const found = await assessmentOf(db, id)
    if (!found) return noSuchAssessment
    if (actor.kind === 'person' && !bodiesWhere(actor, 'head').includes(found.bodyId)) return notHead
    const faults: Problem[] = []
    if (sheets.length === 0) faults.push(problem('sheets', 'missing', ...noneChosen))
    if (on > today) faults.push(problem('on', 'in-future', ...ahead))
    let passing = 0
    // In one order, so that two decisions at once wait for each other and do not lock each other out.
    for (const seen of [...sheets].sort((a, b) => a.id - b.id)) {
      const sheet = await lockSheet(db, seen.id)
      const stopped = !sheet || sheet.assessmentId !== id || whyNot(actor, 'decide', sheet) !== null
      if (stopped || sheet.version !== seen.version) {
        faults.push(problem('sheets', 'moved-meanwhile', ...moved(sheet?.bodyName ?? String(seen.id))))
        continue
      }
      if (faults.length > 0) continue
      const set = await setOfSheet(db, sheet)
      const decided = decidedAs(
        set,
        (await scoresOf(db, sheet.id)).filter(({ round }) => round === 'verified'),
      )
      if (decided.passes) passing += 1
      const facts = { decision, on, class: decided.class, passes: decided.passes }
      await make(context, sheet, {
        move: 'decide',
        facts,
        changes: { decided: { ...decided, decision, on, signerPost } },
      })
      await tell(context, 'scoresheet.decide', sheet.bodyId, sheet)
    }
    if (faults.length > 0) return invalid(faults)
    await letFiguresFollow(context, { leaderId: found.bodyId }, `quyết định ${decision}.`)
    return ok({ id, decided: sheets.length, passing })
  },
})

export const reopen = writing({
  name: 'scoresheets.reopen',
  summary: 'Rút phiếu khỏi quyết định đã ghi để thẩm định lại, nêu lý do; số liệu theo phiếu',
  http: { method: 'POST', path: '/scoresheets/{id}/reopen' },
  who: heads,
  input: z.object({ ...seen, note: noteSchema }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'reopen')
    if (!begun.ok) return begun
    const sheet = begun.value
    const facts = { decision: sheet.decision, class: sheet.class }
    const done = await make(context, sheet, { move: 'reopen', note, facts, changes: { decided: null } })
    await tell(context, 'scoresheet.reopen', sheet.bodyId, sheet)
    await letFiguresFollow(context, sheet, `${sheet.bodyName}: rút khỏi quyết định ${sheet.decision}.`)
    return ok(done)
  },
})

const notHead = forbidden(
  'heads-only',
  'Việc này do người đứng đầu cơ quan chủ trì đợt chấm điểm quyết định.',
  'The head of the body that leads the assessment decides this.',
)
const noneChosen = ['Chọn ít nhất một phiếu đã thẩm định.', 'Choose a verified sheet at least.'] as const
const ahead = ['Ngày này ở sau hôm nay. Ghi đúng ngày ký.', 'This day lies ahead.'] as const
const moved = (body: string) =>
  [
    `${body}: phiếu vừa đổi hoặc không còn chờ quyết định. Hãy tải lại trang, xem rồi ghi lại.`,
    `${body}: the sheet has just changed or no longer waits for a decision. Reload the page.`,
  ] as const
