// SQL about scans of the signed paper: the one that counts and those it replaced.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import { zone } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>

/** What was printed and signed: a document with its number, or a form as it was accepted. */
export type Signed = { lineId: Id<'register_line'> } | { entryVersionId: Id<'entry_version'> }

export interface ScanFile {
  no: number
  sha256: string
  name: string
  mediaType: string
  bytes: number
  pages: number
}

export interface Scan {
  id: Id<'scan'>
  sealedBy: string
  illustrative: boolean
  keptBy: string | null
  keptAt: Date
  replacedAt: Date | null
  replacedBy: string | null
  replaceReason: string | null
  files: ScanFile[]
}

const which = (of: Signed) =>
  'lineId' in of ? sql`s.register_line_id = ${of.lineId}` : sql`s.entry_version_id = ${of.entryVersionId}`

/** The one that counts first, then the replaced ones, the newest first. */
export async function scansOf(db: ReadDb, of: Signed): Promise<Scan[]> {
  const found = await sql<Scan>`
    select s.id, b.name as "sealedBy", s.illustrative, k.name as "keptBy", s.kept_at as "keptAt",
      s.replaced_at as "replacedAt", r.name as "replacedBy", s.replace_reason as "replaceReason",
      (select json_agg(json_build_object('no', f.no, 'sha256', f.sha256, 'name', f.name, 'mediaType', t.media_type,
          'bytes', t.bytes, 'pages', f.pages) order by f.no)
        from scan_file f join kept_file t on t.sha256 = f.sha256 where f.scan_id = s.id) as files
    from scan s
    join lateral (select name from body_version where body_id = s.sealed_by_id
      order by daterange(valid_from, valid_to, '[]') @> (s.kept_at at time zone ${zone}::text)::date desc, valid_from desc nulls last limit 1) b on true
    left join person k on k.id = s.kept_by left join person r on r.id = s.replaced_by
    where ${which(of)} order by s.replaced_at desc nulls first, s.id desc`.execute(db)
  return found.rows
}

export async function scanFile(
  db: ReadDb,
  of: Signed,
  at: { scan: Id<'scan'>; no: number },
): Promise<Omit<ScanFile, 'no' | 'pages'> | null> {
  const found = await sql<Omit<ScanFile, 'no' | 'pages'>>`
    select f.sha256, f.name, t.media_type as "mediaType", t.bytes
    from scan s join scan_file f on f.scan_id = s.id join kept_file t on t.sha256 = f.sha256
    where s.id = ${at.scan} and f.no = ${at.no} and ${which(of)}`.execute(db)
  return found.rows[0] ?? null
}

/** The id of the scan that counts; 0: none yet. Whoever asks holds a lock on what was signed. */
export async function currentScan(db: ReadDb, of: Signed): Promise<number> {
  const found = await sql<{ id: number }>`
    select s.id from scan s where ${which(of)} and s.replaced_at is null`.execute(db)
  return found.rows[0]?.id ?? 0
}

export async function replaceScan(
  tx: Tx,
  id: number,
  by: { person: Id<'person'> | null; now: Date; reason: string },
): Promise<void> {
  await tx
    .updateTable('scan')
    .set({ replaced_at: by.now, replaced_by: by.person, replace_reason: by.reason })
    .where('id', '=', id as Id<'scan'>)
    .execute()
}

export interface NewScan {
  of: Signed
  sealedById: Id<'body'>
  illustrative: boolean
  by: Id<'person'> | null
  now: Date
  files: readonly Omit<ScanFile, 'no'>[]
}

export async function insertScan(
  tx: Tx,
  { of, sealedById, illustrative, by, now, files }: NewScan,
): Promise<Id<'scan'>> {
  const { id } = await tx
    .insertInto('scan')
    .values({
      register_line_id: 'lineId' in of ? of.lineId : null,
      entry_version_id: 'lineId' in of ? null : of.entryVersionId,
      ...{ sealed_by_id: sealedById, illustrative, kept_by: by, kept_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [at, { sha256, bytes, mediaType, name, pages }] of files.entries()) {
    await tx
      .insertInto('kept_file')
      .values({ sha256, bytes, media_type: mediaType, kept_at: now })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute()
    await tx
      .insertInto('scan_file')
      .values({ scan_id: id, no: at + 1, sha256, name, pages })
      .execute()
  }
  return id
}

/** The SHA-256 of every file that must be there. */
export async function keptFiles(db: ReadDb): Promise<string[]> {
  const rows = await db.selectFrom('kept_file').select('sha256').orderBy('sha256').execute()
  return rows.map((row) => row.sha256)
}
