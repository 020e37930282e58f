// The course of a case below, for the level above: nothing of who sent it or what.
import { oversee } from '@dong-thuan/core/cases/show.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, oversee, { id: event.params.id })),
  now: event.locals.app.clock(),
})
