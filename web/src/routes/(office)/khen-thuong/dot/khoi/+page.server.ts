// Blocs and clusters my body arranged, leads or belongs to.
import { listClusters } from '@dong-thuan/core/commendations/cluster.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { actor } = event.locals
  const makes = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'officer' || role === 'head')
  return { ...(await valueOf(event, listClusters, {})), makes }
}
