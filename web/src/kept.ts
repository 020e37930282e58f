// What was typed when the session ran out: put aside on the way to signing in, and given back to the same form.
import type { RequestEvent } from '@sveltejs/kit'
import { keepForm } from '@dong-thuan/core/people/kept-form.ts'
import type { RefusedForm, Typed } from '#web/form.ts'
import { wordsOf } from '#words'

/** The unseen field that says: fill the form with this and save nothing. */
export const keptMark = 'giu-lai'

/** Keeps the fields of a form; answers the key, or null when there was no session to come back to. */
export async function keepTyped(
  { locals, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
  data: FormData,
  secret: readonly string[] = [],
): Promise<string | null> {
  const fields: [string, string][] = []
  for (const [name, value] of data)
    if (typeof value === 'string' && !secret.includes(name.split(':')[0]!)) fields.push([name, value])
  return keepForm(locals.app, request.headers, { path: url.pathname + url.search, fields })
}

/** The form as it was typed, with one sentence above: nothing has been saved. */
export function asTyped({ locals }: Pick<RequestEvent, 'locals'>, typed: Typed): RefusedForm {
  const text = wordsOf(locals.language).kept.check
  return { typed, refusal: { kind: 'conflict', code: 'kept', lines: [{ field: '', href: null, text }], fields: {} } }
}

/** The address of the page a form stands on, without the name of its action. */
export function pageOf(path: string): string {
  const url = new URL(path, 'http://localhost')
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'))
  const search = new URLSearchParams(kept).toString()
  return url.pathname + (search && `?${search}`)
}
