// Targets given down as they stand: each with its bodies, both judgements and what was recorded of a gap.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { childPlaces, spanOf, sumsOf } from '../boards/board.store.ts'
import { readPeriod } from '../forms/form.store.ts'
import type { Programme } from '../programme.ts'
import { readDefinition, targetsOf } from '../targets/target.store.ts'
import { judgePart, type Target } from '../targets/target.ts'
import {
  isAsStrict,
  judgeCascade,
  numbersOf,
  weightOf,
  type Carrier,
  type CascadeRule,
  type Judgement,
  type Upper,
} from './cascade.ts'
import { cascadeDay, cascadesIn, gapsOf, givenTo, unitsOf } from './cascade.store.ts'
import type { Cascade, CascadeUnit, Gap, Given } from './cascade.store.ts'

type TargetId = Id<'target'>

/** One side of a target given down. Open: it does not hold, and nobody has said why of these very numbers. */
export interface Side {
  judgement: Judgement
  numbers: string
  gap: Gap | null
  stale: boolean
  open: boolean
}

/** With the figure of its place in the chosen period; null: none there, or several bodies share the place. */
export type WeighedUnit = CascadeUnit & { figure: number | null }

export interface Cascaded {
  target: Target
  cascade: Cascade & { rule: CascadeRule }
  units: WeighedUnit[]
  given: Side
  taken: Side
}

/** Every target of the programme that is given down now, or one of them. */
export async function cascadedIn(
  db: ReadDb,
  { programme, today, only }: { programme: Programme; today: Day; only?: TargetId },
): Promise<Cascaded[]> {
  const cascades = (await cascadesIn(db, programme.id)).filter(
    (one): one is Cascaded['cascade'] => one.rule !== null && (only === undefined || one.targetId === only),
  )
  if (cascades.length === 0) return []
  const targets = await targetsOf(db, programme.id)
  const gaps = await gapsOf(
    db,
    cascades.map(({ targetId }) => targetId),
  )
  const day = await cascadeDay(db, programme, today)
  const found: Cascaded[] = []
  for (const cascade of cascades) {
    const target = targets.find(({ id }) => id === cascade.targetId)!
    const { targetId, organisation, weightPeriodId: periodId } = cascade
    const units = await unitsOf(db, { programme, targetId, organisation, day })
    const weighed = await weighUnits(db, { programme, target, periodId, today, units })
    found.push({ target, cascade, units: weighed, ...sidesOf(target, cascade, { units: weighed, gaps }) })
  }
  return found
}

function sidesOf(target: Target, { rule }: { rule: CascadeRule }, of: { units: WeighedUnit[]; gaps: readonly Gap[] }) {
  const upper: Upper = { ...promiseOf(target), rule, unit: target.indicator.unit }
  const carriers = (carries: (unit: WeighedUnit) => Carrier['carries']): Carrier[] =>
    of.units
      .filter(({ endedOn }) => endedOn === null)
      .map((unit) => ({ bodyId: unit.bodyId, carries: carries(unit), weight: weightOf(unit) }))
  const side = (name: 'given' | 'taken', all: Carrier[]): Side =>
    sideOf(
      { judgement: judgeCascade(upper, all), numbers: numbersOf(upper, all) },
      of.gaps.find((gap) => gap.targetId === target.id && gap.side === name),
    )
  return {
    given: side(
      'given',
      carriers(({ threshold }) => (threshold === null ? null : { comparator: target.comparator, threshold })),
    ),
    // What is still a draft promises nothing yet.
    taken: side(
      'taken',
      carriers(({ taken }) => (taken?.sameIndicator && taken.stage !== 'draft' ? promiseOf(taken) : null)),
    ),
  }
}

const promiseOf = ({ comparator, threshold }: Pick<Target, 'comparator' | 'threshold'>) => ({ comparator, threshold })

function sideOf(side: Pick<Side, 'judgement' | 'numbers'>, gap: Gap | undefined): Side {
  const { holds } = side.judgement
  const stale = gap !== undefined && gap.numbers !== side.numbers
  return { ...side, gap: gap ?? null, stale, open: !holds && (gap === undefined || stale) }
}

