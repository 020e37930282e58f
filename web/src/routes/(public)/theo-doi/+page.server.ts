// Code and secret from the receipt: right ones are kept in a cookie of this browser only while it is open.
import { redirect } from '@sveltejs/kit'
import { track } from '@dong-thuan/core/cases/sender.operations.ts'
import { act } from '#web/act.ts'
import { keepKeys } from './keys.ts'

export const load = () => ({})

export const actions = {
  default: async (event) => {
    let secret = ''
    const seen = await act(event, track, {
      secret: ['secret'],
      input: (read) => ((secret = String(read.secret ?? '')), read),
    })
    if (!('done' in seen)) return seen
    const { code } = seen.value
    keepKeys(event, { code, secret })
    redirect(303, `/theo-doi/${code}`)
  },
}
