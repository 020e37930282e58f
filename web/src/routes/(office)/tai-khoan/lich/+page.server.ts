// Calendar addresses of the person: made, renewed, removed.
import { listFeeds, makeFeed, revokeFeed } from '@dong-thuan/core/cases/feed/feed.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, listFeeds)

export const actions = {
  // The address is shown once, on the page that answers.
  make: (event) => act(event, makeFeed),
  revoke: (event) => act(event, revokeFeed),
}
