// A new set of criteria: on a blank sheet, or from one that is there.
import { choices, showSet } from '@dong-thuan/core/criteria/criteria.operations.ts'
import { valueOf } from '#web/act.ts'
import { setActions } from '../save.ts'

export const load = async (event) => {
  const from = /^[1-9]\d{0,8}$/.exec(event.url.searchParams.get('tu') ?? '')?.[0]
  return { ...(await valueOf(event, choices, {})), set: from ? await valueOf(event, showSet, { id: from }) : null }
}

export const actions = setActions
