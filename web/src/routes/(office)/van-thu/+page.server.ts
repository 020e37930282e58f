// The register of a body: its series of numbers and its documents; a number is cancelled here.
import { show as showBody } from '@dong-thuan/core/bodies/body.operations.ts'
import { cancelNumber, register } from '@dong-thuan/core/documents/register.operations.ts'
import { list } from '@dong-thuan/core/documents/series.operations.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const mine = bodiesWhere(event.locals.actor, 'clerk', 'officer', 'head', 'standingBoard')
  const body = Number(event.url.searchParams.get('don-vi') ?? bodiesWhere(event.locals.actor, 'clerk')[0] ?? mine[0])
  if (!body) return { body: null }
  const { series, kinds } = await valueOf(event, list, { body })
  const year = event.url.searchParams.get('nam') || undefined
  const { lines, moves } = await valueOf(event, register, { body, year })
  const bodies = []
  for (const id of new Set(mine)) bodies.push(await nameOf(event, id))
  return { body: await nameOf(event, body), bodies, series, kinds, lines, moves, year: year ?? '' }
}

async function nameOf(event: RequestEvent, id: number) {
  const shown = await valueOf(event, showBody, { id })
  return { id, name: (shown.at ?? shown.versions.at(-1)!).name }
}

export const actions = {
  cancel: (event: RequestEvent) => act(event, cancelNumber, { next: () => event.url.pathname + backTo(event.url) }),
}

function backTo({ searchParams }: URL): string {
  const body = searchParams.get('don-vi')
  return body ? `?don-vi=${body}` : ''
}
