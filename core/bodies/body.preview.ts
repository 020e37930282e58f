// What making one body in every place of an area would do, before it is done.
import { z } from 'zod'
import { idOf, type Id } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { invalid, ok } from '../shared/result.ts'
import { createForPlaces } from './body.create-for-places.ts'
import { firstDayToJudge, reversed } from './body.create.ts'
import { sitesUnder } from './body.list.store.ts'
import { unknownOrganisation } from './body.steps.ts'
import { bodiesAt } from './body.store.ts'
import { nameFromPattern } from './body.ts'

const { organisation, underPlaceId, level, namePattern, parentOrganisation, validFrom, validTo } =
  createForPlaces.input.shape
const bodyId = idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>
const placeId = idOf('place') as z.ZodType<Id<'place'>, Id<'place'>>

export const previewForPlaces = reading({
  name: 'bodies.previewForPlaces',
  summary: 'Xem trước: lập tổ chức cùng loại ở mọi địa bàn bên trong sẽ được những tổ chức nào',
  http: { method: 'GET', path: '/bodies/for-places' },
  who: { roles: ['administrator'] },
  input: z.object({ organisation, underPlaceId, level, namePattern, parentOrganisation, validFrom, validTo }),
  output: z.object({
    on: z.string().meta({ format: 'date' }),
    sites: z.array(
      z.object({
        placeId,
        placeName: z.string(),
        name: z.string().meta({ description: 'tên tổ chức sẽ lập' }),
        already: z.boolean().meta({ description: 'đã có tổ chức loại này, sẽ bỏ qua' }),
        upperId: bodyId.nullable().meta({ description: 'null: chưa có tổ chức cấp trên, chưa lập được' }),
        upperName: z.string().nullable(),
      }),
    ),
  }),
  async run({ db, today }, input) {
    const { organisation, parentOrganisation: upper = organisation } = input
    const faults = [...(await unknownOrganisation(db, organisation)), ...reversed(input)]
    if (upper !== organisation) faults.push(...(await unknownOrganisation(db, upper, 'parentOrganisation')))
    if (faults.length > 0) return invalid(faults)
    const on = firstDayToJudge(input, today)
    const area = { placeId: input.underPlaceId, level: input.level, day: on }
    const sites = await sitesUnder(db, area, { organisation, upper })
    const uppers = await bodiesAt(db, [...new Set(sites.flatMap(({ upperId }) => upperId ?? []))], on)
    const nameOf = new Map(uppers.map(({ bodyId, name }) => [bodyId, name]))
    return ok({
      on,
      sites: sites.map(({ placeId, fullName, already, upperId }) => ({
        ...{ placeId, placeName: fullName, name: nameFromPattern(input.namePattern, fullName), already, upperId },
        upperName: upperId === null ? null : (nameOf.get(upperId) ?? null),
      })),
    })
  },
})
