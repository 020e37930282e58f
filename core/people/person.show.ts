// A person as he is shown: roles through time with their deputies, whose place he takes, what may be done.
import type { App } from '../app.ts'
import type { Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { deputisesFor } from './person.list.store.ts'
import { mailOf } from './notice.store.ts'
import { moves, whyNot } from './person.moves.ts'
import { standingOf } from './person.steps.ts'
import { lastSignIn, rolesById, rolesOf, type Person, type RoleRow } from './person.store.ts'
import { inForceOn, roleNames } from './person.ts'
import { passkeysOf } from './passkeys/passkey.store.ts'
import { identityOf, invitationOf } from './provider/provider.store.ts'
import { hasSecondStep } from './second-step/second-step.store.ts'
import { deputiesOf, type Deputy } from './role.store.ts'

interface Asked {
  app: Pick<App, 'provider'>
  now: Date
  db: ReadDb
  actor: Actor
  today: Day
}

export function roleShownOf({ personId: _personId, ...row }: RoleRow) {
  return { ...row, roleName: roleNames[row.role].vi }
}

export function stateOf(row: RoleRow, today: Day): 'past' | 'present' | 'coming' {
  if (inForceOn(row, today)) return 'present'
  return row.validFrom > today ? 'coming' : 'past'
}

/** Present roles first, then those to come, then the past. */
export async function rolesWithDeputies(db: ReadDb, id: Id<'person'>, today: Day) {
  const rows = await rolesOf(db, [id], today)
  const deputies = await deputiesOf(
    db,
    rows.map((row) => row.id),
    today,
  )
  const order = ['present', 'coming', 'past']
  return rows
    .map((row) => ({
      ...roleShownOf(row),
      state: stateOf(row, today),
      deputies: deputies.filter((deputy) => deputy.roleId === row.id).map(deputyShownOf),
    }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

function deputyShownOf({ roleId: _roleId, ...deputy }: Deputy) {
  return deputy
}

/** Whose place the person takes, today or later. */
export async function deputisingShown(db: ReadDb, id: Id<'person'>, today: Day) {
  const taken = await deputisesFor(db, id, today)
  const roles = new Map(
    (
      await rolesById(
        db,
        taken.map((each) => each.roleId),
        today,
      )
    ).map((row) => [row.id, row]),
  )
  return taken.map(({ roleId, absentName, until }) => {
    const { role, bodyName } = roles.get(roleId)!
    return { role, roleName: roleNames[role].vi, bodyName, absentName, until }
  })
}

/** By what else than his password he comes in. */
async function waysIn({ app, db, now }: Asked, id: Id<'person'>) {
  const issuer = app.provider?.issuer
  const tie = issuer === undefined ? undefined : await identityOf(db, id, issuer)
  const invited = issuer === undefined ? undefined : await invitationOf(db, { person: id, issuer, now })
  return {
    secondStep: await hasSecondStep(db, id),
    passkeys: (await passkeysOf(db, id)).length,
    identity: tie?.name ?? null,
    invited: invited ? { name: invited.name, until: invited.expiresAt.toISOString() } : null,
  }
}

export async function showPerson(asked: Asked, person: Person) {
  const { db, actor, today } = asked
  const { disabledAt, createdAt, ...plain } = person
  const standing = await standingOf(asked, person)
  return {
    ...plain,
    mailAddress: (await mailOf(db, person.id)).address,
    disabledAt: disabledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    lastSignInAt: (await lastSignIn(db, person.id))?.toISOString() ?? null,
    roles: await rolesWithDeputies(db, person.id, today),
    deputisesFor: await deputisingShown(db, person.id, today),
    signIn: await waysIn(asked, person.id),
    moves: moves.filter((move) => move !== 'create' && whyNot(actor, move, standing) === null),
  }
}
