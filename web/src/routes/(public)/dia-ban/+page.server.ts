// The country on a day: provinces with their units, what is not entered yet, and a comparison of two days.
import { overview } from '@dong-thuan/core/places/place.overview.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'
import { askedDay } from '#web/asked.ts'
import { comparisonOf } from './comparison.ts'

export const load = async (event) => {
  const asked = askedDay(event.url)
  const country = await valueOf(event, overview, { on: asked.day })
  const today = dayAt(event.locals.app.clock())
  const otherwise = country.on < today ? today : undefined
  return {
    asked,
    country,
    isToday: country.on === today,
    comparison: await comparisonOf(event, { on: country.on, otherwise }),
  }
}
