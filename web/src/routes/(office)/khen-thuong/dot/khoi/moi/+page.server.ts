// A new bloc or cluster.
import { clusterChoices, makeCluster } from '@dong-thuan/core/commendations/cluster.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import { withRanks } from '../../form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, clusterChoices, {})),
  year: Number(dayAt(event.locals.app.clock()).slice(0, 4)),
})

export const actions = {
  default: (event) =>
    act(event, makeCluster, { input: withRanks, next: ({ id }) => `/khen-thuong/dot/khoi/${id}?da-luu=1` }),
}
