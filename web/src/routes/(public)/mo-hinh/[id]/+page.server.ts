// One published model, how far it went, and what it was honoured with.
import { honoursOf } from '@dong-thuan/core/commendations/public.operations.ts'
import { lineage } from '@dong-thuan/core/models/lineage.operations.ts'
import { story } from '@dong-thuan/core/models/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => {
  const id = askedId(event.params.id)
  const told = await valueOf(event, story, { id })
  // Whoever looks sees what everybody sees.
  const journey = told.family.length > 1 ? await valueOf(event, lineage, { id, most: 500, onlyShown: true }) : null
  return { ...told, journey, honours: (await valueOf(event, honoursOf, { model: id })).lines }
}
