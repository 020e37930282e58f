// The same figure in earlier periods, and whether estimates still stand behind it.
import type { ReadContext } from '../../shared/operation.ts'
import type { Period } from '../forms/form.store.ts'
import type { Programme } from '../programme.ts'
import { judgePart } from '../targets/target.ts'
import { feedingForms } from './board.ts'
import { sumsAt, type Gathered } from './board.reads.ts'
import type { Board } from './board.schema.ts'
import { estimatedForms, spanOf, type ChildPlace } from './board.store.ts'

type Trend = Board['targets'][0]['trend']

interface Of {
  programme: Programme
  place: ChildPlace
  period: Period
  periods: readonly Period[]
  gathered: Gathered
}

/** Up to four earlier periods of the same kind, and this one. */
export async function trendsOf({ db, today }: ReadContext, of: Of): Promise<Map<number, Trend>> {
  const { programme, place, period, periods, gathered } = of
  const same = periods.filter((candidate) => candidate.kind === period.kind && candidate.endsOn <= period.endsOn)
  const shown = []
  for (const one of same.slice(-5)) {
    const here = one.id === period.id
    const span = here ? gathered.span : await spanOf(db, one, today)
    shown.push({
      one,
      here,
      span,
      sums: here ? gathered.sums : await sumsAt(db, { place, cells: gathered.cells, span }),
    })
  }
  const periodIds = shown.flatMap(({ span }) => span.periodIds)
  const estimates = await estimatedForms(db, { placeId: place.id, programmeId: programme.id, periodIds })
  const trends = new Map<number, Trend>()
  for (const { one, here, span, sums } of shown)
    for (const target of gathered.targets) {
      const { numerator, denominator, value } = judgePart(target, 'main', gathered.cells, sums)
      if (value === null && !here) continue
      const forms = feedingForms(gathered, target, 'main')
      const estimated = estimates.some(({ periodId, formId }) => span.periodIds.includes(periodId) && forms.has(formId))
      const point = { period: one.key, numerator, denominator, value, estimated }
      trends.set(target.id, [...(trends.get(target.id) ?? []), point])
    }
  return trends
}
