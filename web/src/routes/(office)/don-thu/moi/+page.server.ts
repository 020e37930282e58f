// Entering what came on paper, by telephone or in person; the receipt is the answer.
import { desks } from '@dong-thuan/core/cases/submit.operations.ts'
import { register } from '@dong-thuan/core/cases/register.operations.ts'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import { randomBytes } from 'node:crypto'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => {
  const found = await valueOf(event, desks, {})
  const { actor } = event.locals
  const mine = new Set(
    actor.kind === 'person'
      ? actor.roles.filter(({ role }) => role === 'receiver').map(({ bodyId }) => bodyId as number)
      : [],
  )
  const once = randomBytes(18).toString('base64url')
  return { ...found, desks: found.desks.filter(({ id }) => mine.has(id)), once }
}

export const actions = {
  default: async (event) => {
    const sent = await act(event, register, { prepare: filesAsText, secret: fileFields })
    if (!('done' in sent)) return sent
    const { code, secret } = sent.value
    return { ...sent, qr: pictureOf(`${event.locals.app.origin}/theo-doi#${code}.${secret}`) }
  },
}
