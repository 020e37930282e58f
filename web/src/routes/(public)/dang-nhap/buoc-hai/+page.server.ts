// The second step: six digits from the phone, or a code from paper.
import { fail } from '@sveltejs/kit'
import { passSecondStep, secondStepAsked } from '@dong-thuan/core/people/sign-in.ts'
import { enter, goingOn } from '#web/arriving.ts'
import { readForm, showRefusal, statusOf } from '#web/form.ts'

export const load = async ({ locals, request, url }) => ({
  asked: await secondStepAsked(locals.app, request.headers),
  on: goingOn(url.search),
})

export const actions = {
  default: async ({ request, locals, url, cookies }) => {
    const { typed, input } = readForm(await request.formData())
    const { code = '' } = input as Record<string, string | undefined>
    const [recovery, trust] = [input.recovery === true, input.trust === true]
    const tried = { code: code.slice(0, 100), recovery, trust, headers: request.headers }
    const result = await passSecondStep(locals.app, tried)
    if (result.ok) enter(cookies, result.value, url.search)
    delete typed.code
    return fail(statusOf(result.refusal), { typed, refusal: showRefusal(result.refusal, locals.language) })
  },
}
