// Which of these people the actor administers.
import type { Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { reachOf } from './person.steps.ts'
import { bodiesOfPerson } from './reach.store.ts'

type PersonId = Id<'person'>

export async function peopleReached(
  { db, actor, today }: { db: ReadDb; actor: Actor; today: Day },
  people: readonly PersonId[],
): Promise<Set<PersonId>> {
  const all = new Set(people)
  const reach = await reachOf(db, actor, today)
  if (reach === null) return all
  for (const id of all) {
    const bodies = await bodiesOfPerson(db, id, today)
    if (bodies.length === 0 || !bodies.every((body) => reach.has(body))) all.delete(id)
  }
  return all
}
