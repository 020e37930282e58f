// The notice of conclusion: drafted at the desk, issued by its head with a number, each point done by its day with a proof.
import { z } from 'zod'
import { bodiesBelow, bodyAt } from '../bodies/body.read.ts'
import { leadsFor, whyNotLeads } from '../cases/lead.ts'
import { scopeOf } from '../cases/queue.operations.ts'
import { keySchema, open } from '../cases/sender.open.ts'
import { numbers } from '../cases/numbers.ts'
import { onlyNoted } from '../cases/submission.ts'
import { whyKeptAway } from '../cases/submission.steps.ts'
import { askAboutMentions, confirming } from '../documents/mentions/ask.ts'
import { takeNumber } from '../documents/number.ts'
import { authorities, signatureRule, usualAuthority, whyNotSigned } from '../documents/signature.ts'
import { keepTemplate } from '../documents/template.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { daySchema, instantSchema } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import * as store from './conclusion.store.ts'
import { movesOpen, moves as allMoves, notYours, partsAt, whyNot } from './reception.moves.ts'
import { conclusionStages, results, visitNumber, type Visit } from './reception.ts'
import { beginVisit, changedMeanwhile, noSuchVisit, personOf } from './reception.steps.ts'
import { line } from './schema.ts'
import { office } from './sitting.operations.ts'
import { caseOfVisit, lateVisitsOf, readVisit, visitOfSubmission } from './visit.store.ts'

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

const pointSchema = z.object({
  id: z.number().int(),
  no: z.number().int(),
  text: z.string(),
  body: z.string(),
  bodyId: z.number().int(),
  dueOn: z.string(),
  late: z.boolean(),
  doneAt: instantSchema.nullable(),
  doneText: z.string().nullable(),
  proof: z.string().nullable().meta({ description: 'số, ngày văn bản hoặc biên bản chứng minh' }),
})

function pointShown({ bodyName: body, ...one }: store.Point, today: string): z.input<typeof pointSchema> {
  const { id, no, text, bodyId, dueOn, doneAt, doneText, proof } = one
  return { id, no, text, body, bodyId, dueOn, late: doneAt === null && dueOn < today, doneAt, doneText, proof }
}

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
    const desk = await bodyAt(db, visit.deskId, today)
    return ok({
      conclusion: found && {
        ...{ text: found.text, stage: found.stage, number: found.fullNumber, issuedOn: found.issuedOn },
        ...{ version: found.version, points: points.map((one) => pointShown(one, today)) },
      },
      open: movesOpen<'conclusion'>(own, 'conclusion', found?.stage ?? 'draft').filter(
        (move) => found || move !== 'issue',
      ),
      bodies: (await leadsFor(db, visit.deskId, today)).map(({ id: body, name }) => ({ id: body, name })),
      signer: { title: desk ? signatureRule(desk.organisation).head : '' },
    })
  },
})

const atWorkSchema = pointSchema.extend({
  conclusion: z.string(),
  desk: z.string(),
  visit: z.number().int(),
  visitNumber: z.string(),
  ofMyDesk: z.boolean(),
  mayFulfil: z.boolean(),
})

export const points = reading({
  name: 'reception.points',
  summary: 'Việc đã hứa khi tiếp công dân: của nơi tôi tiếp, giao cho cơ quan tôi, và việc quá hạn ở cấp dưới',
  http: { method: 'GET', path: '/reception/points' },
  who: { roles: ['receiver', 'head', 'handler'] },
  input: z.object({}),
  output: z.object({
    points: z.array(atWorkSchema),
    lateVisits: z
      .array(
        z.object({ id: z.number().int(), number: z.string(), desk: z.string(), due: z.string(), mine: z.boolean() }),
      )
      .meta({ description: 'lần tiếp quá hạn báo kết quả, ở nơi tôi tiếp và ở cấp dưới' }),
  }),
  async run({ db, actor, today, now }) {
    const { near } = await scopeOf(db, actor, today)
    const desks = bodiesWhere(actor, 'receiver', 'head')
    const leads = bodiesWhere(actor, 'handler', 'head')
    const below = desks.length > 0 ? await bodiesBelow(db, desks, today) : []
    const found = await store.pointsAtWork(db, { desks, leads, below, near, today })
    const late = await lateVisitsOf(db, { desks: [...desks, ...below], near, now })
    return ok({
      points: found.map((one) => ({
        ...pointShown(one, today),
        ...{ conclusion: one.fullNumber, desk: one.deskName, visit: one.visitId, visitNumber: one.visitNumber },
        ofMyDesk: desks.includes(one.deskId),
        mayFulfil: whyNot<'point'>(partsAt(actor, { ...one, leadId: one.bodyId }), 'fulfil', stageOf(one)) === null,
      })),
      lateVisits: late.map(({ deskId, ...one }) => ({ ...one, mine: desks.includes(deskId) })),
    })
  },
})

