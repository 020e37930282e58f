// Work is handed over by administrators; others read why not.
import { whyNotAsk } from '@dong-thuan/core/shared/operation.ts'
import { error } from '@sveltejs/kit'

export const load = ({ locals }) => {
  if (locals.actor.kind === 'anonymous') return // the office asks to sign in
  const not = whyNotAsk(locals.actor, { roles: ['administrator'] }, 'POST')
  if (not && not.refusal.kind === 'forbidden') error(403, not.refusal.sentence[locals.language])
}
