// The sources of the platform as text, for the tests that keep its shape.
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Source {
  /** From the root of the checkout: core/places/place.ts. */
  path: string
  text: string
}

export interface Import {
  from: string
  /** The file meant, from the root of the checkout. */
  to: string
  /** `import type …`: gone when the program runs. */
  typeOnly: boolean
}

export function sourcesIn(folder: 'core' | 'web/src', exclude: (path: string) => boolean = () => false): Source[] {
  return globSync(`${folder}/**/*.{ts,svelte}`, { cwd: root, exclude: ['**/node_modules/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !exclude(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Imports of our own files: relative ones, and core by its name. */
export function importsOf({ path, text }: Source): Import[] {
  const found = text.matchAll(
    /(?:\b(import|export)(\s+type)?\b[^'`;]*?\bfrom\s*|\bimport\(?\s*)'((?:\.|@dong-thuan)[^']*)'/g,
  )
  return [...found].map(([, , type, target]) => ({ from: path, to: fileMeant(path, target!), typeOnly: Boolean(type) }))
}

function fileMeant(from: string, target: string): string {
  const core = '@dong-thuan/core/'
  return target.startsWith(core) ? `core/${target.slice(core.length)}` : posix.join(posix.dirname(from), target)
}
