// The country on a day: its provinces with how many units each holds, and what is not entered yet.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { pendingChange, shown, versionShown } from './place.outputs.ts'
import { confidences, countryCode } from './place.ts'
import { pendingAnywhere, provinceChanges, unitsHeld } from './place.overview.store.ts'
import { childrenOf, placeAt } from './place.store.ts'

const count = z.number().int()

export const overview = reading({
  name: 'places.overview',
  summary: 'Các tỉnh, thành phố vào một ngày, số đơn vị bên trong, và thay đổi chưa cập nhật',
  http: { method: 'GET', path: '/places/overview' },
  who: 'anyone',
  input: z.object({ on: daySchema.optional().meta({ description: 'Ngày được hỏi; không ghi: hôm nay' }) }),
  output: z.object({
    on: z.string().meta({ format: 'date' }),
    country: versionShown.nullable(),
    districts: count,
    communes: count,
    provinces: z.array(versionShown.extend({ districts: count, communes: count })),
    changes: z
      .array(
        z.object({
          onDate: z.string().meta({ format: 'date' }),
          before: count,
          after: count,
          renamed: z.array(z.object({ from: z.string(), to: z.string() })),
          acts: z.array(
            z.object({ number: z.string(), title: z.string().nullable(), confidence: z.enum(confidences) }),
          ),
        }),
      )
      .meta({ description: 'Những ngày danh sách tỉnh, thành phố thay đổi, và số tỉnh, thành phố trước, sau' }),
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
    const country = await placeAt(db, countryCode, on)
    return ok({
      ...{ on, country: country ? shown(country) : null, ...sums, provinces },
      ...{ changes: await provinceChanges(db), pending: await pendingAnywhere(db, on) },
    })
  },
})
