// The first step of making a body: a place chosen by name, kept in the address as “dia-ban”.
import { uppers } from '@dong-thuan/core/bodies/body.uppers.ts'
import { search, show } from '@dong-thuan/core/places/place.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export async function placeStep(event: Pick<RequestEvent, 'locals' | 'url'>) {
  const { searchParams } = event.url
  if (searchParams.has('dia-ban')) {
    const place = await chosen(event, askedId(searchParams.get('dia-ban')))
    const { whyNot, ...may } = await valueOf(event, uppers, { place: place.id, on: place.on })
    return { place, may, whyNot: whyNot?.[event.locals.language] ?? null }
  }
  const q = searchParams.get('ten')?.trim().slice(0, 100) ?? ''
  const found = q ? await event.locals.ask(search, { q, size: 30 }) : null
  return { place: null, may: null, whyNot: null, q, found: found?.ok ? found.value : null }
}

/** The place as it is today, or as it was on its last day. */
async function chosen(event: Pick<RequestEvent, 'locals' | 'url'>, id: string) {
  const { at, versions, ancestors, on } = await valueOf(event, show, { id })
  const named = at ?? versions.at(-1)!
  return {
    ...{ id: named.placeId, fullName: named.fullName, level: named.level, on, validTo: named.validTo },
    within: ancestors.map(({ placeId, fullName }) => ({ id: placeId, fullName })),
  }
}
