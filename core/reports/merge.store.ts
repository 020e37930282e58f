// SQL about passages: what was merged into a report, from which answer.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Passage } from './merge.ts'

type Tx = Transaction<Tables>

export interface StoredPassage extends Passage {
  section: string
  callId: Id<'call'>
  callSection: string
  bodyName: string
}

/** Every passage of a report, in the order in which they were merged; units as they were named when the answers were due. */
export async function passagesIn(db: ReadDb, id: Id<'report'>): Promise<StoredPassage[]> {
  const found = await sql<StoredPassage>`
    select p.section, p.version_id as "versionId", p.call_section as "callSection", p.paragraph, p.body_id as "bodyId",
           p.text, a.call_id as "callId", b.name as "bodyName"
    from report_passage p join answer_version v on v.id = p.version_id join answer a on a.id = v.answer_id
    join call c on c.id = a.call_id
    join lateral (select name from body_version where body_id = p.body_id
      order by daterange(valid_from, valid_to, '[]') @> c.due_on desc, valid_from desc nulls last limit 1) b on true
    where p.report_id = ${id} order by p.merged_at, b.name collate "vi-x-icu", p.version_id, p.paragraph`.execute(db)
  return found.rows
}

export async function insertPassages(
  tx: Tx,
  at: { id: Id<'report'>; section: string; callSection: string },
  made: { passages: readonly Passage[]; by: Id<'person'> | null; now: Date },
): Promise<void> {
  const { id, section, callSection } = at
  const { passages, by, now } = made
  await sql`insert into report_passage
      (report_id, section, version_id, call_section, paragraph, body_id, text, merged_by, merged_at)
    select ${id}::int, ${section}::text, version, ${callSection}::text, paragraph, body, words, ${by}::int, ${now}::timestamptz
    from unnest(${passages.map((one) => one.versionId)}::int[], ${passages.map((one) => one.paragraph)}::int[],
                ${passages.map((one) => one.bodyId)}::int[], ${passages.map((one) => one.text)}::text[])
      t (version, paragraph, body, words)
    on conflict do nothing`.execute(tx)
}

/** A superseding report keeps the sources with the words. */
export async function copyPassages(tx: Tx, from: Id<'report'>, to: Id<'report'>): Promise<void> {
  await sql`insert into report_passage
      (report_id, section, version_id, call_section, paragraph, body_id, text, merged_by, merged_at)
    select ${to}::int, section, version_id, call_section, paragraph, body_id, text, merged_by, merged_at
    from report_passage where report_id = ${from}`.execute(tx)
}
