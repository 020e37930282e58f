// The register of reception: its lines without a name, one line opened on record, the result told in time.
import { z } from 'zod'
import { scopeOf } from '../cases/queue.operations.ts'
import { dueSchema, dueShown } from '../cases/shown.ts'
import { kinds } from '../cases/submission.ts'
import { whyKeptAway } from '../cases/submission.steps.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { addDays, daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { conclusionOf } from './conclusion.store.ts'
import { limitsOfVisit, meetVisitLimit } from './limits.ts'
import { movesOpen, moves as allMoves, nextStage, notYours, partsAt } from './reception.moves.ts'
import { groupArticle, grounds, groups, handlings, results, visitNumber, visitStages, textAsSaid } from './reception.ts'
import { beginVisit, letterOfVisit, noSuchVisit } from './reception.steps.ts'
import { line } from './schema.ts'
import { office } from './sitting.operations.ts'
import * as store from './visit.store.ts'

const lineSchema = z.object({
  id: z.number().int(),
  number: z.string(),
  desk: z.string(),
  day: z.string(),
  people: z.number().int(),
  door: z.enum(kinds).nullable(),
  handling: z.enum(handlings),
  stage: z.enum(visitStages),
  result: z.enum(results).nullable(),
  due: z.string().nullable(),
  late: z.boolean(),
  conclusion: z.string().nullable(),
})

const mostLines = 300

export const register = reading({
  name: 'reception.register',
  summary: 'Sổ tiếp công dân của nơi tôi làm việc, không tên người: số, ngày, xử lý, hạn báo kết quả, kết luận',
  http: { method: 'GET', path: '/reception/visits' },
  who: office,
  input: z.object({
    from: daySchema.optional(),
    to: daySchema.optional(),
    late: z.stringbool().default(false).meta({ description: 'chỉ việc quá hạn báo kết quả' }),
  }),
  output: z.object({ lines: z.array(lineSchema), more: z.boolean(), late: z.number().int() }),
  async run({ db, actor, today, now }, { from = addDays(today, -365), to = today, late }) {
    const { near } = await scopeOf(db, actor, today)
    const asked = { desks: bodiesWhere(actor, 'receiver', 'head'), near, from, to, most: mostLines + 1 }
    const found = await store.registerLines(db, { ...asked, late: late ? now : null })
    const overdue = late ? found : await store.registerLines(db, { ...asked, late: now })
    return ok({
      lines: found.slice(0, mostLines).map((one) => lineShown(one, now)),
      more: found.length > mostLines,
      late: overdue.length,
    })
  },
})

export function lineShown(one: store.RegisterLine, now: Date): z.input<typeof lineSchema> {
  const { id, deskName: desk, day, people, door, handling, stage, result, due, dueAt, metAt, conclusion } = one
  const late = metAt === null && dueAt !== null && dueAt < now
  return { id, number: visitNumber(one), desk, day, people, door, handling, stage, result, due, late, conclusion }
}

const noteOf = line(2000)

export const showVisit = reading({
  name: 'reception.visit',
  summary: 'Một lần tiếp, không tên người: xử lý, hạn, kết quả đã báo, hồ sơ và kết luận đi theo',
  http: { method: 'GET', path: '/reception/visits/{id}' },
  who: office,
  input: z.object({ id: idOf<'visit'>('visit') }),
  output: lineSchema.omit({ due: true, late: true }).extend({
    version: z.number().int(),
    deskId: z.number().int(),
    sitting: z.number().int().nullable(),
    representatives: z.number().int(),
    appointedBy: z.string(),
    identitySeen: z.boolean(),
    writtenDown: z.boolean(),
    readBack: z.boolean(),
    papers: z.number().int(),
    ground: z.object({ vi: z.string(), en: z.string(), article: z.string(), confidence: z.string() }).nullable(),
    resultNote: z.string(),
    resultPaper: z.string(),
    toldOn: z.string().nullable(),
    limits: z.array(dueSchema),
    case: z.object({ id: z.number().int(), number: z.string(), desk: z.string() }).nullable(),
    open: z.array(z.enum(allMoves)),
    mayConclude: z.boolean(),
    illustrative: z.boolean(),
  }),
  async run(context, { id }) {
    const { db, actor } = context
    const visit = await store.readVisit(db, id)
    if (!visit) return noSuchVisit
    const away = visit.submissionId === null ? null : await whyKeptAway(context, visit.submissionId)
    if (away) return noSuchVisit
    const own = partsAt(actor, visit)
    if (own.length === 0) return notYours
    const { submissionId, deskName: desk, deskId, day, people, handling, stage, result, ground } = visit
    const of = submissionId === null ? null : await store.caseOfVisit(db, submissionId)
    const because = grounds.find(({ key }) => key === ground)
    return ok({
      ...{ id, number: visitNumber(visit), desk, deskId, day, people, handling, stage, result, version: visit.version },
      ...{ door: of?.door ?? null, sitting: visit.sittingId, representatives: visit.representatives },
      ...{ appointedBy: visit.appointedBy, identitySeen: visit.identitySeen, papers: visit.papers },
      ...{ writtenDown: visit.writtenDown, readBack: visit.readBack, illustrative: visit.illustrative },
      ...{ resultNote: visit.resultNote, resultPaper: visit.resultPaper, toldOn: visit.toldOn },
      ground: because ? { ...because.text, article: because.article, confidence: because.confidence } : null,
      limits: (await limitsOfVisit(db, id)).map(dueShown),
      case: of && { id: submissionId!, number: of.number, desk: of.desk },
      open: movesOpen<'visit'>(own, 'visit', stage),
      conclusion: (await conclusionOf(db, id))?.fullNumber ?? null,
      mayConclude: of !== null && of.door !== 'denunciation' && of.kind !== 'denunciation',
    })
  },
})

