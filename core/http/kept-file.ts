// A file on its way out: a kept one from the disk, or bytes that lie nowhere; to be saved and never run by a browser.
import { Readable } from 'node:stream'
import type { App } from '../app.ts'
import { downloadHeaders } from '../media/headers.ts'

export interface KeptFile {
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
}

/** Whether the person may have it was asked before; a file that is gone was told then. */
export function sendKept(app: App, { fileName, mediaType, bytes, sha256 }: KeptFile): Response {
  const body = Readable.toWeb(app.files!.stream(sha256)) as never // node's and the browser's types of streams differ
  return new Response(body, {
    headers: {
      ...downloadHeaders({ fileName, mediaType, bytes }),
      'cache-control': 'private, no-store',
      etag: `"${sha256}"`,
    },
  })
}

export interface Content {
  fileName: string
  mediaType: string
  content: Uint8Array<ArrayBuffer>
}

/** No etag: it would be a trace of what was sent. */
export function sendContent({ fileName, mediaType, content }: Content): Response {
  const headers = downloadHeaders({ fileName, mediaType, bytes: content.length })
  return new Response(content, { headers: { ...headers, 'cache-control': 'no-store' } })
}
