// What was promised: by the desks of this person, to his bodies, and late below him.
import { fulfil, points } from '@dong-thuan/core/reception/point.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => {
  const { actor } = event.locals
  const registers = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'receiver' || role === 'head')
  return { ...(await valueOf(event, points, {})), registers, saved: event.url.searchParams.has('da-ghi') }
}

export const actions = {
  default: (event: RequestEvent) =>
    act(event, fulfil, { prepare: filesAsText, secret: fileFields, next: () => '/tiep-dan/viec?da-ghi=1' }),
}
