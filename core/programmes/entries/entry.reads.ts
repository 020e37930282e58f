// Reading an entry: the form to fill or to judge, with last period beside it and what may be done now.
import { z } from 'zod'
import { bodiesAbove } from '../../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import type { Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { forbidden, notFound, ok } from '../../shared/result.ts'
import { consolidationsOf, receivedBy } from './consolidation.store.ts'
import { atSchema } from './entry.input.ts'
import { openOutput } from './entry.schema.ts'
import { moves, whyNot } from './entry.moves.ts'
import { awaitsActual, proposedNature } from './nature.ts'
import { daysLate, drawnFor, findPlace, knownFigures, standingOf, type Place } from './entry.steps.ts'
import { findEntry, readEntry, valuesOf, versionsOf, type StoredEntry, type VersionLine } from './entry.store.ts'
import { programmeOf, programmesUsing } from './matrix.store.ts'
import { readsAll } from '../programme.rights.ts'
import { readsUnit } from '../rights.store.ts'
import { readProgramme } from '../programme.store.ts'
import type { Form } from './entry.ts'
import { describeLine, lineBefore } from '../lines/line.describe.ts'
import { ratiosOf, type Ratio } from './entry.ratios.ts'
import { fellAfterReview, raisedAfterReturn } from '../reviews/marks.store.ts'
import { cellsDrawn } from '../drawn/drawn.store.ts'
import { cellsAsked, targetsOf } from '../targets/target.store.ts'

export const notYourEntry = forbidden(
  'not-your-entry',
  'Biểu này của đơn vị khác. Đồng chí chỉ xem được biểu của đơn vị mình và biểu gửi đến đơn vị mình.',
  'This form belongs to another body. You see the forms of your own body and those addressed to it.',
)

/**
 * Readers: the body itself and those above it, both receiving bodies and those above, and the staff of a programme that asks the
 * form or has the unit at its place.
 */
export async function maySee(db: ReadDb, actor: Actor, place: Place): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = new Set<number>(bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk'))
  const day = place.period.endsOn
  const { bodyId, toBodyId, lineBodyId } = place.duty
  if ([bodyId, toBodyId, lineBodyId].some((body) => body !== null && mine.has(body))) return true
  const leaders = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
  const above = [
    ...(await bodiesAbove(db, bodyId, day)),
    ...(await bodiesAbove(db, toBodyId, day)),
    ...(lineBodyId === null ? [] : await bodiesAbove(db, lineBodyId, day)),
  ]
  if (above.some((body) => leaders.has(body))) return true
  for (const id of await programmesUsing(db, place.form.id)) {
    const programme = await readProgramme(db, id)
    if (!programme || !(await readsAll(db, actor, programme, day))) continue
    const unit = { programmeId: id, formId: place.form.id, placeId: place.duty.placeId, day }
    if (await readsUnit(db, unit)) return true
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
  async run({ db, actor, now, today }, input) {
    const found = await findPlace(db, input)
    if (!found.ok) return found
    const place = found.value
    if (!(await maySee(db, actor, place))) return notYourEntry
    const entry = await findEntry(db, { dutyId: place.duty.id, periodId: place.period.id })
    return ok(await describe(db, { actor, place, entry, now, today }))
  },
})

export const openById = reading({
  name: 'entries.show',
  summary: 'Mở một biểu theo mã',
  http: { method: 'GET', path: '/entries/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('entry') }),
  output: openOutput,
  async run({ db, actor, now, today }, input) {
    const entry = await readEntry(db, input.id)
    const found = entry && (await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId }))
    if (!entry || !found?.ok) return notFound('no-such-entry', 'Không có biểu này.', 'No such entry.')
    if (!(await maySee(db, actor, found.value))) return notYourEntry
    return ok(await describe(db, { actor, place: found.value, entry, now, today }))
  },
})

async function describe(
  db: ReadDb,
  at: { actor: Actor; place: Place; entry: StoredEntry | null; now: Date; today: Day },
): Promise<z.input<typeof openOutput>> {
  const { actor, place, entry, now, today } = at
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
  const figures = await knownFigures(db, place)
  const cutOff = { counted: entry?.countedNature ?? null, cutOffOn: period.cutOffOn, today }
  const unsent = versions.find(({ id, submittedAt }) => id === entry?.workingId && submittedAt === null)
  const summary = form.kind === 'summary'
  const received = summary ? await receivedBy(db, { bodyId: duty.bodyId, period }) : []
  const sentAt = versions.find((version) => version.submittedAt)?.submittedAt
  return {
    entry: entry?.id ?? null,
    stage: entry?.stage ?? 'none',
    version: entry?.version ?? 0,
    counted: entry?.countedId ?? null,
    countedNature: cutOff.counted,
    proposedNature: unsent?.nature ?? proposedNature(cutOff),
    awaitsActual: awaitsActual(cutOff),
    form,
    body: { id: duty.bodyId, name: duty.bodyName, organisation: duty.organisation },
    to: { id: duty.toBodyId, name: duty.toBodyName },
    line: entry && duty.lineBodyId !== null ? await describeLine(db, { actor, place, entry }) : lineBefore(place),
    place: duty.placeId,
    programme: await programmeOf(db, { formId: form.id, periodId: period.id }),
    period,
    daysLate: daysLate(sentAt ?? now, period.dueOn),
    before: [...figures.before].map(([no, value]) => ({ no, value })),
    drawn: await drawnIn(db, { place, entry, rowOf }),
    ratios: await ratiosFor(db, form),
    memberships: figures.memberships,
    versions,
    ...(await marksFor(db, { rowOf, versions, entry })),
    received: received.map((line) => ({ ...line, entry: line.entryId, stage: line.stage ?? 'none' })),
    consolidations: summary
      ? await consolidationsOf(db, { programmeId: null, bodyId: duty.bodyId, periodId: period.id })
      : [],
    moves: moves.filter((move) => !whyNot(actor, move, standing)),
  }
}

async function drawnIn(
  db: ReadDb,
  { place, entry, rowOf }: { place: Place; entry: StoredEntry | null; rowOf: ReadonlyMap<Id<'cell'>, number> },
) {
  const drawn = await drawnFor(db, place)
  if (drawn.length === 0) return []
  const was = new Set(entry ? await cellsDrawn(db, entry.workingId) : drawn.map(({ cellId }) => cellId))
  return drawn.map(({ cellId, ...one }) => ({ ...one, no: rowOf.get(cellId)!, typed: !was.has(cellId) }))
}

/** What a reader should know of the version that was sent last, or counts. */
async function marksFor(
  db: ReadDb,
  of: { rowOf: ReadonlyMap<Id<'cell'>, number>; versions: readonly VersionLine[]; entry: StoredEntry | null },
) {
  const { rowOf, versions, entry } = of
  const sent = versions.findLast((version) => version.submittedAt !== null)
  const ids = [sent?.id ?? entry?.countedId ?? []].flat()
  const withRow = <M extends { cellId: Id<'cell'> }>(marks: M[]) =>
    marks.flatMap((mark) => {
      const no = rowOf.get(mark.cellId)
      return no === undefined ? [] : [{ ...mark, no }]
    })
  return {
    raised: withRow(await raisedAfterReturn(db, ids)),
    fell: withRow(await fellAfterReview(db, ids)),
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
