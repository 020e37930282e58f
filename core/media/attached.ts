// What somebody attaches, as base64 at the door; looked through in memory before it is taken.
import { z } from 'zod'
import { ok, type Problem } from '../shared/result.ts'
import { readAttachments, type Attachment } from './attachments.ts'
import { limits } from './limits.ts'

/** A file of the limit as base64, and a little more. */
const largest = Math.ceil((limits.megabytesEach * 1_000_000) / 3) * 4 + 4

export const attachedSchema = z
  .array(
    z.object({
      name: z.string().trim().max(300).default('tep'),
      // Of an empty file nothing arrives; it is told by its name.
      content: z.string().max(largest, `Tệp lớn hơn ${limits.megabytesEach} MB.`).default(''),
    }),
  )
  .max(100)
  .default([])
  .meta({ description: 'ảnh hoặc PDF, dạng base64' })

export async function originalsOf(
  files: z.output<typeof attachedSchema>,
): Promise<{ originals: Pick<Attachment, 'name' | 'mediaType' | 'bytes'>[]; problems: Problem[] }> {
  const came = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }))
  const { attachments, problems } = await readAttachments(came)
  return { originals: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes })), problems }
}

/** For an operation that takes files: they are looked through before its transaction begins. */
export const filesAhead = async (_: unknown, { files }: { files: z.output<typeof attachedSchema> }) =>
  ok(await originalsOf(files))
