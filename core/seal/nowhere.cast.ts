// Looks for a name in every byte a platform writes, however a program may have written it down.
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Id } from '../shared/id.ts'

/** However a program may write it down: text, two-byte text, base64 at its three alignments, bytes as hex, JSON escapes. */
export function formsOf(text: string): Buffer[] {
  const [utf8, wide] = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  const swapped = Buffer.from(wide).swap16()
  const base64 = [utf8, wide].flatMap((bytes) =>
    [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
  )
  const escaped = JSON.stringify(text).replaceAll(
    /[^\x20-\x7e]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const texts = [...base64, ...base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))]
  const others = [utf8.toString('hex'), encodeURIComponent(text), escaped.slice(1, -1), text.normalize('NFD')]
  return [utf8, wide, swapped, ...[...texts, ...others].map((one) => Buffer.from(one))]
}

/** The names of those in which the text stands. */
export const places = (text: string, wanted: Map<string, Buffer>) =>
  [...wanted].filter(([, bytes]) => formsOf(text).some((form) => bytes.includes(form))).map(([name]) => name)

export function filesIn(root: string): Map<string, Buffer> {
  const names = globSync('**/*', { cwd: root }).filter((name) =>
    statSync(join(root, name), { throwIfNoEntry: false })?.isFile(),
  )
  return new Map(names.map((name) => [name, readFileSync(join(root, name))]))
}

/** One unit at one place, without the whole country around it. */
export async function oneBody(app: App): Promise<Id<'body'>> {
  const { rows } = await sql<{ id: Id<'body'> }>`
    with place_made as (insert into place default values returning id),
    body_made as (insert into body (organisation) select min(key) from organisation returning id)
    insert into body_version (body_id, name, short_name, place_id, search_key)
    select body_made.id, 'Ban Tiếp dân', 'Ban', place_made.id, 'ban tiep dan' from body_made, place_made
    returning body_id as id`.execute(app.db)
  return rows[0]!.id
}
