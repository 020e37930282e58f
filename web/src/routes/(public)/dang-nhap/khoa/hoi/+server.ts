// What the script of the passkey page hands to the browser.
import { json } from '@sveltejs/kit'
import { offerPasskey } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'
import { statusOf } from '#web/form.ts'

export const POST = async ({ locals, cookies }) => {
  const offered = await offerPasskey(locals.app)
  if (!offered.ok) return json({ code: offered.refusal.code }, { status: statusOf(offered.refusal) })
  setCookies(cookies, offered.value.setCookie)
  return json({ options: offered.value.options }, { headers: { 'cache-control': 'no-store' } })
}
