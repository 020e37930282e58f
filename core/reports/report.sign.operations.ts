// The signature of a report, and its issue: the number is taken, the day set, the text kept as it is.
import { z } from 'zod'
import { takeNumber } from '../documents/number.ts'
import { authorities, signatureRule, signingRole, usualAuthority, whyNotSigned } from '../documents/signature.ts'
import type { Actor } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { forbidden, ok } from '../shared/result.ts'
import { composeReport } from './report.compose.ts'
import { moved } from './report.schema.ts'
import { beginMove, finishMove } from './report.steps.ts'
import type { Report } from './report.ts'
import { approvalRuleOf, initialRuleOf, whyNotYetSigned } from './signing/initials.ts'
import { approvalOf, initialsOf } from './signing/signing.store.ts'
import { lineOfReport } from './report.store.ts'
import { issueReport, supersedeReport } from './report.write.store.ts'

const seen = { id: idOf('report'), expectedVersion: seenVersion(1) }

export const sign = writing({
  name: 'reports.sign',
  summary: 'Ký báo cáo: tập thể ký T/M, trưởng ban ký trực tiếp, phó ban ký K/T',
  http: { method: 'POST', path: '/reports/{id}/sign' },
  who: { roles: ['standingBoard', 'head'] },
  input: z.object({
    ...seen,
    authority: z.enum(authorities).optional(),
    title: z.string().trim().min(2).max(100).optional().meta({ description: 'chức vụ người ký, như Phó Bí thư' }),
  }),
  output: moved,
  async run(context, { authority: asked, title, ...input }) {
    const begun = await beginMove(context, input, 'sign')
    if (!begun.ok) return begun
    const { actor } = context
    if (actor.kind !== 'person') return personSigns
    const rule = signatureRule(begun.value.organisation)
    const deputy = isDeputy(actor, begun.value)
    const authority = asked ?? usualAuthority(rule, deputy)
    const refusal = whyNotSigned(rule, authority, deputy)
    if (refusal) return refusal
    const early = await tooEarly(context, begun.value)
    if (early) return early
    const office = title ?? (authority === 'direct' ? rule.head : authority === 'acting' ? rule.head : rule.deputy)
    const facts = {
      sign_authority: authority,
      signer_title: office,
      signer_name: actor.name,
      signed_by: actor.personId,
    }
    return finishMove(context, begun.value, { move: 'sign', facts, changes: { authority } })
  },
})

/** Initials and approval that have to come before, by the rules of the kind of body. */
async function tooEarly({ db }: WriteContext, { id, organisation }: Report) {
  const { collective } = signatureRule(organisation)
  const rules = { initial: initialRuleOf(organisation), approval: approvalRuleOf(organisation, collective) }
  return whyNotYetSigned(rules, { initials: await initialsOf(db, id), approval: await approvalOf(db, id) })
}

const personSigns = forbidden(
  'person-signs',
  'Chỉ người giữ chức vụ mới ký được; người vận hành máy không ký thay ai.',
  'Only a person in office signs; the operator of the machine signs for nobody.',
)

function isDeputy(actor: Extract<Actor, { kind: 'person' }>, { bodyId, organisation }: Report): boolean {
  const role = signingRole(signatureRule(organisation))
  const mine = actor.roles.filter((held) => held.role === role && held.bodyId === bodyId)
  return mine.every((held) => held.deputyFor !== null)
}

export const issue = writing({
  name: 'reports.issue',
  summary: 'Lấy số, ghi ngày và ban hành; từ đây lời văn và số liệu giữ nguyên',
  http: { method: 'POST', path: '/reports/{id}/issue' },
  who: { roles: ['clerk'] },
  input: z.object({ ...seen, dated: daySchema.optional().meta({ description: 'ngày văn bản; không ghi: hôm nay' }) }),
  output: moved.extend({ number: z.string(), issuedOn: z.string() }),
  async run(context, { dated, ...input }) {
    const { db, now, today } = context
    const begun = await beginMove(context, input, 'issue')
    if (!begun.ok) return begun
    const report = begun.value
    const { id, bodyId, title, recipients, signerTitle, signerName } = report
    const signedBy = `${signerName}, ${signerTitle}`
    const wanted = { bodyId, kind: 'BC', dated: dated ?? today, summary: title, recipients, signedBy, ofNoun: 'report' }
    const replacesId = report.supersedesId && (await lineOfReport(db, report.supersedesId))
    const taken = await takeNumber(context, { ...wanted, replacesId })
    if (!taken.ok) return taken
    const { fullNumber: number, dated: issuedOn } = taken.value
    const composed = await composeReport(db, report, { today, numbered: { number, dated: issuedOn } })
    if (report.supersedesId) await supersedeReport(db, report.supersedesId)
    const version = await issueReport(db, id, { lineId: taken.value.id, composed, now })
    await context.record({ noun: 'report', id, move: 'issue', changes: { number, issuedOn } })
    return ok({ report: id, stage: 'issued' as const, version, number, issuedOn })
  },
})
