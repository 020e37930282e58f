// Facts about this installation as a whole, as “the sample year is complete”.
import { sql, type Kysely } from 'kysely'
import type { Tables } from './schema.ts'

export async function readSetting(db: Kysely<Tables>, key: string): Promise<unknown> {
  const found = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return found?.value
}

export async function writeSetting(db: Kysely<Tables>, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  await sql`insert into setting (key, value) values (${key}, ${text}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db)
}

/** True when anything was done in this database. */
export async function anythingHappened(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('event').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Empties the database, tables and all; for a sample that was cut off half-way and is made again. */
export async function emptyDatabase(db: Kysely<Tables>): Promise<void> {
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
}
