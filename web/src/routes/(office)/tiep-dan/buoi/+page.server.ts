// Sessions of the desks where this person works: proposed, posted, past.
import * as sittings from '@dong-thuan/core/reception/sitting.operations.ts'
import { mine } from '@dong-thuan/core/reception/sitting.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Input } from '#web/form.ts'
import { dayOf } from '#web/words/format.ts'

export const load = async (event) => ({
  ...(await valueOf(event, mine, {})),
  today: dayOf(event.locals.app.clock()),
  saved: event.url.searchParams.has('da-ghi'),
})

/** “5, 20” as typed; what is no number is told as one. */
const numbersOf = (typed: unknown) => (typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : undefined)

/** `form` names the panel that was sent; the form of the session itself comes as `way`. */
const wayOf = ({ form: _, way, ...read }: Input) => ({ ...read, form: way })

export const actions = {
  propose: (event: RequestEvent) =>
    act(event, sittings.propose, { input: wayOf, next: () => '/tiep-dan/buoi?da-ghi=1' }),
  pattern: (event: RequestEvent) =>
    act(event, sittings.proposePattern, {
      input: (read: Input) => ({ ...wayOf(read), monthDays: numbersOf(read.monthDays) }),
    }),
  post: (event: RequestEvent) => act(event, sittings.post, { next: () => '/tiep-dan/buoi?da-ghi=1' }),
}
