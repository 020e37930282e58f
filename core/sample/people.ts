// Gives the cast of Vĩnh Cửu their accounts and roles, and finds each of them as an actor.
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { nameInSentence } from '../places/place.ts'
import { versionAt } from '../places/place.read.ts'
import type { Actor, Role } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import { operator } from '../shared/actor.ts'
import type { VinhCuu } from './bodies.ts'
import { communeCast, districtCast, samplePassword } from './cast.ts'
import type { Stage } from './steps.ts'
import { year } from './year.rows.ts'

interface NewPart {
  username: string
  name: string
  role: Role
  /** A second role in the same body. */
  also?: Role
  bodyId: Id<'body'>
}

const from = '2021-07-01'

/** All the sample's people have one password, so it is hashed once. */
let sampleHash: Promise<string> | undefined

/** An invented person with one role, as an actor. */
export async function makePerson(stage: Stage, part: NewPart & { from: string }): Promise<Actor> {
  const { username, name, role, also, bodyId } = part
  const passwordHash = await (sampleHash ??= hashPassword(samplePassword))
  await stage.app.db.transaction().execute(async (tx) => {
    const roles = [role, also ?? []].flat().map((one) => ({ role: one, bodyId, validFrom: part.from }))
    const now = stage.app.clock()
    const id = await insertPerson(tx, { username, name, passwordHash, sample: true, roles, at: now })
    await recordEvent(tx, operator, now, { noun: 'person', id, move: 'create' })
  })
  return actorOfPerson(stage.app, username)
}

export async function makeCast(stage: Stage, at: VinhCuu): Promise<(username: string) => Actor> {
  const parts = [...districtParts(at), ...(await communeParts(stage, at))]
  const actors = new Map<string, Actor>()
  for (const part of parts) actors.set(part.username, await makePerson(stage, { ...part, from }))
  return (username) => {
    const actor = actors.get(username)
    if (!actor) throw new Error(`no part ${username} in the sample`)
    return actor
  }
}

function districtParts(at: VinhCuu): NewPart[] {
  return districtCast.map(({ username, name, role, in: body }) => ({ username, name, role, bodyId: at[body] }))
}

async function communeParts(stage: Stage, at: VinhCuu): Promise<NewPart[]> {
  const parts: NewPart[] = []
  for (const { code, slug } of year.communes) {
    const { placeId, bodies } = at.communes.get(code)!
    const place = nameInSentence((await versionAt(stage.app.db, placeId, '2023-06-30'))!.fullName)
    for (const { prefix, office, role, organisation } of communeCast) {
      const bodyId = bodies.get(organisation)!
      parts.push({ username: `${prefix}.${slug}`, name: `${office} ${place}`, role, bodyId })
    }
  }
  return parts
}
