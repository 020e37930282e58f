// Sending something to a desk, without an account; the receipt is the answer and stands in no address.
import { randomBytes } from 'node:crypto'
import { pictureOf } from '@dong-thuan/core/shared/qr.ts'
import { desks, submit } from '@dong-thuan/core/cases/submit.operations.ts'
import { searchKey } from '@dong-thuan/core/shared/text.ts'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

/** More than these and the sender first says where. */
const mostInList = 40

export const load = async (event) => {
  const found = await valueOf(event, desks, {})
  const q = event.url.searchParams.get('noi')?.slice(0, 100) ?? ''
  const wanted = searchKey(q)
  const matching = found.desks.filter((one) =>
    searchKey(`${one.place} ${one.upperPlace ?? ''} ${one.name}`).includes(wanted),
  )
  const shown = matching.slice(0, mostInList)
  // A new mark for each form that is drawn: the same form sent twice is one submission.
  const once = randomBytes(18).toString('base64url')
  return { ...found, desks: shown, q, once, many: found.desks.length > mostInList }
}

export const actions = {
  default: async (event) => {
    const sent = await act(event, submit, { prepare: filesAsText, secret: fileFields })
    if (!('done' in sent)) return sent
    const { code, secret } = sent.value
    // Behind the #, which no browser sends to any server.
    const address = `${event.locals.app.origin}/theo-doi#${code}.${secret}`
    return { ...sent, qr: pictureOf(address) }
  },
}
