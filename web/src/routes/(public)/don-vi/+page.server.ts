// Bodies in force on a day: of a place, of a kind, with a function, or by name.
import { catalogue, list } from '@dong-thuan/core/bodies/body.operations.ts'
import { show } from '@dong-thuan/core/places/place.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedDay, askedId, askedPage } from '#web/asked.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const asked = askedDay(event.url)
  const q = searchParams.get('q')?.trim().slice(0, 100) || undefined
  const organisation = searchParams.get('loai') || undefined
  const under = searchParams.get('ben-trong') === 'co'
  const place = searchParams.has('dia-ban') ? askedId(searchParams.get('dia-ban')) : undefined
  const found = place ? await valueOf(event, show, { id: place, on: asked.day }) : null
  const wanted = { place, under, organisation, q, on: asked.day ?? found?.on }
  return {
    ...{ asked, q, organisation, under },
    place: found && { id: found.id, fullName: (found.at ?? found.versions.at(-1)!).fullName },
    list: await valueOf(event, list, { ...wanted, page: askedPage(event.url), size: 50 }),
    organisations: (await valueOf(event, catalogue)).organisations,
  }
}
