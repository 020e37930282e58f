// The programmes: public ones for everybody, all for people signed in.
import { listAll } from '@dong-thuan/core/programmes/programme.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, listAll, {})),
  mayCreate:
    event.locals.actor.kind === 'person' &&
    event.locals.actor.roles.some((held) => ['officer', 'head'].includes(held.role)),
})
