// The steps the moves of an act share: find it, ask whether it may be, compare its version, judge its reach.
import { bodiesAbove, bodiesAt, bodiesBelow } from '../bodies/body.read.ts'
import { judged, outside } from '../places/act/act.read.ts'
import type { ChangeLine } from '../places/act/change.ts'
import { outOfReach } from '../places/act/faults.ts'
import type { Judged } from '../places/act/judge.ts'
import type { Fault } from '../places/act/plan.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadContext, ReadDb } from '../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../shared/result.ts'
import { whyNot, type Move, type Standing } from './act.moves.ts'
import { draftById, type Draft, type DraftId } from './act.store.ts'

export const noSuchAct = notFound(
  'no-such-act',
  'Không có văn bản này, hoặc bản nháp đã được xoá. Hãy mở lại danh sách.',
  'There is no such act, or its draft was discarded.',
)

export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa văn bản này. Hãy xem lại bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed this act. Look at the new state and try again; nothing of yours was saved.',
)

export const personOf = (actor: Actor): Id<'person'> | null => (actor.kind === 'person' ? actor.personId : null)

export async function standingOf(db: ReadDb, draft: Omit<Draft, 'lines'>, today: Day): Promise<Standing> {
  const { bodyId, actId, bodiesAt } = draft
  const line = bodyId === null ? [] : [bodyId, ...(await bodiesAbove(db, bodyId, today))]
  return { line, saved: actId !== null, bodiesAt }
}

/** The act, when the actor may make this move with it now. */
export async function openAct(
  { db, actor, today }: Pick<ReadContext, 'db' | 'actor' | 'today'>,
  id: DraftId,
  move: Move,
): Promise<Result<Draft>> {
  const draft = await draftById(db, id)
  if (!draft) return noSuchAct
  return whyNot(actor, move, await standingOf(db, draft, today)) ?? ok(draft)
}

/** The bodies whose drafts an administrator sees: his own and those below. */
export async function draftingBodies(db: ReadDb, actor: Actor, today: Day): Promise<Id<'body'>[] | null> {
  if (actor.kind !== 'person') return null
  return bodiesBelow(db, bodiesWhere(actor, 'administrator'), today)
}

/** Every fault of the lines, those of rights among them, and what the act would do. */
export async function judgedFor(
  { db, actor, today }: Pick<ReadContext, 'db' | 'actor' | 'today'>,
  lines: readonly ChangeLine[],
  day: Day,
): Promise<Judged> {
  const result = await judged(db, lines, day)
  const faults = await faultsOfReach({ db, actor, today }, lines, result)
  return { ...result, faults: [...result.faults, ...faults].sort((a, b) => a.line - b.line) }
}

/**
 * An administrator of a body that leads its place reaches that place and those below. He may change what lies there, and
 * may put it under another parent only when he reaches that too.
 */
async function faultsOfReach(
  { db, actor, today }: Pick<ReadContext, 'db' | 'actor' | 'today'>,
  lines: readonly ChangeLine[],
  { plan }: Judged,
): Promise<Fault[]> {
  if (actor.kind === 'operator') return []
  const his = await bodiesAt(db, bodiesWhere(actor, 'administrator'), today)
  const under = his.filter(({ parentId }) => parentId === null).map(({ placeId }) => placeId)
  const parents = new Set(plan.ends.map(({ parentId }) => parentId))
  const newParents = plan.begins.flatMap(({ parent }) =>
    parent && 'id' in parent && !parents.has(parent.id) ? [parent.id] : [],
  )
  const places = [...plan.ends.map(({ placeId }) => placeId), ...newParents]
  const days = [addDays(plan.day, -1), plan.day, today]
  const far = await outside(db, { places, under, days })
  const oldOf = new Map(plan.ends.map((old) => [old.code, old]))
  const nowOf = new Map(plan.begins.map((now) => [now.code, now]))
  return lines.flatMap((line) => {
    const old = oldOf.get(line.from)
    const now = nowOf.get(line.code ?? line.from)
    const parent = now?.parent && 'id' in now.parent && far.has(now.parent.id) ? line.parent : null
    return [
      ...(old && far.has(old.placeId) ? [fault(line, 'from', old.fullName)] : []),
      ...(parent ? [fault(line, 'parent', parent)] : []),
    ]
  })
}

function fault({ line }: ChangeLine, column: 'from' | 'parent', name: string): Fault {
  const [code, vi, en] = outOfReach(name)
  return { line, column, code, vi, en }
}
