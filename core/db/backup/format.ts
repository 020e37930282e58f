// What an archive says about itself. A later format gets a new number; this one stays readable.
import { z } from 'zod'

export const format = 2

const column = z.string().regex(/^[a-z_][a-z0-9_]*$/)

export const headerSchema = z.object({
  format: z.number().int(),
  madeAt: z.string(),
  /** The names of the migrations that made the tables, in order. */
  migrations: z.array(z.string()),
  server: z.string(),
  tables: z.array(z.object({ name: column, columns: z.array(column).min(1) })),
})
export type Header = z.output<typeof headerSchema>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const checksumsSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() })),
  /** Kept files by their SHA-256, with their bytes. Format 1 had none. */
  files: z.record(sha256, z.number().int()).default({}),
  /** Kept files that were no longer there when the backup was made. */
  missing: z.array(sha256).default([]),
})
export type Checksums = z.output<typeof checksumsSchema>

/** Rows of these are for the moment and for one machine: who is signed in, who guessed wrong, what was half typed. */
export const leftOut: ReadonlySet<string> = new Set([
  'migration',
  ...['sign_in_session', 'sign_in_verification', 'sign_in_failure', 'sign_in_step', 'kept_form'],
  ...['setup_link', 'trusted_device'],
])

export const fileName = (sha256: string) => `files/${sha256}`
export const partName = (table: string, no: number) => `tables/${table}/${String(no).padStart(6, '0')}.copy`

/** Rows of a part: a line break inside a value is written in two letters. */
export function rowsIn(part: Buffer): number {
  let rows = 0
  for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) rows++
  return rows
}
