// What changed since a report pinned its figures: corrections, entries that came after, and how the targets read today.
import { countedOf } from '../models/model.read.ts'
import {
  movedSince,
  settledSince,
  periodBefore,
  readPeriod,
  readProgramme,
  spanOf,
  type MovedPin,
  type SettledPin,
} from '../programmes/programme.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Figure } from './figure.ts'
import { Figures } from './figures.ts'
import { countedSince } from './figures.store.ts'
import { gather, type Gathered } from './gather.ts'
import { partText } from './figure.ts'
import { citedIn, countNamesOf, modelFigureName } from './model-figures.ts'
import { countedAt } from './report.steps.ts'
import { issuedDocument } from './report.store.ts'
import type { Report } from './report.ts'

export interface Stale {
  changed: boolean
  moved: MovedPin[]
  /** Estimates that were pinned and whose actual figures count now. */
  settled: SettledPin[]
  added: Awaited<ReturnType<typeof countedSince>>
  figures: { figure: string; name: string; before: string | null; now: string | null }[]
}

/** What moved and what came after, without adding anything up. */
export async function changesOf(db: ReadDb, report: Report, today: Day): Promise<Omit<Stale, 'figures'>> {
  const { consolidationId, programmeId } = report
  const period = (await readPeriod(db, report.periodId))!
  const before = await periodBefore(db, period)
  const spans = [await spanOf(db, period, today), ...(before ? [await spanOf(db, before, today)] : [])]
  const moved = await movedSince(db, consolidationId)
  const settled = await settledSince(db, consolidationId)
  const periods = spans.flatMap((one) => one.periodIds)
  const came = await countedSince(db, { consolidationId, programmeId, periods })
  const { placeId } = report
  const programme = (await readProgramme(db, programmeId))!
  const here = placeId === programme.placeId ? null : await countedAt(db, { programmeId, placeId, periods })
  const added = came.filter(({ entryId }) => here === null || here.some((one) => one.entryId === entryId))
  return { changed: moved.length + settled.length + added.length > 0, moved, settled, added }
}

export async function staleOf(db: ReadDb, report: Report, today: Day): Promise<Stale> {
  const changes = await changesOf(db, report, today)
  const models = await modelsSince(db, report)
  if (!changes.changed) return { ...changes, changed: models.length > 0, figures: models }
  const programme = (await readProgramme(db, report.programmeId))!
  const period = (await readPeriod(db, report.periodId))!
  const asked = { programme, placeId: report.placeId, period, today }
  const pinned = await gather(db, { ...asked, consolidationId: report.consolidationId })
  const present = await gather(db, { ...asked, consolidationId: null })
  return { ...changes, figures: [...differing(pinned, present), ...models] }
}

/**
 * Counts of models that an issued report says and that are no longer so: of those it lists some were withdrawn, put right
 * or judged otherwise. What the year brought after the period of the report is not its affair.
 */
async function modelsSince(db: ReadDb, report: Report): Promise<Stale['figures']> {
  const kept = report.stage === 'issued' ? await issuedDocument(db, report.id) : null
  const said = (kept?.figures ?? []).flatMap((figure) => {
    const cited = citedIn(figure.id)
    return cited ? [{ figure, ...cited, ids: (figure.inputs[0]?.models ?? []).map(({ id }) => id as Id<'model'>) }] : []
  })
  if (said.length === 0) return []
  const counted = await countedOf(db, { ids: [...new Set(said.flatMap(({ ids }) => ids))], year: said[0]!.year })
  const names = await countNamesOf(db, report)
  return said.flatMap(({ figure, cited, count, ids }) => {
    const now = ids.filter((id) => counted.get(id)?.[count]).length
    if (now === figure.numerator) return []
    const name = modelFigureName(names, cited)
    return [{ figure: figure.id, name, before: String(figure.numerator), now: String(now) }]
  })
}

function differing(pinned: Gathered, present: Gathered): Stale['figures'] {
  const now = new Map(figuresOf(present).map(({ figure }) => [figure.id, figure]))
  return figuresOf(pinned).flatMap(({ name, figure: old }) => {
    const fresh = now.get(old.id)
    if (fresh && fresh.numerator === old.numerator && fresh.denominator === old.denominator) return []
    return [{ figure: old.id, name, before: told(old), now: fresh ? told(fresh) : null }]
  })
}

/** Every target, “riêng …” and companion of the whole. */
function figuresOf(gathered: Gathered): { name: string; figure: Figure }[] {
  const figures = new Figures(gathered)
  return gathered.now.rows.flatMap(({ target }) => [
    { name: target.name, figure: figures.now({ target, part: 'main' }) },
    ...target.exceptions.map(({ no, name }) => ({ name, figure: figures.now({ target, part: no }) })),
    ...target.companions.map(({ no, name }) => ({ name, figure: figures.now({ target, part: { companion: no } }) })),
  ])
}

function told(figure: Figure): string | null {
  if (figure.value === null) return null
  const value = partText(figure, 'value')
  return figure.unit === '%' ? `${value} (${partText(figure, 'fraction')})` : value
}
