// What one person can reach: links are followed from where he begins, without drawing the pages.
import type { APIRequestContext } from '@playwright/test'
import { routeOf } from './routes.ts'

export interface Reached {
  path: string
  /** Where it led: of the address asked for, and of the page that came after a redirect. */
  routes: string[]
  status: number
  /** The parts this page is made of: components, forms and where they are sent. None for a file. */
  parts: string[]
}

/**
 * One page of each route, two where the address holds an id, and one for every further parameter of a route.
 * `known`: files, and parameters of routes, that somebody has asked for before; they are not asked for again.
 */
export async function reach(
  request: APIRequestContext,
  { origin, from, known }: { origin: string; from: readonly string[]; known: Set<string> },
): Promise<Reached[]> {
  const times = new Map<string, number>()
  const reached: Reached[] = []
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname, searchParams } = new URL(path, origin)
    const route = routeOf(pathname) ?? pathname
    const kinds = [...searchParams.keys()].map((name) => `${route}?${name}`)
    const enough = (times.get(route) ?? 0) >= (route.includes('[') ? 2 : 1) && kinds.every((kind) => known.has(kind))
    if (times.has(path) || (!from.includes(path) && (enough || known.has(route)))) continue
    for (const key of new Set([route, path])) times.set(key, (times.get(key) ?? 0) + 1)
    for (const kind of kinds) known.add(kind)
    const page = await fetchPage(request, origin, path)
    if (page.parts.length === 0) known.add(route)
    reached.push({ ...page, path, routes: [...new Set([route, ...page.routes])] })
    // What stands on the page of examples leads nowhere.
    if (route !== '/ui') waiting.push(...page.links)
  }
  return reached
}

async function fetchPage(request: APIRequestContext, origin: string, path: string) {
  const answer = await request.get(new URL(path, origin).href)
  const headers = answer.headers()
  const isPage = headers['content-type']?.includes('html') && !headers['content-disposition']
  const html = isPage ? await answer.text() : ''
  const at = new URL(answer.url())
  const route = routeOf(at.pathname)
  const links = [...html.matchAll(/<(?:a|link)\b[^>]*\shref="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), at))
    .filter((to) => to.origin === origin && routeOf(to.pathname))
    .map((to) => to.pathname + to.search)
  return { status: answer.status(), routes: route ? [route] : [], links, parts: partsOf(html, route ?? '') }
}

/** A component is known by the class its styles carry. The frame around `main` is the same everywhere. */
function partsOf(html: string, route: string): string[] {
  const [begin, end] = [html.indexOf('<main'), html.lastIndexOf('</main>')]
  const parts = new Set<string>()
  for (const { 0: tag, 1: name, index } of html.matchAll(/<(\w+)\b[^>]*>/g)) {
    const where = index > begin && index < end ? route : ''
    const component = /svelte-\w+/.exec(tag)
    if (component) parts.add(`${where} ${name} ${component[0]}`)
    const action = /\b(?:form)?action="([^"]*)"/.exec(tag)
    if (action) parts.add(`${where} ${action[1]!.replaceAll(/\d+/g, 'N').split('&')[0]}`)
  }
  return [...parts]
}
