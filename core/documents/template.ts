// Which layout is in use: the newest version kept, or the one that comes with the platform.
import type { Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { seedOf, type Family, type Layout, type LayoutLine } from './layout.ts'
import { addTemplate, newestTemplate, readTemplate, templatesOf, type Template } from './template.store.ts'

export type { Template } from './template.store.ts'
export { addTemplate, readTemplate }

export async function templateInUse(db: ReadDb, family: Family): Promise<Template> {
  return (await newestTemplate(db, family)) ?? shipped(family)
}

function shipped(family: Family): Template {
  const { name, basis, values } = seedOf(family)
  return { id: null, family, no: 1, name, basis, lines: values, word: null, madeAt: null }
}

/** One version of a family; null: there never was one of that number. */
export async function readVersion(db: ReadDb, family: Family, no: number): Promise<Template | null> {
  return (await templatesOf(db, family)).find((one) => one.no === no) ?? null
}

/** The layout in use as a row to point at: the shipped one becomes version 1 when it is first used. */
export async function keepTemplate(
  tx: Transaction<Tables>,
  family: Family,
  now: Date,
): Promise<Template & { id: Id<'document_template'> }> {
  const inUse = await templateInUse(tx, family)
  if (inUse.id === null) await addTemplate(tx, { ...inUse, no: 1, by: null, now })
  return (await newestTemplate(tx, family)) as Template & { id: Id<'document_template'> }
}

/** The lines with some values changed; a changed value is as sure as the officer says. */
export function changeLines(
  lines: readonly LayoutLine[],
  changes: Readonly<Record<string, LayoutLine['value']>>,
  because: Pick<LayoutLine, 'confidence' | 'basis'>,
): LayoutLine[] {
  return lines.map((line) =>
    line.key in changes && changes[line.key] !== line.value
      ? { ...line, ...because, value: changes[line.key]!, note: `trước đây ${line.value}` }
      : line,
  )
}

/** What a form made in Word says itself; the other values (abbreviations of authority, the end mark) stand beside it. */
const saidInWord: readonly (keyof Layout)[] = [
  ...(['marginTop', 'marginBottom', 'marginLeft', 'marginRight', 'font'] as const),
  ...(['pageNumberFrom', 'pageNumberTop', 'pageNumberSize'] as const),
  ...(['nationLine', 'nationSize', 'mottoLine', 'mottoSize', 'upperSize', 'issuerSize', 'issuerMark'] as const),
  ...(['numberText', 'numberSize', 'dateSize', 'kindSize', 'summarySize', 'summaryMark'] as const),
  ...(['bodySize', 'firstLine', 'lineExact', 'lineMultiple', 'paragraphAfter', 'headingSize'] as const),
  ...(['signatureSize', 'titleBold', 'nameBold'] as const),
  ...(['recipientsStyle', 'recipientsSize', 'recipientsListSize', 'archiveLine'] as const),
]
export const isSaidInWord = (key: string): boolean => (saidInWord as readonly string[]).includes(key)
