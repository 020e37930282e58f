// One bloc or cluster, changed by who arranged it.
import { changeCluster, clusterChoices, openCluster } from '@dong-thuan/core/commendations/cluster.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { withRanks } from '../../form.ts'

export const load = async (event) => {
  const cluster = await valueOf(event, openCluster, { id: askedId(event.params.cluster) })
  const choices = cluster.mine ? await valueOf(event, clusterChoices, {}) : { owners: [] }
  const bodies = choices.owners.find(({ id }) => id === cluster.bodyId)?.bodies ?? []
  return { ...cluster, bodies, saved: event.url.searchParams.has('da-luu') }
}

export const actions = {
  default: (event) =>
    act(event, changeCluster, {
      input: (read) => ({ ...withRanks(read), id: event.params.cluster }),
      next: ({ id }) => `/khen-thuong/dot/khoi/${id}?da-luu=1`,
    }),
}
