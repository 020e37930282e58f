// One published model.
import { honoursOf } from '@dong-thuan/core/commendations/public.operations.ts'
import { story } from '@dong-thuan/core/models/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => {
  const id = askedId(event.params.id)
  const model = await valueOf(event, story, { id })
  return { ...model, honours: (await valueOf(event, honoursOf, { model: id })).lines }
}
