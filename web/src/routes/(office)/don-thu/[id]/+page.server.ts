// One case: everything the office sees of it, and every move that is open to this person.
import * as answers from '@dong-thuan/core/cases/answer.operations.ts'
import * as ends from '@dong-thuan/core/cases/end.operations.ts'
import { publishConclusion } from '@dong-thuan/core/cases/follow/conclusion.operations.ts'
import * as course from '@dong-thuan/core/cases/follow/course.operations.ts'
import * as promises from '@dong-thuan/core/cases/follow/promise.operations.ts'
import * as handling from '@dong-thuan/core/cases/handle.operations.ts'
import { queue } from '@dong-thuan/core/cases/queue.operations.ts'
import { show } from '@dong-thuan/core/cases/show.operations.ts'
import * as talk from '@dong-thuan/core/cases/talk.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { papers } from '@dong-thuan/core/papers/paper.operations.ts'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => ({
  ...(await valueOf(event, show, { id: event.params.id })),
  papers: await papersOf(event),
  saved: event.url.searchParams.has('da-lam'),
  now: event.locals.app.clock(),
})

/** Whoever only helps has none of the papers, and reads the page without them. */
async function papersOf(event: RequestEvent) {
  const found = await event.locals.ask(papers, { id: event.params.id })
  return found.ok ? found.value.papers : []
}

const move = (operation: Askable, prepare?: typeof filesAsText) => (event: RequestEvent) =>
  act(event, operation, {
    ...(prepare && { prepare, secret: fileFields }),
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => `${event.url.pathname}?da-lam=1`,
  })

/** The number of the other case, as it stands in the register, becomes its id. */
async function link(event: RequestEvent) {
  const data = await event.request.clone().formData()
  const q = String(data.get('to') ?? '').trim()
  const found = await event.locals.ask(queue, { q, box: 'all' })
  // A number or a code: the queue searches words in the letters too, and the one that happens to hold them is not meant.
  const code = q.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const isNumber = /^\d+(\/\d{4})?$/.test(q)
  const lines = found.ok ? found.value.lines.filter((one) => isNumber || one.code === code) : []
  const other = lines.length === 1 ? lines[0]!.id : undefined
  return act(event, ends.link, {
    input: (read: Input) => ({ ...read, to: other, id: event.params.id }),
    next: () => `${event.url.pathname}?da-lam=1`,
  })
}

export const actions = {
  link,
  answer: move(answers.answer, filesAsText),
  send: move(answers.send),
  close: move(answers.close),
  // It is no longer this desk's, but the slip that goes with it is made here.
  transfer: (event: RequestEvent) =>
    act(event, ends.transfer, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `${event.url.pathname}/giay-to`,
    }),
  guide: move(ends.guide),
  file: move(ends.fileAway),
  split: move(ends.split),
  forward: move(ends.forward),
  redirect: move(ends.redirect),
  reject: move(ends.reject),
  notAccept: move(ends.notAccept),
  notDenunciation: move(ends.notDenunciation),
  terminate: move(ends.terminate),
  enterWithdrawal: move(ends.enterWithdrawal),
  accept: move(handling.accept),
  assign: move(handling.assign),
  returnWrong: move(handling.returnWrong),
  complicate: move(handling.complicate),
  extend: move(handling.extend),
  suspend: move(handling.suspend),
  goOn: move(handling.goOn),
  askMore: move(talk.askMore),
  write: move(talk.write),
  note: move(talk.note),
  promise: move(promises.promise),
  keepPromise: move(promises.keepPromise, filesAsText),
  movePromise: move(promises.movePromise),
  publishConclusion: move(publishConclusion),
  sue: move(course.sue),
  protect: move(course.protect),
  clearAccused: move(course.clearAccused),
  // A new secret is shown once, on the page that answers, and stands in no address.
  reissue: (event: RequestEvent) => act(event, talk.reissue, { input: (read) => ({ ...read, id: event.params.id }) }),
}
