// Ready or not, with the reasons: asked by whoever watches the server.
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { migrationFiles } from '../db/migrate.ts'

export interface Health {
  ready: boolean
  reasons: string[]
}

export async function healthOf(app: App): Promise<Health> {
  try {
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(app.readDb)
    const done = new Set(rows.map((row) => row.name))
    const open = migrationFiles().filter((name) => !done.has(name))
    return { ready: open.length === 0, reasons: open.map((name) => `chưa nâng cấp cơ sở dữ liệu: ${name}`) }
  } catch {
    return { ready: false, reasons: ['không kết nối được cơ sở dữ liệu'] }
  }
}
