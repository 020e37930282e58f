// Form actions and page loads: ask an operation, then show the page again with every sentence, or go on.
import { error, fail, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Refusal } from '@dong-thuan/core/shared/result.ts'
import type { Answer, Askable } from '#web/ask.ts'
import { askedAs, type Input, readForm, showRefusal, statusOf } from '#web/form.ts'
import { wordsOf } from '#words'
import { asTyped, keepTyped, keptMark, pageOf } from '#web/kept.ts'

interface ActOptions<Value> {
  /** Changes the fields before they are read, as taking the text out of a file. */
  prepare?: (data: FormData) => Promise<void>
  /** Makes the input of the operation from what was read, as adding the id of the address. */
  input?: (read: Input) => unknown
  /** Where to go when it is done. Without it the page is shown again with `form.done`. */
  next?: (value: Value) => string
  /** What the page asks under another name than the operation: the fault is told where it was asked. */
  asked?: Record<string, string>
  /** Fields that are never sent back into the page nor kept, as passwords. */
  secret?: string[]
}

/** One form action: reads the form, asks, and answers `fail(…)` with what was typed, or goes on. */
export async function act<Operation extends Askable>(
  event: RequestEvent,
  operation: Operation,
  options: ActOptions<Answer<Operation>> = {},
) {
  const data = await event.request.formData()
  await options.prepare?.(data)
  const { typed, input } = readForm(data)
  for (const name of options.secret ?? []) delete typed[name]
  if (data.has(keptMark)) return fail(422, asTyped(event, typed))
  const result = await event.locals.ask(operation, options.input ? options.input(input) : input)
  if (result.ok) {
    if (options.next) redirect(303, options.next(result.value))
    return { done: true as const, value: result.value, typed }
  }
  if (result.refusal.code === 'sign-in-needed') toSignIn(event, await keepTyped(event, data, options.secret))
  if (result.refusal.code === 'sign-in-again') redirect(303, againAt(event))
  return fail(statusOf(result.refusal), {
    typed,
    refusal: showRefusal(askedAs(result.refusal, options.asked), event.locals.language),
  })
}

/** In a load: the value, or the error page with the sentence of the refusal; asks to sign in where that is the reason. */
export async function valueOf<Operation extends Askable>(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  operation: Operation,
  input?: unknown,
): Promise<Answer<Operation>> {
  const result = await event.locals.ask(operation, input)
  if (result.ok) return result.value
  if (result.refusal.code === 'sign-in-needed') toSignIn(event)
  if (isAddressFault(result.refusal)) error(404, wordsOf(event.locals.language).error.notFound)
  const shown = showRefusal(result.refusal, event.locals.language)
  error(statusOf(result.refusal), shown.lines.map((line) => line.text).join(' '))
}

/** What stood in the address is no number, no day, too long: nobody typed it into a field, so there is no such page. */
function isAddressFault(refusal: Refusal): boolean {
  return refusal.kind === 'invalid' && refusal.problems.every(({ code }) => /^(invalid|too)_/.test(code))
}

/** Signed in, but too long ago for this; afterwards the page is there again. */
export function againAt({ url }: Pick<RequestEvent, 'url'>): string {
  return `/dang-nhap?lai=1&tiep=${encodeURIComponent(pageOf(url.pathname + url.search))}`
}

/** `kept`: the key of what was typed, so that it is there again after signing in. */
function toSignIn({ url }: Pick<RequestEvent, 'url'>, kept: string | null = null): never {
  const page = encodeURIComponent(pageOf(url.pathname + url.search))
  redirect(303, `/dang-nhap?tiep=${page}${kept ? `&giu=${kept}` : ''}`)
}
