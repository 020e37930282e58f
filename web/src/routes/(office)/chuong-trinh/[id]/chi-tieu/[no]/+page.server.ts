// One target of a programme: new, or edited.
import { catalogue as listOrganisations } from '@dong-thuan/core/bodies/body.operations.ts'
import { showCatalogue } from '@dong-thuan/core/programmes/forms/catalogue.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { put, remove } from '@dong-thuan/core/programmes/targets/target.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { targetTyped } from './typed.ts'

export const load = async (event) => {
  const { programme, targets, moves } = await valueOf(event, show, { programme: event.params.id })
  const isNew = event.params.no === 'moi'
  const no = isNew ? Math.max(0, ...targets.map((target) => target.no)) + 1 : Number(event.params.no)
  const { organisations } = await valueOf(event, listOrganisations, {})
  const catalogue = await valueOf(event, showCatalogue, {})
  return { programme, moves, no, target: targets.find((target) => target.no === no) ?? null, organisations, catalogue }
}

const back = (event: RequestEvent) => () => `/chuong-trinh/${event.params.id}/sua#targets`

export const actions = {
  put: (event) =>
    act(event, put, { input: (read) => ({ ...targetTyped(read), programme: event.params.id }), next: back(event) }),
  remove: (event) =>
    act(event, remove, { input: (read) => ({ ...read, programme: event.params.id }), next: back(event) }),
}
