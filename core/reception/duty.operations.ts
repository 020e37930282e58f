// How often the head of a desk must receive in person, and on how many days he did: month by month, for everybody to see.
import { z } from 'zod'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { idOf } from '../shared/id.ts'
import { dueDays, frequencyOf } from './reception.ts'
import { daysOfHeads, desksOn } from './sitting.store.ts'

const months = 6

export const duty = reading({
  name: 'reception.duty',
  summary: 'Người đứng đầu đã tiếp mấy ngày trên số ngày phải tiếp, từng tháng; phải tiếp theo căn cứ nào',
  http: { method: 'GET', path: '/reception/duty' },
  who: 'anyone',
  input: z.object({ desk: idOf<'body'>('body').optional() }),
  output: z.object({
    desks: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        rule: z.object({
          days: z.number().int(),
          per: z.enum(['week', 'month']),
          article: z.string(),
          confidence: z.string(),
          note: z.string().nullable(),
        }),
        months: z.array(
          z.object({
            month: z.string().meta({ description: 'như 2026-11' }),
            held: z.number().int(),
            due: z.number().int(),
            posted: z.number().int().meta({ description: 'đã niêm yết, chưa tiếp' }),
            running: z.boolean().meta({ description: 'tháng chưa hết' }),
          }),
        ),
      }),
    ),
  }),
  async run({ db, today }, { desk }) {
    const desks = await desksOn(db, today, desk === undefined ? null : [desk])
    const shown = lastMonths(today)
    const span = { from: `${shown[0]}-01`, to: lastDayOf(shown.at(-1)!) }
    const counted = await daysOfHeads(db, { desks: desks.map(({ deskId }) => deskId), ...span })
    return ok({
      desks: desks.map(({ deskId, name, organisation, level }) => {
        const rule = frequencyOf({ organisation, level })
        const own = counted.filter((one) => one.deskId === deskId)
        const { days, per, article, confidence, note = null } = rule
        return {
          ...{ id: deskId, name, rule: { days, per, article, confidence, note } },
          months: shown.map((month) => {
            const { held = 0, posted = 0 } = own.find((one) => one.month === month) ?? {}
            return { month, held, posted, due: dueDays(rule, month), running: month === today.slice(0, 7) }
          }),
        }
      }),
    })
  },
})

/** The last ones with this one, oldest first. */
function lastMonths(today: string): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const at = year * 12 + month - 1
  return Array.from({ length: months }, (_, back) => {
    const one = at - (months - 1 - back)
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`
  })
}

function lastDayOf(month: string): string {
  const [year, at] = month.split('-').map(Number) as [number, number]
  return `${month}-${String(new Date(Date.UTC(year, at, 0)).getUTCDate()).padStart(2, '0')}`
}
