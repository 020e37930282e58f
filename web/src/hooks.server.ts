// Every request: who asks, in which language and look; and what is said when something breaks.
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { providedApp } from '@dong-thuan/core/app.ts'
import { actorOf } from '#web/actor.server.ts'
import { askAs, orBusy } from '#web/ask.ts'
import { languageOf, lookOf } from '#web/look.ts'
import { wordsOf } from '#words'

/** What the browser would need to take a page over; none does, and they are a quarter of a long table. */
const marks = /<!--(?:\[(?:!|-?\d+)?|\])?-->/g

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies, request, route } = event
  locals.app = providedApp()
  locals.language = languageOf(cookies)
  locals.look = lookOf(cookies)
  locals.actor = await orBusy(actorOf(locals.app, request.headers, event.getClientAddress()), locals.language)
  locals.ask = askAs(locals.app, locals.actor, locals.language)

  const attributes: Record<string, string> = {
    language: locals.language,
    ...locals.look,
    area: route.id?.startsWith('/(public)') || !route.id ? 'public' : 'office',
  }
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace(marks, '').replace(/%dt\.(\w+)%/g, (_, name) => attributes[name] ?? ''),
    preload: ({ type, path }) => type === 'css' || (type === 'font' && path.endsWith('.woff2')),
  })
  response.headers.append('vary', 'cookie')
  // Nor does what a sender follows stay in a browser others use too.
  const own =
    locals.actor.kind !== 'anonymous' ||
    request.method === 'POST' ||
    /\/(theo-doi|tiep-dan\/tra-cuu)/.test(route.id ?? '')
  if (own) response.headers.set('cache-control', 'private, no-store')
  return response
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const words = wordsOf(event.locals.language ?? 'vi').error
  if (kind === 'app') return error
  if (kind === 'framework')
    return { status: error.status, message: error.status === 404 ? words.notFound : words.refused }
  const reference = crypto.randomUUID().slice(0, 8)
  event.locals.app?.log.error({ reference, path: event.url.pathname, error }, 'page failed')
  return { message: words.broken, reference }
}
