// Reading entries: the form to fill with last period beside it, my work, and the matrix of who has reported.
import { z } from 'zod'
import { bodiesAbove } from '../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { isClosed } from './catalogue.store.ts'
import { ruleSchema } from './check.ts'
import { consolidationsOf, receivedBy } from './consolidation.store.ts'
import { atSchema } from './entry.input.ts'
import { moves, whyNot } from './entry.moves.ts'
import { daysLate, findPlace, knownFigures, standingOf, type Place } from './entry.steps.ts'
import { findEntry, readEntry, valuesOf, versionsOf, type StoredEntry } from './entry.store.ts'
import { matrixOf, programmesUsing, workOf } from './matrix.store.ts'
import { messagesTo } from './message.store.ts'
import { periodsOf } from './form.store.ts'
import { findProgramme, readsAll } from './programme.rights.ts'
import { readProgramme, staffOf } from './programme.store.ts'
import { stages, type Form } from './entry.ts'
import { ratiosOf, type Ratio } from './entry.ratios.ts'
import { cellsAsked, targetsOf } from './target.store.ts'

const stage = z.enum(['none', ...stages])
const instant = z.date().transform((date) => date.toISOString())

const versionSchema = z.object({
  id: z.number().int(),
  no: z.number().int(),
  reason: z.string().nullable(),
  remark: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  decisionOn: z.string().nullable(),
  savedBy: z.string().nullable(),
  savedAt: instant,
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  returnedBy: z.string().nullable(),
  returnedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  values: z.array(z.object({ no: z.number().int(), value: z.number().int(), note: z.string().nullable() })),
})

const openOutput = z.object({
  entry: z.number().int().nullable(),
  stage,
  version: z.number().int(),
  counted: z.number().int().nullable(),
  form: z.object({
    id: z.number().int(),
    key: z.string(),
    name: z.string(),
    intro: z.string().nullable(),
    kind: z.string(),
    needsDecision: z.boolean(),
    rows: z.array(
      z.object({
        no: z.number().int(),
        section: z.string().nullable(),
        label: z.string(),
        help: z.string().nullable(),
        unit: z.string(),
        choice: z.string().nullable(),
        required: z.boolean(),
      }),
    ),
    checks: z.array(
      z.object({ no: z.number().int(), rule: ruleSchema, unless: z.enum(['never', 'reason']), sentence: z.string() }),
    ),
  }),
  body: z.object({ id: z.number().int(), name: z.string(), organisation: z.string() }),
  to: z.object({ id: z.number().int(), name: z.string() }),
  place: z.number().int(),
  period: z.object({
    id: z.number().int(),
    key: z.string(),
    name: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    cutOffOn: z.string(),
    dueOn: z.string(),
    closed: z.boolean(),
  }),
  daysLate: z.number().int(),
  /** Last period's counted values, by row. */
  before: z.array(z.object({ no: z.number().int(), value: z.number().int() })),
  /** The ratios these rows make, beside the row where the numerator begins. */
  ratios: z.array(
    z.object({
      name: z.string(),
      numerator: z.array(z.number().int()),
      denominator: z.array(z.number().int()),
      comparator: z.string(),
      threshold: z.string(),
    }),
  ),
  memberships: z.object({ sum: z.number().int(), organisations: z.number().int() }).nullable(),
  versions: z.array(versionSchema),
  /** For a summary: the forms this body receives. */
  received: z.array(z.object({ bodyName: z.string(), formKey: z.string(), entry: z.number().int().nullable(), stage })),
  consolidations: z.array(
    z.object({ no: z.number().int(), madeAt: instant, pins: z.number().int(), moved: z.number().int() }),
  ),
  /** The moves open to the reader now. */
  moves: z.array(z.enum(moves)),
})
export type OpenEntry = z.output<typeof openOutput>

const notYours = forbidden(
  'not-your-entry',
  'Biểu này của đơn vị khác. Đồng chí chỉ xem được biểu của đơn vị mình và biểu gửi đến đơn vị mình.',
  'This form belongs to another body. You see the forms of your own body and those addressed to it.',
)

/** Readers: the body itself and those above it, the receiving body and those above, the programme's staff. */
async function maySee(db: ReadDb, actor: Actor, place: Place): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = new Set<number>(bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk'))
  const day = place.period.endsOn
  if (mine.has(place.duty.bodyId) || mine.has(place.duty.toBodyId)) return true
  const leaders = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
  const above = [
    ...(await bodiesAbove(db, place.duty.bodyId, day)),
    ...(await bodiesAbove(db, place.duty.toBodyId, day)),
  ]
  if (above.some((body) => leaders.has(body))) return true
  for (const id of await programmesUsing(db, place.form.id)) {
    const programme = await readProgramme(db, id)
    if (programme && (await readsAll(db, actor, programme, day))) return true
  }
  return false
}

export const open = reading({
  name: 'entries.open',
  summary: 'Mở một biểu để nhập hoặc xem: số đang có, kỳ trước, các bản, việc được làm',
  http: { method: 'GET', path: '/bodies/{body}/forms/{form}/periods/{period}/entry' },
  who: 'signedIn',
  input: z.object(atSchema.shape),
  output: openOutput,
  async run({ db, actor, now }, input) {
    const found = await findPlace(db, input)
    if (!found.ok) return found
    const place = found.value
    if (!(await maySee(db, actor, place))) return notYours
    const entry = await findEntry(db, { dutyId: place.duty.id, periodId: place.period.id })
    return ok(await describe(db, { actor, place, entry, now }))
  },
})

