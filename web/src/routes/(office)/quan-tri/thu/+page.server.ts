// How the mails go: counts, what failed and why, a test to oneself.
import { overview, retry, test } from '@dong-thuan/core/mail/mail.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => await valueOf(event, overview)

export const actions = {
  test: (event) => act(event, test),
  retry: (event) => act(event, retry),
}
