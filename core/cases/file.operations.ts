// Files of a case on their way out: to the office as they came, to the sender the proof of an answer; pictures made anew.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, notFound, ok } from '../shared/result.ts'
import { filesOf, type KeptFile } from './letter.store.ts'
import { open, keySchema } from './sender.open.ts'
import { notYours, partsOf } from './submission.moves.ts'
import { noSuchSubmission, standingOf, whyKeptAway } from './submission.steps.ts'
import { readSubmission } from './submission.store.ts'

const out = z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() })

export const file = reading({
  name: 'submissions.file',
  summary: 'Tải một tệp của hồ sơ đã phân loại',
  http: { method: 'GET', path: '/submissions/{id}/files/{file}' },
  who: { roles: ['receiver', 'handler', 'head'] },
  sends: 'file',
  input: z.object({ id: idOf('submission'), file: idOf('submission_file') }),
  output: out,
  async run(context, { id, file }) {
    const submission = await readSubmission(context.db, id)
    if (!submission) return noSuchSubmission
    const away = await whyKeptAway(context, id)
    if (away) return away
    if (partsOf(context.actor, await standingOf(context.db, submission)).length === 0) return notYours
    const found = (await filesOf(context.db, id)).find((one) => one.id === file)
    return found ? ok(asKept(found)) : noSuchFile
  },
})

export const proof = writing({
  name: 'submissions.proof',
  summary: 'Người gửi xem ảnh, văn bản chứng minh của câu trả lời',
  http: { method: 'POST', path: '/submissions/proof/{file}' },
  who: 'anyone',
  sends: 'file',
  input: z.object({ ...keySchema, file: idOf('submission_file') }),
  output: out,
  async run(context, { file, ...keys }) {
    const opened = await open(context, keys)
    if (!opened.ok) return opened
    const files = await filesOf(context.db, opened.value.joinedId ?? opened.value.id)
    const found = files.find((one) => one.id === file && one.answerNo !== null)
    if (!found) return noSuchFile
    return found.mediaType.startsWith('image/') && found.cleanSha256 === null ? notReady : ok(asClean(found))
  },
})

/** To the office the picture made anew as soon as there is one: nobody needs where a camera stood. */
const asKept = (kept: KeptFile) => (kept.cleanSha256 === null ? original(kept) : asClean(kept))
const original = ({ name, mediaType, bytes, sha256 }: KeptFile) => ({ fileName: name, mediaType, bytes, sha256 })

const asClean = (kept: KeptFile) => {
  const { name, mediaType, cleanSha256, cleanBytes } = kept
  if (cleanSha256 === null || cleanBytes === null) return original(kept)
  return {
    fileName: name,
    mediaType: mediaType === 'image/png' ? 'image/jpeg' : mediaType,
    bytes: cleanBytes,
    sha256: cleanSha256,
  }
}

const noSuchFile = notFound('no-such-file', 'Hồ sơ này không có tệp đó.', 'It has no such file.')
const notReady = conflict(
  'not-ready',
  'Ảnh đang được làm sạch thông tin nơi chụp. Hãy mở lại sau ít phút.',
  'The picture is being cleaned of where it was taken. Come back in a few minutes.',
)
