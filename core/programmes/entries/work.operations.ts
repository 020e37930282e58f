// The lists: my work and my news, and who has reported.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { invalid, ok, problem } from '../../shared/result.ts'
import { isClosed } from '../forms/catalogue.store.ts'
import { instant, nature, stage } from './entry.schema.ts'
import { lineStages } from '../lines/line.ts'
import { daysLate } from './entry.steps.ts'
import { awaitsActual } from './nature.ts'
import { periodsOf } from '../forms/form.store.ts'
import { lineBodies } from '../lines/line.list.store.ts'
import { matrixOf, workOf } from './matrix.store.ts'
import { messagesTo } from './message.store.ts'
import { findProgramme, overAll, readsAll } from '../programme.rights.ts'
import { reminderSchema } from './reminder.operations.ts'
import { whyNotRemind } from './reminder.ts'
import { fellAfterReview, raisedAfterReturn } from '../reviews/marks.store.ts'
import { staffOf } from '../programme.store.ts'

const lineSchema = z
  .object({
    body: z.number().int(),
    bodyName: z.string(),
    organisation: z.string(),
    toName: z.string(),
    form: z.number().int(),
    formKey: z.string(),
    formName: z.string(),
    period: z.number().int(),
    periodKey: z.string(),
    periodName: z.string(),
    dueOn: z.string(),
    entry: z.number().int().nullable(),
    stage,
    version: z.number().int(),
    submittedAt: instant.nullable(),
    /** What was sent last, or counts; null: nothing was sent. */
    nature: nature.nullable(),
    /** What counts is an estimate. */
    estimated: z.boolean(),
    /** The organisation's own upper body, where it receives the form too, and how it stands there. */
    lineName: z.string().nullable(),
    lineStage: z.enum(lineStages).nullable(),
    /** The two receivers hold different versions or opinions. */
    differs: z.boolean(),
    daysLate: z.number().int(),
  })
  .meta({ id: 'FormDue' })

/** What the deadline watcher told the body, and how it went out. */
const toldStep = z.object({
  on: z.string().meta({ format: 'date' }),
  mailed: z.boolean().meta({ description: 'đã lập thành thư' }),
  sent: z.number().int().meta({ description: 'bao nhiêu người của đơn vị đã được gửi thư' }),
  waiting: z.number().int(),
  refused: z.number().int(),
  inDigest: z.number().int(),
  unreached: z.number().int().meta({ description: 'bao nhiêu người chưa ghi địa chỉ hoặc không nhận thư' }),
})

const workLine = lineSchema.extend({
  programme: z.number().int().meta({ description: 'chương trình dùng biểu này trong kỳ đó' }),
})

