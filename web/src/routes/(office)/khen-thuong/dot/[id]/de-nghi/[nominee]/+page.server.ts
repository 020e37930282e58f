// One nomination: its dossier, checks, vote, decision, and every move that is open to this person.
import { assess, settle } from '@dong-thuan/core/commendations/assessment.operations.ts'
import * as desk from '@dong-thuan/core/commendations/check.operations.ts'
import { giveConsent, withdrawConsent } from '@dong-thuan/core/commendations/consent.operations.ts'
import { correctName, correctPresented } from '@dong-thuan/core/commendations/correction.operations.ts'
import { refuse, revoke, submit } from '@dong-thuan/core/commendations/decision.operations.ts'
import { open } from '@dong-thuan/core/commendations/nominee.open.operations.ts'
import * as life from '@dong-thuan/core/commendations/nominee.operations.ts'
import { closeVote, recuse, voteAgain } from '@dong-thuan/core/commendations/vote.operations.ts'
import { valueOf } from '#web/act.ts'
import { moveOf } from '#web/move.ts'

export const load = async (event) => ({
  ...(await valueOf(event, open, { id: event.params.nominee })),
  saved: event.url.searchParams.has('da-luu'),
})

const move = moveOf('nominee')

export const actions = {
  complete: move(life.complete),
  giveBack: move(life.giveBack),
  withdraw: move(life.withdraw),
  giveConsent: move(giveConsent),
  withdrawConsent: move(withdrawConsent),
  flag: move(desk.flag),
  check: move(desk.check),
  takeComments: move(desk.takeComments),
  assess: move(assess),
  settle: move(settle),
  recuse: move(recuse),
  voteAgain: move(voteAgain),
  closeVote: move(closeVote),
  submit: move(submit),
  refuse: move(refuse),
  correctName: move(correctName),
  correctPresented: move(correctPresented),
  revoke: move(revoke),
}
