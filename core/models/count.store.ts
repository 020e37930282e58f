// SQL of the counts real reports use (domain.md 4.4), read from the sums that every save keeps (sums.store.ts).
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { sumColumns } from './sums.store.ts'

export interface Cell {
  field: string
  owner: string
  level: string | null
  registered: number
  recognised: number
  effective: number
  fresh: number
  maintained: number
  replicated: number
  ended: number
}

/** Owners whose models are counted; null: everybody's. */
type Owners = readonly Id<'body'>[] | null
const of = (owners: Owners, column: string) =>
  owners === null ? sql`true` : sql`${sql.ref(column)} = any(${owners as Id<'body'>[]}::int[])`

/** What is of the year itself, and who was recognised by its end; lines in which nothing is counted are left out. */
export async function cellsOf(db: ReadDb, { year, owners }: { year: number; owners: Owners }): Promise<Cell[]> {
  const sums = sumColumns.map((column) => {
    const all = column === 'recognised' ? sql`true` : sql`s.year = ${year}`
    return sql`coalesce(sum(s.${sql.ref(column)}) filter (where ${all}), 0)::int as ${sql.ref(column)}`
  })
  const { rows } = await sql<Cell>`select * from (
      select s.field, b.organisation as owner, nullif(s.level, '') as level, ${sql.join(sums)}
      from model_sum s join body b on b.id = s.owner_id where s.year <= ${year} and ${of(owners, 's.owner_id')}
      group by 1, 2, 3) c
    where ${sql.join(
      sumColumns.map((column) => sql`c.${sql.ref(column)} <> 0`),
      sql` or `,
    )} order by 1, 2, 3`.execute(db)
  return rows
}

export interface Survival {
  year: number
  recognised: number
  /** Still going on one, two, three years later; null: that year is not over. */
  after: (number | null)[]
}

export async function survivalOf(db: ReadDb, asked: { thisYear: number; owners: Owners }): Promise<Survival[]> {
  const alive = (years: number) => sql`case when y.year + ${years} >= ${asked.thisYear} then null
    else count(*) filter (where m.ended_on is null or extract(year from m.ended_on) > y.year + ${years})::int end`
  const { rows } = await sql<{
    year: number
    recognised: number
    a: number | null
    b: number | null
    c: number | null
  }>`
    select y.year, count(*)::int as recognised, ${alive(1)} as a, ${alive(2)} as b, ${alive(3)} as c
    from model m cross join lateral (select extract(year from m.first_recognised_on)::int as year) y
    where m.first_recognised_on is not null and ${of(asked.owners, 'm.owner_id')} group by y.year order by y.year desc limit 10`.execute(
    db,
  )
  return rows.map(({ year, recognised, a, b, c }) => ({ year, recognised, after: [a, b, c] }))
}

/** Changes with everything that could change a count of what is shown, or a sum. Read in the snapshot that counts. */
export async function stampOf(db: ReadDb, what: 'shown' | 'counted'): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select coalesce(sum(${sql.ref(what)}), 0)::text as stamp
    from model_changed`.execute(db)
  return rows[0]!.stamp
}
