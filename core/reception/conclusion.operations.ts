// The notice of conclusion: drafted at the desk, issued by its head with a number, each point done by its day with a proof.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { filesOf } from '../cases/case.read.ts'
import { leadsFor, whyNotLeads } from '../cases/lead.ts'
import { whyKeptAway } from '../cases/submission.steps.ts'
import { askAboutMentions, confirming } from '../documents/mentions/ask.ts'
import { takeNumber } from '../documents/number.ts'
import { authorities, signatureRule, usualAuthority, whyNotSigned } from '../documents/signature.ts'
import { keepTemplate } from '../documents/template.ts'
import { type Actor } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import * as store from './conclusion.store.ts'
import { movesOpen, moves as allMoves, notYours, partsAt, whyNot } from './reception.moves.ts'
import { conclusionStages, visitNumber, type Visit } from './reception.ts'
import { beginVisit, changedMeanwhile, noSuchVisit } from './reception.steps.ts'
import { line } from './schema.ts'
import { office } from './sitting.operations.ts'
import { caseOfVisit, readVisit } from './visit.store.ts'
import { pointSchema, pointShown } from './point.operations.ts'

const words = (most: number) => line(most).transform((text) => plainText(text))

export const draft = writing({
  name: 'reception.draftConclusion',
  summary: 'Soạn thông báo kết luận việc tiếp công dân: kết luận chung và từng việc, mỗi việc một cơ quan và một ngày',
  http: { method: 'PUT', path: '/reception/visits/{visit}/conclusion' },
  who: office,
  input: z.object({
    visit: idOf<'visit'>('visit'),
    expectedVersion: seenVersion(0).meta({ description: '0: chưa có bản nào' }),
    text: words(8000).pipe(z.string().min(20, 'Viết kết luận, ít nhất một câu.')),
    points: z
      .array(
        z.object({
          text: words(1000).pipe(z.string().min(10, 'Ghi việc phải làm.')),
          body: idOf<'body'>('body'),
          dueOn: daySchema,
        }),
      )
      .min(1, 'Ghi ít nhất một việc: cơ quan nào làm, đến ngày nào.')
      .max(20),
    ...confirming,
  }),
  output: z.object({ version: z.number().int() }),
  async run(context, { visit: id, expectedVersion, text, points, mentionsConfirmed }) {
    const begun = await beginVisit(context, { id, expectedVersion: null }, null)
    if (!begun.ok) return begun
    const refusal = await whyNotConclude(context, begun.value)
    if (refusal) return refusal
    const before = await store.lockConclusion(context.db, id)
    const wrong = whyNot<'conclusion'>(partsAt(context.actor, begun.value), 'draft', before?.stage ?? 'draft')
    if (wrong) return wrong
    if ((before?.version ?? 0) !== expectedVersion) return changedMeanwhile
    const faults = await faultsOfPoints(context, begun.value, points)
    if (faults.length > 0) return invalid(faults)
    const prose = [
      { field: 'text', text },
      ...points.map((one, at) => ({ field: `points.${at}.text`, text: one.text })),
    ]
    const confirmed = askAboutMentions(prose, mentionsConfirmed)
    if (!confirmed.ok) return confirmed
    return save(context, { visit: begun.value, before, text, points, mentions: confirmed.value })
  },
})

interface Draft {
  visit: Visit
  before: store.Conclusion | null
  text: string
  points: store.NewPoint[]
  mentions: object | null
}

async function save(
  context: WriteContext,
  { visit, before, text, points, mentions }: Draft,
): Promise<Result<{ version: number }>> {
  const { db } = context
  const id = before?.id ?? (await store.insertConclusion(db, visit.id, text))
  if (id === null) return changedMeanwhile
  const version = before ? await store.updateConclusion(db, id, { text }) : 1
  await store.writePoints(db, id, points)
  const changes = { points: points.length, ...(mentions && { mentions }) }
  await context.record({ noun: 'conclusion', id, move: 'draft', changes })
  return ok({ version })
}

