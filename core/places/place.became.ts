// What became of the places inside a place: for each, the places of a later day that hold it now.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import type { Fate } from './carry.ts'
import { daysReversed, noSuchPlace } from './place.find.ts'
import { versionShown } from './place.outputs.ts'
import { fatesOf } from './place.read.ts'
import { childrenOf, versionAt } from './place.store.ts'

type PlaceId = Id<'place'>

const fates = ['whole', 'inParts', 'notComparable', 'lost'] as const
const { placeId, fullName } = versionShown.shape

export const became = reading({
  name: 'places.became',
  summary: 'Các đơn vị trực thuộc của một ngày đã thành đơn vị nào vào một ngày sau',
  http: { method: 'GET', path: '/places/{id}/became' },
  who: 'anyone',
  input: z.object({ id: idOf('place'), from: daySchema, on: daySchema.optional() }),
  output: z.object({
    from: z.string().meta({ format: 'date' }),
    on: z.string().meta({ format: 'date' }),
    places: z.array(
      z.object({
        placeId,
        fullName,
        fate: z.enum(fates).meta({ description: 'notComparable: bị chia, không biết mỗi nơi bao nhiêu' }),
        to: z.array(z.object({ placeId, fullName })),
      }),
    ),
  }),
  async run({ db, today }, { id, from, on = today }) {
    if (from > on) return daysReversed
    if (!(await versionAt(db, id, from))) return noSuchPlace
    const inside = await childrenOf(db, id, from)
    const fateOf = await fatesOf(
      db,
      inside.map((place) => place.placeId),
      { from, on },
    )
    const nameOf = await namesOn(db, [...fateOf.values()].flatMap(holdersOf), on)
    const places = inside.map(({ placeId, fullName }) => {
      const fate = fateOf.get(placeId)!
      const to = holdersOf(fate).map((holder) => ({ placeId: holder, fullName: nameOf.get(holder) ?? '' }))
      return { placeId, fullName, fate: fate.kind, to }
    })
    return ok({ from, on, places })
  },
})

function holdersOf(fate: Fate): PlaceId[] {
  if (fate.kind === 'whole') return [fate.to]
  if (fate.kind === 'inParts') return fate.parts.map((part) => part.to)
  return fate.kind === 'notComparable' ? fate.touches : []
}

async function namesOn(db: ReadDb, ids: readonly PlaceId[], day: string): Promise<Map<PlaceId, string>> {
  const named = new Map<PlaceId, string>()
  for (const id of new Set(ids)) named.set(id, (await versionAt(db, id, day))?.fullName ?? '')
  return named
}
