// SQL of the counts of a year model by model, so that a figure and the list behind it are one question.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { effectiveClasses, type YearCount } from './model.ts'

export interface CountedModel extends Record<YearCount, boolean> {
  id: Id<'model'>
  code: string
  /** Empty for an exemplary person, who is named only where he agreed. */
  name: string
  field: string
  /** The kind of organisation it belongs to. */
  owner: string
  /** The highest that recognised it; null: none yet. */
  level: string | null
}

/** One row a model and what the year counts it as; the rule stands in the database, where drawn figures ask it too. */
export const countedAs = (year: number): RawBuilder<unknown> =>
  sql`select * from model_counted(${year}::int, ${effectiveClasses as string[]}::text[])`

const counted = (
  year: number,
) => sql`select c.*, m.code, case m.kind when 'exemplarPerson' then '' else m.name end as name
  from (${countedAs(year)}) c join model m on m.id = c.id`

/** Whatever the year counts of models at the place or below, in the tree of the day. */
export async function countedUnder(
  db: ReadDb,
  of: { placeId: Id<'place'>; day: Day; year: number },
): Promise<CountedModel[]> {
  const { rows } = await sql<CountedModel>`
    with recursive land (id) as (
      select ${of.placeId}::int
      union
      select v.place_id from land join place_version v on v.parent_id = land.id
        and ${of.day}::date between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity'))
    select t.* from (${counted(of.year)}) t join model m on m.id = t.id join land on land.id = m.place_id
    where t.registered or t.recognised or t.effective or t.fresh or t.maintained or t.replicated or t.ended
    order by t.code`.execute(db)
  return rows
}

/** Which of these models the year counts, and as what. */
export async function countedOf(
  db: ReadDb,
  of: { ids: readonly Id<'model'>[]; year: number },
): Promise<ReadonlyMap<number, Record<YearCount, boolean>>> {
  const { rows } = await sql<Record<YearCount, boolean> & { id: number }>`select c.id, c.registered, c.recognised,
    c.effective, c.fresh, c.maintained, c.replicated, c.ended
    from (${countedAs(of.year)}) c where c.id = any(${of.ids as Id<'model'>[]}::int[])`.execute(db)
  return new Map(rows.map((one) => [one.id, one]))
}

/** How many of these models the year still counts so. */
export async function recountedAs(
  db: ReadDb,
  of: { ids: readonly Id<'model'>[]; year: number; count: YearCount },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) filter (where c.${sql.ref(of.count)})::int as count
    from (${countedAs(of.year)}) c where c.id = any(${of.ids as Id<'model'>[]}::int[])`.execute(db)
  return rows[0]!.count
}
