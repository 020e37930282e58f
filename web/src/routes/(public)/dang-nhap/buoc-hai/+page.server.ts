// The second step: six digits from the phone, or a code from paper.
import { fail } from '@sveltejs/kit'
import { passSecondStep, secondStepAsked } from '@dong-thuan/core/people/sign-in.ts'
import { enter, goingOn } from '#web/arriving.ts'
import { fieldId, readForm, showRefusal, statusOf, type ShownRefusal, type Typed } from '#web/form.ts'

export const load = async ({ locals, request, url }) => ({
  asked: await secondStepAsked(locals.app, request.headers),
  on: goingOn(url.search),
})

export const actions = {
  default: async ({ request, locals, url, cookies }) => {
    const { typed, input } = readForm(await request.formData())
    const { code = '', paper } = input as Record<string, string | undefined>
    const tried = { code: (paper ?? code).slice(0, 100), recovery: paper !== undefined, trust: input.trust === true }
    const result = await passSecondStep(locals.app, { ...tried, headers: request.headers })
    if (result.ok) enter(cookies, result.value, url.search)
    const refusal = showRefusal(result.refusal, locals.language)
    const again: Typed = { ...typed, code: '' }
    return fail(statusOf(refusal), { typed: again, refusal: paper ? forPaper(refusal) : refusal })
  },
}

/** What is said of the code belongs to the field it was typed into. */
function forPaper({ fields: { code, ...fields }, lines, ...rest }: ShownRefusal): ShownRefusal {
  const href = `#${fieldId('paper')}`
  return { ...rest, fields: { ...fields, paper: code ?? [] }, lines: lines.map((line) => ({ ...line, href })) }
}
