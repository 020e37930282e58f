// SQL of what everybody reads of models, and of the consent without which no person is shown.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { visible } from './gallery.store.ts'
import type { Tx } from './model.store.ts'
import { noteShown } from './sums.store.ts'

type ModelId = Id<'model'>

export interface Consent {
  words: string
  on: Day
  channel: string
  document: string
}

/** In force now; null: none. */
export async function consentOf(db: ReadDb, id: ModelId): Promise<Consent | null> {
  const { rows } = await sql<Consent>`select words, given_on as "on", channel, document from model_consent
    where model_id = ${id} and withdrawn_at is null`.execute(db)
  return rows[0] ?? null
}

export async function insertConsent(
  tx: Tx,
  id: ModelId,
  made: Consent & { by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into model_consent (model_id, words, given_on, channel, document, taken_by, at)
    values (${id}, ${made.words}, ${made.on}, ${made.channel}, ${made.document}, ${made.by}, ${made.at})`.execute(tx)
}

/** false: none was in force. */
export async function withdrawConsentOf(tx: Tx, id: ModelId, at: { why: string; at: Date }): Promise<boolean> {
  const { rows } = await sql`update model_consent set withdrawn_at = ${at.at}, withdrawn_why = ${at.why}
    where model_id = ${id} and withdrawn_at is null returning 1`.execute(tx)
  return rows.length > 0
}

export async function shownSummary(db: ReadDb, id: ModelId): Promise<string | null> {
  const row = db.selectFrom('model_public').select('summary').where('model_id', '=', id)
  return (await row.executeTakeFirst())?.summary ?? null
}

export async function writePublic(
  tx: Tx,
  id: ModelId,
  made: { summary: string; by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into model_public (model_id, summary, shown_at, shown_by, changed_at, kind, field, year, place_id, words)
    select id, ${made.summary}, ${made.at}, ${made.by}::int, ${made.at}, kind, field, year, place_id, words
    from model where id = ${id}
    on conflict (model_id) do update set summary = excluded.summary, changed_at = excluded.changed_at`.execute(tx)
  await noteShown(tx, id)
}

/** false: it was not shown. */
export async function hidePublic(tx: Tx, id: ModelId): Promise<boolean> {
  await noteShown(tx, id)
  const { rows } = await sql`delete from model_public where model_id = ${id} returning 1`.execute(tx)
  return rows.length > 0
}

/** A picture everybody may see; undefined: none such. */
export async function publicPhoto(
  db: ReadDb,
  of: { id: ModelId; evidence: Id<'model_evidence'> },
): Promise<{ sha256: string } | undefined> {
  const { rows } = await sql<{ sha256: string }>`select e.clean_sha256 as sha256 from model_evidence e
    join model_public p on p.model_id = e.model_id join model m on m.id = e.model_id
    where e.model_id = ${of.id} and e.id = ${of.evidence} and e.may_show and e.removed_at is null
      and e.clean_sha256 is not null and ${visible}`.execute(db)
  return rows[0]
}
