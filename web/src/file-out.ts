// A file an operation made, on its way to the person.
import type { RequestEvent } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'

interface FileOut {
  fileName: string
  mediaType: string
  /** base64 */
  content: string
}

export async function sendFile(event: RequestEvent, operation: Askable<FileOut>, input: unknown): Promise<Response> {
  const { fileName, mediaType, content } = (await valueOf(event, operation, input)) as FileOut
  const plain = fileName.normalize('NFD').replaceAll(/[^\u0020-\u007e]|["\\]/g, '')
  return new Response(new Uint8Array(Buffer.from(content, 'base64')), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
    },
  })
}

/** Before the form is read: the chosen file becomes base64 text in its own field, its name in another. */
export async function fileAsText(data: FormData): Promise<void> {
  const file = data.get('file')
  data.delete('file')
  if (typeof file === 'string' || !file?.size) return
  data.set('file', Buffer.from(await file.arrayBuffer()).toString('base64'))
  data.set('fileName', file.name)
}
