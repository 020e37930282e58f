// Somebody has signed in, by whatever: his cookies, and where he goes on.
import { redirect, type Cookies } from '@sveltejs/kit'
import type { SignInDone } from '@dong-thuan/core/people/sign-in.arrive.ts'
import { setCookies } from '#web/actor.server.ts'
import { localPath } from '#web/look.ts'

/** Of what a sign-in page was asked, the part that is about going on: “?tiep=…&giu=…”, or ''. */
export function goingOn(search: string): string {
  const asked = new URLSearchParams(search)
  const kept = new URLSearchParams([...asked].filter(([name]) => name === 'tiep' || name === 'giu'))
  return kept.size > 0 ? `?${kept}` : ''
}

export function enter(cookies: Cookies, done: SignInDone, search: string): never {
  const on = goingOn(search)
  setCookies(cookies, done.setCookie)
  if (done.next === 'secondStep') redirect(303, `/dang-nhap/buoc-hai${on}`)
  redirect(303, done.mustChangePassword ? `/tai-khoan/mat-khau${on}` : placeAfter(on))
}

/** The form that was interrupted, the page that was asked for, or the desk. */
export function placeAfter(search: string): string {
  const asked = new URLSearchParams(search)
  if (asked.has('giu')) return `/dang-nhap/tiep-tuc${goingOn(search)}`
  return asked.has('tiep') ? localPath(asked.get('tiep')) : '/ban-lam-viec'
}
