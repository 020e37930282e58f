// A body as its administrator sees it; one form at a time, named by “viec” in the address.
import { endFunction, giveFunction, rename } from '@dong-thuan/core/bodies/body.change.ts'
import { catalogue, show } from '@dong-thuan/core/bodies/body.operations.ts'
import type { Operation } from '@dong-thuan/core/shared/operation.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { askedId, oneWord } from '#web/asked.ts'

const forms = ['doi-ten', 'giao', 'thoi'] as const
const saved = ['create', 'rename', 'giveFunction', 'endFunction'] as const

export const load = async (event) => {
  const { searchParams } = event.url
  const body = await valueOf(event, show, { id: askedId(event.params.id) })
  return {
    body,
    functions: (await valueOf(event, catalogue)).functions,
    whyNot: body.whyNot?.[event.locals.language] ?? null,
    form: oneWord(forms, searchParams.get('viec')),
    function: searchParams.get('chuc-nang'),
    saved: oneWord(saved, searchParams.get('da')),
  }
}

const move = (operation: Operation, name: (typeof saved)[number]) => (event: RequestEvent) =>
  act(event, operation, {
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => `/quan-tri/don-vi/${event.params.id}?da=${name}`,
  })

export const actions = {
  rename: move(rename, 'rename'),
  give: move(giveFunction, 'giveFunction'),
  end: move(endFunction, 'endFunction'),
}
