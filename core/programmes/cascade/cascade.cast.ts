// The stories of targets given down: Vĩnh Cửu plans 2024 with its communes, in February.
import assert from 'node:assert/strict'
import { operations } from '../../http/operations.ts'
import { operator } from '../../shared/actor.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'

export type Answer = { [key: string]: any }

export async function openCast() {
  const app = await openTestApp('sample', { now: '2024-02-20T08:30:00+07:00' })
  const named = (name: string) => operations.find((one) => one.name === name)!
  const ask = async (who: string, name: string, input: unknown) =>
    named(name).ask(app, who === 'operator' ? operator : await as(app, who), input)
  const done = async (who: string, name: string, input: unknown) => must(await ask(who, name, input)) as Answer
  const refused = async (who: string, name: string, input: unknown) => {
    const result = await ask(who, name, input)
    assert.ok(!result.ok, `${name} was not refused`)
    return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
  }
  const bodyOf = async (name: string) =>
    (await app.db.selectFrom('body_version').select('body_id as id').where('name', '=', name).executeTakeFirstOrThrow())
      .id

  await done('operator', 'counts.add', {
    ...{ key: 'skilfulModels', name: 'Mô hình Dân vận khéo mới', unit: 'model', overPlaces: 'sum', overTime: 'sum' },
    ...{ definition: 'Mô hình Dân vận khéo được công nhận lần đầu trong kỳ.', confidence: 'assumed' },
  })
  await done('operator', 'indicators.add', {
    ...{ key: 'newModels', name: 'Mô hình Dân vận khéo mới', unit: 'count', wording: 'Tổng số mô hình mới.' },
    ...{ confidence: 'assumed', terms: [{ role: 'numerator', count: 'skilfulModels' }] },
  })
  const last = await programme42(app)
  const title = 'Chương trình công tác dân vận năm 2024'
  const { programme } = await done('chuyenvien', 'programmes.copy', { programme: last, year: 2024, title })
  const shown = async () => done('operator', 'programmes.show', { programme })
  await done('chuyenvien', 'targets.put', {
    ...{ programme, no: 7, expectedVersion: (await shown()).programme.version, indicator: 'newModels' },
    ...{ name: 'Mô hình Dân vận khéo mới', comparator: '>=', threshold: '40' },
  })
  const { programme: head } = await shown()
  return {
    ...{ app, ask, done, refused, bodyOf, programme: programme as number, last, shown },
    calendar: head.calendarId as number,
    models: { programme: programme as number, no: 7 },
    seen: async () => ({
      programme: programme as number,
      expectedVersion: (await shown()).programme.version as number,
    }),
  }
}
