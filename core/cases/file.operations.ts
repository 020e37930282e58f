// Files of a case on their way out: to the office as they came, to the sender the proof of an answer; pictures made anew.
import { z } from 'zod'
import type { App } from '../app.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, notFound, ok } from '../shared/result.ts'
import { filesOf, type KeptFile } from './letter.store.ts'
import { open, keySchema } from './sender.open.ts'
import { notYours, partsOf } from './submission.moves.ts'
import { noSuchSubmission, standingOf, whyKeptAway } from './submission.steps.ts'
import { readSubmission } from './submission.store.ts'

const out = z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() })

export const openFile = reading({
  name: 'submissions.openFile',
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
    if (!found) return noSuchFile
    return whyHeld(context.app, found) ?? ok(asShown(found))
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
    const found = files.find((one) => one.id === file && (one.answerNo ?? one.promiseId ?? one.pointId) !== null)
    if (!found) return noSuchFile
    if (isPicture(found) && found.cleanSha256 === null) return found.spoilt ? spoilt : notReady
    return whyHeld(context.app, found) ?? ok(asShown(found))
  },
})

/** What a file is worth to whom: held until it was looked at, never when something was found in it. */
function whyHeld(app: App, { verdict }: KeptFile) {
  if (verdict === 'found') return infected
  return verdict === null && app.clamd ? notLookedAt : null
}

const isPicture = ({ mediaType }: KeptFile) => mediaType.startsWith('image/')

/** The picture made anew as soon as there is one: nobody needs where a camera stood. */
function asShown({ name, mediaType, bytes, sha256, cleanSha256, cleanBytes }: KeptFile) {
  if (cleanSha256 === null || cleanBytes === null) return { fileName: name, mediaType, bytes, sha256 }
  const fileName = name.replace(/(\.\w{1,5})?$/, '.jpg')
  return { fileName, mediaType: 'image/jpeg', bytes: cleanBytes, sha256: cleanSha256 }
}

const noSuchFile = notFound('no-such-file', 'Hồ sơ này không có tệp đó.', 'It has no such file.')
const notReady = conflict(
  'not-ready',
  'Ảnh đang được làm sạch thông tin nơi chụp. Hãy mở lại sau ít phút.',
  'The picture is being cleaned of where it was taken. Come back in a few minutes.',
)
const spoilt = conflict(
  'spoilt',
  'Ảnh này hỏng nên không mở được. Hãy nhắn nơi nhận gửi lại ảnh khác.',
  'This picture is broken and cannot be opened. Ask the desk for another one.',
)
const notLookedAt = conflict(
  'not-looked-at',
  'Tệp đang chờ quét vi rút. Hãy mở lại sau ít phút; lâu hơn thì báo người vận hành.',
  'The file waits for the virus scanner. Come back in a few minutes; if it lasts, tell the operator.',
)
const infected = conflict(
  'infected',
  'Máy quét vi rút tìm thấy mã độc trong tệp này nên không mở được. Hãy báo người gửi gửi lại bản khác.',
  'The virus scanner found something in this file, so it does not open. Ask for another copy.',
)
