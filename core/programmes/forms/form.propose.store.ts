// SQL that finds who would fill proposed forms: the bodies of an organisation under a place, and who receives there.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface Reporter {
  body: Id<'body'>
  bodyName: string
  placeName: string
  /** Of a base its upper body; else the body doing mass mobilisation at the same place, when it is another one. */
  receiver: Id<'body'> | null
}

const inForce = (alias: string, day: Day) =>
  sql`${day}::date between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

/**
 * The bodies of an organisation at the lowest places under a place, in official order. One whose upper body of the same
 * organisation lies at the same place is a base: it reports to that body, at whatever place, and that body is not asked for
 * what its bases say.
 */
export async function reportersUnder(
  db: ReadDb,
  of: { placeId: Id<'place'>; organisation: string; day: Day },
): Promise<Reporter[]> {
  const found = await sql<Reporter>`
    with recursive below (id) as (
      select ${of.placeId}::int
      union all
      select v.place_id from below join place_version v on v.parent_id = below.id and ${inForce('v', of.day)}),
    mine as (
      select b.* from below join body_version b on b.place_id = below.id and ${inForce('b', of.day)}
      join body on body.id = b.body_id and body.organisation = ${of.organisation})
    select mine.body_id as body, mine.name as "bodyName", p.full_name as "placeName", coalesce(up.body_id, (
        select r.body_id from body_version r join body_function f on f.body_id = r.body_id
        where r.place_id = mine.place_id and f.function = 'massMobilisation' and r.body_id <> mine.body_id
          and ${inForce('r', of.day)} and ${inForce('f', of.day)} order by r.body_id limit 1)) as receiver
    from mine left join mine up on up.body_id = mine.parent_id and up.place_id = mine.place_id
    join place_version p on p.place_id = mine.place_id and ${inForce('p', of.day)}
    where not exists (select from mine base where base.parent_id = mine.body_id and base.place_id = mine.place_id)
      and (up.body_id is not null or not exists (
        select from place_version g where g.parent_id = mine.place_id and ${inForce('g', of.day)}))
    order by p.level desc, p.code nulls last, mine.body_id`.execute(db)
  return found.rows
}

/** Who receives for the programme: the mobilisation body under the issuing body, else the issuing body itself. */
export async function receiverFor(db: ReadDb, bodyId: Id<'body'>, day: Day): Promise<Id<'body'>> {
  const found = await sql<{ id: Id<'body'> }>`
    select v.body_id as id from body_version v join body_function f on f.body_id = v.body_id
    where v.parent_id = ${bodyId} and f.function = 'massMobilisation' and ${inForce('v', day)} and ${inForce('f', day)}
    order by v.body_id limit 1`.execute(db)
  return found.rows[0]?.id ?? bodyId
}

export async function organisationNames(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.selectFrom('organisation').select(['key', 'short_name']).execute()
  return new Map(rows.map((row) => [row.key, row.short_name]))
}
