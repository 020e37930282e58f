// Bodies to change: those at the administrator's own place, or found by name.
import { list, show } from '@dong-thuan/core/bodies/body.operations.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import { valueOf } from '#web/act.ts'
import { askedDay, askedPage } from '#web/asked.ts'

export const load = async (event) => {
  const asked = askedDay(event.url)
  const q = event.url.searchParams.get('q')?.trim().slice(0, 100) || undefined
  const [own] = bodiesWhere(event.locals.actor, 'administrator')
  const body = own ? await valueOf(event, show, { id: own, on: asked.day }) : null
  const at = body && (body.at ?? body.versions.at(-1)!)
  const scope = q || !at ? { q } : { place: at.placeId, under: true }
  const on = asked.day ?? body?.on
  const found = await valueOf(event, list, { ...scope, on, page: askedPage(event.url), size: 50 })
  return { asked, q, place: q ? null : (body?.place?.fullName ?? null), placeId: at?.placeId, found }
}
