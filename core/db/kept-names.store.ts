// Which kept files a row still names: every column of the schema that holds the name of a file says so by its own name.
import { sql, type Kysely } from 'kysely'
import type { Tables } from './schema.ts'

interface Column {
  table: string
  column: string
}

async function columnsOfNames(db: Kysely<Tables>): Promise<Column[]> {
  const { rows } = await sql<Column>`select table_name as "table", column_name as "column"
    from information_schema.columns where table_schema = current_schema() and column_name like '%sha256'
    order by 1, 2`.execute(db)
  return rows
}

/** Of these names those no row has. */
export async function namedNowhere(db: Kysely<Tables>, names: readonly string[]): Promise<string[]> {
  const columns = await columnsOfNames(db)
  if (columns.length === 0) throw new Error('no column names a kept file: nothing may be swept')
  const named = columns.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} = any(${names as string[]}::text[])`,
  )
  const { rows } = await sql<{ name: string }>`select n as name from unnest(${names as string[]}::text[]) n
    where n not in (select * from (${sql.join(named, sql` union all `)}) k where k is not null)`.execute(db)
  return rows.map(({ name }) => name)
}
