// Papers to a denouncer, while the seal is open.
import { makeSealedPaper, sealedPapers } from '@dong-thuan/core/papers/sealed.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' })
  const { id } = event.params
  return { id, ...(await valueOf(event, sealedPapers, { request: id })), saved: event.url.searchParams.has('da-lap') }
}

export const actions = {
  make: (event) =>
    act(event, makeSealedPaper, {
      input: (read) => ({ ...read, request: event.params.id }),
      next: () => `${event.url.pathname}?da-lap=1`,
    }),
}
