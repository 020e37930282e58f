// Everything that can be asked of people, in reading order.
import type { Operation } from '../shared/operation.ts'
import './role.handover.ts'
import * as account from './account.operations.ts'
import * as deputies from './deputy.operations.ts'
import { importPeople } from './import.operations.ts'
import * as passwords from './password.operations.ts'
import * as notices from './notice.operations.ts'
import * as lists from './person.list.operations.ts'
import * as people from './person.operations.ts'
import * as held from './role.operations.ts'
import * as setup from './setup.operations.ts'
import * as tokens from './token.operations.ts'

export const peopleOperations: readonly Operation[] = [
  account.me,
  account.changePassword,
  notices.showNotices,
  notices.chooseNotices,
  account.listSessions,
  account.endOne,
  account.endOthers,
  tokens.listTokens,
  tokens.createToken,
  tokens.revoke,
  lists.list,
  people.create,
  importPeople,
  lists.bodies,
  people.show,
  people.rename,
  notices.setAddress,
  passwords.resetPassword,
  passwords.disable,
  passwords.enable,
  held.grant,
  held.end,
  deputies.set,
  deputies.end,
  setup.look,
  setup.begin,
]
