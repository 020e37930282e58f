// A file on its way out: a kept one from the disk, or bytes that lie nowhere; to be saved and never run by a browser.
import { Readable } from 'node:stream'
import type { App } from '../app.ts'

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
      ...headersOf({ fileName, mediaType, bytes }),
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
  const headers = headersOf({ fileName, mediaType, bytes: content.length })
  return new Response(content, { headers: { ...headers, 'cache-control': 'no-store' } })
}

function headersOf({ fileName, mediaType, bytes }: Omit<KeptFile, 'sha256'>) {
  const plain = fileName.normalize('NFD').replaceAll(/[^\u0020-\u007e]|["\\]/g, '')
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
}
