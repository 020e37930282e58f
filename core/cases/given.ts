// Sorting gives the sealed letter to the case, or keeps it sealed for good; what was sent after it goes the same way.
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { ok, type Result } from '../shared/result.ts'
import { keepSealed, lookToSort, release, type Letter } from '../seal/sealing.ts'
import { keepFiles } from './kept.ts'
import { insertLetter } from './letter.store.ts'
import { unpacked } from './sender.ts'
import { sealedOf } from './submission.store.ts'

type SubmissionId = Id<'submission'>

/** Sender, words and files, in this same save; what is still sealed of them is nothing. */
export async function giveToCase(context: WriteContext, id: SubmissionId): Promise<Result<{ topic: string | null }>> {
  const letters = await each(context, id, release)
  if (!letters.ok) return letters
  const [first, ...later] = letters.value
  if (!first) throw new Error(`submission ${id} came without a letter`)
  const { sender, place, topic } = unpacked(first.sender)
  const text = [first.text, ...later.map((one) => one.text)].join('\n\n')
  await insertLetter(context.db, id, { sender, text, redacted: false, ...place })
  const originals = letters.value.flatMap((one) => one.originals)
  const kept = await keepFiles(context, id, { originals, answerNo: null, fromSender: true })
  if (!kept.ok) return kept
  return ok({ topic })
}

/** Nothing of it is given: from now on only a request opens it. */
export const keepLetters = (context: WriteContext, id: SubmissionId): Promise<Result<unknown>> =>
  each(context, id, keepSealed)

/** A denunciation: of it the case gets only what was typed again without a trace of who wrote it. */
export async function keepFromCase(context: WriteContext, id: SubmissionId, redacted: string): Promise<Result<null>> {
  const kept = await keepLetters(context, id)
  if (!kept.ok) return kept
  const nowhere = { placeWords: '', lat: null, lon: null }
  await insertLetter(context.db, id, { sender: {}, text: redacted, redacted: true, ...nowhere })
  return ok(null)
}

/** For whoever sorts it; each look is recorded. */
export const lettersOf = (context: WriteContext, id: SubmissionId): Promise<Result<Letter[]>> =>
  each(context, id, lookToSort)

async function each<T>(
  context: WriteContext,
  id: SubmissionId,
  what: (context: WriteContext, handle: string) => Promise<Result<T>>,
): Promise<Result<T[]>> {
  const all: T[] = []
  for (const { handle } of await sealedOf(context.db, id)) {
    const one = await what(context, handle)
    if (!one.ok) return one
    all.push(one.value)
  }
  return ok(all)
}
