// The stories of calls are played on the year of Vĩnh Cửu, with its people.
import assert from 'node:assert/strict'
import { actorOfPerson } from '../people/sign-in.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { programme42 } from '../testing/sample.ts'
import { callOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

/** The clock stands while the year's reports are written. */
export async function openCast(now = '2023-12-10T08:30:00+07:00') {
  const app = await openTestApp('sample', { now })
  const ask = async (who: string, name: string, input: unknown) =>
    callOperations.find((operation) => operation.name === name)!.ask(app, await actorOfPerson(app, who), input)
  const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
  const refused = async (who: string, name: string, input: unknown) => {
    const result = await ask(who, name, input)
    assert.ok(!result.ok, `${name} was not refused`)
    return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
  }
  const bodyOf = async (name: string) =>
    (await app.db.selectFrom('body_version').select('body_id as id').where('name', '=', name).executeTakeFirstOrThrow())
      .id
  return {
    app,
    ask,
    done,
    refused,
    bodyOf,
    programme: await programme42(app),
    committee: await bodyOf('Huyện ủy Vĩnh Cửu'),
  }
}
