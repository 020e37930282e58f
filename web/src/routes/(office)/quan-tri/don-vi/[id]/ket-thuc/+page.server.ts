// The end of a body in three steps: what and when, who goes on, look again. The steps are kept in the address.
import { list, show } from '@dong-thuan/core/bodies/body.operations.ts'
import { succeed } from '@dong-thuan/core/bodies/body.succeed.ts'
import { endings, successorsAllowed } from '@dong-thuan/core/bodies/body.ts'
import { addDays } from '@dong-thuan/core/shared/day.ts'
import { redirect } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { askedDay, askedId, oneWord } from '#web/asked.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const asked = askedDay(event.url, 'tu')
  const kind = oneWord(endings, searchParams.get('kind'))
  const begun = searchParams.has('kind') || searchParams.has('tu')
  const before = asked.day ? addDays(asked.day, -1) : undefined
  const body = await valueOf(event, show, { id: askedId(event.params.id), on: before })
  if (event.request.method === 'GET' && !body.moves.includes('succeed')) redirect(303, `/quan-tri/don-vi/${body.id}`)
  const ids = [...new Set(searchParams.getAll('den').map(askedId))].filter((id) => id !== String(body.id))
  const chosen = await Promise.all(ids.map((id) => valueOf(event, show, { id, on: asked.day })))
  const q = searchParams.get('q')?.trim().slice(0, 100) || undefined
  const ready = kind !== null && asked.day !== undefined
  return {
    ...{ body, asked, kind, begun, q, ready },
    most: kind ? successorsAllowed[kind][1] : 0,
    least: kind ? successorsAllowed[kind][0] : 0,
    chosen: chosen.map(({ id, at, versions }) => ({ id, name: (at ?? versions.at(-1)!).name })),
    found: ready && q ? (await valueOf(event, list, { q, on: asked.day, size: 30 })).bodies : null,
  }
}

export const actions = {
  default: (event) => act(event, succeed, { input: (read) => ({ ...read, id: event.params.id }) }),
}
