// Told to one person alone: an administrator took his second step away. Who wants no mail reads it on his pages.
import type { Id } from '../shared/id.ts'
import { addDays, dayAt, type Day } from '../shared/day.ts'
import { follow } from '../shared/event.ts'
import { staleAfterDays } from './mail.ts'
import { insertMail } from './mail.store.ts'

follow('person.resetSecondStep', async (tx, { noun, id }, at) => {
  const key = `account:${noun}:${id}:${at.getTime()}`
  await insertMail(tx, { key, kind: 'account', person: id as Id<'person'>, at })
})

/** A mail server that was away for long does not pour out old news. */
export function isOldNews(key: string, today: Day): boolean {
  const at = new Date(Number(key.split(':').at(-1)))
  return dayAt(at) < addDays(today, -staleAfterDays)
}
