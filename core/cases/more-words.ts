// What is added to a submission afterwards by whoever sent it, by whichever door: sealed until it is sorted, a message from then on.
import { keepSealed, seal, type Original } from '../seal/sealing.ts'
import type { WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { insertMessage } from './life.store.ts'
import { numbers } from './numbers.ts'
import type { Submission } from './submission.ts'
import { noteMove, setStage, tellBody } from './submission.steps.ts'
import * as store from './submission.store.ts'

const { longestText } = numbers

export interface MoreWords {
  text: string
  originals: Original[]
  /** What was wrong with the files already. */
  problems: Problem[]
}

/** Whether it may be told now was asked before. Before it is sorted, and of a denunciation always, the words are sealed. */
export async function addWords(context: WriteContext, submission: Submission, more: MoreWords) {
  const { db, now } = context
  const { originals } = more
  const problems = [...more.problems]
  const text = plainText(more.text).trim()
  if (text.length < 2) problems.push(problem('text', 'missing', 'Chưa có nội dung.', 'There is nothing yet.'))
  if (text.length > longestText) problems.push(problem('text', 'too-long', ...tooLong))
  const clear = submission.kind !== null && submission.kind !== 'denunciation'
  if (clear && originals.length > 0) problems.push(problem('files', 'not-now', ...filesBySealOnly))
  if (problems.length > 0) return invalid(problems)
  if (clear) await insertMessage(db, submission.id, { fromSender: true, text, personId: null, at: now })
  else {
    const letter = { sender: {}, text, originals }
    const sealed = await seal(context, { what: 'submission', bodyId: submission.deskId, letter })
    if (!sealed.ok) return sealed
    await store.addSealed(db, submission.id, sealed.value.handle, now)
    const kept = submission.kind === null ? ok(null) : await keepSealed(context, sealed.value.handle)
    if (!kept.ok) return kept
  }
  const move = submission.stage === 'waiting' ? 'complete' : 'tell'
  if (move === 'complete') await setStage(context, submission.id, 'complete')
  await noteMove(context, submission.id, { move, bodyId: null })
  const bodyId = submission.leadId ?? submission.deskId
  await tellBody(context, { topic: 'submission.tell', bodyId, id: submission.id })
  return ok({ stage: move === 'complete' ? ('received' as const) : submission.stage })
}

const tooLong = ['Nội dung dài quá mức nhận được. Hãy rút gọn.', 'The text is too long. Shorten it.'] as const
const filesBySealOnly = [
  'Hồ sơ này chỉ nhận thêm lời nhắn. Có ảnh mới thì gửi một phản ánh mới và ghi mã tra cứu của việc này.',
  'Only words are added now. With new photos send a new report and name this code in it.',
] as const
