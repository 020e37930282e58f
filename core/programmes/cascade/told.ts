// Bodies hear on their desk what was given to them, or taken back: those that hold the share, and those that work on it for them.
import type { Id } from '../../shared/id.ts'
import type { WriteContext } from '../../shared/operation.ts'
import { staffOf } from '../programme.store.ts'
import type { Programme } from '../programme.ts'
import type { Target } from '../targets/target.ts'
import type { Cascaded } from './cascade.reads.ts'

export interface ToldShare {
  bodyId: Id<'body'>
  /** null: taken back. */
  threshold: string | null
}

/** Nobody hears of a draft. */
export async function tellShares(
  context: WriteContext,
  of: { programme: Programme; target: Pick<Target, 'no' | 'name'>; shares: readonly ToldShare[] },
): Promise<void> {
  const { programme, target, shares } = of
  for (const { bodyId: body, threshold } of shares) {
    const topic = threshold === null ? 'target.takeBack' : 'target.giveDown'
    const payload = { programme: programme.id, title: `${target.no}. ${target.name}`, body }
    for (const bodyId of await staffOf(context.db, body)) await context.tell({ topic, bodyId, payload })
  }
}

/** When the programme is issued, of everything it gives down. */
export async function tellIssued(context: WriteContext, programme: Programme, cascaded: readonly Cascaded[]) {
  for (const { target, units } of cascaded) {
    const shares = units.filter(({ endedOn, threshold }) => endedOn === null && threshold !== null)
    await tellShares(context, { programme, target, shares })
  }
}
