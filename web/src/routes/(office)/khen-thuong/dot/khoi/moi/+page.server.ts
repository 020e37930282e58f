// A new bloc or cluster.
import { clusterChoices, makeCluster } from '@dong-thuan/core/commendations/cluster.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withRanks } from '../../form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, clusterChoices, {})),
  year: Number(event.locals.app.clock().toISOString().slice(0, 4)),
})

export const actions = {
  default: (event) =>
    act(event, makeCluster, { input: withRanks, next: ({ id }) => `/khen-thuong/dot/khoi/${id}?da-luu=1` }),
}
