// The board of a programme: what a leader sees, and what everybody may see of a public one.
import { z } from 'zod'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadContext } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { daysBetween } from '../../shared/day.ts'
import { ancestorsOf } from '../../places/place.read.ts'
import { cascadedIn, givenIn } from '../cascade/cascade.reads.ts'
import { carriedOn, servedOn, shareAt, type OnBoard, type OwnShare } from '../cascade/on-board.ts'
import { boardRows, type BoardData, type BodyChild, type Child, type PartRow, type TargetRow } from './board.ts'
import { gatherBoard, type Gathered } from './board.reads.ts'
import { boardSchema, type BoardMade } from './board.schema.ts'
import { overlapUnder, placeRef, type ChildPlace } from './board.store.ts'
import { trendsOf } from './trend.ts'
import { periodsOf, type Period } from '../forms/form.store.ts'
import { fixed } from '../targets/fraction.ts'
import { causesAt, type Cause } from '../causes/cause.store.ts'
import { findProgramme, noSuchProgramme, whyNotSee } from '../programme.rights.ts'
import type { Programme } from '../programme.ts'

const input = z.object({
  programme: idOf('programme'),
  /** A place under the programme's; without it the programme's own. */
  place: idOf('place').optional(),
  /** The period's key, as "2023"; without it the year of the programme. */
  period: z.string().max(20).optional(),
})

export const showBoard = reading({
  name: 'boards.show',
  summary: 'Bảng theo dõi chỉ tiêu của một chương trình tại một địa bàn',
  http: { method: 'GET', path: '/programmes/{programme}/board' },
  who: 'signedIn',
  input,
  output: boardSchema,
  run: (context, asked) => show(context, asked, 'officer'),
})

export const showPublicBoard = reading({
  name: 'boards.public',
  summary: 'Kết quả chỉ tiêu của một chương trình công khai',
  http: { method: 'GET', path: '/public/programmes/{programme}/board' },
  who: 'anyone',
  input: input.omit({ place: true }),
  output: boardSchema,
  run: (context, asked) => show(context, asked, 'public'),
})

type Asked = z.output<typeof input>

async function show(context: ReadContext, asked: Asked, reader: 'officer' | 'public') {
  const { db, actor } = context
  const found = await findProgramme(db, asked.programme)
  if (!found.ok) return found
  const programme = found.value
  if (reader === 'public' && (!programme.public || programme.stage === 'draft')) return noSuchProgramme
  const at = await findPlaceAndPeriod(context, programme, asked)
  if (!at.ok) return at
  const { place, period } = at.value
  const refusal =
    reader === 'officer' && (await whyNotSee(db, actor, { programme, placeId: place.id, day: period.endsOn }))
  if (refusal) return refusal
  const gathered = await gatherBoard(db, { programme, place, period, today: context.today })
  const board = await describe(context, { programme, place, period, gathered, periods: at.value.periods })
  return ok(reader === 'public' ? withoutUnits(board) : board)
}

/** The public sees results and method, not the rows of single units. */
function withoutUnits(board: BoardMade): BoardMade {
  const targets = board.targets.map((target) => ({
    ...target,
    causes: [],
    children: [],
    share: null,
    cascade: null,
    serves: null,
    exceptions: target.exceptions.map((exception) => ({ ...exception, children: [] })),
  }))
  return { ...board, missing: [], targets }
}

async function findPlaceAndPeriod({ db }: ReadContext, programme: Programme, asked: Asked) {
  const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
  const key = asked.period ?? String(programme.year)
  const period = periods.find((candidate) => candidate.key === key)
  if (!period)
    return invalid([
      problem(
        'period',
        'no-such-period',
        `Không có kỳ “${key}”. Chọn một trong: ${periods.map((p) => p.key).join(', ') || 'chưa có kỳ nào'}.`,
        `No period “${key}”. One of: ${periods.map((p) => p.key).join(', ') || 'none yet'}.`,
      ),
    ])
  const id = asked.place ?? programme.placeId
  const place = await placeRef(db, id, period.endsOn)
  const above = place ? await ancestorsOf(db, id, period.endsOn) : []
  if (!place || (id !== programme.placeId && !above.some((one) => one.placeId === programme.placeId)))
    return notFound(
      'place-outside',
      'Địa bàn này không thuộc chương trình trong kỳ đó. Chọn từ bảng của chương trình.',
      'That place is not part of the programme in that period. Choose from its board.',
    )
  return ok({ place, period, periods })
}

interface Describing {
  programme: Programme
  place: ChildPlace
  period: Period
  periods: readonly Period[]
  gathered: Gathered
}

