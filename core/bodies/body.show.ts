// The page of a body: its version on a day, names through time, tree, functions, where it came from and went.
import { versionAt } from '../places/place.read.ts'
import { dayInForce, inForce } from '../places/place.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { relativesOf } from './body.list.store.ts'
import { bodyAt, bodyRow, childrenOf, functionsOf, versionsOf } from './body.store.ts'

/** Null when there is no such body. */
export async function showBody(db: ReadDb, id: Id<'body'>, asked: { on?: Day; today: Day }) {
  const row = await bodyRow(db, id)
  if (!row) return null
  const versions = await versionsOf(db, id)
  const on = asked.on ?? dayInForce(versions, asked.today)
  const at = versions.find((version) => inForce(version, on)) ?? null
  const parent = at?.parentId ? await bodyAt(db, at.parentId, on) : undefined
  const place = at ? await versionAt(db, at.placeId, on) : undefined
  return {
    id,
    on,
    version: row.version,
    illustrative: row.illustrative,
    organisation: row.organisation,
    at,
    versions,
    place: place ? { placeId: place.placeId, fullName: place.fullName, code: place.code } : null,
    parent: parent ? { bodyId: parent.bodyId, name: parent.name } : null,
    children: await childrenOf(db, id, on),
    functions: await functionsOf(db, id),
    predecessors: await relativesOf(db, id, 'predecessors'),
    successors: await relativesOf(db, id, 'successors'),
  }
}