/** The denominator of the indicator at each body's place in the period; of a count, the count itself. */
export async function weighUnits(
  db: ReadDb,
  at: {
    programme: Programme
    target: Target
    periodId: Id<'period'> | null
    today: Day
    units: readonly CascadeUnit[]
  },
): Promise<WeighedUnit[]> {
  const { programme, target, units } = at
  const period = at.periodId === null ? null : await readPeriod(db, at.periodId)
  if (period === null) return units.map((unit) => ({ ...unit, figure: null }))
  const span = await spanOf(db, period, at.today)
  const { cells } = await readDefinition(db, programme.id)
  const places = await childPlaces(db, programme.placeId, span.day)
  const flowCells = cells.filter(({ overTime }) => overTime === 'sum').map(({ id }) => id)
  const stateCells = cells.filter(({ overTime }) => overTime !== 'sum').map(({ id }) => id)
  const sums = places.length === 0 ? new Map() : await sumsOf(db, { places, span, flowCells, stateCells })
  const figureAt = (placeId: Id<'place'>) => {
    const { denominator, numerator } = judgePart(target, 'main', cells, sums.get(placeId) ?? new Map())
    return denominator === 0 ? null : target.indicator.unit === '%' ? denominator : numerator
  }
  const alone = (unit: CascadeUnit) => units.filter((one) => one.placeId === unit.placeId && !one.endedOn).length === 1
  return units.map((unit) => ({ ...unit, figure: alone(unit) && !unit.endedOn ? figureAt(unit.placeId) : null }))
}

/** A target given to the programme's body, and how its own promise stands to its share. */
export interface GivenTarget extends Given {
  /** Taken up in this very programme. */
  here: boolean
  /** null: nothing to compare. */
  own: (Side & { lessStrict: boolean }) | null
  /** Targets of this programme with the same indicator that serve nothing yet: proposals only. */
  proposals: { no: number; name: string }[]
}

export async function givenIn(db: ReadDb, programme: Programme): Promise<GivenTarget[]> {
  const given = await givenTo(db, programme)
  if (given.length === 0) return []
  const targets = await targetsOf(db, programme.id)
  const here = (one: Given) => one.taken?.programmeId === programme.id
  const linked = new Set(given.filter(here).map(({ taken }) => taken!.targetId))
  const gaps = await gapsOf(db, [...linked])
  return given.map((one) => ({
    ...one,
    here: here(one),
    own: here(one)
      ? ownSide(
          one,
          gaps.find(({ targetId, side }) => targetId === one.taken!.targetId && side === 'own'),
        )
      : null,
    proposals: one.taken
      ? []
      : targets
          .filter(({ id, indicator }) => indicator.key === one.indicator && !linked.has(id))
          .map(({ no, name }) => ({ no, name })),
  }))
}

/** Judged as a cascade of one: the share is what is asked, the target of the lower programme what is promised. */
function ownSide({ taken, threshold, comparator, unit }: Given, gap: Gap | undefined): GivenTarget['own'] {
  if (!taken || threshold === null) return null
  const share = { comparator, threshold }
  const asStrict = taken.sameIndicator && isAsStrict(taken, share, unit)
  const numbers = `${comparator}${threshold} ${taken.sameIndicator ? '' : '!'}${taken.comparator}${taken.threshold}`
  const judgement = { holds: asStrict, total: null, lacking: null, faults: new Map(), unfit: null }
  return { ...sideOf({ judgement, numbers }, gap), lessStrict: !asStrict }
}

export interface OpenGap {
  no: number
  name: string
  side: 'given' | 'own'
}

/** What keeps a draft from being issued: shares that do not make the target, and targets below what was given. */
export async function openGaps(db: ReadDb, programme: Programme, today: Day): Promise<OpenGap[]> {
  const down = (await cascadedIn(db, { programme, today })).filter(({ given }) => given.open)
  const own = (await givenIn(db, programme)).filter((one) => one.own?.open)
  return [
    ...down.map(({ target }) => ({ no: target.no, name: target.name, side: 'given' as const })),
    ...own.map(({ taken, name }) => ({ no: taken!.no, name, side: 'own' as const })),
  ].sort((a, b) => a.no - b.no)
}
