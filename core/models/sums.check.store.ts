// SQL that counts every year anew from the models themselves, slowly, to say where the kept sums differ.
import { sql, type RawBuilder } from 'kysely'
import type { ReadDb } from '../shared/operation.ts'
import { countedAs } from './counted.store.ts'
import { sumColumns } from './sums.store.ts'

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
