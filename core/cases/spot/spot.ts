// Whether a place lies where the chosen desk works: by the boundaries known, with some slack, as they are drawn coarsely.
import { holds, metresToEdge, type Boundary, type Point } from '../../places/boundary.ts'
import { childrenOf, shapesAt, versionAt } from '../../places/place.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { problem, type Problem } from '../../shared/result.ts'
import { numbers } from '../numbers.ts'
import { deskOf, openDesks, type Desk } from '../desk.store.ts'

const { outlineSlackMetres } = numbers

export interface Spot {
  /** Also where no boundary says otherwise. */
  fits: boolean
  /** The open desk of the commune whose boundary holds it; null: none that is known. */
  other: Desk | null
}

type At = { db: ReadDb; today: Day }

export async function spotOf({ db, today }: At, deskId: Id<'body'>, point: Point): Promise<Spot> {
  const desk = await deskOf(db, deskId, today)
  if (!desk) return { fits: true, other: null }
  const [own] = await shapesAt(db, [desk.placeId], today)
  if (!own || isWithin(own.geometry as Boundary, point)) return { fits: true, other: null }
  return { fits: false, other: await deskHolding({ db, today }, desk.placeId, point) }
}

const isWithin = (boundary: Boundary, point: Point) =>
  holds(boundary, point) || metresToEdge(boundary, point) <= outlineSlackMetres

/** Among the communes of the same province: shapes of the whole country are too much for one press on a map. */
async function deskHolding({ db, today }: At, near: Id<'place'>, point: Point): Promise<Desk | null> {
  const place = await versionAt(db, near, today)
  if (place?.level !== 'commune' || place.parentId === null) return null
  const places = (await childrenOf(db, place.parentId, today)).map(({ placeId }) => placeId)
  const found = (await shapesAt(db, places, today)).find(({ geometry }) => holds(geometry as Boundary, point))
  return found ? ((await openDesks(db, today, { placeId: found.placeId }))[0] ?? null) : null
}

/** The sentence for who pressed there; none when it fits, or when no place was given. */
export async function whyNotThere(
  at: At,
  deskId: Id<'body'>,
  { lat, lon }: { lat: number | null; lon: number | null },
): Promise<Problem[]> {
  if (lat === null || lon === null) return []
  const { fits, other } = await spotOf(at, deskId, { lat, lon })
  if (fits) return []
  return [other ? problem('lat', 'other-commune', ...elsewhere(other)) : problem('lat', 'outside', ...nowhere)]
}

const elsewhere = ({ name, placeName }: Desk) =>
  [
    `Điểm đã chỉ nằm ở ${placeName}, không thuộc nơi nhận đã chọn. Hãy đổi nơi gửi đến thành “${name}”, hoặc chỉ lại trên bản đồ, hoặc bỏ điểm này nếu không nhớ địa điểm.`,
    `The place lies in ${placeName}, outside the chosen desk. Send it to “${name}”, point again, or remove the point if you do not remember the place.`,
  ] as const
const nowhere = [
  'Điểm đã chỉ nằm ngoài địa bàn của nơi nhận đã chọn (có thể ngoài sông, ngoài biển hoặc nơi khác). Hãy chỉ lại trên bản đồ, chọn lại nơi gửi đến, hoặc bỏ điểm này nếu không nhớ địa điểm.',
  'The place lies outside the area of the chosen desk (on water, perhaps, or elsewhere). Point again, choose another desk, or remove the point if you do not remember the place.',
] as const
