// How each body keeps its limits, for everybody: the last 30 days and 12 months side by side.
import { z } from 'zod'
import type { App } from '../app.ts'
import { instantSchema } from '../shared/day.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { cell, figuresOf, keptMilliseconds, leastCell, windows, type Counted } from './figures.ts'
import { countedIn } from './figures.store.ts'
import { keptFor } from '../shared/kept.ts'

const count = z.number().int().nullable().meta({ description: 'null: nhỏ hơn mức tối thiểu nên không công bố' })

export const reportFigures = reading({
  name: 'publicCases.figures',
  summary: 'Từng cơ quan: đã nhận, đến hạn, đúng hạn, số ngày ở giữa, đang giải quyết, quá hạn; 30 ngày và 12 tháng',
  http: { method: 'GET', path: '/public/case-figures' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    leastCell: z.number().int(),
    countedAt: instantSchema.meta({ description: 'đếm lúc nào; đếm lại mỗi phút khi có người xem' }),
    illustrative: z.boolean(),
    bodies: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        open: count,
        overdue: count,
        windows: z.array(
          z.object({
            key: z.string(),
            received: count,
            joined: count.meta({ description: 'nối vào một việc đang có; không tính ở các số khác' }),
            due: count.meta({ description: 'số thời hạn giải quyết kết thúc trong kỳ' }),
            onTime: count.meta({ description: 'trong số đến hạn; tỷ lệ đúng hạn = onTime ÷ due' }),
            medianDays: z.number().nullable().meta({ description: 'một nửa được trả lời nhanh hơn số ngày này' }),
          }),
        ),
      }),
    ),
  }),
  async run({ app, now }) {
    return ok({ leastCell, ...(await figuresShown(app, now)) })
  },
})

/** As everybody gets them, few withheld; the widest window last. */
export const figuresShown = (app: App, now: Date) =>
  keptFor(app, { what: 'figures', now, ...keptMilliseconds }, (db) => figuresAt(db, now))

async function figuresAt(db: ReadDb, now: Date) {
  const counted: { key: string; lines: Map<number, Counted> }[] = []
  for (const { key, span } of windows) {
    const lines = await countedIn(db, { span, now })
    counted.push({ key, lines: new Map(lines.map((line) => [line.bodyId, line])) })
  }
  const bodies = [...(counted.at(-1)?.lines.values() ?? [])]
  return {
    countedAt: now,
    illustrative: bodies.some(({ illustrative }) => illustrative),
    bodies: bodies.map(({ bodyId, name, open, overdue }) => ({
      ...{ id: bodyId, name, open: cell(open), overdue: cell(overdue) },
      windows: counted.map(({ key, lines }) => ({ key, ...figuresOf(lines.get(bodyId)!) })),
    })),
  }
}
