// Writes about bodies: new ones, new versions, functions, succession. Every save compares the body's version first.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { searchKey } from '../shared/text.ts'
import type { BodyVersion, Ending } from './body.ts'

type Tx = Transaction<Tables>
type BodyId = Id<'body'>

export type NewBody = Omit<BodyVersion, 'bodyId'> & { illustrative: boolean }

/** Ids in the order given. */
export async function insertBodies(tx: Tx, bodies: readonly NewBody[]): Promise<BodyId[]> {
  if (bodies.length === 0) return []
  const made = await tx
    .insertInto('body')
    .values(bodies.map(({ organisation, illustrative }) => ({ organisation, illustrative })))
    .returning('id')
    .execute()
  const ids = made.map((row) => row.id).sort((a, b) => a - b)
  await insertVersions(
    tx,
    bodies.map((body, i) => ({ ...body, bodyId: ids[i]! })),
  )
  return ids
}

export async function insertVersions(tx: Tx, versions: readonly BodyVersion[]): Promise<void> {
  const rows = versions.map((version) => ({
    body_id: version.bodyId,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    name: version.name,
    short_name: version.shortName,
    place_id: version.placeId,
    parent_id: version.parentId,
    symbol: version.symbol,
    search_key: searchKey(`${version.name} ${version.shortName}`),
  }))
  await tx.insertInto('body_version').values(rows).execute()
}

/** False when somebody else has changed the body since it was read. */
export async function advance(tx: Tx, id: BodyId, expectedVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('body')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends the version in force on the day before, and puts the new one in its place for the time that remained. */
export async function replaceVersion(tx: Tx, old: BodyVersion, now: BodyVersion & { validFrom: Day }): Promise<void> {
  await endVersion(tx, old, addDays(now.validFrom, -1))
  await insertVersions(tx, [now])
}

async function endVersion(tx: Tx, version: BodyVersion, lastDay: Day): Promise<void> {
  await sql`update body_version set valid_to = ${lastDay}
    where body_id = ${version.bodyId} and valid_from is not distinct from ${version.validFrom}::date`.execute(tx)
}

export async function insertFunction(
  tx: Tx,
  id: BodyId,
  held: { function: string; validFrom: Day | null; validTo: Day | null },
): Promise<void> {
  const { function: key, validFrom, validTo } = held
  await tx
    .insertInto('body_function')
    .values({ body_id: id, function: key, valid_from: validFrom, valid_to: validTo })
    .execute()
}

/** Ends what was held on the day; false when it was not held. */
export async function endFunction(tx: Tx, id: BodyId, held: { function: string; lastDay: Day }): Promise<boolean> {
  const { rows } = await sql`update body_function set valid_to = ${held.lastDay}
    where body_id = ${id} and function = ${held.function}
      and daterange(valid_from, valid_to, '[]') @> ${held.lastDay}::date returning id`.execute(tx)
  return rows.length > 0
}

/** The body ends: its version and its functions on the day before; functions not yet begun are withdrawn. */
export async function endBody(tx: Tx, last: BodyVersion, on: Day): Promise<string[]> {
  const lastDay = addDays(on, -1)
  await endVersion(tx, last, lastDay)
  await sql`delete from body_function where body_id = ${last.bodyId} and valid_from >= ${on}::date`.execute(tx)
  const { rows } = await sql<{ function: string }>`update body_function set valid_to = ${lastDay}
    where body_id = ${last.bodyId} and (valid_to is null or valid_to > ${lastDay}::date) returning function`.execute(tx)
  return rows.map((row) => row.function).sort()
}

export async function insertSuccessions(
  tx: Tx,
  from: BodyId,
  by: { to: readonly BodyId[]; on: Day; kind: Ending | 'renamed'; note: string | null },
): Promise<void> {
  const targets = by.to.length === 0 ? [null] : by.to
  await tx
    .insertInto('body_succession')
    .values(targets.map((to) => ({ from_id: from, to_id: to, on_date: by.on, kind: by.kind, note: by.note })))
    .execute()
}

/** Bodies under one that ends go under its successor from the day on. */
export async function moveChildren(
  tx: Tx,
  children: readonly BodyVersion[],
  by: { from: BodyId; to: BodyId; on: Day },
): Promise<void> {
  await sql`update body_version set parent_id = ${by.to}
    where parent_id = ${by.from} and valid_from >= ${by.on}::date`.execute(tx)
  for (const child of children) {
    const begunBefore = child.validFrom === null || child.validFrom < by.on
    if (begunBefore) await replaceVersion(tx, child, { ...child, parentId: by.to, validFrom: by.on })
    await sql`update body set version = version + 1 where id = ${child.bodyId}`.execute(tx)
  }
}
