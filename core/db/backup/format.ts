// What an archive says about itself. A later format gets a new number; this one stays readable.
import { z } from 'zod'

export const format = 1

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

export const checksumsSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() })),
})
export type Checksums = z.output<typeof checksumsSchema>

/** Rows of these are for the moment and for one machine: who is signed in, who guessed wrong, what was half typed. */
export const leftOut: ReadonlySet<string> = new Set([
  'migration',
  ...['sign_in_session', 'sign_in_verification', 'sign_in_failure', 'sign_in_step', 'kept_form'],
  ...['setup_link', 'trusted_device'],
])

export const partName = (table: string, no: number) => `tables/${table}/${String(no).padStart(6, '0')}.copy`
