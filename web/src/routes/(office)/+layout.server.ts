// Office pages are for people who are signed in; others are asked to sign in and come back here.
import { redirect } from '@sveltejs/kit'
import { officeNav } from '#web/office-nav.ts'
import { wordsOf } from '#words'

export const load = ({ locals, url }) => {
  if (locals.actor.kind !== 'person') redirect(303, `/dang-nhap?tiep=${encodeURIComponent(url.pathname + url.search)}`)
  return {
    nav: officeNav(locals.actor, wordsOf(locals.language)),
    officeName: wordsOf(locals.language).common.platform,
  }
}
