// Whether one certificate holds; a code nobody has is asked for again, with what was typed or scanned.
import { check } from '@dong-thuan/core/commendations/public.operations.ts'
import { redirect } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { code } = event.params
  const found = await event.locals.ask(check, { code })
  if (!found.ok && found.refusal.code === 'no-such-code')
    redirect(303, `/khen-thuong/kiem-tra?${new URLSearchParams({ ma: code.slice(0, 40) })}`)
  return { ...(await valueOf(event, check, { code })), code: code.toLowerCase().replaceAll(/[\s-]/g, '') }
}
