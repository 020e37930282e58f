// Signing out; shown once more afterwards, so that on a shared computer it is seen to be done.
import { redirect } from '@sveltejs/kit'
import { signOut } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'

export const actions = {
  default: async ({ locals, request, cookies }) => {
    const { setCookie } = await signOut(locals.app, request.headers)
    setCookies(cookies, setCookie)
    redirect(303, '/dang-xuat')
  },
}
