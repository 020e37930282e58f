// The desk shows a case to everybody, or takes it back.
import { publish, publishDraft, unpublish } from '@dong-thuan/core/cases/publish/publication.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => {
  const id = askedId(event.params.id)
  const did = event.url.searchParams.get('da-lam')
  return { id, did, ...(await valueOf(event, publishDraft, { id })) }
}

export const actions = {
  publish: (event) =>
    act(event, publish, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `${event.url.pathname}?da-lam=cong-khai`,
    }),
  unpublish: (event) =>
    act(event, unpublish, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `${event.url.pathname}?da-lam=thoi`,
    }),
}
