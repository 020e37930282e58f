// The record of opened seals, for those who watch over it: data protection and the inspector of the unit. Nothing sealed is in it.
import { z } from 'zod'
import { bodiesWatched } from '../../people/watch.ts'
import { instantSchema } from '../../shared/day.ts'
import { largestNumber } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { requestsIn } from '../requests/request.store.ts'
import { requestShown, shown } from '../requests/request.steps.ts'
import { handleSchema } from '../seal.ts'
import { looksIn, looksUnder } from './record.store.ts'

const watching = ['dataProtection', 'inspector'] as const
const before = z.coerce
  .number()
  .int()
  .min(1)
  .max(largestNumber)
  .optional()
  .meta({ description: 'xem tiếp những dòng cũ hơn' })

const lookShown = z.object({
  id: z.number().int(),
  at: instantSchema,
  handle: handleSchema,
  requestId: z.number().int().nullable().meta({ description: 'null: người phân loại xem khi chưa phân loại' }),
  personName: z.string(),
  part: z.number().int().nullable().meta({ description: '0: danh tính và nội dung; số khác: tệp gốc; null: tất cả' }),
})

export const requests = reading({
  name: 'sealRecord.requests',
  summary: 'Sổ mở niêm phong: ai xin, vì sao, ai duyệt, đến khi nào, từng lần xem',
  http: { method: 'GET', path: '/seal/record' },
  who: { roles: watching },
  input: z.object({ before }),
  output: z.object({ requests: z.array(requestShown.extend({ looks: z.array(lookShown) })) }),
  async run(context, { before: older = largestNumber }) {
    const { db, now } = context
    const bodies = await bodiesWatched(context, ...watching)
    const found = await requestsIn(db, { bodies: bodies && [...bodies], before: older })
    const looks = Map.groupBy(
      await looksUnder(
        db,
        found.map(({ id }) => id),
      ),
      ({ requestId }) => requestId,
    )
    return ok({ requests: found.map((one) => ({ ...shown(one, now), looks: looks.get(one.id) ?? [] })) })
  },
})

export const looks = reading({
  name: 'sealRecord.looks',
  summary: 'Mọi lần xem mục niêm phong, kể cả khi phân loại đơn thư',
  http: { method: 'GET', path: '/seal/looks' },
  who: { roles: watching },
  input: z.object({ before }),
  output: z.object({ looks: z.array(lookShown) }),
  async run(context, { before: older = largestNumber }) {
    const bodies = await bodiesWatched(context, ...watching)
    return ok({ looks: await looksIn(context.db, { bodies: bodies && [...bodies], before: older }) })
  },
})
