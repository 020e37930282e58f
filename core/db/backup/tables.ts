// What the database consists of, read from its own catalogue.
import type pg from 'pg'

export interface TableColumns {
  name: string
  columns: string[]
}

/** Every table, with the columns that hold something of their own. */
export async function tablesWithColumns(client: pg.Client): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`)
  return rows
}

/** Statements that take every constraint and index away, and those that put them back, in an order that works. */
export async function constraintStatements(client: pg.Client): Promise<{ drop: string[]; add: string[] }> {
  const { rows: constraints } = await client.query<{ drop: string; add: string; kind: string }>(`
    select contype as kind, format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'f')
    order by contype = 'f' desc, conrelid::regclass::text, conname`)
  const { rows: indexes } = await client.query<{ drop: string; add: string }>(`
    select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as add
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`)
  const foreign = constraints.filter(({ kind }) => kind === 'f')
  const own = constraints.filter(({ kind }) => kind !== 'f')
  return {
    drop: [...foreign, ...own, ...indexes].map((one) => one.drop),
    add: [...own, ...indexes, ...foreign].map((one) => one.add),
  }
}

/** Every identity column goes on after its highest value. */
export async function continueSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('select setval(%L, coalesce((select max(%I) from %s), 0) + 1, false)',
             pg_get_serial_sequence(c.oid::regclass::text, a.attname), a.attname, c.oid::regclass) as statement
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`)
  for (const { statement } of rows) await client.query(statement)
}
