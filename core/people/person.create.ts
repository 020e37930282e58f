// A new account: its name at the door, its first role, its first password.
import { bodyAt } from '../bodies/body.read.ts'
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { firstPassword, hashPassword } from './password.ts'
import { whyNot } from './person.moves.ts'
import { reachesBody } from './person.steps.ts'
import { takenUsernames, usernamesLike } from './person.store.ts'
import { passwordFaults, proposeUsername, usernameFaults } from './person.ts'
import { insertPerson, lockNewPeople } from './person.write.store.ts'
import { faultsOfRole } from './role.operations.ts'

export interface Wanted {
  name: string
  username?: string | undefined
  bodyId: Id<'body'>
  role: Role
  from?: Day | undefined
  to?: Day | null | undefined
  password?: string | undefined
  sample: boolean
}

export async function makePerson(context: WriteContext, wanted: Wanted) {
  const { db, actor, today, now } = context
  const { bodyId, role, from = today, to = null } = wanted
  const reached = await reachesBody(db, actor, { bodyId, today })
  const refusal = whyNot(actor, 'create', { self: false, reached, disabled: false })
  if (refusal) return refusal
  await lockNewPeople(db)
  const username = wanted.username || (await freeUsername(context, wanted))
  const faults = [
    ...(await faultsOfRole(context, { bodyId, from, to })),
    ...usernameFaults(username),
    ...(await takenFaults(context, username)),
    // The sample's people share one password that is printed anyway.
    ...(wanted.password === undefined || wanted.sample ? [] : passwordFaults(wanted.password, username)),
  ]
  if (faults.length > 0) return invalid(faults)
  const password = wanted.password ?? firstPassword()
  const id = await insertPerson(db, {
    name: wanted.name,
    username,
    passwordHash: await hashPassword(password),
    mustChangePassword: wanted.password === undefined,
    sample: wanted.sample,
    roles: [{ role, bodyId, validFrom: from, validTo: to }],
    at: now,
  })
  await context.record({ noun: 'person', id, move: 'create', changes: { role, bodyId, from, to } })
  return ok({ id, version: 1, username, password: wanted.password === undefined ? password : null })
}

async function freeUsername({ db, today }: WriteContext, { name, bodyId, from = today }: Wanted): Promise<string> {
  const body = await bodyAt(db, bodyId, from)
  const first = proposeUsername(name, body?.shortName ?? '', () => false)
  const taken = await usernamesLike(db, first)
  return proposeUsername(name, body?.shortName ?? '', (proposed) => taken.has(proposed))
}

async function takenFaults({ db }: WriteContext, username: string): Promise<Problem[]> {
  return (await takenUsernames(db, [username])).size > 0 ? [usernameTaken(username)] : []
}

export function usernameTaken(username: string): Problem {
  return problem(
    'username',
    'taken',
    `Tên đăng nhập “${username}” đã có người dùng. Hãy chọn tên khác.`,
    `The user name “${username}” is taken. Choose another.`,
  )
}
