// For other doors: a submission locked so that its sender's words can be added, when it may still be told something.
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { ok, type Result } from '../shared/result.ts'
import type { Submission } from './submission.ts'
import { whyNot } from './submission.moves.ts'
import { noSuchSubmission, standingOf } from './submission.steps.ts'
import { lockSubmission } from './submission.store.ts'

/** The caller has made sure that whoever speaks is its sender. */
export async function lockToTell({ db }: WriteContext, id: Id<'submission'>): Promise<Result<Submission>> {
  const submission = await lockSubmission(db, id)
  if (!submission) return noSuchSubmission
  return whyNot(['sender'], 'tell', await standingOf(db, submission)) ?? ok(submission)
}
