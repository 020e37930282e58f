// What changed since a report pinned its figures: corrections, entries that came after, and how the targets read today.
import { organisations } from '../bodies/body.read.ts'
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
import type { ReadDb } from '../shared/operation.ts'
import type { Figure } from './figure.ts'
import { Figures } from './figures.ts'
import { countedSince } from './figures.store.ts'
import { gather, type Gathered } from './gather.ts'
import { partText } from './figure.ts'
import { citedIn, modelCountsOf, modelFigure, modelFigureName } from './model-figures.ts'
import { countedAt } from './report.steps.ts'
import { issuedDocument } from './report.store.ts'
import { isFrozen, type Report } from './report.ts'

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
  const programme = (await readProgramme(db, report.programmeId))!
  const period = (await readPeriod(db, report.periodId))!
  const models = await modelsSince(db, report, { year: programme.year, day: period.endsOn })
  if (!changes.changed) return { ...changes, changed: models.length > 0, figures: models }
  const asked = { programme, placeId: report.placeId, period, today }
  const pinned = await gather(db, { ...asked, consolidationId: report.consolidationId })
  const present = await gather(db, { ...asked, consolidationId: null })
  return { ...changes, figures: [...differing(pinned, present), ...models] }
}

/** Counts of models that an issued report says and the registry no longer counts so. A draft always says what counts now. */
async function modelsSince(
  db: ReadDb,
  report: Report,
  { year, day }: { year: number; day: Day },
): Promise<Stale['figures']> {
  const kept = isFrozen(report.stage) ? await issuedDocument(db, report.id) : null
  const said = kept?.figures.filter(({ id }) => citedIn(id)) ?? []
  if (said.length === 0) return []
  const place = { id: report.placeId, code: null, name: '' }
  const counts = await modelCountsOf(db, { place, year, day, organisations: await organisations(db) })
  return said.flatMap((old) => {
    const { cited } = citedIn(old.id)!
    const fresh = modelFigure(counts, cited)
    if (fresh?.numerator === old.numerator) return []
    const now = fresh && String(fresh.numerator)
    return [{ figure: old.id, name: modelFigureName(counts, cited), before: String(old.numerator), now }]
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
