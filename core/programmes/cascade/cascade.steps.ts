// The steps the operations of targets given down share: find the target, ask who may, compare the version.
import { bodyAt } from '../../bodies/body.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb, WriteContext } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { whyNotProgramme } from '../programme.moves.ts'
import { noSuchProgramme } from '../programme.rights.ts'
import { lockProgramme, staffOf } from '../programme.store.ts'
import type { Programme } from '../programme.ts'
import { targetsOf } from '../targets/target.store.ts'
import { cascadeDay, cascadesIn, groupsBelow, unitsOf } from './cascade.store.ts'

export const noSuchTarget = notFound('no-such-target', 'Chương trình không có chỉ tiêu này.', 'No such target.')

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa mức giao của chỉ tiêu này. Các số đồng chí gõ vẫn còn và chưa lưu; hãy so với bản mới rồi lưu lại.',
  'Someone has just changed these shares. What you typed is kept and not saved; compare with the newest version.',
)

export const numbersMoved = conflict(
  'numbers-moved',
  'Các số vừa thay đổi nên độ lệch không còn như đồng chí thấy. Lý do gõ vẫn còn và chưa lưu; hãy xem lại rồi ghi.',
  'The numbers have just changed. Your reason is kept and not saved; look again, then record it.',
)

export async function findTarget(db: ReadDb, programmeId: Id<'programme'>, no: number) {
  const target = (await targetsOf(db, programmeId)).find((one) => one.no === no)
  return target ? ok(target) : noSuchTarget
}

/** Locks the programme, asks whether the actor may change it, finds the target. */
export async function beginTarget(context: WriteContext, at: { programme: Id<'programme'>; no: number }) {
  const programme = await lockProgramme(context.db, at.programme)
  if (!programme) return noSuchProgramme
  const standing = { stage: programme.stage, staff: await staffOf(context.db, programme.bodyId) }
  const refusal = whyNotProgramme(context.actor, 'edit', standing)
  if (refusal) return refusal
  const target = await findTarget(context.db, programme.id, at.no)
  return target.ok ? ok({ programme, target: target.value }) : target
}

/** The same, with the version of what was given down compared. */
export async function beginCascade(
  context: WriteContext,
  at: { programme: Id<'programme'>; no: number; expectedVersion: number },
) {
  const begun = await beginTarget(context, at)
  if (!begun.ok) return begun
  const { programme, target } = begun.value
  const before = (await cascadesIn(context.db, programme.id)).find(({ targetId }) => targetId === target.id) ?? null
  if ((before?.version ?? 0) !== at.expectedVersion) return changedMeanwhile
  return ok({ programme, target, before })
}

/** The bodies of one kind one level below, with what they have; the kind chosen, else the programme's own, else the first. */
export async function receiversFor(
  db: ReadDb,
  at: { programme: Programme; targetId: Id<'target'>; today: Day; wanted: string | null },
) {
  const { programme, targetId, wanted } = at
  const day = await cascadeDay(db, programme, at.today)
  const groups = await groupsBelow(db, programme, day)
  const own = (await bodyAt(db, programme.bodyId, day))?.organisation
  const organisation =
    wanted ?? (groups.some((one) => one.organisation === own) ? own! : groups[0]?.organisation) ?? null
  const units = organisation === null ? [] : await unitsOf(db, { programme, targetId, organisation, day })
  return { groups, organisation, units }
}

export const noCascade = conflict(
  'not-given-down',
  'Chỉ tiêu này chưa giao xuống đơn vị nào.',
  'This target is not given down.',
)
