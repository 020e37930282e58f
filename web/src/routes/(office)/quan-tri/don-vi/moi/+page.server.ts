// A new body: first the place, then what it is called and to whom it belongs.
import { create } from '@dong-thuan/core/bodies/body.create.ts'
import { catalogue, list } from '@dong-thuan/core/bodies/body.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { placeStep } from '../place-step.ts'

export const load = async (event) => {
  const step = await placeStep(event)
  if (!step.place) return { step, organisations: [], uppers: [] }
  const { id, within, on } = step.place
  const places = [id, ...within.map((above) => above.id)]
  const lists = await Promise.all(places.map((place) => valueOf(event, list, { place, on, size: 200 })))
  return {
    step,
    organisations: (await valueOf(event, catalogue)).organisations,
    uppers: lists.flatMap(({ bodies }) => bodies.map(({ bodyId, name }) => ({ bodyId, name }))),
  }
}

export const actions = {
  default: (event) =>
    act(event, create, {
      input: (read) => ({ ...read, placeId: askedId(event.url.searchParams.get('dia-ban')) }),
      next: ({ id }) => `/quan-tri/don-vi/${id}?da=create`,
    }),
}
