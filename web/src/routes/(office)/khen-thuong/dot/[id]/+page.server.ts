// One round: its nominees, council, rules, balance, decisions and papers.
import { correctDecision } from '@dong-thuan/core/commendations/correction.operations.ts'
import { saveBalance } from '@dong-thuan/core/commendations/round.operations.ts'
import { show } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'

export const load = async (event) => ({
  ...(await valueOf(event, show, { id: event.params.id })),
  today: dayAt(event.locals.app.clock()),
  saved: event.url.searchParams.has('da-luu'),
})

export const actions = {
  correctDecision: (event) =>
    act(event, correctDecision, {
      input: (read) => ({ ...read, round: event.params.id }),
      next: () => `${event.url.pathname}?da-luu=1`,
    }),
  balance: (event) =>
    act(event, saveBalance, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `${event.url.pathname}?da-luu=1`,
    }),
}
