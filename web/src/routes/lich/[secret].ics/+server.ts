// A calendar for a program: whoever has its address reads it. What has not changed is not sent again.
import { createHash } from 'node:crypto'
import { readFeed } from '@dong-thuan/core/cases/feed/feed.operations.ts'

export const GET = async (event) => {
  const result = await event.locals.ask(readFeed, { secret: event.params.secret })
  if (!result.ok) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const { content, mediaType } = result.value
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`
  // Programs ask again by themselves; nobody on the way keeps it.
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  }
  const known = (event.request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(content as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'content-type': mediaType } })
}
