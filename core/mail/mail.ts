// What is mailed, and when it is tried again. Pure.
import { createHash } from 'node:crypto'
import { remindTopic } from '../deadlines/deadline.ts'

export const states = ['waiting', 'sent', 'refused', 'dropped'] as const
export type State = (typeof states)[number]
export type Kind = 'message' | 'digest' | 'test' | 'account'

/** What people are mailed at once; the rest they read on their desk and in the daily mail. */
export const mailedTopics: readonly string[] = [
  ...[remindTopic, 'entry.return', 'entry.reopen'],
  ...['call.issue', 'call.remind', 'answer.return', 'answer.reopen'],
  ...['draft.circulate', 'draft.remind', 'dispatch.send'],
  ...['document.correct', 'document.recall', 'document.replace'],
  'scoresheet.remind',
  ...['collection.issue', 'collection.remind', 'reply.return', 'reply.reopen'],
]

/** While one process sends, nobody else takes the mail; if it died, the mail is free again after this. */
export const leaseSeconds = 120

const mostTries = 12

/** Seconds until the next try after so many: 1, 2, 4 … minutes, at most 6 hours; null: given up, after about two days. */
export function waitAfter(tries: number): number | null {
  return tries >= mostTries ? null : Math.min(60 * 2 ** (tries - 1), 6 * 3600)
}

/** The same mail has the same name at every try; the name says nothing about the person. */
export function messageIdOf(origin: string, key: string): string {
  const name = createHash('sha256').update(`${origin} ${key}`).digest('hex').slice(0, 32)
  return `<${name}@${new URL(origin).hostname}>`
}
