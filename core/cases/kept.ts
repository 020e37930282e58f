// Files of a case that are not sealed, into the folder of kept files and its list.
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, ok, type Result } from '../shared/result.ts'
import type { Original } from '../seal/sealing.ts'
import { insertFile } from './letter.store.ts'
import { personOf } from './submission.steps.ts'

interface Came {
  originals: readonly Original[]
  /** The answer they prove; null: they came with the letter, or prove that a promise was kept. */
  answerNo: number | null
  promiseId?: Id<'submission_promise'>
  /** Of a conclusion of reception. */
  pointId?: Id<'conclusion_point'>
  /** By the sender, not by who sorts it. */
  fromSender?: boolean
}

export async function keepFiles(
  { app, db, actor, now }: WriteContext,
  id: Id<'submission'>,
  { originals, answerNo, promiseId, pointId, fromSender = false }: Came,
): Promise<Result<null>> {
  if (originals.length > 0 && !app.files) return noFolder
  const by = fromSender ? null : personOf(actor)
  for (const { name, mediaType, bytes } of originals) {
    const sha256 = await app.files!.keep([bytes])
    const proves = { answerNo, promiseId: promiseId ?? null, pointId: pointId ?? null }
    const file = { ...proves, name, mediaType, bytes: bytes.length, sha256 }
    await insertFile(db, id, { ...file, by, now })
  }
  return ok(null)
}

const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được tệp. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
