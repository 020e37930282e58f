// Carries a request of node:http to the REST door and its answer back.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { App } from '../app.ts'
import { largestBody, largestUpload } from './gate.ts'
import { fileTooLarge, sendNotice, tooLarge } from './notice.ts'

export type Api = (app: App, request: Request, address: string | null) => Promise<Response>

/** `large`: a file may come in this body. */
export async function answerOverHttp(
  ask: (request: Request) => Promise<Response>,
  req: IncomingMessage,
  res: ServerResponse,
  { origin, large }: { origin: string; large: boolean },
): Promise<void> {
  const body = await wholeBody(req, large ? largestUpload : largestBody)
  if (body === 'too large') return sendNotice(req, res, large ? fileTooLarge : tooLarge)
  const headers = Object.entries(req.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  const init = { method: req.method!, headers, body: hasBody ? body : undefined, duplex: 'half' }
  await send(await ask(new Request(origin + req.url, init as RequestInit)), req, res)
}

async function send(response: Response, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const cookies = response.headers.getSetCookie()
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  res.writeHead(response.status)
  if (!response.body || req.method === 'HEAD') return void res.end()
  await pipeline(Readable.fromWeb(response.body as ReadableStream), res)
}

/** A body may come without its length stated: it is counted as it comes. */
async function wholeBody(req: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer> | 'too large'> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) return 'too large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
