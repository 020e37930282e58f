// Which parts of the pages about templates a person sees; the operations decide.
import type { Actor } from '@dong-thuan/core/shared/actor.ts'

const has = (actor: Actor, ...roles: string[]) =>
  actor.kind === 'person' && actor.roles.some(({ role }) => roles.includes(role))

export const mayEdit = (actor: Actor) => has(actor, 'administrator')
export const maySendForms = (actor: Actor) => has(actor, 'administrator', 'clerk')
