// Back from the provider of the office: in, to the second step, to saying yes to a tie, or told why not.
import { redirect } from '@sveltejs/kit'
import { endProvider } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'
import { enter } from '#web/arriving.ts'

export const GET = async ({ locals, url, request, cookies }) => {
  const { search, result } = await endProvider(locals.app, { search: url.search, headers: request.headers })
  if (!result.ok) {
    const page = locals.actor.kind === 'person' ? '/tai-khoan/co-quan' : '/dang-nhap'
    redirect(303, `${page}${search || '?'}&loi=${result.refusal.code}`)
  }
  const { done, setCookie } = result.value
  if (done !== 'link') enter(cookies, { ...done, setCookie }, search)
  setCookies(cookies, setCookie)
  redirect(303, '/tai-khoan/co-quan')
}
