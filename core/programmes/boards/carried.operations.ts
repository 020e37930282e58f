// Figures “as it was” and “as of a date”: whole mergers carry over exactly, divided places by their key or not at all.
import { z } from 'zod'
import { keysUsed } from '../../places/key/key.outputs.ts'
import { namedKeys } from '../../places/key/key.read.ts'
import { carryFiguresTo, placesOfLevel, versionAt } from '../../places/place.read.ts'
import { shownDay, daySchema, type Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { placeSchema } from './board.schema.ts'
import { estimatedForms, spanOf, sumsOf, type ChildPlace } from './board.store.ts'
import { periodsOf, type Period } from '../forms/form.store.ts'
import { findProgramme, whyNotSee } from '../programme.rights.ts'
import { cellsAsked, type CountedCell } from '../targets/target.store.ts'

const lineSchema = z.object({ place: placeSchema, value: z.number().int() })

export const carriedFigures = reading({
  name: 'figures.carried',
  summary:
    'Số đếm của một kỳ tính theo địa bàn của một ngày khác: sáp nhập cả xã thì cộng đúng, xã bị chia thì ước tính theo khoá chia, không có khoá thì không so sánh được',
  http: { method: 'GET', path: '/programmes/{programme}/carried' },
  who: 'signedIn',
  input: z.object({ programme: idOf('programme'), period: z.string().max(20).optional(), on: daySchema }),
  output: z.object({
    programme: z.object({
      id: z.number().int(),
      placeId: z.number().int(),
      year: z.number().int(),
      number: z.string().nullable(),
      title: z.string(),
      illustrative: z.boolean(),
    }),
    period: z.object({ key: z.string(), name: z.string(), endsOn: z.string() }),
    on: z.string(),
    /** Forms of the period that count as estimates. */
    estimated: z.number().int(),
    counts: z.array(
      z.object({
        count: z.string(),
        name: z.string(),
        organisation: z.string().nullable(),
        unit: z.string(),
        /** As it was: the places of the period. */
        was: z.array(lineSchema),
        /** As of the day: `complete` false when a part of unknown size is missing. */
        is: z.array(
          lineSchema.extend({
            complete: z.boolean(),
            estimated: z
              .number()
              .int()
              .meta({ description: 'phần ước tính trong đó, chia theo tỉ lệ; 0: cộng đúng cả' }),
            keys: z.array(z.number().int()).meta({ description: 'các khoá đã dùng; rỗng: theo tỉ lệ trong văn bản' }),
          }),
        ),
        notComparable: z.array(lineSchema.extend({ touches: z.array(placeSchema) })),
        lost: z.array(lineSchema),
      }),
    ),
    keys: keysUsed,
  }),
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    const key = input.period ?? String(programme.year)
    const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
    const period = periods.find((one) => one.key === key)
    if (!period) return notFound('no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)
    if (input.on < period.endsOn)
      return invalid([
        problem(
          'on',
          'before-period',
          `Ngày phải từ ${shownDay(period.endsOn)} trở đi.`,
          `The day must be ${period.endsOn} or later.`,
        ),
      ])
    const refusal = await whyNotSee(db, actor, { programme, placeId: programme.placeId, day: period.endsOn })
    if (refusal) return refusal
    const leaves = await leavesUnder(db, programme.placeId, period.endsOn)
    const cells = await cellsAsked(db, programme.id)
    const counts = []
    for (const cell of cells) counts.push(await carryCell(db, { cell, leaves, period, on: input.on, today }))
    const keys = counts.flatMap((one) => one.is.flatMap((line) => line.keys))
    const told = counts.filter((one) => one.was.length > 0)
    const { periodIds } = await spanOf(db, period, today)
    const of = { placeId: programme.placeId, programmeId: programme.id, periodIds }
    const estimated = (await estimatedForms(db, of)).reduce((sum, one) => sum + one.estimated, 0)
    return ok({ programme, period, on: input.on, estimated, counts: told, keys: await namedKeys(db, keys) })
  },
})

async function leavesUnder(db: ReadDb, placeId: Id<'place'>, day: Day): Promise<ChildPlace[]> {
  const places = await placesOfLevel(db, 'commune', { day, under: [placeId] })
  return places.map((place) => ({ id: place.placeId, code: place.code, name: place.fullName, above: false }))
}

interface Carrying {
  cell: CountedCell
  leaves: ChildPlace[]
  period: Period
  on: Day
  today: Day
}

async function carryCell(db: ReadDb, { cell, leaves, period, on, today }: Carrying) {
  const span = await spanOf(db, period, today)
  const flow = cell.overTime === 'sum'
  const sums = await sumsOf(db, {
    places: leaves,
    span,
    flowCells: flow ? [cell.id] : [],
    stateCells: flow ? [] : [cell.id],
  })
  const values = new Map([...sums].map(([place, cells]) => [place, cells.get(cell.id) ?? 0]))
  const carried = await carryFiguresTo(db, values, { from: period.endsOn, on })
  const then = new Map(leaves.map((leaf) => [leaf.id, { id: leaf.id, code: leaf.code, name: leaf.name }]))
  const now = async (id: Id<'place'>) => {
    const version = await versionAt(db, id, on)
    return { id, code: version?.code ?? null, name: version?.fullName ?? '' }
  }
  const is = []
  for (const [id, { value, complete, inParts: estimated, keys }] of carried.sums)
    is.push({ place: await now(id), value, complete, estimated, keys })
  const notComparable = []
  for (const one of carried.notComparable) {
    const touches = []
    for (const id of one.touches) touches.push(await now(id))
    notComparable.push({ place: then.get(one.placeId)!, value: one.value, touches })
  }
  return {
    count: cell.count,
    name: cell.countName,
    organisation: cell.organisation,
    unit: cell.unit,
    was: leaves
      .filter((leaf) => values.has(leaf.id))
      .map((leaf) => ({ place: then.get(leaf.id)!, value: values.get(leaf.id)! })),
    is: is.sort((a, b) => (a.place.code ?? '').localeCompare(b.place.code ?? '')),
    notComparable,
    lost: carried.lost.map((one) => ({ place: then.get(one.placeId)!, value: one.value })),
  }
}