export const work = reading({
  name: 'entries.work',
  summary: 'Việc của tôi: biểu phải nộp và biểu chờ tôi nhận',
  http: { method: 'GET', path: '/work' },
  who: 'signedIn',
  input: z.object({ year: z.coerce.number().int().min(1945).max(2200).optional() }),
  output: z.object({
    toFill: z.array(workLine),
    toAccept: z.array(workLine),
    /** Sent to my bodies in the organisation's own line, to be judged there. */
    toAcceptInLine: z.array(workLine),
    /** My bodies that receive in their own line. */
    lines: z.array(z.object({ body: z.number().int(), bodyName: z.string() })),
    /** Estimates that still count after the cut-off: their actual figures are to be sent. */
    toFinalise: z.array(workLine),
    /** The newest news to my bodies: sent, returned with its reason, accepted. */
    news: z.array(
      z.object({
        id: z.number().int(),
        at: instant,
        topic: z.string(),
        payload: z.object({
          entry: z.number().int().nullable(),
          body: z.string(),
          form: z.string(),
          period: z.string(),
          to: z.string(),
          reason: z.string().nullable(),
          bodyId: z.number().int().optional(),
          formId: z.number().int().optional(),
          periodId: z.number().int().optional(),
          dueOn: z.string().optional(),
        }),
      }),
    ),
  }),
  async run({ db, actor, now, today }, { year }) {
    const mine = bodiesWhere(actor, 'reporter', 'officer', 'head')
    const receiving = bodiesWhere(actor, 'officer', 'head')
    const at = { today, year: year ?? null }
    const toFill = await workOf(db, { ...at, side: 'body', bodies: mine })
    const toAccept = await workOf(db, { ...at, side: 'to', bodies: receiving })
    const inLine = await workOf(db, { ...at, side: 'line', bodies: receiving })
    const late = (line: (typeof toFill)[0]) => ({ ...line, daysLate: daysLate(line.submittedAt ?? now, line.dueOn) })
    const news = await messagesTo(db, [...new Set([...mine, ...receiving])], 20)
    const waits = ({ stage, estimated, cutOffOn }: (typeof toFill)[0]) =>
      stage === 'accepted' && awaitsActual({ counted: estimated ? 'estimate' : null, cutOffOn, today })
    const toFinalise = toFill.filter(waits).map(late)
    return ok({
      toFill: toFill.map(late),
      toAccept: toAccept.map(late),
      toFinalise,
      toAcceptInLine: inLine.filter((line) => line.lineStage === 'waiting').map(late),
      lines: await lineBodies(db, receiving),
      news,
    })
  },
})

export const matrix = reading({
  name: 'entries.matrix',
  summary: 'Ai đã gửi, ai trễ, ai thiếu, ai bị trả lại, theo chương trình và kỳ',
  http: { method: 'GET', path: '/programmes/{programme}/matrix' },
  who: 'signedIn',
  input: z.object({ programme: idOf('programme'), period: z.string().max(20).optional() }),
  output: z.object({
    period: z.object({ id: z.number().int(), key: z.string(), name: z.string(), dueOn: z.string() }),
    /** Closed for the forms of the programme's body. */
    closed: z.boolean(),
    mayClose: z.boolean(),
    lines: z.array(
      lineSchema.extend({
        place: z.number().int(),
        placeName: z.string(),
        /** The newest one noted. */
        reminder: reminderSchema.nullable(),
        told: z.array(toldStep),
        /** How many figures that count came back higher after a return. */
        raised: z.number().int(),
        /** Fewer members count than the period before, after a review of the roll on that day. */
        reviewedOn: z.string().nullable(),
        mayRemind: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor, now, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    const key = input.period ?? String(programme.year)
    const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
    const period = periods.find((one) => one.key === key)
    if (!period) return invalid([problem('period', 'no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)])
    const all = await readsAll(db, actor, programme, today)
    const bodies = all ? null : bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
    const lines = await matrixOf(db, { programmeId: programme.id, period, bodies })
    const staff = new Set<number>(await staffOf(db, programme.bodyId))
    const over = await overAll(db, programme, today)
    const closed = await isClosed(db, { periodId: period.id, bodyId: programme.bodyId })
    const mayRemind = ({ stage, to }: (typeof lines)[0]) =>
      !whyNotRemind(actor, { stage, toBodyId: to, overAll: over, periodClosed: closed })
    const versions = lines.flatMap((line) => line.counted ?? [])
    const raised = Map.groupBy(await raisedAfterReturn(db, versions), (one) => one.version)
    const fell = new Map((await fellAfterReview(db, versions)).map((one) => [one.version, one.on]))
    return ok({
      period,
      closed,
      mayClose: bodiesWhere(actor, 'head', 'standingBoard').some((body) => staff.has(body)),
      lines: lines.map((line) => ({
        ...line,
        daysLate: daysLate(line.submittedAt ?? now, line.dueOn),
        mayRemind: mayRemind(line),
        raised: (line.counted && raised.get(line.counted)?.length) ?? 0,
        reviewedOn: (line.counted && fell.get(line.counted)) ?? null,
      })),
    })
  },
})
