// A new round: who checks, who awards and which form are chosen together.
import { openRound } from '@dong-thuan/core/commendations/round.operations.ts'
import { choices } from '@dong-thuan/core/commendations/round.read.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, choices, {})),
  year: Number(dayAt(event.locals.app.clock()).slice(0, 4)),
})

const chosen = ({ choice, ...read }: Input) => {
  const [desk, body, form] = String(choice ?? '').split('-')
  return { ...read, desk: desk || undefined, body, form }
}

export const actions = {
  default: (event) =>
    act(event, openRound, {
      input: chosen,
      asked: { desk: 'choice', body: 'choice', form: 'choice' },
      next: ({ id }) => `/khen-thuong/dot/${id}?da-luu=1`,
    }),
}
