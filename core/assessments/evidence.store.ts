// SQL of the files that show for a criterion of a sheet.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './scoresheet.store.ts'

export interface Evidence {
  id: Id<'scoresheet_evidence'>
  /** The criterion. */
  no: number
  title: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
}

export async function evidenceOf(db: ReadDb, id: Id<'scoresheet'>): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`select id, no, title, name, media_type as "mediaType", bytes, sha256
    from scoresheet_evidence where scoresheet_id = ${id} and removed_at is null order by no, id`.execute(db)
  return rows
}

export async function insertEvidence(
  tx: Tx,
  id: Id<'scoresheet'>,
  made: Omit<Evidence, 'id'> & { by: Id<'person'> | null; at: Date },
): Promise<Id<'scoresheet_evidence'>> {
  const { rows } = await sql<{ id: Id<'scoresheet_evidence'> }>`insert into scoresheet_evidence
    (scoresheet_id, no, title, name, media_type, bytes, sha256, added_at, added_by)
    values (${id}, ${made.no}, ${made.title}, ${made.name}, ${made.mediaType}, ${made.bytes}, ${made.sha256}, ${made.at},
      ${made.by}) returning id`.execute(tx)
  return rows[0]!.id
}

/** false: it is not there, or was taken out before. */
export async function removeEvidence(
  tx: Tx,
  of: { id: Id<'scoresheet'>; evidence: Id<'scoresheet_evidence'>; at: Date },
): Promise<boolean> {
  const { rows } = await sql`update scoresheet_evidence set removed_at = ${of.at}
    where id = ${of.evidence} and scoresheet_id = ${of.id} and removed_at is null returning 1`.execute(tx)
  return rows.length > 0
}
