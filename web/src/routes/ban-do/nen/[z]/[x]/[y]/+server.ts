// A picture below a map, the same for everybody for a day.
import { tile } from '@dong-thuan/core/places/tile.operations.ts'

export const GET = async (event) => {
  const result = await event.locals.ask(tile, event.params)
  if (!result.ok) return new Response(null, { status: 404 })
  const { content, mediaType } = result.value
  const headers = { 'content-type': mediaType, 'cache-control': 'public, max-age=86400', 'x-robots-tag': 'noindex' }
  return new Response(content as Uint8Array<ArrayBuffer>, { headers })
}