export const openById = reading({
  name: 'entries.show',
  summary: 'Mở một biểu theo mã',
  http: { method: 'GET', path: '/entries/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('entry') }),
  output: openOutput,
  async run({ db, actor, now }, input) {
    const entry = await readEntry(db, input.id)
    const found = entry && (await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId }))
    if (!entry || !found?.ok) return notFound('no-such-entry', 'Không có biểu này.', 'No such entry.')
    if (!(await maySee(db, actor, found.value))) return notYours
    return ok(await describe(db, { actor, place: found.value, entry, now }))
  },
})

async function describe(
  db: ReadDb,
  at: { actor: Actor; place: Place; entry: StoredEntry | null; now: Date },
): Promise<z.input<typeof openOutput>> {
  const { actor, place, entry, now } = at
  const { duty, form, period } = place
  const standing = await standingOf(db, place, { entry })
  const rowOf = new Map(form.rows.map((row) => [row.cellId, row.no]))
  const versions = []
  for (const version of entry ? await versionsOf(db, entry.id) : []) {
    const values = (await valuesOf(db, version.id)).map((v) => ({
      no: rowOf.get(v.cellId)!,
      value: v.value,
      note: v.note,
    }))
    versions.push({ ...version, values: values.sort((a, b) => a.no - b.no) })
  }
  const known = await knownFigures(db, place)
  const summary = form.kind === 'summary'
  const received = summary ? await receivedBy(db, { bodyId: duty.bodyId, period }) : []
  const sentAt = versions.find((version) => version.submittedAt)?.submittedAt
  return {
    entry: entry?.id ?? null,
    stage: entry?.stage ?? 'none',
    version: entry?.version ?? 0,
    counted: entry?.countedId ?? null,
    form,
    body: { id: duty.bodyId, name: duty.bodyName, organisation: duty.organisation },
    to: { id: duty.toBodyId, name: duty.toBodyName },
    place: duty.placeId,
    period,
    daysLate: daysLate(sentAt ?? now, period.dueOn),
    before: [...known.before].map(([no, value]) => ({ no, value })),
    ratios: await ratiosFor(db, form),
    memberships: known.memberships,
    versions,
    received: received.map((line) => ({ ...line, entry: line.entryId, stage: line.stage ?? 'none' })),
    consolidations: summary
      ? await consolidationsOf(db, { programmeId: null, bodyId: duty.bodyId, periodId: period.id })
      : [],
    moves: moves.filter((move) => !whyNot(actor, move, standing)),
  }
}

/** Grades are whole organisations: a form with one choice makes no ratio worth reading. */
async function ratiosFor(db: ReadDb, form: Form): Promise<Ratio[]> {
  const choices = new Set(form.rows.filter((row) => row.choice !== null).map((row) => row.cellId))
  const rowOf = new Map(form.rows.map((row) => [row.cellId, row.no]))
  for (const id of await programmesUsing(db, form.id)) {
    const cells = (await cellsAsked(db, id)).flatMap((cell) => {
      const row = rowOf.get(cell.id)
      return row === undefined || choices.has(cell.id) ? [] : [{ ...cell, row }]
    })
    const ratios = ratiosOf(await targetsOf(db, id), cells)
    if (ratios.length > 0) return ratios
  }
  return []
}

const lineSchema = z.object({
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
  daysLate: z.number().int(),
})

export const work = reading({
  name: 'entries.work',
  summary: 'Việc của tôi: biểu phải nộp và biểu chờ tôi nhận',
  http: { method: 'GET', path: '/work' },
  who: 'signedIn',
  input: z.object({ year: z.coerce.number().int().min(1945).max(2200).optional() }),
  output: z.object({
    toFill: z.array(lineSchema),
    toAccept: z.array(lineSchema),
    /** The newest news to my bodies: sent, returned with its reason, accepted. */
    news: z.array(
      z.object({
        id: z.number().int(),
        at: instant,
        topic: z.string(),
        payload: z.object({
          entry: z.number().int(),
          body: z.string(),
          form: z.string(),
          period: z.string(),
          to: z.string(),
          reason: z.string().nullable(),
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
    const late = (line: (typeof toFill)[0]) => ({ ...line, daysLate: daysLate(line.submittedAt ?? now, line.dueOn) })
    const news = await messagesTo(db, [...new Set([...mine, ...receiving])], 20)
    return ok({ toFill: toFill.map(late), toAccept: toAccept.map(late), news })
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
    lines: z.array(lineSchema.extend({ place: z.number().int(), placeName: z.string() })),
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
    return ok({
      period,
      closed: await isClosed(db, { periodId: period.id, bodyId: programme.bodyId }),
      mayClose: bodiesWhere(actor, 'head', 'standingBoard').some((body) => staff.has(body)),
      lines: lines.map((line) => ({ ...line, daysLate: daysLate(line.submittedAt ?? now, line.dueOn) })),
    })
  },
})
