// The routes of the site, read from their folder: which route an address belongs to, and that none is forgotten.
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'web', 'src', 'routes')

/** `/chuong-trinh/[id]/bang`, pages and files; `(office)` and the like stand in no address. */
export const routes: readonly string[] = [
  ...new Set(globSync('**/{+page.svelte,+page.server.ts,+server.ts}', { cwd: folder }).map(routeIn)),
].sort()

function routeIn(file: string): string {
  const parts = dirname(file).split('/')
  return `/${parts.filter((part) => part !== '.' && !part.startsWith('(')).join('/')}`
}

/** Written out wins over `[id]`, as in the framework. */
const patterns = routes
  .map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, '[^/]+')}$`) }))
  .sort((a, b) => a.route.split('[').length - b.route.split('[').length)

export function routeOf(pathname: string): string | undefined {
  return patterns.find(({ pattern }) => pattern.test(pathname))?.route
}
