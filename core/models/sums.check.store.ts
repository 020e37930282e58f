// SQL that counts every year anew from the models themselves, slowly, to say where the kept sums differ.
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../shared/operation.ts'
import { effectiveClasses } from './model.ts'
import { sumColumns } from './sums.store.ts'

const effective = sql`any(${effectiveClasses as string[]}::text[])`

/**
 * One row a model and what it is counted as in the year: ended before new before maintained, so that no model stands in two of
 * them. `effective` and `replicated` are counted beside. Level: the highest that recognised it by the end of the year.
 */
const countedAs = (year: number): RawBuilder<unknown> => sql`
  select m.id, m.field, m.owner_id,
    (select h.key from model_recognition r join honour_level h on h.key = r.level
      where r.model_id = m.id and r.on_date < make_date(${year} + 1, 1, 1) order by h.position desc limit 1) as level,
    m.year = ${year} and m.stage not in ('draft', 'returned', 'withdrawn') as registered,
    recognised.on_date is not null as recognised,
    recognised.on_date is not null and y.class = ${effective} as effective,
    ended.yes as ended,
    not ended.yes and extract(year from m.first_recognised_on) = ${year} as fresh,
    not ended.yes and extract(year from m.first_recognised_on) < ${year} and y.class is not null as maintained,
    m.origin_id is not null and m.year = ${year} and m.stage not in ('draft', 'returned', 'withdrawn') as replicated
  from model m
  left join lateral (select min(r.on_date) as on_date from model_recognition r
    where r.model_id = m.id and r.on_date < make_date(${year} + 1, 1, 1)) recognised on true
  left join model_review y on y.model_id = m.id and y.year = ${year}
  cross join lateral (select coalesce(extract(year from m.ended_on) = ${year}, false) as yes) ended`

export interface Difference {
  year: number
  owner: number
  field: string
  level: string
  kept: string
  fresh: string
}

/** Sums of every year in which anything is counted, and of the year after, beside the models counted anew. */
export async function sumDifferences(db: ReadDb): Promise<{ compared: number; sums: Difference[] }> {
  const { rows: span } = await sql<{ first: number | null; last: number | null }>`select
    least((select min(year) from model), (select min(year) from model_sum)) as first,
    greatest((select max(year) from model_sum), (select max(year) from model)) + 1 as last`.execute(db)
  const { first, last } = span[0]!
  const all: { compared: number; sums: Difference[] } = { compared: 0, sums: [] }
  for (let year = first ?? 0; first !== null && year <= last!; year++) {
    const found = await differencesIn(db, year)
    all.compared += found.length
    all.sums.push(...found.filter(({ kept, fresh }) => kept !== fresh))
  }
  return all
}

async function differencesIn(db: ReadDb, year: number): Promise<Difference[]> {
  const told = (sum: (column: string) => RawBuilder<unknown>) => sql`concat_ws(' ', ${sql.join(sumColumns.map(sum))})`
  const none = sumColumns.map(() => '0').join(' ')
  const fresh = told((column) => sql`count(*) filter (where c.${sql.ref(column)})`)
  const kept = told((column) => {
    const when = column === 'recognised' ? sql`true` : sql`s.year = ${year}`
    return sql`coalesce(sum(s.${sql.ref(column)}) filter (where ${when}), 0)`
  })
  const { rows } = await sql<Difference>`
    with fresh as (select c.owner_id, c.field, coalesce(c.level, '') as level, ${fresh} as told
        from (${countedAs(year)}) c group by 1, 2, 3),
      kept as (select s.owner_id, s.field, s.level, ${kept} as told from model_sum s where s.year <= ${year} group by 1, 2, 3)
    select ${year}::int as year, owner_id as owner, field, level, coalesce(kept.told, ${none}) as kept,
      coalesce(fresh.told, ${none}) as fresh
    from fresh full join kept using (owner_id, field, level) order by 2, 3, 4`.execute(db)
  return rows
}
