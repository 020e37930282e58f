// How I want to be reminded: an address for mail, and when.
import { show } from '@dong-thuan/core/deadlines/policy.operations.ts'
import { chooseNotices, showNotices } from '@dong-thuan/core/people/notice.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  notices: await valueOf(event, showNotices),
  policy: await valueOf(event, show),
})

export const actions = { default: (event) => act(event, chooseNotices) }
