// Figures of one body as it reported them, for slices that cite them: which there are, and how one reads now, by whom.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { bodyAt } from '../../bodies/body.read.ts'
import { readPeriod, type Period } from '../forms/form.store.ts'
import { isInside } from '../programme.rights.ts'
import { readProgramme } from '../programme.store.ts'
import { programmeOfTarget } from '../rights.store.ts'
import { targetsOf } from '../targets/target.store.ts'
import type { Target } from '../targets/target.ts'
import { readInputs } from './explain.inputs.ts'
import type { InputLine } from './explain.store.ts'
import { nameFigure, parseFigure, type FigureName } from './figure.ts'
import { programmesWith } from './own.store.ts'

export { periodsWith } from './own.store.ts'

type ProgrammeId = Id<'programme'>

export interface OwnFigure {
  /** By which anybody who may see it is told why it is so (figures.explain). */
  figure: string
  body: Id<'body'>
  indicator: { key: string; name: string; unit: '%' | 'count' }
  programme: { id: ProgrammeId; number: string | null; title: string }
  target: string
  period: { id: Id<'period'>; name: string; endsOn: Day }
  numerator: number
  denominator: number
  /** A decimal string; null: nothing counted. */
  value: string | null
  /** What it is made of: every counted value with who reported and who accepted it. */
  inputs: (Pick<InputLine, 'countName' | 'value' | 'versionNo' | 'reportedBy' | 'acceptedBy'> & {
    reportedAt: Date | null
    acceptedAt: Date | null
  })[]
}

/** What the body reported for the period and was accepted, target by target; where nothing is counted, nothing. */
export async function ownFigures(
  db: ReadDb,
  at: { bodyId: Id<'body'>; periodId: Id<'period'>; today: Day },
): Promise<OwnFigure[]> {
  const period = await readPeriod(db, at.periodId)
  const body = period && (await bodyAt(db, at.bodyId, period.endsOn))
  if (!period || !body) return []
  const found: OwnFigure[] = []
  for (const programmeId of await programmesWith(db, at)) {
    for (const target of await targetsOf(db, programmeId)) {
      const { placeId: place, organisation } = body
      const name = { target: target.id, part: 'main' as const, place, period: period.id, organisation, body: at.bodyId }
      const one = await read(db, { name, target, programmeId, period, today: at.today })
      if (one && one.value !== null) found.push(one)
    }
  }
  return found
}

/** As it stands now; null: there is no such figure of one body. */
export async function ownFigure(db: ReadDb, text: string, today: Day): Promise<OwnFigure | null> {
  const name = parseFigure(text)
  if (!name?.body || name.part !== 'main') return null
  const programmeId = await programmeOfTarget(db, name.target)
  const period = await readPeriod(db, name.period)
  if (!programmeId || !period) return null
  const target = (await targetsOf(db, programmeId)).find(({ id }) => id === name.target)
  return target ? read(db, { name, target, programmeId, period, today }) : null
}

/** As it is written where it is cited: “83,4 % (417/500), Năm 2026”. Only of one that has a value. */
export function ownFigureText({ indicator, numerator, denominator, value, period }: OwnFigure): string {
  const written = value!.replace('.', ',')
  const amount = indicator.unit === '%' ? `${written} % (${numerator}/${denominator})` : written
  return `${amount}, ${period.name}`
}

interface Reading {
  name: FigureName
  target: Target
  programmeId: ProgrammeId
  period: Period
  today: Day
}

/** A body reports some tens of counts; more than these are not its own alone. */
const most = 1000

async function read(db: ReadDb, { name, target, programmeId, period, today }: Reading): Promise<OwnFigure | null> {
  const programme = await readProgramme(db, programmeId)
  if (!programme || !(await isInside(db, programme, { placeId: name.place, day: period.endsOn }))) return null
  const { lines, judged } = await readInputs(db, { figure: name, target, programmeId, period, today, most })
  const { numerator, denominator, value } = judged
  const { key, name: called, unit } = target.indicator
  return {
    ...{ figure: nameFigure(name), body: name.body!, target: target.name, numerator, denominator, value },
    indicator: { key, name: called, unit: unit as '%' | 'count' },
    programme: { id: programme.id, number: programme.number, title: programme.title },
    period: { id: period.id, name: period.name, endsOn: period.endsOn },
    inputs: lines.map(({ countName, value, versionNo, reportedBy, reportedAt, acceptedBy, acceptedAt }) => ({
      ...{ countName, value, versionNo, reportedBy, reportedAt, acceptedBy, acceptedAt },
    })),
  }
}
