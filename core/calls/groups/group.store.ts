// SQL about groups of items.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>

export interface GroupItem {
  version: number
  paragraph: number
}

export interface Group {
  id: Id<'call_group'>
  callId: Id<'call'>
  section: string
  label: string
  /** The names of the units whose items these are, each once. */
  units: string[]
  items: GroupItem[]
}

/** The groups of a section, those said by most units first; of versions that still are read. */
export async function groupsOf(db: ReadDb, of: { callId: Id<'call'>; section: string; day: Day }): Promise<Group[]> {
  const found = await sql<Group>`
    select g.id, g.call_id as "callId", g.section, g.label,
      array_agg(distinct b.name) as units,
      json_agg(json_build_object('version', i.version_id, 'paragraph', i.paragraph) order by b.name, i.paragraph) as items
    from call_group g join call_group_item i on i.group_id = g.id
    join answer_version v on v.id = i.version_id join answer a on a.id = v.answer_id
      and v.id = case when a.stage = 'submitted' then a.working_id else a.accepted_id end
    join lateral (select name from body_version where body_id = a.body_id
      order by daterange(valid_from, valid_to, '[]') @> ${of.day}::date desc, valid_from desc nulls last limit 1) b on true
    where g.call_id = ${of.callId} and g.section = ${of.section}
    group by g.id order by count(distinct a.body_id) desc, g.id`.execute(db)
  return found.rows
}

export async function insertGroup(
  tx: Tx,
  made: { callId: Id<'call'>; section: string; label: string; by: Id<'person'> | null; now: Date },
): Promise<Id<'call_group'>> {
  const { id } = await tx
    .insertInto('call_group')
    .values({ call_id: made.callId, section: made.section, label: made.label, made_by: made.by, made_at: made.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts items into a group, out of any they were in; a group left empty goes. */
export async function putItems(
  tx: Tx,
  of: { callId: Id<'call'>; groupId: Id<'call_group'>; section: string; items: readonly GroupItem[] },
): Promise<void> {
  const { groupId, section, items } = of
  await sql`insert into call_group_item (group_id, version_id, section, paragraph)
    select ${groupId}::int, version, ${section}::text, paragraph
    from unnest(${items.map((one) => one.version)}::int[], ${items.map((one) => one.paragraph)}::int[]) t (version, paragraph)
    on conflict (version_id, section, paragraph) do update set group_id = excluded.group_id`.execute(tx)
  await sql`delete from call_group g where call_id = ${of.callId} and section = ${section}
    and not exists (select 1 from call_group_item i where i.group_id = g.id)`.execute(tx)
}

/** False when it was taken apart before. */
export async function deleteGroup(tx: Tx, of: { callId: Id<'call'>; id: Id<'call_group'> }): Promise<boolean> {
  const gone = await sql`delete from call_group where id = ${of.id} and call_id = ${of.callId} returning id`.execute(tx)
  return gone.rows.length > 0
}
