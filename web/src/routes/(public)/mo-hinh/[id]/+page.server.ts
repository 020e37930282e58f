// One published model, and how far it went.
import { lineage } from '@dong-thuan/core/models/lineage.operations.ts'
import { story } from '@dong-thuan/core/models/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => {
  const id = askedId(event.params.id)
  const told = await valueOf(event, story, { id })
  // Whoever looks sees what everybody sees.
  const journey = told.family.length > 1 ? await valueOf(event, lineage, { id, most: 500, onlyShown: true }) : null
  return { ...told, journey }
}
