// One published model.
import { story } from '@dong-thuan/core/models/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = (event) => valueOf(event, story, { id: askedId(event.params.id) })
