// Everything that can be asked about commendations, in the order of their life.
import { check, flag, takeComments } from './check.operations.ts'
import { assess, settle } from './assessment.operations.ts'
import * as clusters from './cluster.operations.ts'
import { giveConsent, withdrawConsent } from './consent.operations.ts'
import * as credentials from './credentials/credential.operations.ts'
import { correctDecision, correctName, correctPresented } from './correction.operations.ts'
import { decide, present, refuse, revoke, submit } from './decision.operations.ts'
import { saveForm } from './form.operations.ts'
import * as forms from './form.read.operations.ts'
import * as life from './nominee.operations.ts'
import { open } from './nominee.open.operations.ts'
import { listRewards, rewardChoices, saveReward } from './reward.operations.ts'
import * as everybody from './public.operations.ts'
import { openRound, saveBalance, setCouncil } from './round.operations.ts'
import { choices, councilChoices, list, nominationChoices, show } from './round.read.operations.ts'
import { cast, closeVote, recuse, voteAgain } from './vote.operations.ts'

export const commendationOperations = [
  ...[forms.listForms, forms.formChoices, forms.showForm, saveForm, listRewards, rewardChoices, saveReward],
  ...[clusters.listClusters, clusters.clusterChoices, clusters.openCluster],
  ...[clusters.makeCluster, clusters.changeCluster],
  ...[choices, list, openRound, show, councilChoices, setCouncil, saveBalance, nominationChoices],
  ...[life.nominate, open, life.save, life.complete, life.giveBack, life.withdraw, flag, check, takeComments],
  ...[
    assess,
    settle,
    recuse,
    cast,
    voteAgain,
    closeVote,
    submit,
    refuse,
    decide,
    present,
    correctName,
    correctDecision,
    correctPresented,
    revoke,
    giveConsent,
    withdrawConsent,
  ],
  ...[everybody.register, everybody.check, everybody.honoursOf],
  ...[credentials.credential, credentials.credentialStatus, credentials.credentialKeys, credentials.credentialKey],
  credentials.credentialIssuer,
] as const