const stageOf = ({ doneAt }: store.Point) => (doneAt === null ? ('open' as const) : ('done' as const))

export const fulfil = writing({
  name: 'reception.fulfil',
  summary: 'Báo xong một việc đã hứa: làm gì, số văn bản hoặc biên bản chứng minh; người đến xem được',
  http: { method: 'POST', path: '/reception/points/{id}/done' },
  who: { roles: ['handler', 'head'] },
  input: z.object({
    id: idOf<'conclusion_point'>('conclusion_point'),
    text: words(4000).pipe(
      z.string().min(numbers.shortestAnswer, `Ghi đã làm gì, ít nhất ${numbers.shortestAnswer} ký tự.`),
    ),
    proof: line(300).min(3, 'Ghi số, ngày của văn bản hoặc biên bản chứng minh.'),
  }),
  output: z.object({ id: z.number().int(), doneAt: instantSchema }),
  async run(context, { id, text, proof }) {
    const { db, actor, now } = context
    const point = await store.lockPoint(db, id)
    if (!point) return noSuchPoint
    const away = point.submissionId === null ? null : await whyKeptAway(context, point.submissionId)
    if (away) return noSuchPoint
    const wrong = whyNot<'point'>(
      partsAt(actor, { deskId: point.deskId, leadId: point.bodyId }),
      'fulfil',
      stageOf(point),
    )
    if (wrong) return wrong
    if (onlyNoted(text)) return invalid([notDone])
    await store.fulfilPoint(db, id, { at: now, by: personOf(actor), text, proof })
    await context.record({ noun: 'conclusionPoint', id, move: 'fulfil' })
    const payload = { point: id, title: point.fullNumber, body: point.deskId }
    await context.tell({ topic: 'reception.fulfil', bodyId: point.deskId, payload })
    return ok({ id, doneAt: now })
  },
})

export const promised = writing({
  name: 'reception.promised',
  summary: 'Người được tiếp xem bằng mã và khoá: kết quả đã báo, kết luận hứa gì, ai làm, đến bao giờ, đã giữ lời chưa',
  http: { method: 'POST', path: '/reception/promised' },
  who: 'anyone',
  input: z.object(keySchema),
  output: z.object({
    visit: z
      .object({
        number: z.string(),
        day: z.string(),
        desk: z.string(),
        result: z.enum(results).nullable(),
        note: z.string(),
        document: z.string(),
        toldOn: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'null: hồ sơ này không từ một lần tiếp' }),
    conclusion: z
      .object({ number: z.string(), issuedOn: z.string(), text: z.string(), points: z.array(pointSchema) })
      .nullable(),
  }),
  async run(context, keys) {
    const opened = await open(context, keys)
    if (!opened.ok) return opened
    const { db, today } = context
    const visit = await visitOfSubmission(db, opened.value.id)
    if (!visit) return ok({ visit: null, conclusion: null })
    const found = await store.conclusionOf(db, visit.id)
    const issued = found?.stage === 'issued' ? found : null
    const all = issued ? await store.pointsOf(db, issued.id) : []
    return ok({
      visit: {
        ...{ number: visitNumber(visit), day: visit.day, desk: visit.deskName, result: visit.result },
        ...{ note: visit.resultNote, document: visit.resultPaper, toldOn: visit.toldOn },
      },
      conclusion: issued && {
        ...{ number: issued.fullNumber!, issuedOn: issued.issuedOn!, text: issued.text },
        points: all.map((one) => pointShown(one, today)),
      },
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
const noSuchPoint = notFound(
  'no-such-point',
  'Không có việc này. Hãy chọn lại từ danh sách.',
  'There is no such point. Choose from the list.',
)
const inPast = problem(
  'dueOn',
  'in-past',
  'Ngày hẹn đã qua. Chọn từ hôm nay trở đi.',
  'The day has passed. Choose today or later.',
)
const notDone = problem(
  'text',
  'only-noted',
  'Ghi nhận, tiếp thu chưa phải là làm xong. Ghi việc đã làm.',
  'To take note is not to have done it. Say what was done.',
)
