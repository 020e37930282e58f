// Off to the provider, to tie the account there to the one of the person who is signed in here.
import { redirect } from '@sveltejs/kit'
import { beginProvider } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'

export const GET = async ({ locals, url, cookies }) => {
  const { app, actor } = locals
  const page = '/tai-khoan/co-quan'
  if (actor.kind !== 'person') redirect(303, `/dang-nhap?tiep=${encodeURIComponent(page)}`)
  if (url.origin !== app.origin) redirect(303, `${app.origin}${page}`, { external: [app.origin] })
  const begun = await beginProvider(app, { search: '', tieFor: actor.personId })
  if (!begun.ok) redirect(303, `${page}?loi=${begun.refusal.code}`)
  setCookies(cookies, begun.value.setCookie)
  redirect(303, begun.value.location, { external: true })
}
