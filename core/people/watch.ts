// For slices that are watched over: the bodies a person of these roles reaches, and whether two people are as one.
import { bodiesWhere, type Actor, type Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { anyBodyOutside } from './policy.store.ts'
import { bodiesReached } from './reach.store.ts'

export { bodiesOfPerson } from './reach.store.ts'
export { stoodIn } from './role.store.ts'

interface Asked {
  db: ReadDb
  actor: Actor
  today: Day
}

/** The bodies where he holds one of the roles, and those below; null: all, for the operator. */
export async function bodiesWatched(
  { db, actor, today }: Asked,
  ...roles: Role[]
): Promise<ReadonlySet<Id<'body'>> | null> {
  return actor.kind === 'operator' ? null : bodiesReached(db, bodiesWhere(actor, ...roles), today)
}

export async function watchesAll(asked: Asked, ...roles: Role[]): Promise<boolean> {
  const reach = await bodiesWatched(asked, ...roles)
  return reach === null || !(await anyBodyOutside(asked.db, reach, asked.today))
}
