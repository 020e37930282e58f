// npm run schema: writes core/db/schema.ts anew from the migrations, on a throwaway database server.
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { printSchema } from '../db/print-schema.ts'

export const schemaFile = join(import.meta.dirname, '..', 'db', 'schema.ts')

/** The file as it should be for this migrated database, in the style of the house. */
export async function schemaOf(databaseUrl: string): Promise<string> {
  const style = await resolveConfig(schemaFile)
  return format(await printSchema(databaseUrl), { ...style, plugins: [], parser: 'typescript' })
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'dt-'))
  chmodSync(folder, 0o711) // started by root, the server is someone else and must pass through
  const { url, stop } = await openEmbedded(join(folder, 'data'), { throwaway: true })
  try {
    await migrate(url)
    const text = await schemaOf(url)
    const changed = text !== readFileSync(schemaFile, 'utf8')
    if (changed) writeFileSync(schemaFile, text)
    console.log(changed ? 'core/db/schema.ts đã ghi lại.' : 'core/db/schema.ts vẫn đúng.')
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
