// Before the signature: the initials of those who stand for the text, and the approval of the collective it speaks for.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { typedWords } from '../../documents/typed-words.ts'
import type { Actor } from '../../shared/actor.ts'
import { daySchema, type Day } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Problem } from '../../shared/result.ts'
import { moved } from '../report.schema.ts'
import { beginMove, standingOf } from '../report.steps.ts'
import type { Report } from '../report.ts'
import { updateReport } from '../report.write.store.ts'
import { approvalRuleOf, approvalWays, initialRuleOf, type AsWhom } from './initials.ts'
import { insertInitial, writeApproval } from './signing.store.ts'

const seen = { id: idOf('report'), expectedVersion: seenVersion(1) }

export const initial = writing({
  name: 'reports.initial',
  summary: 'Ký nháy văn bản đã duyệt: lãnh đạo nơi soạn hoặc văn phòng; sửa văn bản thì chữ ký nháy mất',
  http: { method: 'POST', path: '/reports/{id}/initials' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({ ...seen, title: typedWords(100).nullish().meta({ description: 'chức vụ người ký nháy' }) }),
  output: moved,
  async run(context, { title, ...input }) {
    const { db, actor, now } = context
    const begun = await beginMove(context, input, 'initial')
    if (!begun.ok) return begun
    const report = begun.value
    if (actor.kind !== 'person') return personInitials
    const as = await asWhom(context, actor, report)
    if (!initialRuleOf(report.organisation).by.includes(as)) return notInitialled
    const office = title || (as === 'head' ? 'Lãnh đạo nơi soạn' : 'Văn phòng')
    if (!(await insertInitial(db, report.id, { as, by: actor.personId, name: actor.name, office, now })))
      return initialledAlready
    const version = await updateReport(db, report.id, {})
    await context.record({ noun: 'report', id: report.id, move: 'initial', changes: { as } })
    return ok({ report: report.id, stage: report.stage, version })
  },
})

/** A head of the drafting body initials for it; a clerk for the office. */
async function asWhom(
  { db }: WriteContext,
  actor: Extract<Actor, { kind: 'person' }>,
  report: Report,
): Promise<AsWhom> {
  const { staff } = await standingOf(db, report)
  return actor.roles.some(({ role, bodyId }) => role === 'head' && staff.includes(bodyId)) ? 'head' : 'office'
}

const personInitials = forbidden(
  'person-signs',
  'Chỉ người giữ chức vụ mới ký nháy được; người vận hành máy không ký thay ai.',
  'Only a person in office initials; the operator of the machine signs for nobody.',
)
const notInitialled = conflict(
  'not-initialled',
  'Loại đơn vị này không có ký nháy của văn phòng.',
  'Papers of this kind of body are not initialled by an office.',
)
const initialledAlready = conflict(
  'initialled-already',
  'Văn bản này đã có chữ ký nháy đó.',
  'This text bears that initial already.',
)

const count = z.coerce.number().int().min(0).max(1000)

export const approve = writing({
  name: 'reports.approve',
  summary: 'Ghi việc tập thể thông qua: họp hay phiếu xin ý kiến, ngày, số có mặt, đồng ý, không đồng ý, kết luận',
  http: { method: 'PUT', path: '/reports/{id}/approval' },
  who: { roles: ['clerk', 'standingBoard'] },
  input: z.object({
    ...seen,
    way: z.enum(approvalWays),
    heldOn: daySchema,
    members: count.min(1).meta({ description: 'tổng số thành viên của tập thể' }),
    present: count.meta({ description: 'số có mặt, hoặc số phiếu gửi lại' }),
    agreed: count,
    notAgreed: count,
    attendance: typedWords(2000)
      .nullish()
      .meta({ description: 'ai dự, ghi theo chức vụ; không ghi ai biểu quyết thế nào' }),
    conclusion: typedWords(5000, 5),
    reservations: typedWords(5000).nullish().meta({ description: 'ý kiến bảo lưu, không nêu của ai' }),
    ...confirming,
  }),
  output: moved,
  async run(context, { id, expectedVersion, mentionsConfirmed, ...asked }) {
    const { db, actor, now, today } = context
    const begun = await beginMove(context, { id, expectedVersion }, 'approve')
    if (!begun.ok) return begun
    const report = begun.value
    const { rule } = await standingOf(db, report)
    if (!approvalRuleOf(report.organisation, rule.collective)) return nobodyApproves
    const faults = faultsOf(asked, today)
    if (faults.length > 0) return invalid(faults)
    const { attendance, conclusion, reservations } = asked
    const prose = Object.entries({ attendance, conclusion, reservations })
    const found = askAboutMentions(
      prose.map(([field, text]) => ({ field, text })),
      mentionsConfirmed,
    )
    if (!found.ok) return found
    const words = { attendance: attendance || null, reservations: reservations || null }
    await writeApproval(db, id, { ...asked, ...words, by: personOf(actor), now })
    const version = await updateReport(db, id, {})
    const { way, heldOn, members, present, agreed, notAgreed } = asked
    const changes = { way, heldOn, members, present, agreed, notAgreed }
    await context.record({ noun: 'report', id, move: 'approve', changes })
    await recordConfirmed(context, { noun: 'report', id, confirmed: found.value })
    return ok({ report: id, stage: report.stage, version })
  },
})

function faultsOf(
  of: { heldOn: Day; members: number; present: number; agreed: number; notAgreed: number },
  today: Day,
): Problem[] {
  const { heldOn, members, present, agreed, notAgreed } = of
  const faults: Problem[] = []
  if (heldOn > today)
    faults.push(problem('heldOn', 'in-future', 'Ngày họp hoặc ngày lấy phiếu chưa tới.', 'The day is in the future.'))
  if (present > members)
    faults.push(
      problem(
        'present',
        'more-than-members',
        `Số có mặt (${present}) nhiều hơn số thành viên (${members}). Sửa một trong hai số.`,
        'More were present than there are members.',
      ),
    )
  if (agreed + notAgreed > present)
    faults.push(
      problem(
        'agreed',
        'more-than-present',
        `Số đồng ý và không đồng ý (${agreed + notAgreed}) nhiều hơn số có mặt (${present}).`,
        'More agreed or disagreed than were present.',
      ),
    )
  return faults
}

const nobodyApproves = conflict(
  'nobody-approves',
  'Đơn vị này do người đứng đầu ký và chịu trách nhiệm, không cần tập thể thông qua.',
  'The head of this body signs and answers for it; no collective approves.',
)
