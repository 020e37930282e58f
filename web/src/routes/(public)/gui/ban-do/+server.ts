// The map of the chosen desk's commune as a picture: the page without script sends back where it was pressed.
import { mapOf } from '@dong-thuan/core/cases/spot/spot.operations.ts'
import { valueOf } from '#web/act.ts'
import { pictureOf } from '#web/place-picture.ts'
import { numberIn, viewIn } from '../place-step.ts'
import { error } from '@sveltejs/kit'

export const GET = async (event) => {
  const asked = event.url.searchParams
  const { map } = await valueOf(event, mapOf, { desk: asked.get('noi') ?? '' })
  if (!map) error(404)
  const typed = Object.fromEntries(asked)
  const [lat, lon] = [numberIn(typed.lat), numberIn(typed.lon)]
  const body = pictureOf(map, viewIn(typed), lat === null || lon === null ? null : { lat, lon })
  return new Response(body, {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-store' },
  })
}
