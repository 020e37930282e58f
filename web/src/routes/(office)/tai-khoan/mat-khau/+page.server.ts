// Another password; whoever must choose one first goes on to where he was going.
import { changePassword } from '@dong-thuan/core/people/account.operations.ts'
import { isSignedIn } from '@dong-thuan/core/people/sign-in.ts'
import { act } from '#web/act.ts'
import { localPath } from '#web/look.ts'

export const load = ({ locals }) => ({ must: isSignedIn(locals.actor) && locals.actor.mustChangePassword })

export const actions = {
  default: (event) =>
    act(event, changePassword, {
      secret: ['oldPassword', 'password'],
      next: () => {
        const { searchParams, search } = event.url
        if (searchParams.has('giu')) return `/dang-nhap/tiep-tuc${search}`
        return searchParams.has('tiep') ? localPath(searchParams.get('tiep')) : '/tai-khoan?da-doi=1'
      },
    }),
}
