// Figures of “Dân vận khéo” models in a report: how many a year counts, each with the list of models behind it.
import { levelsOf } from '../criteria/criteria.read.ts'
import { countedUnder, fieldsOf, recountedAs, type CountedModel } from '../models/model.read.ts'
import { isYearCount, type YearCount } from '../models/model.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { reckon, type Figure, type Input } from './figure.ts'

/** What the registry counts at and below a place for the year of the programme. */
export interface ModelCounts {
  year: number
  place: { id: number; code: string | null; name: string }
  models: CountedModel[]
  /** In official order, as they are called on the day. */
  fields: { key: string; name: string }[]
  /** Fields, levels and kinds of organisations by which a count may be narrowed: what is none of these is no figure. */
  by: ReadonlySet<string>
}

export async function modelCountsOf(
  db: ReadDb,
  of: Pick<ModelCounts, 'place' | 'year'> & { day: Day; organisations: readonly string[] },
): Promise<ModelCounts> {
  const { place, year, day, organisations } = of
  const models = await countedUnder(db, { placeId: place.id as Id<'place'>, day, year })
  const fields = await fieldsOf(db, day)
  const keys = [...fields, ...(await levelsOf(db))].map(({ key }) => key)
  return { year, place, models, fields, by: new Set([...keys, ...organisations]) }
}

/** `fresh`, or narrowed as `fresh.economy`, `recognised.district`, `registered.womensUnion`; null: no such figure. */
export function modelFigure({ year, place, models, by }: ModelCounts, cited: string): Figure | null {
  const [count, narrow = null, more] = cited.split('.')
  if (more !== undefined || !isYearCount(count!) || (narrow !== null && !by.has(narrow))) return null
  const counted = models.filter(
    (one) => one[count] && (narrow === null || [one.field, one.level, one.owner].includes(narrow)),
  )
  const input: Input = {
    ...{ entry: 0, version: 0, cell: 0, place, body: { id: 0, name: place.name }, count: cited, definitionVersion: 1 },
    ...{ role: 'numerator', value: counted.length, models: counted.map(({ id, code, name }) => ({ id, code, name })) },
    ...{ reportedBy: null, reportedAt: null, acceptedBy: null, acceptedAt: null },
  }
  const figure = {
    ...{ id: `mh.${cited}.p${place.id}.y${year}`, unit: 'count' as const },
    ...{ comparator: null, threshold: null, inputs: [input] },
  }
  return { ...figure, ...reckon(figure) }
}

/** The same again from the registry as it is, by the models the report lists. */
export async function recountedModels(db: ReadDb, figures: readonly Figure[]): Promise<ReadonlyMap<string, number>> {
  const again = new Map<string, number>()
  for (const { id, inputs } of figures) {
    const found = /^mh\.(\w+)(?:\.\w+)?\.p\d+\.y(\d{4})$/.exec(id)
    if (!found) continue
    const ids = (inputs[0]?.models ?? []).map((one) => one.id as Id<'model'>)
    again.set(id, await recountedAs(db, { ids, year: Number(found[2]), count: found[1] as YearCount }))
  }
  return again
}
