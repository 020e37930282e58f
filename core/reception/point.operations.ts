// What a conclusion promised: listed for who watches and who does it, done only with a proof, read by who came.
import { z } from 'zod'
import { bodiesBelow } from '../bodies/body.read.ts'
import { scopeOf } from '../cases/queue.operations.ts'
import { keySchema, open } from '../cases/sender.open.ts'
import { attachedSchema, filesAhead } from '../cases/attached.ts'
import { filesOf, type KeptFile } from '../cases/case.read.ts'
import { keepFiles } from '../cases/kept.ts'
import { numbers } from '../cases/numbers.ts'
import { proofSchema, proofShown } from '../cases/tracked.ts'
import { onlyNoted } from '../cases/submission.ts'
import { whyKeptAway } from '../cases/submission.steps.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import * as store from './conclusion.store.ts'
import { partsAt, whyNot } from './reception.moves.ts'
import { results, visitNumber } from './reception.ts'
import { personOf } from './reception.steps.ts'
import { line } from './schema.ts'
import { lateVisitsOf, visitOfSubmission } from './visit.store.ts'

const words = (most: number) => line(most).transform((text) => plainText(text))

export const pointSchema = z.object({
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
  files: z.array(proofSchema).meta({ description: 'ảnh, văn bản chứng minh' }),
})

export function pointShown(
  { bodyName: body, ...one }: store.Point,
  today: string,
  kept: readonly KeptFile[] = [],
): z.input<typeof pointSchema> {
  const files = kept.filter(({ pointId }) => pointId === one.id).map(proofShown)
  const { id, no, text, bodyId, dueOn, doneAt, doneText, proof } = one
  return { id, no, text, body, bodyId, dueOn, late: doneAt === null && dueOn < today, doneAt, doneText, proof, files }
}

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
    proof: line(300).default('').meta({ description: 'số, ngày văn bản; có ảnh thì để trống được' }),
    files: attachedSchema,
  }),
  output: z.object({ id: z.number().int(), doneAt: instantSchema }),
  ahead: filesAhead,
  async run(context, { id, text, proof, files: _ }, { originals, problems }) {
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
    const faults = [...problems, ...(onlyNoted(text) ? [notDone] : [])]
    if (originals.length === 0 && problems.length === 0 && proof.length < 3) faults.push(proofNeeded)
    if (faults.length > 0) return invalid(faults)
    const kept =
      originals.length > 0
        ? await keepFiles(context, point.submissionId!, { originals, answerNo: null, pointId: id })
        : ok(null)
    if (!kept.ok) return kept
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
    const files = await filesOf(db, opened.value.id)
    return ok({
      visit: {
        ...{ number: visitNumber(visit), day: visit.day, desk: visit.deskName, result: visit.result },
        ...{ note: visit.resultNote, document: visit.resultPaper, toldOn: visit.toldOn },
      },
      conclusion: issued && {
        ...{ number: issued.fullNumber!, issuedOn: issued.issuedOn!, text: issued.text },
        points: all.map((one) => pointShown(one, today, files)),
      },
    })
  },
})

const noSuchPoint = notFound(
  'no-such-point',
  'Không có việc này. Hãy chọn lại từ danh sách.',
  'There is no such point. Choose from the list.',
)

const proofNeeded = problem(
  'proof',
  'missing',
  'Ghi số, ngày của văn bản hoặc biên bản chứng minh, hoặc kèm ảnh.',
  'Name the document that shows it, or attach a photo.',
)
const notDone = problem(
  'text',
  'only-noted',
  'Ghi nhận, tiếp thu chưa phải là làm xong. Ghi việc đã làm.',
  'To take note is not to have done it. Say what was done.',
)
