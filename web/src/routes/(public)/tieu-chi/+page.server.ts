// All sets of criteria, the newest version of each first; whoever writes sets may go on from one.
import { listSets } from '@dong-thuan/core/criteria/criteria.operations.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { sets, levels } = await valueOf(event, listSets, {})
  const keys = Map.groupBy(sets, ({ key }) => key)
  return {
    sets: [...keys.values()].map(([newest, ...older]) => ({ ...newest!, older })),
    levels,
    own: [...new Set(bodiesWhere(event.locals.actor, 'officer', 'head', 'administrator'))] as number[],
    saved: event.url.searchParams.has('da-luu'),
  }
}
