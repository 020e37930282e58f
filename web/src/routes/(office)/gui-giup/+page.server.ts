// Sending for a neighbour: the receipt is the answer, and how far those sent before are.
import { helpDesks, helped, sendFor } from '@dong-thuan/core/cases/help/help.operations.ts'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import { randomBytes } from 'node:crypto'
import { act, valueOf } from '#web/act.ts'
import { askedPage } from '#web/asked.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => ({
  ...(await valueOf(event, helpDesks, {})),
  sent: await valueOf(event, helped, { page: askedPage(event.url) }),
  once: randomBytes(18).toString('base64url'),
  language: event.locals.language,
})

export const actions = {
  default: async (event) => {
    const sent = await act(event, sendFor, { prepare: filesAsText, secret: fileFields })
    if (!('done' in sent)) return sent
    const { code, secret } = sent.value
    // Of the neighbour's words nothing goes back into the page of whoever sent them.
    return {
      done: true as const,
      value: sent.value,
      qr: pictureOf(`${event.locals.app.origin}/theo-doi#${code}.${secret}`),
    }
  },
}
