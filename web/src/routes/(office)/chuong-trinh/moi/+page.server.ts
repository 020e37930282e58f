// A new programme: from last year's, or from scratch.
import { showCatalogue } from '@dong-thuan/core/programmes/forms/catalogue.operations.ts'
import { copy, create, listAll, listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { bodies } = await valueOf(event, listIssuers, {})
  const { programmes } = await valueOf(event, listAll, {})
  const { calendars } = await valueOf(event, showCatalogue, {})
  const mine = new Set(bodies.map((body) => body.id))
  return { bodies, calendars, earlier: programmes.filter((one) => mine.has(one.bodyId)) }
}

const edit = (value: { programme: number }) => `/chuong-trinh/${value.programme}/sua`

export const actions = {
  create: (event) => act(event, create, { next: edit }),
  copy: (event) => act(event, copy, { next: edit }),
}
