// What a sender attaches: read in memory, its kind told by its own bytes, refused with a sentence when it is none we take.
import { z } from 'zod'
import { readFileSync } from 'node:fs'
import type { App } from '../app.ts'
import type { Original } from '../seal/sealing.ts'
import { problem, type Problem } from '../shared/result.ts'
import { kindOf } from './file-kind.ts'

const limits = z
  .object({ mostFiles: z.number(), largestFileMegabytes: z.number() })
  .parse(JSON.parse(readFileSync(new URL('./data/limits.json', import.meta.url), 'utf8')))

/** A file of the limit as base64, and a little more. */
const largest = Math.ceil((limits.largestFileMegabytes * 1_000_000) / 3) * 4 + 4

export const attachedSchema = z
  .array(
    z.object({
      name: z.string().trim().max(300).default('tep'),
      content: z.string().max(largest, `Tệp lớn hơn ${limits.largestFileMegabytes} MB.`),
    }),
  )
  .max(100)
  .default([])
  .meta({ description: 'ảnh JPEG, PNG, WebP hoặc PDF, dạng base64' })

export async function originalsOf(
  _app: App,
  files: z.output<typeof attachedSchema>,
): Promise<{ originals: Original[]; problems: Problem[] }> {
  const problems: Problem[] = []
  const originals: Original[] = []
  if (files.length > limits.mostFiles) problems.push(tooMany)
  for (const [i, { name, content }] of files.entries()) {
    const bytes = Buffer.from(content, 'base64')
    const mediaType = kindOf(bytes)
    if (mediaType === null) problems.push(notTaken(i, name))
    else originals.push({ name, mediaType, bytes })
  }
  return { originals, problems }
}

const tooMany = problem(
  'files',
  'too-many',
  `Gửi tối đa ${limits.mostFiles} tệp. Hãy chọn những ảnh rõ nhất.`,
  `At most ${limits.mostFiles} files; choose the clearest.`,
)
const notTaken = (i: number, name: string) =>
  problem(
    `files.${i}`,
    'not-taken',
    `Tệp “${name}” không phải ảnh (JPEG, PNG, WebP) hay PDF nên không nhận. Hãy bỏ tệp này hoặc chụp ảnh rồi gửi.`,
    `“${name}” is neither a picture nor a PDF. Leave it out, or send a photo of it.`,
  )