/** Only of what became a case that goes by no stricter law of its own. */
async function whyNotConclude({ db }: WriteContext, visit: Visit) {
  if (visit.submissionId === null) return nothingToPromise
  const of = await caseOfVisit(db, visit.submissionId)
  return of.door === 'denunciation' || of.kind === 'denunciation' ? notOfDenunciation : null
}

async function faultsOfPoints(
  context: WriteContext,
  visit: Visit,
  points: readonly store.NewPoint[],
): Promise<Problem[]> {
  const faults: Problem[] = []
  for (const [at, { body, dueOn }] of points.entries()) {
    if (dueOn < context.today) faults.push({ ...inPast, field: `points.${at}.dueOn` })
    const refused = await whyNotLeads(context, { id: visit.submissionId!, deskId: visit.deskId }, [body])
    if (refused?.refusal.kind === 'invalid')
      faults.push(...refused.refusal.problems.map((one) => ({ ...one, field: `points.${at}.body` })))
  }
  return faults
}

export const issue = writing({
  name: 'reception.issueConclusion',
  summary: 'Ban hành thông báo kết luận: lấy số trong sổ văn bản, giao từng việc cho cơ quan chịu trách nhiệm',
  http: { method: 'POST', path: '/reception/visits/{visit}/conclusion/issue' },
  who: { roles: ['head'] },
  input: z.object({
    visit: idOf<'visit'>('visit'),
    expectedVersion: seenVersion(1),
    signAuthority: z.enum(authorities).optional(),
    signerTitle: line(100).min(2, 'Ghi chức vụ người ký.'),
    signedBy: line(100).min(2, 'Ghi họ tên người ký.'),
  }),
  output: z.object({ number: z.string(), version: z.number().int() }),
  async run(context, { visit: id, expectedVersion, ...signed }) {
    const begun = await beginVisit(context, { id, expectedVersion: null }, null)
    if (!begun.ok) return begun
    const { db, actor } = context
    const conclusion = await store.lockConclusion(db, id)
    if (!conclusion) return noConclusion
    const wrong = whyNot<'conclusion'>(partsAt(actor, begun.value), 'issue', conclusion.stage)
    if (wrong) return wrong
    if (conclusion.version !== expectedVersion) return changedMeanwhile
    const refusal = await whyNotConclude(context, begun.value)
    if (refusal) return refusal
    const points = await store.pointsOf(db, conclusion.id)
    const given = points.map(({ text, bodyId: body, dueOn }) => ({ text, body, dueOn }))
    const faults = await faultsOfPoints(context, begun.value, given)
    if (faults.length > 0) return invalid(faults)
    return number(context, { visit: begun.value, conclusion, points, signed })
  },
})

interface Issued {
  visit: Visit
  conclusion: store.Conclusion
  points: store.Point[]
  signed: { signAuthority?: (typeof authorities)[number]; signerTitle: string; signedBy: string }
}

async function number(context: WriteContext, { visit, conclusion, points, signed }: Issued) {
  const { db, today, now, actor } = context
  const desk = (await bodyAt(db, visit.deskId, today))!
  const rule = signatureRule(desk.organisation)
  const asDeputy = standsIn(actor, visit.deskId)
  const authority = signed.signAuthority ?? usualAuthority(rule, asDeputy)
  const refusal = whyNotSigned(rule, authority, asDeputy)
  if (refusal) return refusal
  const [day, month, year] = visit.day.split('-').reverse()
  const taken = await takeNumber(context, {
    ...{ bodyId: visit.deskId, kind: 'TB', dated: today, ofNoun: 'conclusion', signedBy: signed.signedBy },
    summary: `Kết luận việc tiếp công dân ngày ${day}/${month}/${year}, sổ tiếp công dân số ${visitNumber(visit)}`,
    recipients: [...new Set(points.map(({ bodyName }) => bodyName))].join('\n'),
  })
  if (!taken.ok) return taken
  const template = await keepTemplate(db, taken.value.family, now)
  const version = await store.updateConclusion(db, conclusion.id, {
    ...{ stage: 'issued', line_id: taken.value.id, full_number: taken.value.fullNumber, issued_on: today },
    ...{
      sign_authority: authority,
      signer_title: signed.signerTitle,
      signed_by: signed.signedBy,
      template_id: template.id,
    },
  })
  for (const { id, bodyId, dueOn } of points) {
    const payload = { point: id, title: taken.value.fullNumber, body: bodyId, dueOn }
    await context.tell({ topic: 'reception.point', bodyId, payload })
  }
  await context.record({
    noun: 'conclusion',
    id: conclusion.id,
    move: 'issue',
    changes: { number: taken.value.fullNumber },
  })
  return ok({ number: taken.value.fullNumber, version })
}

