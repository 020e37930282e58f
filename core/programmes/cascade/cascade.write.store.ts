// SQL that writes what was given down, linked and recorded. Shares and records append; nothing of them is changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { Cascade } from './cascade.store.ts'
import type { GapSide } from './cascade.ts'

type Tx = Transaction<Tables>
type TargetId = Id<'target'>
interface By {
  by: Id<'person'> | null
  now: Date
}

/** Writes rule and kind of bodies under the next version; the programme is locked. */
export async function putCascade(tx: Tx, { targetId, rule, organisation, weightPeriodId, version }: Cascade) {
  const row = { rule, organisation, weight_period_id: weightPeriodId, version }
  await tx
    .insertInto('target_cascade')
    .values({ target_id: targetId, ...row })
    .onConflict((conflict) => conflict.column('target_id').doUpdateSet(row))
    .execute()
}

export interface NewShare {
  bodyId: Id<'body'>
  threshold: string | null
  weight: string | null
  weightBasis: string | null
}

export async function insertShares(
  tx: Tx,
  of: { targetId: TargetId; version: number } & By,
  shares: readonly NewShare[],
): Promise<void> {
  const rows = shares.map(({ bodyId, threshold, weight, weightBasis }) => ({
    target_id: of.targetId,
    body_id: bodyId,
    version: of.version,
    threshold,
    weight,
    weight_basis: weightBasis,
    given_by: of.by,
    given_at: of.now,
  }))
  if (rows.length > 0) await tx.insertInto('target_share').values(rows).execute()
}

/** False when this body carries the upper target in another programme, or the target serves another one already. */
export async function insertLink(
  tx: Tx,
  link: { targetId: TargetId; upperId: TargetId; bodyId: Id<'body'> } & By,
): Promise<boolean> {
  const { rows } = await sql`insert into target_link (target_id, upper_id, body_id, linked_by, linked_at)
    values (${link.targetId}, ${link.upperId}, ${link.bodyId}, ${link.by}, ${link.now})
    on conflict do nothing returning target_id`.execute(tx)
  return rows.length > 0
}

export async function deleteLink(tx: Tx, targetId: TargetId): Promise<TargetId | null> {
  const gone = await tx
    .deleteFrom('target_link')
    .where('target_id', '=', targetId)
    .returning('upper_id')
    .executeTakeFirst()
  return gone?.upper_id ?? null
}

export interface NewGap {
  targetId: TargetId
  side: GapSide
  numbers: string
  lacking: string | null
  missing: number
  lessStrict: number
  reason: string
  bodyId: Id<'body'>
  by: Id<'person'>
  now: Date
}

/** The number of the record; the programme is locked. */
export async function insertGap(tx: Tx, gap: NewGap): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into target_gap (target_id, side, no, numbers, lacking, missing, less_strict, reason, body_id, recorded_by,
      recorded_at)
    select ${gap.targetId}, ${gap.side}, 1 + coalesce(max(no), 0), ${gap.numbers}, ${gap.lacking}, ${gap.missing}::int,
      ${gap.lessStrict}::int, ${gap.reason}, ${gap.bodyId}::int, ${gap.by}::int, ${gap.now}::timestamptz
    from target_gap where target_id = ${gap.targetId} and side = ${gap.side} returning no`.execute(tx)
  return rows[0]!.no
}
