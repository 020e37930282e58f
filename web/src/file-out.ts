// A file an operation made, on its way to the person.
import { sendKept, type KeptFile } from '@dong-thuan/core/http/kept-file.ts'
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

/** A field left alone comes as a file without name or bytes; an empty file somebody chose is told to him. */
export const isChosen = ({ size, name }: File) => size > 0 || name !== ''

/** Before the form is read: the chosen file becomes base64 text in its own field, its name in another. */
export async function fileAsText(data: FormData): Promise<void> {
  const file = data.get('file')
  data.delete('file')
  if (file === null || typeof file === 'string' || !isChosen(file)) return
  data.set('file', Buffer.from(await file.arrayBuffer()).toString('base64'))
  data.set('fileName', file.name)
}

const mostFiles = 100

/** The names under which chosen files arrive; never sent back into a page nor kept. */
export const fileFields = Array.from({ length: mostFiles }, (_, at) => [
  `files.${at}.content`,
  `files.${at}.name`,
]).flat()

/** Before the form is read: every chosen file becomes base64 text, in the order in which they were chosen. */
export async function filesAsText(data: FormData): Promise<void> {
  const files = data.getAll('files').filter((one) => typeof one !== 'string' && isChosen(one)) as File[]
  data.delete('files')
  for (const [at, file] of files.slice(0, mostFiles).entries()) {
    data.set(`files.${at}.content`, Buffer.from(await file.arrayBuffer()).toString('base64'))
    data.set(`files.${at}.name`, file.name)
  }
}

/** A kept file, streamed from where it lies once the operation has said that the person may have it. */
export async function streamFile(event: RequestEvent, operation: Askable<KeptFile>, input: unknown): Promise<Response> {
  return sendKept(event.locals.app, (await valueOf(event, operation, input)) as KeptFile)
}
