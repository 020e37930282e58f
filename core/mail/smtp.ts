// The way out for mail: one SMTP server, spoken to by nodemailer. Nothing is thrown: every outcome is told.
import type { Letter, Mailer, Outcome } from '../app.ts'

/** Milliseconds; a server that says nothing must not hold the others up. */
const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }

export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const options = { url, ...waits, disableFileAccess: true, disableUrlAccess: true }
  let transport: ReturnType<typeof connect> | undefined
  return { from, send }

  async function send(letter: Letter): Promise<Outcome> {
    const { to, subject, text, html, messageId, settings } = letter
    const headers = { 'List-Unsubscribe': `<${settings}>`, 'Auto-Submitted': 'auto-generated' }
    try {
      transport ??= connect(options)
      const { response = '' } = await (await transport).sendMail({ from, to, subject, text, html, messageId, headers })
      return { kind: 'sent', reply: plainReply(response) }
    } catch (error) {
      return outcomeOf(error as SmtpError)
    }
  }
}

/** Loaded with the first mail: the command line starts without it. */
async function connect(options: { url: string }) {
  const { createTransport } = await import('nodemailer')
  return createTransport(options)
}

interface SmtpError extends Error {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/**
 * Refused for good: the server answered 5xx to this receiver or this letter (RFC 5321 4.2.1). Everything else, as a full
 * mailbox (4xx), a wrong password of ours or no connection, may pass and is tried again.
 */
function outcomeOf({ command, responseCode = 0, response, message }: SmtpError): Outcome {
  const ofThisLetter = command === 'RCPT TO' || command === 'DATA'
  const refused = ofThisLetter && responseCode >= 500 && responseCode < 600
  return { kind: refused ? 'refused' : 'later', reply: plainReply(response ?? message) }
}

/** Kept for the administrator: short and without anybody's address. */
function plainReply(reply: string): string {
  return reply
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
