// One change more: the kind and the area are in the address; the places within are there to tick.
import { addLines } from '@dong-thuan/core/acts/act.lines.operations.ts'
import { show } from '@dong-thuan/core/acts/act.operations.ts'
import { show as showBody } from '@dong-thuan/core/bodies/body.operations.ts'
import { children, search } from '@dong-thuan/core/places/place.operations.ts'
import { changeKinds } from '@dong-thuan/core/places/act/change.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import { addDays } from '@dong-thuan/core/shared/day.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { askedId, oneWord } from '#web/asked.ts'
import { linesOf } from './lines.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const { id, number, version, effectiveOn } = await valueOf(event, show, { id: askedId(event.params.id) })
  const on = addDays(effectiveOn, -1)
  const area = searchParams.get('trong') ? askedId(searchParams.get('trong')) : await ownPlace(event)
  const within = await event.locals.ask(children, { id: area, on })
  const q = searchParams.get('ten')?.trim().slice(0, 100) ?? ''
  const found = q ? await event.locals.ask(search, { q, on, size: 30 }) : null
  return {
    ...{ act: { id, number, version }, q, kind: oneWord(changeKinds, searchParams.get('kieu')) ?? 'merge' },
    area: within.ok ? within.value.of : null,
    places: within.ok ? within.value.children.filter(({ code }) => code !== null) : [],
    found: found?.ok ? found.value : null,
  }
}

/** The place of the first body he administers that is in force; of one that ended, only when there is no other. */
async function ownPlace(event: Pick<RequestEvent, 'locals'>): Promise<string> {
  const ids = bodiesWhere(event.locals.actor, 'administrator')
  const bodies = await Promise.all(ids.map((id) => event.locals.ask(showBody, { id })))
  const shown = bodies.flatMap((body) => (body.ok ? [body.value] : []))
  const own = shown.find(({ at }) => at?.validTo === null) ?? shown[0]
  const version = own && (own.at ?? own.versions.at(-1))
  return version ? String(version.placeId) : askedId(null)
}

export const actions = {
  default: (event) =>
    act(event, addLines, {
      input: (read) => ({ id: event.params.id, expectedVersion: read.expectedVersion, lines: linesOf(read) }),
      next: ({ id }) => `/quan-tri/dia-ban/${id}?da=added`,
    }),
}
