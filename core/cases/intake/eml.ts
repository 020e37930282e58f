// A mail as it stands in a mailbox, read for the desk: who wrote, what, with which files. In memory; nothing of it is logged.
import PostalMime, { type Address, type Email } from 'postal-mime'
import { plainText } from '../../shared/text.ts'

export interface ReadMail {
  /** The same mail read twice has the same mark. */
  mark: string
  name: string
  address: string
  subject: string
  text: string
  files: { name: string; bytes: Uint8Array }[]
  /** Written by a machine: an answer to it would be answered again. */
  automatic: boolean
}

export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw)
  const from = mail.from
  const subject = plainText(mail.subject ?? '').trim()
  const body = plainText(mail.text ?? textOf(mail.html ?? '')).trim()
  return {
    mark: mail.messageId ?? `${mail.date ?? ''} ${from?.address ?? ''} ${subject}`,
    name: plainText(from?.name ?? '').trim(),
    address: addressOf(from),
    subject,
    text: withoutQuote(body),
    files: mail.attachments.map(({ filename, content }, i) => ({
      name: filename ?? `dinh-kem-${i + 1}`,
      bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
    automatic: isAutomatic(mail),
  }
}

const addressOf = (from: Address | undefined) => (from?.address ?? '').trim().toLowerCase()

/** RFC 3834, and what older programs write; a bounce has no sender. */
function isAutomatic({ headers, from }: Email): boolean {
  const said = (key: string) =>
    headers
      .find((one) => one.key === key)
      ?.value.trim()
      .toLowerCase() ?? ''
  const submitted = said('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    ['bulk', 'list', 'junk', 'auto_reply'].includes(said('precedence')) ||
    said('list-id') !== '' ||
    said('return-path') === '<>' ||
    !from?.address
  )
}

/** Of a mail that has only a page, its words. */
function textOf(html: string): string {
  const shown = html.replaceAll(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ')
  const lines = shown.replaceAll(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n').replaceAll(/<[^>]*>/g, ' ')
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }
  return lines.replaceAll(/&(\w+|#39);/g, (all, name: string) => marks[name] ?? all).replaceAll(/[ \t]+/g, ' ')
}

/** The mail that is answered, quoted below: it stands in its own case already. */
function withoutQuote(text: string): string {
  const lines = text.split('\n')
  const from = lines.findIndex(
    (line, i) => line.startsWith('>') && lines.slice(i).every((one) => /^(>|\s*$)/.test(one)),
  )
  return (from > 0 ? lines.slice(0, from) : lines).join('\n').trim()
}
