// Everything that can be asked about commendations, in the order of their life.
import { check, flag, takeComments } from './check.operations.ts'
import { decide, present, refuse, revoke, submit } from './decision.operations.ts'
import { listForms, saveForm } from './form.operations.ts'
import * as life from './nominee.operations.ts'
import { open } from './nominee.open.operations.ts'
import * as everybody from './public.operations.ts'
import { choices, list, openRound, setCouncil, show } from './round.operations.ts'
import { cast, closeVote, recuse } from './vote.operations.ts'

export const commendationOperations = [
  ...[listForms, saveForm, choices, list, openRound, show, setCouncil],
  ...[life.nominate, open, life.save, life.complete, life.giveBack, life.withdraw, flag, check, takeComments],
  ...[recuse, cast, closeVote, submit, refuse, decide, present, revoke, life.giveConsent, life.withdrawConsent],
  ...[everybody.register, everybody.check],
] as const
