// The board by the places of another day, with their outlines: targets judged again on sums that carried over, for a map.
import { z } from 'zod'
import { fatesOf, firstDayWithShapes, originsOf, placesOfLevel, shapesAt, versionAt } from '../../places/place.read.ts'
import { daySchema, type Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { boardRows, type TargetRow } from './board.ts'
import { gatherBoard, type Gathered } from './board.reads.ts'
import { carriedBoardSchema, placeSchema } from './board.schema.ts'
import { placeRef } from './board.store.ts'
import { carryChildren, type CarriedChild } from './carried.board.ts'
import { periodsOf } from '../forms/form.store.ts'
import { findProgramme, whyNotSee } from '../programme.rights.ts'

export const carriedBoard = reading({
  name: 'boards.carried',
  summary:
    'Chỉ tiêu của một chương trình tính lại theo địa bàn cấp xã của một ngày sau kỳ, kèm ranh giới: nơi sáp nhập cả xã thì cộng đúng, nơi có phần chưa rõ thì chưa kết luận',
  http: { method: 'GET', path: '/programmes/{programme}/board/carried' },
  who: 'signedIn',
  input: z.object({
    programme: idOf('programme'),
    period: z.string().max(20).optional(),
    on: daySchema.optional().meta({ description: 'không ghi: ngày đầu tiên sau kỳ có ranh giới' }),
  }),
  output: carriedBoardSchema,
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    const key = input.period ?? String(programme.year)
    const periods = programme.calendarId ? await periodsOf(db, programme.calendarId) : []
    const period = periods.find((one) => one.key === key)
    if (!period) return notFound('no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)
    const on = input.on ?? (await firstDayWithShapes(db, period.endsOn)) ?? period.endsOn
    if (on < period.endsOn) return beforePeriod(period.endsOn)
    const refusal = await whyNotSee(db, actor, { programme, placeId: programme.placeId, day: period.endsOn })
    if (refusal) return refusal
    const place = (await placeRef(db, programme.placeId, period.endsOn))!
    const below = await leavesUnder(db, place.id, period.endsOn)
    const gathered = await gatherBoard(db, { programme, place, period, today, below })
    const { places, rows, notComparable, lost } = await carryOver(db, gathered, { from: period.endsOn, on })
    const { id, number, title, illustrative } = programme
    return ok({
      programme: { id, number, title, illustrative },
      ...{ period: { key: period.key, name: period.name, endsOn: period.endsOn }, on, place: gathered.place },
      ...{ places, notComparable, lost },
      targets: rows.map((row) => describeTarget(row, places)),
    })
  },
})

function beforePeriod(day: Day) {
  const vi = `Ngày phải từ ${day} trở đi.`
  return invalid([problem('on', 'before-period', vi, `The day must be ${day} or later.`)])
}

async function leavesUnder(db: ReadDb, placeId: Id<'place'>, day: Day) {
  const places = await placesOfLevel(db, 'commune', { day, under: [placeId] })
  return places.map((place) => ({ id: place.placeId, code: place.code, name: place.fullName, above: false }))
}

async function carryOver(db: ReadDb, gathered: Gathered, span: { from: Day; on: Day }) {
  const old = gathered.children.filter(({ organisation }) => organisation === null)
  const fates = await fatesOf(
    db,
    old.map(({ place }) => place.id),
    span,
  )
  const { carried, notComparable, lost } = carryChildren(old, (place) => fates.get(place)!)
  const nameOn = async (id: Id<'place'>, day: Day) => {
    const version = await versionAt(db, id, day)
    return { id, code: version?.code ?? null, name: version?.fullName ?? '' }
  }
  const ids = carried.map(({ placeId }) => placeId)
  const origins = Map.groupBy(await originsOf(db, ids, span), ({ placeId }) => placeId)
  const shapes = new Map((await shapesAt(db, ids, span.on)).map((shape) => [shape.placeId, shape]))
  const places = []
  for (const child of carried) {
    const mine = new Set(child.from.map(({ id }) => id))
    const others = (origins.get(child.placeId) ?? []).filter(({ from }) => !mine.has(from))
    const outside = []
    for (const { from } of others) outside.push(await nameOn(from, span.from))
    const { geometry, source } = shapes.get(child.placeId) ?? { geometry: null, source: null }
    const { from, inParts, lacking } = child
    places.push({ place: await nameOn(child.placeId, span.on), from, outside, inParts, lacking, geometry, source })
  }
  places.sort((a, b) => (a.place.code ?? '').localeCompare(b.place.code ?? ''))
  const touched = []
  for (const { place, touches } of notComparable) {
    const named: z.infer<typeof placeSchema>[] = []
    for (const id of touches) named.push(await nameOn(id, span.on))
    touched.push({ place, touches: named })
  }
  return { places, rows: boardRows({ ...gathered, children: carried.map(asChild) }), notComparable: touched, lost }
}

const asChild = ({ placeId, sums, standings }: CarriedChild) => {
  return { place: { id: placeId, code: null, name: '' }, organisation: null, sums, standings, bodies: [] }
}

type Places = Awaited<ReturnType<typeof carryOver>>['places']

/** Of the whole target; a place is settled only when all its territory was the programme's, and all of it carried exactly. */
function describeTarget({ target, children, counted, ...row }: TargetRow, places: Places) {
  const { no, indicator, comparator, threshold } = target
  const told = places.flatMap(({ place, inParts, lacking, outside }) => {
    const child = children.find((one) => one.place.id === place.id)
    if (!child) return []
    const { numerator, denominator, value, verdict, estimated, reported } = child
    const exact = !inParts && !lacking && outside.length === 0
    return [{ place, numerator, denominator, value, verdict, estimated, reported, complete: child.complete && exact }]
  })
  return { no, name: row.name, unit: indicator.unit, comparator, threshold, counted, places: told }
}
