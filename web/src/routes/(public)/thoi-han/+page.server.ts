// The time limits of the law, and when one asked about ends.
import { listNumbers } from '@dong-thuan/core/cases/number.operations.ts'
import { compute } from '@dong-thuan/core/law/deadline.operations.ts'
import { list } from '@dong-thuan/core/law/rule.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { readForm, showRefusal, type RefusedForm } from '#web/form.ts'
import { askedLimit, fieldTyped } from './asked.ts'

export const load = async (event) => ({
  ...(await valueOf(event, list, {})),
  ...(await answerTo(event)),
  ...(await valueOf(event, listNumbers, {})),
})

/** Nothing was asked yet: the empty form. */
async function answerTo({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>) {
  const data = new FormData()
  for (const [name, value] of url.searchParams) data.append(name, value)
  const { typed, input } = readForm(data)
  if (!url.searchParams.has('from:day')) return { typed, answer: null, refused: null }
  const result = await locals.ask(compute, askedLimit(input))
  if (result.ok) return { typed, answer: result.value, refused: null }
  const refusal = showRefusal(result.refusal, locals.language)
  return { typed, answer: null, refused: fieldTyped({ typed, refusal }) satisfies RefusedForm }
}