export const openVisit = writing({
  name: 'reception.openVisit',
  summary: 'Mở tên, địa chỉ và nội dung của một lần tiếp; mỗi lần mở được ghi lại; tố cáo thì vẫn niêm phong',
  http: { method: 'POST', path: '/reception/visits/{id}/open' },
  who: office,
  input: z.object({ id: idOf<'visit'>('visit') }),
  output: z.object({
    sealed: z.boolean().meta({ description: 'true: còn niêm phong với người hỏi' }),
    sender: z.record(z.string(), z.string()),
    text: z.string(),
    earlier: z.string(),
    request: z.string(),
    answer: z.string(),
    papers: z.string(),
  }),
  async run(context, at) {
    const begun = await beginVisit(context, { ...at, expectedVersion: null }, null)
    if (!begun.ok) return begun
    const letter = await letterOfVisit(context, begun.value)
    if (!letter.ok) return letter
    await context.record({ noun: 'visit', id: at.id, move: 'open' })
    const { sender = {}, text = '' } = letter.value ?? {}
    return ok({ sealed: letter.value === null, sender, ...textAsSaid(text) })
  },
})

const movedVisit = z.object({ id: z.number().int(), stage: z.enum(visitStages), version: z.number().int() })

const seen = { id: idOf<'visit'>('visit'), expectedVersion: seenVersion(1) }

export const tellResult = writing({
  name: 'reception.tellResult',
  summary: 'Báo kết quả tiếp: thụ lý, cần thêm thời gian, từ chối hay chuyển; người đến xem được khi tra cứu',
  http: { method: 'POST', path: '/reception/visits/{id}/result' },
  who: office,
  input: z.object({
    ...seen,
    result: z.enum(results),
    note: noteOf.min(10, 'Viết cho người đến, ít nhất một câu.').meta({ description: 'viết cho người đến' }),
    document: line(200).default('').meta({ description: 'số, ngày văn bản' }),
  }),
  output: movedVisit,
  async run(context, { result, note, document, ...at }) {
    const begun = await beginVisit(context, at, 'tellResult')
    if (!begun.ok) return begun
    const { db, now, today } = context
    const stage = nextStage<'visit'>('tellResult', begun.value.stage)
    const told = { result, result_note: plainText(note), result_paper: document, told_on: today }
    const version = await store.updateVisit(db, at.id, { stage, ...told })
    await meetVisitLimit(db, at.id, 'result', now)
    await context.record({ noun: 'visit', id: at.id, move: 'tellResult', changes: { result } })
    return ok({ id: at.id, stage, version })
  },
})

export const refuseInWriting = writing({
  name: 'reception.refuseInWriting',
  summary: 'Ghi văn bản từ chối tiếp (Mẫu 01/TCD) đã gửi: số, ngày',
  http: { method: 'POST', path: '/reception/visits/{id}/refusal' },
  who: office,
  input: z.object({ ...seen, document: line(200).min(3, 'Ghi số, ngày của thông báo từ chối.') }),
  output: movedVisit,
  async run(context, { document, ...at }) {
    const begun = await beginVisit(context, at, 'refuseInWriting')
    if (!begun.ok) return begun
    const { db, now, today } = context
    const stage = nextStage<'visit'>('refuseInWriting', begun.value.stage)
    const version = await store.updateVisit(db, at.id, { stage, result_paper: document, told_on: today })
    await meetVisitLimit(db, at.id, 'refusal', now)
    await context.record({ noun: 'visit', id: at.id, move: 'refuseInWriting' })
    return ok({ id: at.id, stage, version })
  },
})

export const groundsList = reading({
  name: 'reception.grounds',
  summary: 'Căn cứ từ chối tiếp công dân, điều luật và độ tin cậy; số người đại diện khi đông người',
  http: { method: 'GET', path: '/reception/grounds' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    grounds: z.array(
      z.object({
        key: z.string(),
        text: z.object({ vi: z.string(), en: z.string() }),
        article: z.string(),
        confidence: z.string(),
        inWriting: z.boolean(),
      }),
    ),
    groups: z
      .array(z.object({ from: z.number().int(), to: z.number().int().nullable(), representatives: z.number().int() }))
      .meta({ description: 'từ mấy người thì tối đa mấy người đại diện' }),
    groupArticle: z.string(),
  }),
  run: async () => ok({ grounds: [...grounds], groups: [...groups], groupArticle }),
})
