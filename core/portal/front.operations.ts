// What was promised and what came of it over the last twelve months, in a few figures for the front page.
import { z } from 'zod'
import { promisesBetween } from '../cases/case.read.ts'
import { aliveShown } from '../models/model.read.ts'
import { addDays, instantSchema, type Day } from '../shared/day.ts'
import { keptFor } from '../shared/kept.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { keptMilliseconds, keptOf } from './figures.ts'
import { figuresShown } from './figures.operations.ts'

const count = z.number().int().nullable().meta({ description: 'null: nhỏ hơn mức tối thiểu nên không công bố' })

export const front = reading({
  name: 'portal.front',
  summary: 'Lời hứa với dân, câu trả lời và mô hình, mười hai tháng qua: đã giữ bao nhiêu trên bao nhiêu',
  http: { method: 'GET', path: '/public/front' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    countedAt: instantSchema.meta({ description: 'đếm lại mỗi phút khi có người xem' }),
    promises: z
      .object({ due: count, kept: count })
      .meta({ description: 'lời hứa đến hạn trong mười hai tháng; làm xong trong hạn đã hứa lúc đầu' }),
    answers: z
      .object({ due: z.number().int(), onTime: z.number().int() })
      .meta({ description: 'cộng số các cơ quan đã công bố; số bị giữ lại không ở trong này' }),
    models: z
      .object({ alive: z.number().int(), copied: z.number().int() })
      .meta({ description: 'mô hình “Dân vận khéo” đã công khai, đang hoạt động; trong đó có nơi khác làm theo' }),
    illustrative: z.boolean(),
  }),
  async run({ app, now, today }) {
    const counted = await keptFor(app, { what: 'front', now, ...keptMilliseconds }, (db) =>
      countedAt(db, { now, today }),
    )
    const { bodies, illustrative } = await figuresShown(app, now)
    const answers = { due: 0, onTime: 0 }
    for (const { windows } of bodies) {
      const { due, onTime } = windows.at(-1)!
      if (due === null || onTime === null) continue
      answers.due += due
      answers.onTime += onTime
    }
    return ok({ ...counted, answers, illustrative: counted.illustrative || illustrative })
  },
})

async function countedAt(db: ReadDb, { now, today }: { now: Date; today: Day }) {
  const { promised, kept, illustrative } = await promisesBetween(db, {
    from: addDays(today, -365),
    until: addDays(today, -1),
  })
  const models = await aliveShown(db)
  const shown = keptOf({ due: promised, onTime: kept })
  return {
    countedAt: now,
    promises: { due: shown.due, kept: shown.onTime },
    models: { alive: models.alive, copied: models.copied },
    illustrative: illustrative || models.illustrative,
  }
}
