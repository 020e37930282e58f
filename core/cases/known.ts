// What a sender or the desk names and must be there: a topic, an earlier submission, the bodies a letter is about.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { problem, type Problem } from '../shared/result.ts'
import { topicsOn } from './desk.store.ts'
import { readSubmission, unknownBodies } from './submission.store.ts'

/** An empty key is none. */
export async function topicFaults(db: ReadDb, key: string, day: Day): Promise<Problem[]> {
  if (key === '' || (await topicsOn(db, day)).some((topic) => topic.key === key)) return []
  return [noSuchTopic]
}

/** What the sender chose on his day may have ended since: then the desk chooses. */
export async function topicStill(db: ReadDb, key: string | null, day: Day): Promise<string | null> {
  return key !== null && (await topicFaults(db, key, day)).length === 0 ? key || null : null
}

export async function beforeFaults(db: ReadDb, id: Id<'submission'> | undefined): Promise<Problem[]> {
  return id === undefined || (await readSubmission(db, id)) ? [] : [noSuchBefore]
}

export async function accusedFaults(db: ReadDb, accused: readonly Id<'body'>[]): Promise<Problem[]> {
  return (await unknownBodies(db, accused)).length > 0 ? [noSuchBody] : []
}

const noSuchTopic = problem(
  'topic',
  'no-such-topic',
  'Không có lĩnh vực này. Hãy chọn trong danh sách, hoặc bỏ trống.',
  'There is no such topic. Choose one of the list, or none.',
)
const noSuchBefore = problem(
  'before',
  'no-such-submission',
  'Không có hồ sơ trước này. Hãy xem lại số, hoặc bỏ trống.',
  'There is no such earlier submission. Look at the number again, or leave it empty.',
)
const noSuchBody = problem(
  'accused',
  'no-such-body',
  'Không có cơ quan này. Hãy chọn lại trong danh sách.',
  'There is no such body. Choose again from the list.',
)
