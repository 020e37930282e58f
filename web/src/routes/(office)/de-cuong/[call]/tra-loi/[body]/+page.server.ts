// One unit's answer: written, sent, taken back; accepted or returned by those who asked.
import * as answers from '@dong-thuan/core/calls/answers/answer.operations.ts'
import { openAnswer } from '@dong-thuan/core/calls/answers/answer.reads.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'

export const load = async (event) => ({
  opened: await valueOf(event, openAnswer, event.params),
  saved: event.url.searchParams.has('da-luu'),
})

const move =
  (operation: Askable, mark = '') =>
  (event: RequestEvent) =>
    act(event, operation, {
      input: (read) => ({ ...read, ...event.params }),
      next: () => event.url.pathname + mark,
    })

export const actions = {
  save: move(answers.saveAnswer, '?da-luu=1'),
  submit: move(answers.submitAnswer),
  takeBack: move(answers.takeBackAnswer),
  return: move(answers.returnAnswer),
  accept: move(answers.acceptAnswer),
  reopen: move(answers.reopenAnswer),
}
