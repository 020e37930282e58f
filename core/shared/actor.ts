// Who acts. A role is held in a body, for a time, and reaches the bodies below it (people/ decides, this names).
import type { Id } from './id.ts'

export const roles = [
  'officer',
  'head',
  'standingBoard',
  'clerk',
  'reporter',
  'administrator',
  'dataProtection',
  'sealOpener',
  'inspector',
  'receiver',
  'handler',
  'villageHead',
] as const
export type Role = (typeof roles)[number]

/** A role in force today, held by the person himself or as deputy of an absent colleague. */
export interface HeldRole {
  role: Role
  bodyId: Id<'body'>
  deputyFor: Id<'person'> | null
}

export type Actor =
  /** `network`: where the request came from, to slow floods down; never kept. */
  | { kind: 'anonymous'; network?: string | null }
  | {
      kind: 'person'
      personId: Id<'person'>
      name: string
      roles: HeldRole[]
      /** null: signed in; otherwise what the token may do: 'read' or 'write'. */
      scopes: readonly ('read' | 'write')[] | null
    }
  /** The operator at the machine: command line, set-up and seeding. Never comes through the network. */
  | { kind: 'operator' }

export const anonymous: Actor = { kind: 'anonymous' }
export const operator: Actor = { kind: 'operator' }

/** The bodies in which the actor holds one of these roles himself or as deputy. */
export function bodiesWhere(actor: Actor, ...wanted: Role[]): Id<'body'>[] {
  if (actor.kind !== 'person') return []
  return actor.roles.filter((held) => wanted.includes(held.role)).map((held) => held.bodyId)
}
