// The stories of collections are played on the year of Vĩnh Cửu, with its people and its workbook.
import assert from 'node:assert/strict'
import { actorOfPerson } from '../people/sign-in.ts'
import { workbook } from '../sample/collections.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { collectionOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

export async function openCast(now = '2023-12-05T08:30:00+07:00') {
  const app = await openTestApp('sample', { now })
  const ask = async (who: string, name: string, input: unknown) =>
    collectionOperations.find((one) => one.name === name)!.ask(app, await actorOfPerson(app, who), input)
  const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
  const refused = async (who: string, name: string, input: unknown) => {
    const result = await ask(who, name, input)
    assert.ok(!result.ok, `${name} was not refused`)
    return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
  }
  const bodyOf = async (name: string) =>
    (await app.db.selectFrom('body_version').select('body_id as id').where('name', '=', name).executeTakeFirstOrThrow())
      .id
  const committee = await bodyOf('Huyện ủy Vĩnh Cửu')
  const file = await workbook(app.db)
  const head = { body: committee, title: 'Biểu thử nhà văn hoá', dueAt: '2023-12-08T16:30:00+07:00' }
  /** A collection made, marked and sent by the officer. */
  const sent = async (marking: object, bytes: Buffer = file) => {
    const made = await done('chuyenvien', 'collections.create', { ...head, file: bytes.toString('base64') })
    const id = made.collection
    const marked = await done('chuyenvien', 'collections.mark', { id, expectedVersion: 1, sheet: 'Biểu 1', ...marking })
    await done('chuyenvien', 'collections.issue', { id, expectedVersion: marked.version })
    return id as number
  }
  return { app, ask, done, refused, bodyOf, committee, file, head, sent }
}
