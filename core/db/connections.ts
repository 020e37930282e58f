// Who else is connected to a database: asked before its server is stopped.
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Waits until nobody but us is connected, at most `seconds`: another command may have joined in meanwhile. */
export async function waitForOthers(databaseUrl: string, seconds = 60): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(100)) {
      const { rowCount } = await client.query(`select from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`)
      if (rowCount === 0) return
    }
  } finally {
    await client.end()
  }
}
