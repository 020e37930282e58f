// The country on a day: its provinces with how many units each holds, and what is not entered yet.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { pendingChange, shown, versionShown } from './place.outputs.ts'
import { pendingAnywhere, unitsHeld } from './place.overview.store.ts'
import { childrenOf } from './place.store.ts'

const count = z.number().int()

export const overview = reading({
  name: 'places.overview',
  summary: 'Các tỉnh, thành phố vào một ngày, số đơn vị bên trong, và thay đổi chưa cập nhật',
  http: { method: 'GET', path: '/places/overview' },
  who: 'anyone',
  input: z.object({ on: daySchema.optional().meta({ description: 'Ngày được hỏi; không ghi: hôm nay' }) }),
  output: z.object({
    on: z.string().meta({ format: 'date' }),
    districts: count,
    communes: count,
    provinces: z.array(versionShown.extend({ districts: count, communes: count })),
    pending: z.array(pendingChange.extend({ placeId: versionShown.shape.placeId, fullName: z.string() })),
  }),
  async run({ db, today }, { on = today }) {
    const held = new Map((await unitsHeld(db, on)).map(({ placeId, ...counts }) => [placeId, counts]))
    const none = { districts: 0, communes: 0 }
    const provinces = (await childrenOf(db, null, on)).map((each) => ({
      ...shown(each),
      ...(held.get(each.placeId) ?? none),
    }))
    const sum = (key: keyof typeof none) => provinces.reduce((total, province) => total + province[key], 0)
    const sums = { districts: sum('districts'), communes: sum('communes') }
    return ok({ on, ...sums, provinces, pending: await pendingAnywhere(db, on) })
  },
})
