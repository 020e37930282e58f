// Everything that can be asked of people, in reading order.
import type { Operation } from '../shared/operation.ts'
import './role.handover.ts'
import * as account from './account.operations.ts'
import * as deputies from './deputy.operations.ts'
import { importPeople } from './import.operations.ts'
import * as passwords from './password.operations.ts'
import * as notices from './notice.operations.ts'
import * as lists from './person.list.operations.ts'
import * as passkeys from './passkeys/passkey.operations.ts'
import * as people from './person.operations.ts'
import * as policy from './policy.operations.ts'
import * as identities from './provider/provider.operations.ts'
import { recent } from './recent.operations.ts'
import * as held from './role.operations.ts'
import { resetSecondStep } from './second-step/reset.operations.ts'
import * as secondStep from './second-step/second-step.operations.ts'
import * as trusted from './second-step/trusted.operations.ts'
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
  trusted.listTrusted,
  trusted.endOneTrusted,
  trusted.endEveryTrusted,
  recent,
  secondStep.show,
  secondStep.begin,
  secondStep.key,
  secondStep.confirm,
  secondStep.renewCodes,
  secondStep.drop,
  secondStep.end,
  passkeys.list,
  passkeys.offer,
  passkeys.add,
  passkeys.rename,
  passkeys.remove,
  identities.show,
  identities.link,
  identities.unlink,
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
  resetSecondStep,
  identities.invite,
  identities.endIdentity,
  held.grant,
  held.end,
  deputies.set,
  deputies.end,
  policy.show,
  policy.change,
  setup.look,
  setup.begin,
]
