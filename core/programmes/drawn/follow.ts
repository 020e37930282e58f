// Sent and accepted entries follow what their drawn figures come from, until the period is closed.
import type { App } from '../../app.ts'
import { operator, type Actor } from '../../shared/actor.ts'
import { recordEvent } from '../../shared/event.ts'
import type { Id } from '../../shared/id.ts'
import type { WriteContext } from '../../shared/operation.ts'
import { refreshAbove } from '../boards/rollup.store.ts'
import { addVersion, countWorking, lockEntry, markVersion, setStage } from '../entries/entry.store.ts'
import { personOf } from '../entries/entry.steps.ts'
import { readPeriod } from '../forms/form.store.ts'
import { touchLine } from '../lines/line.store.ts'
import * as store from './drawn.store.ts'

type Context = Pick<WriteContext, 'db' | 'actor' | 'now' | 'record'>

/** Called in the transaction that changed what is drawn for this body. Answers how many entries followed. */
export async function followDrawn(context: Context, bodyId: Id<'body'>, reason: string): Promise<number> {
  await store.lockDrawn(context.db, bodyId)
  if (!(await store.drewAnything(context.db, bodyId))) return 0
  const behind = await store.fallenBehind(context.db, bodyId)
  for (const { id } of behind) await followOne(context, id, reason)
  return behind.length
}

/** A new version with the drawn figures of now; accepted, it counts at once, for those who verified have accepted it. */
async function followOne({ db, actor, now, record }: Context, id: Id<'entry'>, reason: string): Promise<void> {
  const entry = (await lockEntry(db, id))!
  if (entry.stage !== 'submitted' && entry.stage !== 'accepted') return
  const by = personOf(actor)
  const at = { bodyId: entry.bodyId, periodId: entry.periodId }
  const was = new Set(await store.cellsDrawn(db, entry.workingId))
  const drawn = (await store.drawnOf(db, at)).filter(({ cellId }) => was.has(cellId))
  const versionId = await addVersion(db, { entry, by, now, reason })
  await store.copyVersion(db, { from: entry.workingId, to: versionId, now })
  await store.writeDrawn(db, { versionId, drawn })
  await store.pinDrawn(db, { ...at, versionId, drawn })
  if (entry.stage === 'accepted') {
    await markVersion(db, versionId, { accepted_at: now })
    await countWorking(db, { ...entry, workingId: versionId })
    const { endsOn } = (await readPeriod(db, entry.periodId))!
    await refreshAbove(db, { placeId: entry.placeId, periodId: entry.periodId, day: endsOn })
  }
  await setStage(db, id, entry.stage)
  await touchLine(db, id)
  await record({ noun: 'entry', id, move: 'follow', changes: { versionId, reason } })
}

const movedOn = 'Tính lại: một đơn vị được chấm điểm đã thay đổi.'

/** What no move of a sheet has told of, as a body that ended: every body's entries, each in its own transaction. */
export async function followAll(app: App, signal: AbortSignal): Promise<Record<string, number>> {
  let followed = 0
  const bodies = new Set((await store.fallenBehind(app.db, null)).map(({ bodyId }) => bodyId))
  for (const bodyId of bodies) {
    if (signal.aborted) break
    const [now, actor] = [app.clock(), operator as Actor]
    followed += await app.db
      .transaction()
      .execute((db) =>
        followDrawn({ db, actor, now, record: (line) => recordEvent(db, actor, now, line) }, bodyId, movedOn),
      )
  }
  return { followed }
}
