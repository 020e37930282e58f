// One form: its versions and what each changed, and the money that goes with it.
import { formChoices, showForm } from '@dong-thuan/core/commendations/form.read.operations.ts'
import { listRewards, rewardChoices, saveReward } from '@dong-thuan/core/commendations/reward.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => {
  const { versions } = await valueOf(event, showForm, { id: askedId(event.params.id) })
  const { rewards } = await valueOf(event, listRewards, {})
  const { bodies: payers } = await valueOf(event, rewardChoices, {})
  const choices = await valueOf(event, formChoices, {})
  return {
    ...{ ...choices, versions, payers },
    rewards: rewards.filter(({ formKey }) => formKey === versions[0]!.key),
    mine: choices.bodies.some(({ id }) => id === versions[0]!.bodyId),
    saved: event.url.searchParams.has('da-luu'),
  }
}

export const actions = {
  default: (event) => act(event, saveReward, { next: () => `${event.url.pathname}?da-luu=1#o-money` }),
}
