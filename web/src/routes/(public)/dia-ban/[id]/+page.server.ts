// A place on a day: what it was called, what it came from and became, what is inside, who works there.
import { list } from '@dong-thuan/core/bodies/body.operations.ts'
import { became } from '@dong-thuan/core/places/place.became.ts'
import { overview } from '@dong-thuan/core/places/place.overview.ts'
import { show } from '@dong-thuan/core/places/place.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'
import { askedDay, askedId } from '#web/asked.ts'
import { comparisonOf } from '../comparison.ts'

export const load = async (event) => {
  const asked = askedDay(event.url)
  const place = await valueOf(event, show, { id: askedId(event.params.id), on: asked.day })
  const { id, on, versions, at, children } = place
  const today = dayAt(event.locals.app.clock())
  const { bodies } = await valueOf(event, list, { place: id, on, size: 200 })
  const otherwise = on < today ? today : undefined
  const country = at?.level === 'country' ? await valueOf(event, overview, { on }) : null
  const endedInside = country ? country.provinces.some(({ validTo }) => validTo !== null) : at?.level === 'district'
  const askFates = endedInside && children.length > 0 && otherwise !== undefined
  return {
    asked,
    place,
    bodies,
    today,
    country,
    fates: askFates ? (await valueOf(event, became, { id, from: on })).places : null,
    comparison: children.length > 0 ? await comparisonOf(event, { on, otherwise, versions }) : null,
  }
}