const standsIn = (actor: Actor, deskId: Id<'body'>) =>
  actor.kind === 'person' &&
  actor.roles
    .filter(({ role, bodyId }) => role === 'head' && bodyId === deskId)
    .every(({ deputyFor }) => deputyFor !== null)

export const showConclusion = reading({
  name: 'reception.conclusion',
  summary: 'Thông báo kết luận của một lần tiếp: kết luận, từng việc, ai làm, đến bao giờ, đã xong bằng gì',
  http: { method: 'GET', path: '/reception/visits/{visit}/conclusion' },
  who: office,
  input: z.object({ visit: idOf<'visit'>('visit') }),
  output: z.object({
    conclusion: z
      .object({
        text: z.string(),
        stage: z.enum(conclusionStages),
        number: z.string().nullable(),
        issuedOn: z.string().nullable(),
        version: z.number().int(),
        points: z.array(pointSchema),
      })
      .nullable(),
    open: z.array(z.enum(allMoves)),
    bodies: z.array(z.object({ id: z.number().int(), name: z.string() })),
    signer: z.object({ title: z.string() }),
  }),
  async run(context, { visit: id }) {
    const { db, actor, today } = context
    const visit = await readVisit(db, id)
    if (!visit) return noSuchVisit
    const away = visit.submissionId === null ? null : await whyKeptAway(context, visit.submissionId)
    if (away) return noSuchVisit
    const own = partsAt(actor, visit)
    if (own.length === 0) return notYours
    const found = await store.conclusionOf(db, id)
    const points = found ? await store.pointsOf(db, found.id) : []
    const files = visit.submissionId === null ? [] : await filesOf(db, visit.submissionId)
    const desk = await bodyAt(db, visit.deskId, today)
    return ok({
      conclusion: found && {
        ...{ text: found.text, stage: found.stage, number: found.fullNumber, issuedOn: found.issuedOn },
        ...{ version: found.version, points: points.map((one) => pointShown(one, today, files)) },
      },
      open: movesOpen<'conclusion'>(own, 'conclusion', found?.stage ?? 'draft').filter(
        (move) => found || move !== 'issue',
      ),
      bodies: (await leadsFor(db, visit.deskId, today)).map(({ id: body, name }) => ({ id: body, name })),
      signer: { title: desk ? signatureRule(desk.organisation).head : '' },
    })
  },
})

const nothingToPromise = conflict(
  'nothing-to-promise',
  'Lần tiếp này đã trả lời tại chỗ hoặc từ chối, không có hồ sơ nên không có kết luận để theo dõi.',
  'This visit was answered on the spot or refused: there is no case, and no conclusion to follow.',
)

const notOfDenunciation = conflict(
  'not-of-denunciation',
  'Tố cáo giải quyết theo Luật Tố cáo và kết luận ở hồ sơ niêm phong, không ra thông báo kết luận việc tiếp.',
  'A denunciation goes by its own law and is concluded in its sealed case.',
)

const noConclusion = notFound('no-conclusion', 'Chưa soạn thông báo kết luận.', 'No conclusion was drafted.')

const inPast = problem(
  'dueOn',
  'in-past',
  'Ngày hẹn đã qua. Chọn từ hôm nay trở đi.',
  'The day has passed. Choose today or later.',
)