async function describe(context: ReadContext, at: Describing): Promise<BoardMade> {
  const { programme, place, period, periods, gathered } = at
  const rows = boardRows(gathered)
  const trends = await trendsOf(context, at)
  const places = [place.id, ...gathered.children.flatMap((child) => (child.organisation ? [] : [child.place.id]))]
  const causes = await causesAt(context.db, { programmeId: programme.id, places, periodId: period.id })
  const overlap = gathered.targets.some((target) => target.overlapFactor)
    ? await overlapOf(context, place.id, gathered)
    : null
  const on = {
    cascaded: await cascadedIn(context.db, { programme, today: context.today }),
    given: await givenIn(context.db, programme),
    whole: place.id === programme.placeId,
  }
  const above = await ancestorsOf(context.db, place.id, period.endsOn)
  const start = above.findIndex((one) => one.placeId === programme.placeId)
  const late = Math.max(0, daysBetween(period.dueOn, context.today))
  const progress = wholeProgress(gathered)
  return {
    programme: {
      id: programme.id,
      number: programme.number,
      year: programme.year,
      body: programme.bodyName,
      title: programme.title,
      motto: programme.motto,
      issuedOn: programme.issuedOn,
      stage: programme.stage,
      illustrative: programme.illustrative,
    },
    place: gathered.place,
    above:
      start < 0
        ? []
        : above
            .slice(0, start + 1)
            .reverse()
            .map((one) => ({ id: one.placeId, code: one.code, name: one.fullName })),
    period: {
      id: period.id,
      key: period.key,
      name: period.name,
      cutOffOn: period.cutOffOn,
      dueOn: period.dueOn,
    },
    periods: periods.map(({ key, name }) => ({ key, name })),
    reported: progress.sent,
    expected: progress.all,
    estimated: progress.estimated,
    missing: progress.missing.map((child) => ({
      place: child.place,
      organisation: child.organisation,
      body: child.body,
      daysLate: late,
    })),
    targets: rows.map((row) => describeTarget(row, { overlap, trend: trends.get(row.target.id) ?? [], causes, on })),
  }
}

/**
 * Who owes anything, and who has not sent all of it. Counted are places when there are any, else bodies; missing are both,
 * so that a base of a federation is not hidden behind communes that have all sent.
 */
function wholeProgress(gathered: BoardData) {
  const units = gathered.children.flatMap(({ bodies, ...child }): Unit[] => {
    if (child.organisation === null) return [{ ...child, body: null }]
    return bodies.map(({ body, standings }) => ({ ...child, standings, body: bodies.length > 1 ? body : null }))
  })
  const owing = units.filter((unit) => [...unit.standings.values()].some((one) => one.expected > 0))
  const missing = owing.filter((unit) => [...unit.standings.values()].some((one) => one.submitted < one.expected))
  const places = owing.filter((unit) => unit.organisation === null)
  const counted = places.length > 0 ? places : owing
  const standings = owing.flatMap((unit) => [...unit.standings.values()])
  const estimated = standings.reduce((sum, one) => sum + one.estimated, 0)
  return { all: counted.length, sent: counted.filter((unit) => !missing.includes(unit)).length, missing, estimated }
}

type Unit = Pick<Child, 'place' | 'organisation' | 'standings'> & { body: BodyChild['body'] | null }

function describeTarget(
  row: TargetRow,
  more: {
    overlap: BoardMade['targets'][0]['overlap']
    trend: BoardMade['targets'][0]['trend']
    causes: readonly Cause[]
    on: OnBoard
  },
) {
  const { target } = row
  const { on } = more
  const said = more.causes.filter((cause) => cause.targetId === target.id)
  const main = describePart(row, target.indicator.unit, said)
  return {
    id: target.id,
    no: target.no,
    indicator: target.indicator.key,
    ...main,
    children: main.children.map((child) => ({
      ...child,
      share: child.organisation ? null : shareAt(on, target, child),
    })),
    share: on.whole ? null : shareAt(on, target, row),
    cascade: carriedOn(on, target),
    serves: servedOn(on, target),
    overall: row.overall,
    causes: row.overall === 'notReached' ? said.filter((cause) => cause.placeId === row.place.id) : [],
    counted: row.counted,
    reading: target.reading,
    everyone: row.everyone,
    exceptions: row.exceptions.map((exception) => describePart(exception, target.indicator.unit, [])),
    companions: row.companions,
    overlap: target.overlapFactor ? more.overlap : null,
    trend: more.trend,
  }
}

function describePart(row: PartRow, unit: '%' | 'count', causes: readonly Cause[]) {
  const scope = row.part === 'main' ? null : { name: row.name, organisation: row.organisation, sector: row.sector }
  const children = row.children.map((child) => ({
    ...child,
    share: null as OwnShare | null,
    causes: causes.filter(
      (cause) => child.organisation === null && child.verdict === 'notReached' && cause.placeId === child.place.id,
    ),
  }))
  return { ...row, scope, unit, children }
}

async function overlapOf(context: ReadContext, placeId: Id<'place'>, { span }: Gathered) {
  const counted = await overlapUnder(context.db, { placeId, span })
  const { memberships, persons } = counted
  return { ...counted, factor: persons === 0 ? null : fixed({ numerator: memberships, denominator: persons }, 2) }
}
