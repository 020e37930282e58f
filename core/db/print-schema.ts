// Prints core/db/schema.ts from a migrated database, so that table types cannot differ from the tables.
// Ids are branded by the table they point at, lists of words in CHECK constraints become unions.
import pg from 'pg'

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  generated: boolean
  hasDefault: boolean
}

const scalar: Record<string, string> = {
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  float8: 'number',
  text: 'string',
  bool: 'boolean',
  date: 'Day',
  timestamptz: 'Date',
  jsonb: 'unknown',
  bytea: 'Uint8Array',
  tsvector: 'string',
}

export async function printSchema(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const columns = await readColumns(client)
    const brands = await readBrands(client)
    const words = await readWords(client)
    return render(columns, brands, words)
  } finally {
    await client.end()
  }
}

async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
           a.attidentity <> '' or a.attgenerated <> '' as generated, a.atthasdef as "hasDefault"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  return rows
}

/** `table.column` → noun, for single-column primary keys named id and the foreign keys that point at one. */
async function readBrands(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select c.conrelid::regclass || '.' || a.attname as from, coalesce(r.relname, s.relname) as to
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_class s on s.oid = c.conrelid left join pg_class r on r.oid = c.confrelid
    where c.connamespace = 'public'::regnamespace and cardinality(c.conkey) = 1
      and (c.contype = 'f' or (c.contype = 'p' and a.attname = 'id')) and a.atttypid = 'int4'::regtype
    order by c.contype desc`)
  return new Map(rows.map((row) => [row.from, row.to]))
}

/** `table.column` → the words a CHECK constraint of the form `column in (…)` allows. */
async function readWords(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ at: string; definition: string }>(`
    select c.conrelid::regclass || '.' || a.attname as at, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.connamespace = 'public'::regnamespace and c.contype = 'c' and cardinality(c.conkey) = 1`)
  const lists = rows.filter((row) => /^CHECK \(\(\w+ = ANY \(ARRAY\[/.test(row.definition))
  return new Map(lists.map((row) => [row.at, [...row.definition.matchAll(/'([^']*)'::text/g)].map((m) => m[1]!)]))
}

function render(columns: Column[], brands: Map<string, string>, words: Map<string, string[]>): string {
  const tables = Map.groupBy(columns, (column) => column.table)
  const lines = [
    '// Written by core/db/print-schema.ts from the migrated database. Do not edit: change a migration and run',
    '// `npm run schema`.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    "import type { Day } from '../shared/day.ts'",
    "import type { Id } from '../shared/id.ts'",
    '',
  ]
  for (const [table, of] of tables) {
    lines.push(`interface ${pascal(table)}Table {`)
    for (const column of of) lines.push(`  ${column.name}: ${typeOf(column, brands, words)}`)
    lines.push('}', '')
  }
  lines.push('export interface Tables {')
  for (const table of tables.keys()) lines.push(`  ${table}: ${pascal(table)}Table`)
  lines.push('}', '')
  return lines.join('\n')
}

function typeOf(column: Column, brands: Map<string, string>, words: Map<string, string[]>): string {
  const at = `${column.table}.${column.name}`
  const list = words.get(at)
  const brand = brands.get(at)
  const array = column.type.startsWith('_')
  const base = scalar[array ? column.type.slice(1) : column.type]
  if (!base) throw new Error(`${at}: no TypeScript type for ${column.type}`)
  let type = list ? list.map((word) => `'${word}'`).join(' | ') : brand ? `Id<'${brand}'>` : base
  if (array) type += '[]'
  if (column.nullable) type += ' | null'
  if (column.type === 'jsonb') return jsonb(column)
  if (column.type === 'numeric') return numeric(column)
  if (column.generated) return `GeneratedAlways<${type}>`
  return column.hasDefault ? `Generated<${type}>` : type
}

/** Written as JSON text, read parsed. */
function jsonb(column: Column): string {
  const written = column.nullable || column.hasDefault ? 'string | null | undefined' : 'string'
  return `ColumnType<unknown, ${written}, ${written}>`
}

/** Read as exact decimal text. */
function numeric(column: Column): string {
  const none = column.nullable ? ' | null' : ''
  const maybe = column.hasDefault || column.nullable ? ' | undefined' : ''
  return `ColumnType<string${none}, string | number${none}${maybe}, string | number${none}>`
}

function pascal(name: string): string {
  return name.replace(/(^|_)(\w)/g, (_all, _bar, letter: string) => letter.toUpperCase())
}

if (import.meta.main) {
  const url = process.argv[2]
  if (!url) throw new Error('usage: print-schema.ts DATABASE_URL')
  process.stdout.write(await printSchema(url))
}
