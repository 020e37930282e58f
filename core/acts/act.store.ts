// SQL about drafts of acts. A saved one points at the document in the table of acts and is not written again.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { ActDocument } from '../places/act/act.read.ts'
import type { ChangeLine } from '../places/act/change.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type Tx = Transaction<Tables>
export type DraftId = Id<'act_draft'>

export interface Draft extends ActDocument {
  id: DraftId
  version: number
  bodyId: Id<'body'> | null
  lines: ChangeLine[]
  actId: Id<'act'> | null
  savedAt: Date | null
  bodiesAt: Date | null
}

const head = sql`d.id, d.version, d.body_id as "bodyId", d.number, d.issuer, d.title, d.issued_on as "issuedOn",
  d.effective_on as "effectiveOn", d.note, d.act_id as "actId", d.saved_at as "savedAt", d.bodies_at as "bodiesAt"`

export async function draftById(db: ReadDb, id: DraftId): Promise<Draft | undefined> {
  return (await sql<Draft>`select ${head}, d.lines from act_draft d where d.id = ${id}`.execute(db)).rows[0]
}

/** Newest first; null: of everybody. */
export async function draftsOf(
  db: ReadDb,
  bodies: readonly Id<'body'>[] | null,
): Promise<(Omit<Draft, 'lines'> & { lines: number })[]> {
  const whose = bodies === null ? sql`true` : sql`d.body_id = any(${bodies as Id<'body'>[]}::int[])`
  const { rows } = await sql<Omit<Draft, 'lines'> & { lines: number }>`
    select ${head}, jsonb_array_length(d.lines) as lines from act_draft d where ${whose}
    order by d.act_id is not null, d.effective_on desc, d.id desc limit 500`.execute(db)
  return rows
}

export async function insertDraft(
  tx: Tx,
  made: ActDocument & { bodyId: Id<'body'> | null; lines: readonly ChangeLine[]; by: Id<'person'> | null; at: Date },
): Promise<DraftId> {
  const { id } = await tx
    .insertInto('act_draft')
    .values({
      ...documentOf(made),
      body_id: made.bodyId,
      lines: JSON.stringify(made.lines),
      made_by: made.by,
      made_at: made.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const documentOf = ({ number, issuer, title, issuedOn, effectiveOn, note }: ActDocument) => ({
  ...{ number, issuer, title, note, issued_on: issuedOn, effective_on: effectiveOn },
})

/** False when somebody else has changed the draft since it was read, or it has been saved. */
export async function changeDraft(
  tx: Tx,
  at: { id: DraftId; expectedVersion: number },
  change: { document?: ActDocument; lines?: readonly ChangeLine[] },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('act_draft')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.document && documentOf(change.document)),
      ...(change.lines && { lines: JSON.stringify(change.lines) }),
    }))
    .where('id', '=', at.id)
    .where('version', '=', at.expectedVersion)
    .where('act_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markSaved(
  tx: Tx,
  at: { id: DraftId; expectedVersion: number },
  by: { actId: Id<'act'>; person: Id<'person'> | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('act_draft')
    .set((eb) => ({ version: eb('version', '+', 1), act_id: by.actId, saved_by: by.person, saved_at: by.now }))
    .where('id', '=', at.id)
    .where('version', '=', at.expectedVersion)
    .where('act_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when somebody else did it first. */
export async function markBodies(tx: Tx, at: { id: DraftId; expectedVersion: number; now: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('act_draft')
    .set((eb) => ({ version: eb('version', '+', 1), bodies_at: at.now }))
    .where('id', '=', at.id)
    .where('version', '=', at.expectedVersion)
    .where('bodies_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteDraft(tx: Tx, at: { id: DraftId; expectedVersion: number }): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('act_draft')
    .where('id', '=', at.id)
    .where('version', '=', at.expectedVersion)
    .where('act_id', 'is', null)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
