// A kept file on its way out: streamed from the disk, to be saved and never run by a browser.
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
  const plain = fileName.normalize('NFD').replaceAll(/[^\u0020-\u007e]|["\\]/g, '')
  const body = Readable.toWeb(app.files!.stream(sha256)) as never // node's and the browser's types of streams differ
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      etag: `"${sha256}"`,
    },
  })
}
