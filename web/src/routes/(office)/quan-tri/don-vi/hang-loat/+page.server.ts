// The same body in every unit of a place: choose the place, say the pattern, look at what would be made, make it.
import { createForPlaces } from '@dong-thuan/core/bodies/body.create-for-places.ts'
import { catalogue } from '@dong-thuan/core/bodies/body.operations.ts'
import { previewForPlaces } from '@dong-thuan/core/bodies/body.preview.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { readForm, showRefusal } from '#web/form.ts'
import { placeStep } from '../place-step.ts'

export const load = async (event) => {
  const step = await placeStep(event)
  const organisations = step.place ? (await valueOf(event, catalogue)).organisations : []
  if (!step.place || !event.url.searchParams.has('namePattern'))
    return { step, organisations, preview: null, asked: null }
  const { typed, input } = readForm(formOf(event.url.searchParams))
  const result = await event.locals.ask(previewForPlaces, { ...input, underPlaceId: step.place.id } as never)
  const preview = result.ok ? { ...result.value, typed } : null
  const refusal = result.ok ? null : showRefusal(result.refusal, event.locals.language)
  return { step, organisations, preview, asked: refusal ? { typed, refusal } : { typed, refusal: null } }
}

function formOf(params: URLSearchParams): FormData {
  const form = new FormData()
  for (const [name, value] of params) form.append(name, value)
  return form
}

export const actions = {
  default: (event) =>
    act(event, createForPlaces, {
      input: (read) => ({ ...read, underPlaceId: askedId(event.url.searchParams.get('dia-ban')) }),
    }),
}
