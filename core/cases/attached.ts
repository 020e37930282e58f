// What a sender or a handler attaches, as base64 at the door; looked through in memory before it is taken (core/media).
import { z } from 'zod'
import { readAttachments } from '../media/attachments.ts'
import { limits } from '../media/limits.ts'
import type { Original } from '../seal/sealing.ts'
import { takenOn } from '../media/taken.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Problem } from '../shared/result.ts'

/** A file of the limit as base64, and a little more. */
const largest = Math.ceil((limits.megabytesEach * 1_000_000) / 3) * 4 + 4

export const attachedSchema = z
  .array(
    z.object({
      name: z.string().trim().max(300).default('tep'),
      content: z.string().max(largest, `Tệp lớn hơn ${limits.megabytesEach} MB.`),
    }),
  )
  .max(100)
  .default([])
  .meta({ description: 'ảnh hoặc PDF, dạng base64' })

export async function originalsOf(
  files: z.output<typeof attachedSchema>,
): Promise<{ originals: Original[]; problems: Problem[] }> {
  const came = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }))
  const { attachments, problems } = await readAttachments(came)
  return { originals: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes })), problems }
}

/**
 * For the desk, below the words of the letter: a photograph whose camera says that it was taken after it was sent. A wrong clock is
 * nobody's fault, so it is taken all the same; a day more is the other side of the world.
 */
export function withDates(text: string, originals: readonly Original[], today: Day): string {
  const late = originals.flatMap(({ name, bytes }) => {
    const on = takenOn(bytes)
    return on !== null && on > addDays(today, 1)
      ? [`[Ảnh “${name}”: máy ghi ngày chụp ${shown(on)}, sau ngày gửi.]`]
      : []
  })
  return [text, ...late].join('\n')
}

const shown = (day: Day) => day.split('-').reverse().join('/')
