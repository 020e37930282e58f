// Amounts of reward money with their basis; a head writes those of his body.
import { listForms } from '@dong-thuan/core/commendations/form.read.operations.ts'
import { listRewards, rewardChoices, saveReward } from '@dong-thuan/core/commendations/reward.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { forms } = await valueOf(event, listForms, {})
  return {
    ...(await valueOf(event, listRewards, {})),
    ...(await valueOf(event, rewardChoices, {})),
    forms: [...new Map(forms.map(({ key, name }) => [key, { key, name }])).values()],
    saved: event.url.searchParams.has('da-luu'),
  }
}

export const actions = {
  default: (event) => act(event, saveReward, { next: () => '/khen-thuong/dot/muc-tien?da-luu=1' }),
}
