// Figures of “Dân vận khéo” models in a report: how many a year counts, each with the list of models behind it.
import { organisations } from '../bodies/body.read.ts'
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
  /** Fields, levels and kinds of organisations by which a count may be narrowed, with their names: what is none of these is no figure. */
  by: ReadonlyMap<string, string>
}

export async function modelCountsOf(
  db: ReadDb,
  of: Pick<ModelCounts, 'place' | 'year'> & { day: Day; organisations: readonly { key: string; name: string }[] },
): Promise<ModelCounts> {
  const { place, year, day } = of
  const models = await countedUnder(db, { placeId: place.id as Id<'place'>, day, year })
  const fields = await fieldsOf(db, day)
  return { year, place, models, fields, by: await narrowings(db, fields, of.organisations) }
}

interface Named {
  key: string
  name: string
}

async function narrowings(db: ReadDb, fields: readonly Named[], organisations: readonly Named[]) {
  const named = [...fields, ...(await levelsOf(db)), ...organisations]
  return new Map(named.map(({ key, name }) => [key, name]))
}

/** What the figures of a report are called by, as of the end of its period. */
export async function countNamesOf(
  db: ReadDb,
  { periodEndsOn }: { periodEndsOn: Day },
): Promise<Pick<ModelCounts, 'by'>> {
  return { by: await narrowings(db, await fieldsOf(db, periodEndsOn), await organisations(db)) }
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

const countNames: Record<YearCount, string> = {
  ...{ registered: 'Đăng ký', recognised: 'Công nhận', effective: 'Hiệu quả', fresh: 'Mới' },
  ...{ maintained: 'Duy trì', replicated: 'Nhân rộng', ended: 'Kết thúc' },
}
export const yearCountNames = Object.entries(countNames) as [YearCount, string][]

/** “Mô hình “Dân vận khéo”: Mới, Kinh tế” */
export function modelFigureName({ by }: Pick<ModelCounts, 'by'>, cited: string): string {
  const [count, narrow] = cited.split('.')
  return `Mô hình “Dân vận khéo”: ${[countNames[count as YearCount], by.get(narrow!)].filter(Boolean).join(', ')}`
}

const figureId = /^mh\.(\w+)(\.\w+)?\.p\d+\.y(\d{4})$/

/** What a figure of models was cited as, and its year; null: it is none. */
export function citedIn(id: string): { cited: string; count: YearCount; year: number } | null {
  const [, count, narrow = '', year] = figureId.exec(id) ?? []
  return count ? { cited: count + narrow, count: count as YearCount, year: Number(year) } : null
}

/** The same again from the registry as it is, by the models the report lists. */
export async function recountedModels(db: ReadDb, figures: readonly Figure[]): Promise<ReadonlyMap<string, number>> {
  const again = new Map<string, number>()
  for (const { id, inputs } of figures) {
    const found = citedIn(id)
    if (!found) continue
    const ids = (inputs[0]?.models ?? []).map((one) => one.id as Id<'model'>)
    again.set(id, await recountedAs(db, { ids, year: found.year, count: found.count }))
  }
  return again
}
