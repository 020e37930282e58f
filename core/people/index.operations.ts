// Everything that can be asked of people, in reading order.
import type { Operation } from '../shared/operation.ts'
import * as passwords from './password.operations.ts'
import * as people from './person.operations.ts'
import * as held from './role.operations.ts'

export const peopleOperations: readonly Operation[] = [
  people.list,
  people.show,
  people.create,
  people.rename,
  passwords.resetPassword,
  passwords.disable,
  passwords.enable,
  held.grant,
  held.end,
]
