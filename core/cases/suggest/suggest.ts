// What the machine proposes while a letter is sorted: topic, body, likely the same as, each with its grounds. It saves nothing.
import { valueInForce } from '../../law/running.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { unpack } from '../../topics/pack.ts'
import { suggest as suggestTopics, type Suggestion } from '../../topics/suggest.ts'
import type { Submission } from '../submission.ts'
import { likelySame, type Likely } from './likely.ts'
import { earlierOn, modelOf, type Learnable } from './suggest.store.ts'

export interface Suggestions {
  /** null: not enough was sorted yet to learn from. */
  topics: Suggestion[] | null
  leads: Suggestion[] | null
  likely: Likely[]
}

const day = 24 * 3_600_000

interface Letter {
  text: string
  topic: string | null
  lat: number | null
  lon: number | null
}

export async function suggestFor(
  db: ReadDb,
  { id, deskId, receivedAt }: Pick<Submission, 'id' | 'deskId' | 'receivedAt'>,
  letter: Letter,
): Promise<Suggestions> {
  const days = (await valueInForce(db, 'case.recurrence', receivedAt)) ?? 0
  const since = new Date(receivedAt.getTime() - days * day)
  const earlier = days === 0 ? [] : await earlierOn(db, { deskId, not: id, since })
  return {
    topics: await from(db, 'topic', null, letter.text),
    leads: await from(db, 'lead', deskId, letter.text),
    likely: likelySame(letter, earlier),
  }
}

async function from(
  db: ReadDb,
  what: Learnable,
  deskId: Id<'body'> | null,
  text: string,
): Promise<Suggestion[] | null> {
  const kept = await modelOf(db, what, deskId)
  const model = kept && unpack(kept.bytes)
  return model ? suggestTopics(model, text) : null
}
