// Messages about calls and workbooks: what kind, where it is opened, and what a mail about one says.
import { isStillAsked } from '../calls/call.watch.ts'
import { isStillToFill } from '../collections/collection.watch.ts'
import type { Day } from '../shared/day.ts'
import type { ReadDb } from '../shared/operation.ts'
import { askedAgainWords, askedWords, type Words } from './letter.ts'
import { bodyName, type AskedPayload } from './told.store.ts'

export type { AskedPayload }

export function isAsked(topic: string): boolean {
  return /^(call|answer|collection|reply)\./.test(topic)
}

export function pathOf(it: AskedPayload): string {
  if (it.line) return it.report ? `/bao-cao/${it.report}` : `/van-thu/van-ban/${it.line}`
  return it.call ? `/de-cuong/${it.call}/tra-loi/${it.body}` : `/thu-thap/${it.collection}/don-vi/${it.body}`
}

/** null: it was sent meanwhile, or is closed. */
export async function wordsOfAsked(
  db: ReadDb,
  { topic, payload, today }: { topic: string; payload: AskedPayload; today: Day },
): Promise<Words | null> {
  const { call, collection, title, body, dueOn } = payload
  const open = call
    ? await isStillAsked(db, { call, body })
    : await isStillToFill(db, { collection: collection!, body })
  if (!open) return null
  const of = {
    kind: call ? ('call' as const) : ('collection' as const),
    ...{ title, body: await bodyName(db, body, today), path: pathOf(payload) },
  }
  return dueOn ? askedWords({ ...of, dueOn }, { remind: topic.endsWith('.remind'), today }) : askedAgainWords(of)
}
