// A new body: first the place, then what it is called and to whom it belongs.
import { create } from '@dong-thuan/core/bodies/body.create.ts'
import { catalogue } from '@dong-thuan/core/bodies/body.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { placeStep } from '../place-step.ts'

export const load = async (event) => {
  const step = await placeStep(event)
  return { step, organisations: step.place ? (await valueOf(event, catalogue)).organisations : [] }
}

export const actions = {
  default: (event) =>
    act(event, create, {
      input: (read) => ({ ...read, placeId: askedId(event.url.searchParams.get('dia-ban')) }),
      next: ({ id }) => `/quan-tri/don-vi/${id}?da=create`,
    }),
}
