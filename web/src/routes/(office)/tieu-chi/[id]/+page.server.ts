// The next version of a set, from its newest one.
import { choices, listSets, showSet } from '@dong-thuan/core/criteria/criteria.operations.ts'
import { error } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { wordsOf } from '#words'
import { setActions } from '../save.ts'

export const load = async (event) => {
  const { key } = await valueOf(event, showSet, { id: askedId(event.params.id) })
  const may = await valueOf(event, choices, {})
  const set = (await valueOf(event, listSets, {})).sets.find((one) => one.key === key)!
  if (!may.bodies.some(({ id }) => id === set.bodyId)) error(403, wordsOf(event.locals.language).criteria.notYours)
  return { ...may, set }
}

export const actions = setActions
