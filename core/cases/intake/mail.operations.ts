// A mail becomes a submission like any other: sealed, numbered, with a receipt. Only the platform itself may ask for this.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { readAttachments } from '../../media/attachments.ts'
import { idOf } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { invalid, ok, problem } from '../../shared/result.ts'
import { inGroups } from '../receipt.ts'
import { receive } from '../receive.ts'
import { readMail } from './eml.ts'

/** A mail of 25 MB as base64. */
const largest = 35_000_000

export const takeMail = writing({
  name: 'submissions.takeMail',
  summary: 'Nhận một thư điện tử gửi đến nơi nhận; do hệ thống đọc hộp thư, hoặc người vận hành đưa vào',
  http: { method: 'POST', path: '/submissions/mail' },
  who: { roles: [] },
  input: z.object({
    desk: idOf('body'),
    raw: z.string().max(largest).meta({ description: 'cả thư (RFC 5322), dạng base64' }),
  }),
  output: z.object({
    taken: z.boolean().meta({ description: 'false: thư tự động, không có gì để nhận' }),
    code: z.string(),
    secret: z.string(),
    to: z.string(),
    notTaken: z.array(z.string()).meta({ description: 'tên các tệp không nhận, kèm lý do' }),
  }),
  async run(context, { desk, raw }) {
    const mail = await readMail(Buffer.from(raw, 'base64')).catch(() => null)
    if (mail === null) return invalid([notAMail])
    if (mail.automatic) return ok({ taken: false, code: '', secret: '', to: '', notTaken: [] })
    const { originals, notTaken } = await filesOf(mail.files)
    const text = [mail.subject, mail.text, ...notTaken.map((line) => `[${line}]`)].filter(Boolean).join('\n\n')
    // Nobody outside can say it: whoever knows a Message-ID would otherwise get the receipt of its mail.
    const once = createHmac('sha256', context.app.secret).update(`mail ${desk} ${mail.mark}`).digest('base64url')
    const received = await receive(context, {
      ...{ once, deskId: desk, channel: 'email', door: 'petition', topic: null, text: text.slice(0, longest) },
      sender: { name: mail.name, email: mail.address },
      place: { placeWords: '', lat: null, lon: null },
      ...{ originals, receivedAt: context.now, aboutDesk: false, beforeId: null, level: 1 as const },
    })
    if (!received.ok) return received
    const { code, secret } = received.value
    return ok({ taken: true, code: inGroups(code), secret: inGroups(secret), to: mail.address, notTaken })
  },
})

/** A letter of many pages; what is longer is cut, as nobody sits at a form to shorten it. */
const longest = 100_000
const mostFiles = 20

/** Each by itself: one bad file does not lose the letter. */
async function filesOf(files: readonly { name: string; bytes: Uint8Array }[]) {
  const originals = []
  const notTaken = []
  for (const [at, file] of files.entries()) {
    if (at >= mostFiles) {
      notTaken.push(`“${file.name}” không nhận: mỗi thư nhận tối đa ${mostFiles} tệp.`)
      continue
    }
    const { attachments, problems } = await readAttachments([file])
    notTaken.push(...problems.map(({ sentence }) => sentence.vi))
    originals.push(...attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes })))
  }
  return { originals, notTaken }
}

const notAMail = problem('raw', 'not-a-mail', 'Tệp này không phải một thư điện tử.', 'This is no mail.')
