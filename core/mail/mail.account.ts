// Told to one person alone: an administrator took his second step away. Who wants no mail reads it on his pages.
import type { Id } from '../shared/id.ts'
import { dayAt, type Day } from '../shared/day.ts'
import { follow } from '../shared/event.ts'
import { insertMail } from './mail.store.ts'

follow('person.resetSecondStep', async (tx, { noun, id }, at) => {
  const key = `account:${noun}:${id}:${at.getTime()}`
  await insertMail(tx, { key, kind: 'account', person: id as Id<'person'>, at })
})

/** When what the key names happened. */
export function toldOn(key: string): Day {
  return dayAt(new Date(Number(key.split(':').at(-1))))
}
