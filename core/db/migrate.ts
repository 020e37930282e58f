// Applies the numbered .sql files in order, each in its own transaction, forward only.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
const lockKey = 4_200_002

export function migrationFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
}

/**
 * Brings the database to the newest schema, or to the one made by `only` these; returns the names applied.
 * Safe when two processes start at once.
 */
export async function migrate(databaseUrl: string, { only }: { only?: ReadonlySet<string> } = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query('create table if not exists migration (name text primary key, applied_at timestamptz not null)')
    const { rows } = await client.query<{ name: string }>('select name from migration')
    const done = new Set(rows.map((row) => row.name))
    const open = migrationFiles().filter((name) => !done.has(name) && (only?.has(name) ?? true))
    for (const name of open) await apply(client, name)
    return open
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(readFileSync(folder + name, 'utf8'))
    await client.query('insert into migration values ($1, now())', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}
