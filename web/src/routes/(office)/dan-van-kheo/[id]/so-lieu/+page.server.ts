// Figures the body reported, to be cited by its model.
import { cite, figures } from '@dong-thuan/core/models/figure.operations.ts'
import { open } from '@dong-thuan/core/models/list.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { id } = event.params
  const period = /^[1-9]\d{0,8}$/.exec(event.url.searchParams.get('ky') ?? '')?.[0]
  const { code, version, told, owner, evidence } = await valueOf(event, open, { id })
  const cited = evidence.flatMap((one) => one.cited?.figure ?? [])
  return {
    ...(await valueOf(event, figures, { id, period })),
    id,
    code,
    version,
    name: String(told.name),
    owner,
    cited,
  }
}

export const actions = {
  default: (event) =>
    act(event, cite, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: ({ id }) => `/dan-van-kheo/${id}?da-luu=1`,
    }),
}
