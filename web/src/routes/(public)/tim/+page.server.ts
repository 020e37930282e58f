// What bears the words asked for: places in every time, bodies of the day.
import { list } from '@dong-thuan/core/bodies/body.operations.ts'
import { search } from '@dong-thuan/core/places/place.operations.ts'
import { askedDay, askedPage } from '#web/asked.ts'
import { showRefusal } from '#web/form.ts'

export const load = async (event) => {
  const { url, locals } = event
  const q = url.searchParams.get('q')?.trim().slice(0, 100) ?? ''
  const asked = askedDay(url)
  if (q === '') return { q, asked, faults: [], places: null, bodies: null }
  const places = await locals.ask(search, { q, on: asked.day, page: askedPage(url) })
  if (!places.ok)
    return {
      q,
      asked,
      faults: showRefusal(places.refusal, locals.language).lines.map(({ text }) => text),
      places: null,
      bodies: null,
    }
  const bodies = await locals.ask(list, { q, on: asked.day, size: 10 })
  return { q, asked, faults: [], places: places.value, bodies: bodies.ok ? bodies.value : null }
}
