// Off to the provider of the office. A link, not a form: the security policy lets forms go nowhere else.
import { redirect } from '@sveltejs/kit'
import { beginProvider } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'
import { goingOn } from '#web/arriving.ts'

export const GET = async ({ locals, url, cookies }) => {
  const { app } = locals
  // The cookie must be there when the provider sends the browser back, to the official address.
  if (url.origin !== app.origin) redirect(303, `${app.origin}${url.pathname}${url.search}`, { external: [app.origin] })
  const search = goingOn(url.search)
  const begun = await beginProvider(app, { search })
  if (!begun.ok) redirect(303, `/dang-nhap${search || '?'}&loi=${begun.refusal.code}`)
  setCookies(cookies, begun.value.setCookie)
  redirect(303, begun.value.location, { external: true })
}
