// Opens a PostgreSQL database by URL. Days come as text, bigint counts as numbers (they are far below 2^53).
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './schema.ts'

const typeDate = 1082
const typeBigint = 20

export interface OpenDatabase {
  db: Kysely<Tables>
  pool: pg.Pool
  close(): Promise<void>
}

/** Longer than a heavy board keeps all connections busy, shorter than people wait before they send again. */
const patience = 10_000

/** `wait`: milliseconds until asking for a connection fails; see shared/outage.ts. */
export function openDatabase(url: string, poolSize = 10, wait = patience): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: wait,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        oid === typeDate
          ? (text: string) => text
          : oid === typeBigint
            ? (text: string) => Number(text)
            : pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  pool.on('error', () => {}) // an idle connection lost is replaced at the next query
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
