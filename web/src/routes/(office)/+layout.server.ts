// Office pages are for people who are signed in; others are asked to sign in and come back here.
import { redirect } from '@sveltejs/kit'
import { isSignedIn } from '@dong-thuan/core/people/sign-in.ts'
import { officeNav } from '#web/office-nav.ts'
import { wordsOf } from '#words'

export const load = ({ locals, url }) => {
  const asked = `?tiep=${encodeURIComponent(url.pathname + url.search)}`
  if (locals.actor.kind !== 'person') redirect(303, `/dang-nhap${asked}`)
  // Whoever still has the password somebody gave him chooses his own before anything else.
  const mustChange = isSignedIn(locals.actor) && locals.actor.mustChangePassword
  if (mustChange && url.pathname !== '/tai-khoan/mat-khau') redirect(303, `/tai-khoan/mat-khau${asked}`)
  // Whose role needs a second step sets it up first.
  const mustSet = isSignedIn(locals.actor) && !mustChange && locals.actor.mustSetSecondStep
  const ways = ['/tai-khoan/buoc-hai', '/tai-khoan/khoa']
  if (mustSet && !ways.includes(url.pathname)) redirect(303, `/tai-khoan/buoc-hai${asked}`)
  return {
    nav: officeNav(locals.actor, wordsOf(locals.language)),
    officeName: wordsOf(locals.language).common.platform,
  }
}
