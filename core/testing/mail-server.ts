// The receiver of smtp-receiver.ts as tests meet it.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'

export interface Received {
  to: string[]
  raw: string
  subject: string
  messageId: string
}

export interface MailServer {
  url: string
  received: Received[]
  /** Waits until so many letters came. */
  until(count: number): Promise<void>
  stop(): Promise<void>
}

const children: ChildProcess[] = []
after(() => Promise.all(children.map(end))) // of the file, whichever test opened it

/** `received`: of a server that ran before, to go on with. */
export async function openMailServer(port = 0, received: Received[] = []): Promise<MailServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'smtp-receiver.ts'), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const waiting: (() => void)[] = []
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const said = JSON.parse(line) as { port?: number; to: string[]; raw: string }
      if (said.port) return resolve(`smtp://127.0.0.1:${said.port}`)
      received.push({ ...said, subject: headerOf(said.raw, 'Subject'), messageId: headerOf(said.raw, 'Message-ID') })
      for (const tell of waiting) tell()
    })
  })
  children.push(child)
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => received.length >= count && resolve()
      waiting.push(look)
      look()
    })
  return { url, received, until, stop: () => end(child) }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill()
  })
}

/** The text below the headers, decoded: quoted-printable or base64 parts. */
export function bodyOf(raw: string): string {
  const parts = raw.split(/\r\n(?=--)/).map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const text = rest.join('\r\n\r\n')
    if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
    return /quoted-printable/i.test(head) ? fromQ(text.replaceAll(/=\r\n/g, ''), false).toString('utf8') : text
  })
  return parts.join('\n')
}

/** Unfolded and decoded (RFC 2047). */
export function headerOf(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
  return line
    .slice(name.length + 1)
    .trim()
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(=\?utf-8\?[BQ]\?[^?]*\?=)+/gi, decodeWords)
}

function decodeWords(words: string): string {
  const parts = [...words.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(([, how, text]) =>
    how!.toUpperCase() === 'B' ? Buffer.from(text!, 'base64') : fromQ(text!),
  )
  return Buffer.concat(parts).toString('utf8')
}

function fromQ(text: string, inHeader = true): Buffer {
  return Buffer.from(
    (inHeader ? text.replaceAll('_', ' ') : text).replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    ),
    'latin1',
  )
}
