// The steps the moves of an entry share: find what is meant, ask whether it may be, write it down.
import { bodiesAbove } from '../../bodies/body.read.ts'
import type { Actor } from '../../shared/actor.ts'
import { dayAt, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb, WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, notFound } from '../../shared/result.ts'
import { drawsNothing, withDrawn, type DrawnFigure } from '../drawn/drawn.ts'
import { drawnOf, lockDrawn, pinDrawn } from '../drawn/drawn.store.ts'
import { faultsOfDraft, faultsOfSending, type Draft, type Form } from './entry.ts'
import { decode, problemOfFault, type DraftInput } from './entry.input.ts'
import type { Standing } from './entry.moves.ts'
import { faultOfNature, type Nature } from './nature.ts'
import { membershipsAt, valuesOf, writeDraft, findEntryOf, type StoredEntry } from './entry.store.ts'
import { periodBefore, readPlace, type Duty, type Period } from '../forms/form.store.ts'

export interface At {
  form: Id<'form'>
  body: Id<'body'>
  period: Id<'period'>
}

export interface Place {
  duty: Duty
  form: Form
  /** closed: by the body that asks the form. */
  period: Period & { closed: boolean }
}

/** The form, the duty and the period meant, or the refusal when they do not belong together. */
export async function findPlace(db: ReadDb, at: At) {
  const place = await readPlace(db, at)
  return place
    ? { ok: true as const, value: place satisfies Place }
    : notFound(
        'no-such-duty',
        'Đơn vị này không phải nộp biểu đó trong kỳ đã chọn. Hãy mở lại từ danh sách biểu.',
        'This body does not owe that form for that period. Open it again from the list.',
      )
}

/** The entry as rights see it. The bodies above the receiver matter to receivers only. */
export async function standingOf(
  db: ReadDb,
  place: Place,
  { entry, receiving = true }: { entry: StoredEntry | null; receiving?: boolean },
): Promise<Standing> {
  return {
    stage: entry?.stage ?? 'none',
    bodyId: place.duty.bodyId,
    toBodyId: place.duty.toBodyId,
    aboveTo: receiving ? await bodiesAbove(db, place.duty.toBodyId, place.period.endsOn) : [],
    savedBy: entry?.savedBy ?? null,
    submittedBy: entry?.submittedBy ?? null,
    counted: entry?.countedNature ?? null,
    periodClosed: place.period.closed,
  }
}

export function cellsByRow(form: Form): Map<number, Id<'cell'>> {
  return new Map(form.rows.map((row) => [row.no, row.cellId]))
}

/** Somebody else saved in between: nothing is overwritten, what was typed stays on the page. */
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Trong lúc đồng chí nhập, người khác đã lưu biểu này. Số đồng chí gõ vẫn còn nguyên ở đây và chưa lưu; số mới nhất đứng cạnh từng ô. Hãy so lại rồi lưu.',
  'Someone saved this form while you were typing. What you typed is still here and not saved; compare with the newest version, then save again.',
)

/** What checks need beside the new figures: last period's, and the memberships of the place. */
export async function knownFigures(db: ReadDb, place: Place) {
  const before = new Map<number, number>()
  const last = await periodBefore(db, place.period)
  const entry = last && (await findEntryOf(db, { formId: place.form.id, bodyId: place.duty.bodyId, periodId: last.id }))
  if (entry?.countedId) {
    const values = new Map((await valuesOf(db, entry.countedId)).map((value) => [value.cellId, value.value]))
    for (const row of place.form.rows) {
      const value = values.get(row.cellId)
      if (value !== undefined) before.set(row.no, value)
    }
  }
  const overlap = place.form.checks.some((check) => check.rule.kind === 'overlap')
  const at = { placeId: place.duty.placeId, periodId: place.period.id }
  return { before, memberships: overlap ? await membershipsAt(db, at) : null }
}

/** Figures of the form that are drawn and not typed; saving, whoever changes their source waits. */
export async function drawnFor(db: ReadDb, { form, duty, period }: Place): Promise<DrawnFigure[]> {
  if (drawsNothing(form)) return []
  const cells = new Set(form.rows.map((row) => row.cellId))
  const drawn = await drawnOf(db, { bodyId: duty.bodyId, periodId: period.id })
  return drawn.filter(({ cellId }) => cells.has(cellId))
}

export async function drawnToSave(tx: WriteContext['db'], place: Place): Promise<DrawnFigure[]> {
  if (drawsNothing(place.form)) return []
  await lockDrawn(tx, place.duty.bodyId)
  return drawnFor(tx, place)
}

interface Checking {
  typed: DraftInput
  drawn: readonly DrawnFigure[]
  sending: boolean
  /** What the version that counts is. */
  counted: Nature | null
}

/** Decodes what was typed; refuses cells that are no counts, and when sending, every check that fails. */
export async function checkDraft(db: ReadDb, place: Place, input: Checking) {
  const decoded = decode(place.form, input.typed)
  const { draft, problems: misplaced } = withDrawn(place.form, decoded.draft, input.drawn)
  const problems = [...decoded.problems, ...misplaced]
  const faults = input.sending
    ? faultsOfSending(place.form, draft, { ...(await knownFigures(db, place)), nature: input.typed.nature })
    : faultsOfDraft(place.form, draft)
  const bad = new Set(problems.map((p) => p.field))
  const more = [...faults.map(problemOfFault), ...faultOfNature(input.typed.nature, input.counted)].filter(
    (p) => !bad.has(p.field),
  )
  return problems.length + more.length > 0
    ? invalid([...problems, ...more], 'entry-faults')
    : { ok: true as const, value: draft }
}

/** Writes figures and words into an unsent version; `sending` marks it as sent by the same hand. */
export async function fill(
  context: WriteContext,
  at: {
    place: Place
    entry: StoredEntry
    versionId: Id<'entry_version'>
    draft: Draft
    nature: Nature
    drawn: readonly DrawnFigure[]
    sending: boolean
  },
): Promise<void> {
  const { place, drawn, ...rest } = at
  const by = personOf(context.actor)
  await writeDraft(context.db, { ...rest, cells: cellsByRow(place.form), by, now: context.now })
  if (drawsNothing(place.form)) return
  const { versionId, entry } = rest
  await pinDrawn(context.db, { versionId, bodyId: entry.bodyId, periodId: entry.periodId, drawn })
}

export function personOf(actor: Actor): Id<'person'> | null {
  return actor.kind === 'person' ? actor.personId : null
}

/** Whole days after the due day; 0: in time. */
export function daysLate(submittedAt: Date, dueOn: Day): number {
  const day = dayAt(submittedAt)
  return day <= dueOn ? 0 : Math.round((Date.parse(day) - Date.parse(dueOn)) / 86_400_000)
}
