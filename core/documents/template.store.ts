// SQL about layout templates: versions of a family, the newest first; nothing is ever rewritten.
import type { Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Family, LayoutLine } from './layout.ts'

export interface Template {
  /** null: as it comes with the platform, not used yet. */
  id: Id<'document_template'> | null
  family: Family
  no: number
  name: string
  basis: string
  lines: LayoutLine[]
  /** The kept file of the form made in Word, by its SHA-256; null: the values alone set the paper. */
  word: string | null
  madeAt: Date | null
}

export async function newestTemplate(db: ReadDb, family: Family): Promise<Template | null> {
  const row = await templates(db).where('family', '=', family).orderBy('no', 'desc').limit(1).executeTakeFirst()
  return row ? { ...row, lines: row.lines as LayoutLine[] } : null
}

export async function readTemplate(db: ReadDb, id: Id<'document_template'>): Promise<Template | null> {
  const row = await templates(db).where('id', '=', id).executeTakeFirst()
  return row ? { ...row, lines: row.lines as LayoutLine[] } : null
}

export async function templatesOf(db: ReadDb, family: Family): Promise<Template[]> {
  const rows = await templates(db).where('family', '=', family).orderBy('no', 'desc').execute()
  return rows.map((row) => ({ ...row, lines: row.lines as LayoutLine[] }))
}

function templates(db: ReadDb) {
  return db
    .selectFrom('document_template')
    .select(['id', 'family', 'no', 'name', 'basis', 'layout as lines', 'word_sha256 as word', 'made_at as madeAt'])
}

export interface NewTemplate {
  family: Family
  no: number
  name: string
  basis: string
  lines: readonly LayoutLine[]
  word: string | null
  by: Id<'person'> | null
  now: Date
}

/** null when another officer added the same version at the same moment. */
export async function addTemplate(tx: Transaction<Tables>, made: NewTemplate): Promise<Id<'document_template'> | null> {
  const { family, no, name, basis, lines, word, by, now } = made
  const row = await tx
    .insertInto('document_template')
    .values({ family, no, name, basis, layout: JSON.stringify(lines), word_sha256: word, made_by: by, made_at: now })
    .onConflict((conflict) => conflict.columns(['family', 'no']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
