// The stories of reports are played on the year of Vĩnh Cửu, with its people; its final report is issued in the first file.
import assert from 'node:assert/strict'
import { actorOfPerson } from '../people/sign-in.ts'
import type { Actor } from '../shared/actor.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { reportOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

/** The standing board's approval, as the clerk records it. */
export const approval = {
  ...{ way: 'meeting', heldOn: '2023-12-20', members: 11, present: 10, agreed: 10, notAgreed: 0 },
  conclusion: 'Thống nhất nội dung báo cáo.',
}

/** The sample year, and its people by user name; the clock stands after the year's figures came. */
export async function openCast(now = '2023-12-22T08:30:00+07:00') {
  const app = await openTestApp('sample', { now })
  const actors = new Map<string, Actor>()
  const as = async (username: string): Promise<Actor> => {
    const actor = actors.get(username) ?? (await actorOfPerson(app, username))
    actors.set(username, actor)
    return actor
  }
  const ask = async (who: string, name: string, input: unknown) =>
    reportOperations.find((operation) => operation.name === `reports.${name}`)!.ask(app, await as(who), input)
  const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
  const refused = async (who: string, name: string, input: unknown) => {
    const result = await ask(who, name, input)
    assert.ok(!result.ok, `${name} was not refused`)
    return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
  }
  const programmeOf = async (number: string) =>
    (await app.db.selectFrom('programme').select('id').where('number', '=', number).executeTakeFirstOrThrow()).id
  return { app, as, ask, done, refused, programme: await programmeOf('42-CTr/HU') }
}
