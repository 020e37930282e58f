// Minutes of hand-overs, and how many bodies wait for one.
import { open } from '@dong-thuan/core/acts/handover/hand-over.open.ts'
import { list } from '@dong-thuan/core/acts/handover/hand-over.reads.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { handOvers } = await valueOf(event, list)
  const { total } = await valueOf(event, open)
  return { handOvers, waiting: total }
}
